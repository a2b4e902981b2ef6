"""Leaving, counted for a whole unit so that no number tells about a person (sources: S16-22; design notes, part 2).

**What is shown**: how many left within three whole years together, if they were at least five; internal moves apart
from that, under the same limit; and, where at least ten left, which causes at least five of them named, the most named
first. Everything else is «too few», in the same way whatever the number is: there are no bands, shares or sums.

**Why a fixed grid**: periods are exactly three years and end in years that divide by three (2020–2022, 2023–2025).
Two periods that anyone can ask for are then the same or have no year in common, so one taken from the other never gives
a single year, today or in a file from last year. Nothing has to be remembered for that to hold. Longer periods would
break it: six years less three years are three years that might have been too few.

**What is never there**: a year, a part of the unit, a person, or a number of those who named a cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YEARS = 3
FEWEST = 5
"""The fewest leavers, movers or namings that are not too few."""
FEWEST_FOR_CAUSES = 10


@dataclass(frozen=True, order=True)
class Years:
    """A period of whole calendar years, `first` to `last`, both within it."""

    first: int
    last: int

    @property
    def is_allowed(self) -> bool:
        """Return whether this is one of the periods of the grid."""
        return self.last - self.first == YEARS - 1 and self.last % YEARS == 0

    def is_over(self, today: date) -> bool:
        """Return whether every day of the period has passed."""
        return self.last < today.year


@dataclass(frozen=True)
class Counts:
    """What a unit fills in for one period, as a whole; it is never written to a file and never shown.

    `left` left the organisation, `moved` went to other work within it. `causes` says how many of those who left named
    each cause (its id in the plan); one person may name several.
    """

    years: Years
    left: int
    moved: int = 0
    causes: tuple[tuple[str, int], ...] = ()


class Why(StrEnum):
    """Why nothing is shown: too few left, or the period is not one of the grid, not over, or asked for twice."""

    TOO_FEW = "too-few"
    PERIOD = "period"
    NOT_OVER = "not-over"
    TWICE = "twice"


@dataclass(frozen=True)
class TooFew:
    """Nothing is shown for a period; says the same for none, one and four who left."""

    years: Years
    why: Why = Why.TOO_FEW


@dataclass(frozen=True)
class Shown:
    """What may be shown for a period, on screen and in every file.

    `moved` is None where they were too few. `causes` are ids, those most named first; those that fewer than five
    named are not among them, and where fewer than ten left it is None.
    """

    years: Years
    left: int
    moved: int | None = None
    causes: tuple[str, ...] | None = None


def periods(today: date, several: int = 3) -> tuple[Years, ...]:
    """Return the last periods that are over, the newest first: what a unit can choose between."""
    last = (today.year - 1) // YEARS * YEARS
    return tuple(Years(end - YEARS + 1, end) for end in range(last, last - several * YEARS, -YEARS))


def shown(counts: Counts, today: date) -> Shown | TooFew:
    """Return what may be shown of one period's counts."""
    years = counts.years
    if not years.is_allowed:
        return TooFew(years, Why.PERIOD)
    if not years.is_over(today):
        return TooFew(years, Why.NOT_OVER)
    if counts.left < FEWEST:
        return TooFew(years)
    moved = counts.moved if counts.moved >= FEWEST else None
    return Shown(years, counts.left, moved, _ranked(counts) if counts.left >= FEWEST_FOR_CAUSES else None)


def _ranked(counts: Counts) -> tuple[str, ...]:
    """Return the causes that enough named, the most named first; where as many named two, the order given decides."""
    enough = [cause for cause in counts.causes if cause[1] >= FEWEST]
    return tuple(name for name, _ in sorted(enough, key=lambda cause: -cause[1]))


def all_shown(several: Iterable[Counts], today: date) -> tuple[Shown | TooFew, ...]:
    """Return what may be shown of several periods, in the order given; each period counts once.

    The same period twice would show one part of a unit by what sets the two apart, so then neither is shown.
    """
    given = tuple(several)
    times = [counts.years for counts in given]
    return tuple(
        TooFew(counts.years, Why.TWICE) if times.count(counts.years) > 1 else shown(counts, today) for counts in given
    )


def as_plain(one: Shown | TooFew) -> dict[str, object]:
    """Return what may be shown as plain values, for a file; the counts themselves are in none."""
    years = {"first": one.years.first, "last": one.years.last}
    if isinstance(one, TooFew):
        return {**years, "why": one.why.value}
    plain: dict[str, object] = {**years, "left": one.left}
    if one.moved is not None:
        plain["moved"] = one.moved
    if one.causes is not None:
        plain["causes"] = list(one.causes)
    return plain


def from_plain(plain: Mapping[str, object], known: Iterable[str]) -> Shown | TooFew | None:
    """Return what a file says was shown, or None where it says something that never is; `known` are ids of causes."""
    first, last, left = (_whole(plain.get(key)) for key in ("first", "last", "left"))
    if first is None or last is None:
        return None
    years = Years(first, last)
    if plain.get("why") in tuple(Why):
        return TooFew(years, Why(str(plain["why"])))
    moved, causes = plain.get("moved"), plain.get("causes")
    if left is None or left < FEWEST or not years.is_allowed:
        return None
    if moved is not None and (_whole(moved) or 0) < FEWEST:
        return None
    if causes is not None and (left < FEWEST_FOR_CAUSES or not _are_causes(causes, {*known})):
        return None
    ranked = tuple(str(cause) for cause in causes) if isinstance(causes, list) else None
    return Shown(years, left, _whole(moved), ranked)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100_000 else None


def _are_causes(value: object, known: set[str]) -> bool:
    return isinstance(value, list) and len({*map(str, value)}) == len(value) and {*map(str, value)} <= known
