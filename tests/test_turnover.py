"""Leaving, counted: no number below the limit can be read or computed, whatever is asked for and whenever."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from careerpaths.graph.turnover import (
    FEWEST,
    FEWEST_FOR_CAUSES,
    Counts,
    Shown,
    TooFew,
    Why,
    Years,
    all_shown,
    as_plain,
    from_plain,
    periods,
    shown,
)

TODAY = date(2026, 11, 22)
FIRST, LAST = 2012, 2026
CAUSES = ("workload", "pay", "leadership", "other")
BLOCK = Years(2023, 2025)
Vector = tuple[int, ...]


@dataclass(frozen=True)
class Unit:
    """A small unit as it really was: year by year, who left, who moved, and how many of them named each cause."""

    left: dict[int, int]
    moved: dict[int, int]
    causes: dict[int, dict[str, int]]

    def counts(self, years: Years) -> Counts:
        """Return what the unit would fill in for a period."""
        span = [year for year in range(years.first, years.last + 1) if year in self.left]
        named = tuple((cause, sum(self.causes[year][cause] for year in span)) for cause in CAUSES)
        return Counts(years, sum(self.left[year] for year in span), sum(self.moved[year] for year in span), named)


def unit(seed: int) -> Unit:
    """Return a unit of some 5–40 people over fifteen years, with more or less leaving in some of them."""
    random = Random(seed)  # noqa: S311 - the same unit for the same seed
    years = range(FIRST, LAST + 1)
    size = random.randint(5, 40)
    left = {year: sum(random.random() < random.choice((0.02, 0.1, 0.2, 0.4)) for _ in range(size)) for year in years}
    moved = {year: sum(random.random() < 0.08 for _ in range(size)) for year in years}
    chance = {cause: random.random() for cause in CAUSES}
    causes = {
        year: {cause: sum(random.random() < chance[cause] for _ in range(left[year])) for cause in CAUSES}
        for year in years
    }
    return Unit(left, moved, causes)


def every_period() -> list[Years]:
    """Return every period that anybody could ask for, sensible or not."""
    return [Years(first, last) for first in range(FIRST, LAST + 1) for last in range(first - 1, LAST + 1)]


def every_view(counts: dict[Years, Counts]) -> list[Shown]:
    """Return everything that is ever shown of a unit: every period, on the last day of every year."""
    days = [date(year, 12, 31) for year in range(FIRST, LAST + 2)]
    results = (shown(one, day) for one in counts.values() for day in days)
    return list(dict.fromkeys(one for one in results if isinstance(one, Shown)))


def mask(years: Years) -> Vector:
    """Return the years of a period as a vector, one place a year."""
    return tuple(int(years.first <= year <= years.last) for year in range(FIRST, LAST + 1))


class Span:
    """What sums and differences of some rows can give, however they are weighted."""

    def __init__(self, rows: Iterable[Vector]) -> None:
        """Bring the rows to echelon form, in whole numbers."""
        self.basis: list[tuple[int, list[int]]] = []
        for row in rows:
            rest = self.rest(row)
            if any(rest):
                self.basis.append((next(place for place, value in enumerate(rest) if value), rest))

    def rest(self, row: Vector) -> list[int]:
        """Return what is left of a row when all that the basis gives is taken away."""
        left = list(row)
        for lead, one in self.basis:
            if left[lead]:
                factor, other = one[lead], left[lead]
                left = [factor * mine - other * its for mine, its in zip(left, one, strict=True)]
        return left

    def gives(self, row: Vector) -> bool:
        """Return whether a row can be computed."""
        return not any(self.rest(row))


@pytest.mark.parametrize("seed", range(0, 400, 50))
def test_no_small_count_can_be_read_or_computed(seed: int) -> None:
    """Of 400 small units, no sum or difference of anything ever shown gives a count below the limit."""
    some = 0
    for each in range(seed, seed + 50):
        of = unit(each)
        counts = {years: of.counts(years) for years in every_period()}
        views = every_view(counts)
        some += bool(views)
        for kind, told in (("left", views), ("moved", [one for one in views if one.moved is not None])):
            assert all(getattr(one, kind) >= FEWEST for one in told)
            span = Span(mask(one.years) for one in told)
            hidden = [years for years in counts if years.first <= years.last and getattr(counts[years], kind) < FEWEST]
            assert [years for years in hidden if span.gives(mask(years))] == [], (each, kind)
    assert some > 10


def test_the_test_sees_leaks() -> None:
    """Periods that overlap, and a longer one over a shorter, would be found: the test is not blind."""
    rolling = Span([mask(Years(2021, 2023)), mask(Years(2022, 2024)), mask(Years(2022, 2023))])
    assert rolling.gives(mask(Years(2021, 2021)))
    assert Span([mask(Years(2018, 2023)), mask(Years(2018, 2020))]).gives(mask(Years(2021, 2023)))
    assert not Span([mask(Years(2018, 2020)), mask(Years(2021, 2023))]).gives(mask(Years(2021, 2021)))


@pytest.mark.parametrize("seed", range(300))
def test_small_counts_look_all_the_same(seed: int) -> None:
    """Whatever a small count really is, from none to four, what is shown and exported is the same to the letter."""
    counts = unit(seed).counts(BLOCK)
    few = {text(shown(replace(counts, left=left), TODAY)) for left in range(FEWEST)}
    assert len(few) == 1
    for moved in range(FEWEST):
        assert shown(replace(counts, moved=moved), TODAY) == shown(replace(counts, moved=0), TODAY)
    for place, (cause, named) in enumerate(counts.causes):
        if named < FEWEST:
            for other in range(FEWEST):
                causes = (*counts.causes[:place], (cause, other), *counts.causes[place + 1 :])
                assert shown(replace(counts, causes=causes), TODAY) == shown(counts, TODAY)


def text(one: Shown | TooFew) -> str:
    """Return what a file would hold."""
    return json.dumps(as_plain(one), sort_keys=True)


@pytest.mark.parametrize("seed", range(300))
def test_export_holds_only_what_is_shown(seed: int) -> None:
    """A file holds the years, counts at the limit or above it, and causes in order without numbers; and reads back."""
    of = unit(seed)
    for years in every_period():
        result = shown(of.counts(years), TODAY)
        plain = as_plain(result)
        assert plain.keys() <= {"first", "last", "left", "moved", "causes", "why"}
        assert all(int(str(plain[key])) >= FEWEST for key in ("left", "moved") if key in plain)
        assert not isinstance(plain.get("causes"), dict)
        assert from_plain(json.loads(text(result)), CAUSES) == result


def test_causes_are_an_order_and_nothing_else() -> None:
    """Causes are listed most named first from ten leavers on, those that fewer than five named not at all."""
    counts = Counts(BLOCK, FEWEST_FOR_CAUSES, 0, (("pay", 5), ("workload", 9), ("leadership", 4), ("other", 5)))
    result = shown(counts, TODAY)
    assert isinstance(result, Shown)
    assert result.causes == ("workload", "pay", "other")
    fewer = shown(replace(counts, left=FEWEST_FOR_CAUSES - 1), TODAY)
    assert isinstance(fewer, Shown)
    assert fewer.causes is None


def test_internal_moves_are_no_leaving() -> None:
    """Moves within the organisation are counted apart: they do not add to those who left."""
    assert shown(Counts(BLOCK, 8, 6), TODAY) == Shown(BLOCK, 8, 6)
    assert shown(Counts(BLOCK, 8, 4), TODAY) == Shown(BLOCK, 8, None)
    assert shown(Counts(BLOCK, 4, 30), TODAY) == TooFew(BLOCK)


@pytest.mark.parametrize(
    "years",
    [Years(2025, 2025), Years(2024, 2025), Years(2022, 2024), Years(2020, 2025), Years(2025, 2023)],
    ids=lambda years: f"{years.first}-{years.last}",
)
def test_other_periods_show_nothing(years: Years) -> None:
    """A year, two years, a rolling window, six years and a period turned round show nothing, however many left."""
    assert shown(Counts(years, 500, 500), TODAY) == TooFew(years, Why.PERIOD)


def test_period_counts_when_it_is_over() -> None:
    """A period that is still going on shows nothing: tomorrow's figure less today's would be one person."""
    assert shown(Counts(BLOCK, 9), date(2025, 12, 31)) == TooFew(BLOCK, Why.NOT_OVER)
    assert shown(Counts(BLOCK, 9), date(2026, 1, 1)) == Shown(BLOCK, 9, None)


def test_periods_on_offer_are_allowed_and_have_no_year_in_common() -> None:
    """What a unit chooses between is over, on the grid, newest first, and does not overlap; on any day."""
    for year in range(2020, 2032):
        offered = periods(date(year, 7, 1))
        assert all(one.is_allowed and one.is_over(date(year, 7, 1)) for one in offered)
        assert all(later.first == earlier.last + 1 for later, earlier in pairwise(offered))
    assert periods(TODAY) == (Years(2023, 2025), Years(2020, 2022), Years(2017, 2019))


def test_same_period_twice_shows_neither() -> None:
    """The whole and the whole but one, side by side, would be the one: neither is shown."""
    other = Years(2020, 2022)
    results = all_shown([Counts(BLOCK, 9), Counts(other, 7), Counts(BLOCK, 8)], TODAY)
    assert results == (TooFew(BLOCK, Why.TWICE), Shown(other, 7), TooFew(BLOCK, Why.TWICE))


@pytest.mark.parametrize(
    "change",
    [
        {"left": 4},
        {"left": "9"},
        {"left": True},
        {"left": None},
        {"first": 2024},
        {"first": "2023"},
        {"moved": 4},
        {"moved": "many"},
        {"causes": ["pay", "pay"]},
        {"causes": ["a name"]},
        {"causes": {"pay": 3}},
        {"causes": "pay"},
        {"left": 9, "causes": ["pay"]},
        {"last": -1},
    ],
    ids=str,
)
def test_file_that_says_too_much_is_refused(change: dict[str, object]) -> None:
    """A file that was changed by hand brings in no small number, no other period, and no cause that is not known."""
    plain = {"first": 2023, "last": 2025, "left": 12, "moved": 5, "causes": ["pay"]}
    assert from_plain(plain, CAUSES) == Shown(BLOCK, 12, 5, ("pay",))
    assert from_plain({**plain, **change}, CAUSES) is None


def test_nothing_asks_for_a_year_a_part_or_a_person() -> None:
    """There is nowhere to put a single year, a part of the unit, or anybody's name."""
    assert {field.name for field in fields(Counts)} == {"years", "left", "moved", "causes"}
    assert {field.name for field in fields(Shown)} == {"years", "left", "moved", "causes"}
    assert {field.name for field in fields(TooFew)} == {"years", "why"}
