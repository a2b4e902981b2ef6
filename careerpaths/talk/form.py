"""Everything the planning talk's form needs, prepared once a model and language: form, roles, words.

The result is one JSON document without answers. The script in `talk/scripts/talk.js` fills it in.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from careerpaths.html.script_words import script_words
from careerpaths.html.templating import render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Role, RoleKind, StepKind
from careerpaths.talk.words import DIRECTION, HELD, OUTCOME


@dataclass(frozen=True)
class Limits:
    """What a plan can hold: characters of a line, a text and a note, activities, and bytes of its files."""

    short: int
    long: int
    note: int
    activities: int
    plan: int
    pdf: int


@dataclass(frozen=True)
class Example:
    """A sensible beginning: a role to stand in and an assignment to think about, with their names."""

    role: str
    role_name: str
    goal: str
    goal_name: str


def prepared_talk(model: Model, phrases: Phrases, limits: Limits) -> bytes:
    """Return the talk's form in one language as UTF-8 JSON."""
    example = example_of(model)
    answers = {
        "directions": phrases.words(DIRECTION),
        "held": phrases.words(HELD),
        "outcomes": phrases.words(OUTCOME),
    }
    content = {
        "language": phrases.language,
        "region": phrases.region.replace("_", "-"),
        "version": model.about.version,
        "said": script_words("talk.js", phrases),
        "limits": asdict(limits),
        "example": asdict(example) if example else None,
        "stages": [{"id": stage.id, "name": stage.name, "lang": stage.name.lang} for stage in model.stages],
        "roles": [_role(role, model) for role in model.roles],
        "html": render("talk.html.j2", model, phrases, example=example, limits=limits, **answers),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def example_of(model: Model) -> Example | None:
    """Return the first position one is employed as with the assignment nearest to it; None if there is none."""
    for role in model.roles:
        if role.employed and role.kind is RoleKind.POSITION:
            goal = next((found for found in _onward(model, role) if found.kind is RoleKind.ASSIGNMENT), None)
            if goal:
                return Example(role.id, _in_a_sentence(role.name), goal.id, _in_a_sentence(goal.name))
    return None


def _onward(model: Model, start: Role) -> Iterator[Role]:
    """Yield the roles that steps lead to from a role, the nearest first, without leaving the organisation."""
    waiting, seen = deque([start.id]), {start.id}
    while waiting:
        here = waiting.popleft()
        for step in model.steps:
            if step.start == here and step.end not in seen and step.kind is not StepKind.OUT:
                seen.add(step.end)
                waiting.append(step.end)
                role = model.role(step.end)
                if role:
                    yield role


def _role(role: Role, model: Model) -> dict[str, object]:
    near = [step.end for step in model.steps if step.start == role.id and step.kind is not StepKind.OUT]
    return {"id": role.id, "name": role.name, "lang": role.name.lang, "stage": role.stage.id, "near": near}


def _in_a_sentence(name: str) -> str:
    """Return a name without its capital, unless it begins with an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
