"""Plans for the tests of the talk: on the small model, filled in everywhere."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from careerpaths.documents.word import word
from careerpaths.model.model import Model
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.papers.pdf import pdf_texts, set_pdf
from careerpaths.talk.plan import (
    Activity,
    Choice,
    Direction,
    Earlier,
    Held,
    Outcome,
    Part,
    Plan,
    Prerequisite,
    TalkQuestion,
)
from careerpaths.talk.suggestions import gap_list, offered_activities, offered_questions, prerequisites
from tests.support.models import small

TODAY = date(2026, 11, 21)
FOLLOW_UP = date(2027, 5, 21)
IDENTITIES = {"follow_up_uid", "id", "language", "model_version"}


def plan_pdf(plan: Plan, model: Model) -> bytes:
    """Return a plan as a PDF, made here and now."""
    return set_pdf(*pdf_texts(plan, model))


def plan_word(plan: Plan, model: Model) -> bytes:
    """Return a plan as a Word document, made here and now."""
    return word(paper(plan, model), plan.created)


def talk(language: str = "sv") -> Plan:
    """Return a plan as a talk leaves it: from erfaren towards mentor, with something in every part."""
    model = small(language)
    goals = ["mentor"]
    own = Activity(what="Följa med i introduktionen", when="våren 2027", responsible="Enhetschef")
    return Plan(
        model_version=model.about.version,
        language=language,
        created=TODAY,
        role=Choice("erfaren", text="Erfaren socialsekreterare"),
        since="2021",
        direction=Direction.ROLES,
        goals=(Choice("mentor", text="Mentor"),),
        gaps=tuple(replace(gap, status=Held.MISSING) for gap in gap_list(model, "erfaren", goals)),
        prerequisites=(
            *(replace(one, agreed=True, note="Från januari.") for one in prerequisites(model, "erfaren", goals)),
            Prerequisite(text="Färre ärenden"),
        ),
        activities=(*offered_activities(model, "erfaren", goals), own),
        questions=(*offered_questions(model, "erfaren", goals), TalkQuestion(text="Vem är med?", note="Vet inte än.")),
        before="Tänkt på introduktionen.",
        during="Vi är överens.\nBra samtal.",
        after="Chefen ordnar plats på kursen.",
        follow_up=FOLLOW_UP,
        looking_back=(
            Earlier(part=Part.ACTIVITY, planned=date(2025, 11, 20), text="Läsa kurs", status=Outcome.DONE, note="Ja!"),
            Earlier(part=Part.GOAL, planned=date(2025, 11, 20), id="roles/mentor", text="Mentor"),
        ),
    )


def marked(value: Any, mark: str) -> Any:
    """Return the value with the mark in every text that a person can write, wherever it stands."""
    if isinstance(value, tuple):
        return tuple(marked(item, mark) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new = {one.name: _mark(one.name, getattr(value, one.name), mark) for one in fields(value)}
    return replace(value, **new)


def _mark(name: str, value: Any, mark: str) -> Any:
    if type(value) is str and name not in IDENTITIES:
        return f"{value} {mark}"
    return marked(value, mark)


def texts(value: Any) -> list[str]:
    """Return every text of a plan that a person can write."""
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if not is_dataclass(value):
        return []
    found = []
    for one in fields(value):
        inner = getattr(value, one.name)
        found += [inner] if type(inner) is str and one.name not in IDENTITIES else texts(inner)
    return found
