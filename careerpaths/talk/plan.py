"""The development plan: everything the planning talk's form holds, and no name of anybody.

Texts from the model are kept as they were when they were chosen, beside their ids: a plan is a picture of
one talk, and a later change of the model does not alter it. `gone` marks what the model no longer has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from careerpaths.documents.strict_json import NOT_WRITTEN, Day, Language, Long, Note, Short, YesNo
from careerpaths.model.model import Model

ACTIVITIES_MOST = 60
EARLIER_MOST = 300  # rows to look back on


Direction = StrEnum("Direction", "UNDECIDED ROLES STAY")
"""What is thought about: one or two other roles, staying and deepening, or nothing decided yet."""

Held = StrEnum("Held", "HAS MISSING UNKNOWN")
"""Whether a requirement is fulfilled, as the two at the screen see it."""

Outcome = StrEnum("Outcome", "DONE ONGOING DROPPED")
"""What became of something that was planned."""

Part = StrEnum("Part", "GOAL ACTIVITY PREREQUISITE")
"""Which part of a plan an earlier item stood in."""


@dataclass(frozen=True)
class FromModel:
    """Something that may stand in a part of the model: its `id` there, empty for what was written in the talk.

    `gone` is worked out against the model when a file is read; it is never written to a file.
    """

    part_of_model: ClassVar[str] = ""
    id: Short = ""
    gone: Annotated[bool, NOT_WRITTEN] = field(default=False, kw_only=True, metadata={"written": False})

    @property
    def address(self) -> str:
        """Return where it stands in the model."""
        return f"{self.part_of_model}{self.id}"


@dataclass(frozen=True)
class Choice(FromModel):
    """A role that was chosen: its id, and its name as it was."""

    part_of_model = "roles/"
    text: Short = ""


@dataclass(frozen=True)
class Gap(FromModel):
    """A requirement (or, for who stays, a merit) by its id, and whether it is fulfilled."""

    part_of_model = "requirements/"
    text: Long = ""
    status: Held = Held.UNKNOWN


@dataclass(frozen=True)
class Prerequisite(FromModel):
    """Something the employer answers for, and what was agreed about it."""

    text: Long = ""
    agreed: YesNo = False
    note: Long = ""


@dataclass(frozen=True)
class Activity(FromModel):
    """What will be done, when, and which function sees to it."""

    what: Long = ""
    when: Short = ""
    responsible: Short = ""


@dataclass(frozen=True)
class TalkQuestion(FromModel):
    """A question for the talk, and what was noted about it."""

    text: Long = ""
    note: Long = ""


@dataclass(frozen=True, kw_only=True)
class Earlier(FromModel):
    """Something planned in an earlier talk, and what became of it; `status` is None until it is ticked."""

    part: Part
    planned: Day
    text: Long = ""
    details: Long = ""
    status: Outcome | None = None
    note: Long = ""


@dataclass(frozen=True)
class Plan:
    """One talk and what it came to. `language` is the one its texts are in, `created` the day of the talk.

    `follow_up_uid` is the follow-up's name in a calendar: random, so that a changed day moves the entry that is there.
    """

    model_version: Short
    language: Language
    created: Day
    role: Choice | None = None
    since: Short = ""
    direction: Direction = Direction.UNDECIDED
    goals: Annotated[tuple[Choice, ...], Field(max_length=2)] = ()
    gaps: Annotated[tuple[Gap, ...], Field(max_length=80)] = ()
    prerequisites: Annotated[tuple[Prerequisite, ...], Field(max_length=60)] = ()
    activities: Annotated[tuple[Activity, ...], Field(max_length=ACTIVITIES_MOST)] = ()
    questions: Annotated[tuple[TalkQuestion, ...], Field(max_length=60)] = ()
    before: Note = ""
    during: Note = ""
    after: Note = ""
    follow_up: Day | None = None
    looking_back: Annotated[tuple[Earlier, ...], Field(max_length=EARLIER_MOST)] = ()
    follow_up_uid: Annotated[str, Field(pattern="^([0-9a-f]{32})?$")] = ""

    @classmethod
    def empty(cls, model: Model, today: date) -> Plan:
        """Return a plan where nothing is filled in, for a talk today on this model."""
        return cls(model.about.version, model.language, today)
