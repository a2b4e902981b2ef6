"""What the model says, line by line: a text, what it rests on, an amount, a requirement, a time, a level."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from careerpaths.model.enums import Level, Period, RequirementKind, SourceKind

Something = TypeVar("Something")


class Text(str):
    """A piece of text that knows its language (`lang`, a BCP 47 tag such as `sv`)."""

    lang: str

    def __new__(cls, value: str, lang: str = "sv") -> Text:
        """Return `value` as a text in the language `lang`."""
        text = super().__new__(cls, value)
        text.lang = lang
        return text


@dataclass(frozen=True)
class Source:
    """A fact, statute or page that lines cite, with our own one-sentence paraphrase."""

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
    """One statement with its sources and the day when the organisation verified it; with neither it is an example."""

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


NO_TEXT = Text("")


@dataclass(frozen=True)
class ByLevel(Generic[Something]):
    """What the organisation does, what the group does and what is there for oneself; one thing can stand at several."""

    organisation: tuple[Something, ...] = ()
    group: tuple[Something, ...] = ()
    individual: tuple[Something, ...] = ()

    def at(self, level: Level) -> tuple[Something, ...]:
        """Return what stands at one level."""
        return {
            Level.ORGANISATION: self.organisation,
            Level.GROUP: self.group,
            Level.INDIVIDUAL: self.individual,
        }[level]


@dataclass(frozen=True)
class DatedLine:
    """A line with the date of its newest source."""

    day: date
    text: Line
