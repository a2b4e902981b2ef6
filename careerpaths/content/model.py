"""What a competence supply model is: stages, tracks, roles, steps, and where every line comes from.

Only frozen values and no behaviour beyond looking things up. A `Model` is in one language; texts that
lack a translation keep their original language in `Text.lang`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Text(str):
    """A piece of text that knows its language (`lang`, a BCP 47 tag such as `sv`)."""

    lang: str

    def __new__(cls, value: str, lang: str = "sv") -> Text:
        """Return `value` as a text in the language `lang`."""
        text = super().__new__(cls, value)
        text.lang = lang
        return text


class Origin(StrEnum):
    """How much of a role, step or track the sources name: all of it, part of it, or nothing."""

    SOURCE = "source"
    PARTLY = "partly"
    EXAMPLE = "example"


class SourceKind(StrEnum):
    """What a source is: one of the two articles, a statute, or another public page."""

    ARTICLE = "article"
    LAW = "law"
    PUBLIC = "public"


class RoleKind(StrEnum):
    """Befattning (employed as), uppdrag (held beside a position) or skede (a phase)."""

    POSITION = "position"
    ASSIGNMENT = "assignment"
    PHASE = "phase"


class StepKind(StrEnum):
    """The direction of a step, in the order in which the interface lists them."""

    IN = "in"
    UP = "up"
    SIDEWAYS = "sideways"
    DEEPENING = "deepening"
    BACK = "back"
    OUT = "out"


class RequirementKind(StrEnum):
    """What sort of thing is required; `EMPLOYER` is decided by the employer, not held by a person."""

    FORMAL = "formal"
    EXPERIENCE = "experience"
    TRAINING = "training"
    PERSONAL = "personal"
    EMPLOYER = "employer"


class Level(StrEnum):
    """The three levels of the model (source: S16-30)."""

    ORGANISATION = "organisation"
    GROUP = "group"
    INDIVIDUAL = "individual"


class Period(StrEnum):
    """How often an amount is paid; `NOT_STATED` where the source does not say."""

    MONTH = "month"
    YEAR = "year"
    ONCE = "once"
    NOT_STATED = "not-stated"


@dataclass(frozen=True)
class Source:
    """One fact, paragraph or page that a line rests on, with our own one-sentence paraphrase."""

    id: str
    kind: SourceKind
    title: Text
    text: Text
    date: date | None = None
    place: str = ""


@dataclass(frozen=True)
class Amount:
    """A sum of money as a source states it. Amounts are never added together."""

    id: str
    name: Text
    value: int | None
    unit: str
    period: Period
    condition: Text
    year: int
    source: Source


@dataclass(frozen=True)
class Line:
    """One statement: its text, what it rests on, and when the organisation verified it."""

    id: str
    text: Text
    sources: tuple[Source, ...] = ()
    verified: date | None = None
    amount: Amount | None = None
    internal: bool = False
    line: int = field(default=0, compare=False)

    @property
    def is_example(self) -> bool:
        """Return whether neither a source nor the organisation stands behind the line."""
        return not self.sources and self.verified is None


@dataclass(frozen=True)
class Requirement(Line):
    """Something a role or a step requires, or counts as a merit; shared by id between them."""

    kind: RequirementKind = RequirementKind.PERSONAL


@dataclass(frozen=True)
class Interval:
    """A typical time in years, `least` ≤ `most`; `most` is None where it is open («från 5 år»)."""

    least: float
    most: float | None = None


@dataclass(frozen=True)
class TaskGroup:
    """One function of a role, and the tasks that belong to it."""

    id: str
    name: Text
    tasks: tuple[Line, ...]


@dataclass(frozen=True)
class Levels:
    """What the organisation does, what the group does and what you do, for one role."""

    organisation: tuple[Line, ...] = ()
    group: tuple[Line, ...] = ()
    individual: tuple[Line, ...] = ()

    def at(self, level: Level) -> tuple[Line, ...]:
        """Return the lines of one level."""
        return {
            Level.ORGANISATION: self.organisation,
            Level.GROUP: self.group,
            Level.INDIVIDUAL: self.individual,
        }[level]


@dataclass(frozen=True)
class Stage:
    """A column of the map: a part of working life."""

    id: str
    name: Text
    short: Text


@dataclass(frozen=True)
class Track:
    """A lane of the map: an area of work or a direction."""

    id: str
    name: Text
    origin: Origin = Origin.EXAMPLE


@dataclass(frozen=True)
class Role:
    """A position, an assignment beside one, or a phase: one box on the map."""

    id: str
    name: Text
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
    levels: Levels = field(default_factory=Levels)
    good_to_know: tuple[Line, ...] = ()
    ask: Line | None = None
    owner: Text = Text("")
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
    """A way from one role to another; `wildcard` when it stands for «every employed role»."""

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
class Measure:
    """Something the employer does; `kal` and `aruba` are our own sorting, marked so where shown."""

    id: str
    name: Text
    text: Line
    levels: tuple[Level, ...]
    kal: str = ""
    aruba: str = ""
    status: Text = Text("")
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
    source: Source | None = None


@dataclass(frozen=True)
class Question:
    """Something only the organisation can answer, and the roles it touches."""

    id: str
    text: Text
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """What the model is called, whose it is, and how fresh it must be (`review_months`)."""

    title: Text
    organisation: Text
    version: str
    updated: date
    review_months: int
    welcome: Text
    owner: Text
    vacancies: str = ""


@dataclass(frozen=True)
class Model:
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

    def role(self, role_id: str) -> Role | None:
        """Return the role with this id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def step(self, step_id: str) -> Step | None:
        """Return the step with this address (`FROM.TO`), or None."""
        return next((step for step in self.steps if step.id == step_id), None)

    def roles_in(self, stage: Stage) -> Iterator[Role]:
        """Yield the roles of one stage in the order of the file."""
        return (role for role in self.roles if role.stage.id == stage.id)
