"""The data model of a competence supply model: stages, tracks, roles, steps, measures, glossary and questions.

Frozen dataclasses without behaviour beyond look-ups. A `Model` is in one language; texts that
lack a translation keep their original language in `Text.lang`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from careerpaths.model.cached import Cached
from careerpaths.model.enums import Level, Origin, Period, RequirementKind, RoleKind, SourceKind, StepKind
from careerpaths.model.plan import Item, TimelineEntry
from careerpaths.model.text import NO_TEXT, Amount, ByLevel, Interval, Line, Requirement, Source, Text

__all__ = [
    "NO_TEXT",
    "About",
    "Amount",
    "ByLevel",
    "Interval",
    "Level",
    "Line",
    "Measure",
    "Model",
    "Origin",
    "Period",
    "Question",
    "Requirement",
    "RequirementKind",
    "Role",
    "RoleKind",
    "Source",
    "SourceKind",
    "Stage",
    "Step",
    "StepKind",
    "TaskGroup",
    "Text",
    "Track",
    "Word",
]


@dataclass(frozen=True)
class Named:
    """What has an id and a name."""

    id: str
    name: Text


@dataclass(frozen=True)
class TaskGroup(Named):
    """One function of a role, and the tasks that belong to it."""

    tasks: tuple[Line, ...]


@dataclass(frozen=True)
class Stage(Named):
    """A column of the map: a part of working life."""

    short: Text


@dataclass(frozen=True)
class Track(Named):
    """A lane of the map: an area of work or a direction."""

    origin: Origin = Origin.EXAMPLE


@dataclass(frozen=True)
class Role(Named):
    """A position, an assignment beside one, or a phase: one box on the map."""

    short: Text
    kind: RoleKind
    stage: Stage
    tracks: tuple[Track, ...]
    origin: Origin
    purpose: Line
    aliases: tuple[Text, ...] = ()
    employed: bool = False
    entry: bool = False
    beside: tuple[str, ...] = ()
    functions: tuple[TaskGroup, ...] = ()
    requires: tuple[Requirement, ...] = ()
    merits: tuple[Requirement, ...] = ()
    prerequisites: tuple[Line, ...] = ()
    support: tuple[Line, ...] = ()
    benefits: tuple[Line, ...] = ()
    time: Interval | None = None
    time_note: Line | None = None
    levels: ByLevel[Line] = field(default_factory=ByLevel)
    good_to_know: tuple[Line, ...] = ()
    ask: Line | None = None
    owner: Text = NO_TEXT
    reviewed: date | None = None
    sources: tuple[Source, ...] = ()
    internal: bool = False
    line: int = field(default=0, compare=False)

    @property
    def track(self) -> Track:
        """Return the lane the role is drawn in."""
        return self.tracks[0]


@dataclass(frozen=True)
class Step:
    """A transition between two roles (their ids); `wildcard` when it was expanded from «every employed role» (`*`)."""

    start: str
    end: str
    kind: StepKind
    origin: Origin
    how: Line
    decided: Line | None = None
    talk_to: Line | None = None
    requires: tuple[Requirement, ...] = ()
    merits: tuple[Requirement, ...] = ()
    prepares: tuple[Line, ...] = ()
    support: tuple[Line, ...] = ()
    changes: tuple[Line, ...] = ()
    way_back: Line | None = None
    questions: tuple[Line, ...] = ()
    time: Interval | None = None
    sources: tuple[Source, ...] = ()
    wildcard: bool = False
    internal: bool = False
    line: int = field(default=0, compare=False)

    @property
    def id(self) -> str:
        """Return the step's address, `FROM.TO`."""
        return f"{self.start}.{self.end}"


@dataclass(frozen=True)
class Measure(Named):
    """Something the employer does; `kal` and `aruba` are our own sorting, marked so where shown."""

    text: Line
    levels: tuple[Level, ...]
    kal: str = ""
    aruba: str = ""
    status: Text = NO_TEXT
    amounts: tuple[Amount, ...] = ()
    roles: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Word:
    """A word of the field and what it means here."""

    id: str
    word: Text
    meaning: Text
    source: Source | None


@dataclass(frozen=True)
class Question:
    """Something only the organisation can answer, and the roles it touches."""

    id: str
    text: Text
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """Title and owner of the model; a role is out of date `review_months` months after its review."""

    title: Text
    organisation: Text
    version: str
    updated: date
    review_months: int
    welcome: Text
    owner: Text
    vacancies: str = ""


@dataclass(frozen=True)
class Model(Cached):
    """A whole competence supply model in one language."""

    language: str
    about: About
    stages: tuple[Stage, ...]
    tracks: tuple[Track, ...]
    roles: tuple[Role, ...]
    steps: tuple[Step, ...]
    requirements: tuple[Requirement, ...] = ()
    measures: tuple[Measure, ...] = ()
    amounts: tuple[Amount, ...] = ()
    sources: tuple[Source, ...] = ()
    glossary: tuple[Word, ...] = ()
    questions: tuple[Question, ...] = ()
    plan: tuple[Item, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()

    def role(self, role_id: str) -> Role | None:
        """Return the role with this id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def step(self, step_id: str) -> Step | None:
        """Return the step with this address (`FROM.TO`), or None."""
        return next((step for step in self.steps if step.id == step_id), None)

    def name_of(self, place: Role | Step) -> Text:
        """Return the name of a role, or «start → end» for a step."""
        if isinstance(place, Role):
            return place.name
        ends = [role.name for role in (self.role(place.start), self.role(place.end)) if role]
        return Text(" → ".join(ends), ends[0].lang)

    def roles_in(self, stage: Stage) -> Iterator[Role]:
        """Yield the roles of one stage in the order of the file."""
        return (role for role in self.roles if role.stage.id == stage.id)
