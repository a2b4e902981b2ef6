"""The plan as a file: out as JSON, and in again from that JSON or from the PDF that carries it.

Reading is strict, and what cannot be read raises `PlanError` and changes nothing. Only a file that says it
is of a later minor form, such as `karriarkartan.plan/1.2`, may hold keys that are not known here: they are
passed over, and said so.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import TypeAdapter

from careerpaths.documents.errors import PlanError, Reason
from careerpaths.documents.pdf_attachment import PLAN_MOST, carried_plan, is_pdf
from careerpaths.documents.strict_json import json_values, plain, record
from careerpaths.locale import languages
from careerpaths.model.model import Model
from careerpaths.talk.plan import FromModel, Plan
from careerpaths.talk.suggestions import addresses

PLAN = TypeAdapter(Plan)
SCHEMA = "karriarkartan.plan/1"
FOLLOW_UP_MOST = 3_653  # days after the talk: ten years
_SCHEMA = re.compile(r"karriarkartan\.plan/(?P<major>[1-9]\d{0,3})(\.(?P<minor>\d{1,4}))?", re.ASCII)

Item = TypeVar("Item", bound=FromModel)


class FileKind(StrEnum):
    """The files that leave a talk; the value is the ending of the file's name."""

    PDF = "pdf"
    WORD = "docx"
    CALENDAR = "ics"
    PLAN = "json"

    @property
    def mime(self) -> str:
        """Return the media type that a download says."""
        return {
            FileKind.PDF: "application/pdf",
            FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.CALENDAR: "text/calendar",
            FileKind.PLAN: "application/json",
        }[self]


class Remark(StrEnum):
    """What is worth saying about a plan that was read."""

    OTHER_VERSION = "other-version"
    GONE = "gone"
    PASSED_OVER = "passed-over"
    SAME_GOAL = "same-goal"
    OWN_ROLE = "own-role"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True)
class Loaded:
    """A plan that was read, and what is worth saying about it."""

    plan: Plan
    remarks: tuple[Remark, ...] = ()


def filename(kind: FileKind, day: date) -> str:
    """Return the name of a file that leaves the talk, such as `utvecklingsplan-2026-11-21.pdf`: no personal data."""
    what = "uppfoljning" if kind is FileKind.CALENDAR else "utvecklingsplan"
    return f"{what}-{day.isoformat()}.{kind.value}"


def to_json(plan: Plan) -> bytes:
    """Return the plan as a file to load next time; raise `PlanError` if it is too long to be loaded again."""
    values = plain(plan)
    text = json.dumps({"schema": SCHEMA, **values}, ensure_ascii=False, indent=1)  # type: ignore[dict-item]
    data = f"{text}\n".encode()
    _plan(data)
    return data


def read_plan(data: bytes, model: Model) -> Loaded:
    """Return the plan in a JSON file of at most 200 kB, or in a PDF of at most 2 MB that carries one.

    What the model does not have keeps its text and is marked `gone`. Raises `PlanError` for everything else.
    """
    if not data:
        raise PlanError(Reason.EMPTY)
    plan, passed_over = _plan(carried_plan(data) if is_pdf(data) else data)
    marked = _marked(plan, addresses(model))
    remarks = {
        Remark.OTHER_VERSION: plan.model_version != model.about.version,
        Remark.GONE: marked != plan,
        Remark.PASSED_OVER: passed_over,
        **_doubts(plan),
    }
    if plan.language not in {*languages(), model.language}:
        marked = replace(marked, language=model.language)
    return Loaded(marked, tuple(remark for remark, holds in remarks.items() if holds))


def _doubts(plan: Plan) -> dict[Remark, bool]:
    """Return what can hardly have been meant, though a plan may say it."""
    goals = [goal.id for goal in plan.goals if goal.id]
    days = (plan.follow_up - plan.created).days if plan.follow_up else 0
    return {
        Remark.SAME_GOAL: len({*goals}) < len(goals),
        Remark.OWN_ROLE: plan.role is not None and plan.role.id in goals,
        Remark.FOLLOW_UP: not 0 <= days <= FOLLOW_UP_MOST,
    }


def _plan(data: bytes) -> tuple[Plan, bool]:
    """Return the plan in a JSON file, and whether something in it was passed over."""
    if len(data) > PLAN_MOST:
        raise PlanError(Reason.TOO_BIG)
    values = json_values(data)
    schema = _SCHEMA.fullmatch(_told(values.pop("schema", None)))
    if schema is None:
        raise PlanError(Reason.OTHER_SCHEMA)
    if int(schema["major"]) > 1:
        raise PlanError(Reason.NEWER_SCHEMA)
    return record(PLAN, values, lenient=int(schema["minor"] or 0) > 0)


def _told(schema: object) -> str:
    return schema if isinstance(schema, str) else ""


def _marked(plan: Plan, known: frozenset[str]) -> Plan:
    """Return the plan with a mark on everything that the model does not have."""
    role = plan.role and _mark(plan.role, known)
    return replace(
        plan,
        role=role,
        goals=_marks(plan.goals, known),
        gaps=_marks(plan.gaps, known),
        prerequisites=_marks(plan.prerequisites, known),
        activities=_marks(plan.activities, known),
        questions=_marks(plan.questions, known),
        looking_back=_marks(plan.looking_back, known),
    )


def _marks(items: tuple[Item, ...], known: frozenset[str]) -> tuple[Item, ...]:
    return tuple(_mark(item, known) for item in items)


def _mark(item: Item, known: frozenset[str]) -> Item:
    return replace(item, gone=bool(item.id) and item.address not in known)
