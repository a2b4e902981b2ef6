"""The overview: everything computed, for any model; what it says of the shipped one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import networkx as nx
import pytest

from careerpaths.analysis.bottlenecks import bottlenecks
from careerpaths.analysis.overview import EvidenceCounts, Overview, overview
from careerpaths.model.model import Measure, Model, Role, Step, StepKind, Text
from tests.support.builders import assignment, leaving, line, model, outside, role, row, source, step, tasks
from tests.support.models import shipped

TODAY = date(2026, 11, 22)
BACK = StepKind.BACK


@pytest.fixture(scope="module")
def seen_today() -> tuple[Model, Overview]:
    """Return the shipped model and its overview."""
    read = shipped()
    return read, overview(read, TODAY)


def names(roles: tuple[Role, ...]) -> list[str]:
    """Return the ids of roles."""
    return [one.id for one in roles]


def measure(measure_id: str, kal: str = "", status: str = "") -> Measure:
    """Return a measure."""
    return Measure(measure_id, Text(measure_id), line("text"), (), kal, status=Text(status))


def test_cells_hold_every_role_once_and_its_ways(seen_today: tuple[Model, Overview]) -> None:
    """Each role stands in one square, with every step there and on; leaving is no way on."""
    read, seen = seen_today
    held = [one.id for cell in seen.cells for one in cell.roles]
    assert sorted(held) == sorted(one.id for one in read.roles)
    staying = [one for one in read.steps if one.kind is not StepKind.OUT]
    assert (
        sum(len(cell.ways_on) for cell in seen.cells) == sum(len(cell.ways_here) for cell in seen.cells) == len(staying)
    )


def test_dead_end_is_a_role_that_only_leaving_leads_on_from() -> None:
    """A role without steps on is a dead end, and so is one that one can only leave; who has left is none."""
    built = model(
        ("a", "top", "alone", outside("gone")),
        step("a", "top"),
        step("a", "alone"),
        leaving("gone", "a", "top"),
    )
    assert names(overview(built, TODAY).dead_ends) == ["top", "alone"]


def test_way_back_is_a_step_back_or_a_step_to_where_one_came_from() -> None:
    """A role one cannot go back from is named; where a career begins is no place to go back to."""
    built = model(
        (outside("in", entry=True), "new", "first", "other", "boss", "chief", assignment("mentor", "first")),
        step("in", "new"),
        step("new", "first"),
        step("first", "other"),
        step("other", "first"),
        step("first", "boss"),
        step("boss", "first", kind=BACK),
        step("boss", "chief"),
        step("first", "mentor"),
    )
    assert names(overview(built, TODAY).no_way_back) == ["chief", "mentor"]


def test_bottleneck_counts_the_pairs_that_hang_on_it() -> None:
    """On a line of five roles the inner ones and the steps between carry the pairs beyond them; ends carry none.

    What only the first role or only the last one hangs on is no bottleneck: the step there, and the role before it.
    """
    built = model("a b c d e", step("a", "b"), step("b", "c"), step("c", "d"), step("d", "e"))
    found = {one.place.id: one.dependent for one in bottlenecks(built)}
    assert found == {"c": 4, "b.c": 5, "c.d": 5}
    assert {one.pairs for one in bottlenecks(built)} == {10}


def test_second_way_lifts_the_bottleneck() -> None:
    """Where two ways lead past each other, nothing hangs on either; ways by leaving do not count."""
    assert bottlenecks(model("a b c d", step("a", "b"), step("a", "c"), step("b", "d"), step("c", "d"))) == ()
    assert bottlenecks(model(("a", "b", outside("gone")), leaving("gone", "a", "b"), step("gone", "b"))) == ()


@pytest.mark.parametrize("seed", range(30))
def test_bottlenecks_are_what_breaks_a_way_when_it_closes(seed: int) -> None:
    """Counted by dominators, the pairs are those that lose every way when the role or step is taken away."""
    random = Random(seed)  # noqa: S311 - the same model for the same seed
    ids = [f"r{number}" for number in range(9)]
    pairs = dict.fromkeys(tuple(random.sample(ids, 2)) for _ in range(16))
    built = model(tuple(ids), *(step(start, end) for start, end in pairs))
    ends = {place: [{*ends} for ends in zip(*lost, strict=True)] for place, lost in _broken(built).items()}
    true = {place: len(lost) for place, lost in _broken(built).items() if all(len(one) > 1 for one in ends[place])}
    assert {one.place.id: one.dependent for one in bottlenecks(built)} == true


def _broken(built: Model) -> dict[str, list[tuple[str, str]]]:
    """Return the pairs that lose every way with each role and step that any pair loses its ways with."""
    graph: nx.DiGraph[str] = nx.DiGraph((one.start, one.end) for one in built.steps)
    joined = [(one, other) for one in graph for other in graph if one != other and nx.has_path(graph, one, other)]
    places: tuple[Role | Step, ...] = (*(one for one in built.roles if one.id in graph), *built.steps)
    found = {}
    for place in places:
        left = graph.copy()
        if isinstance(place, Role):
            left.remove_node(place.id)
        else:
            left.remove_edge(place.start, place.end)
        ends = (place.id,) if isinstance(place, Role) else ()
        direct = (place.start, place.end) if isinstance(place, Step) else ()
        asked = [pair for pair in joined if pair != direct and not {*ends} & {*pair}]
        found[place.id] = [pair for pair in asked if not nx.has_path(left, *pair)]
    return {place: pairs for place, pairs in found.items() if pairs}


def test_lines_are_counted_by_what_they_rest_on() -> None:
    """A line with a source counts as such even when it is verified too; one with neither is an example."""
    known = source("S")
    lines = (line("a", "", known, verified=TODAY), line("b", verified=TODAY), line("c"))
    seen = overview(model((role("r", functions=tasks(*lines), purpose=line("purpose", "", known)),)), TODAY)
    assert seen.lines[0][1] == EvidenceCounts(source=2, verified=1, example=1)
    assert seen.lines[0][1].share == 0.5


def test_roles_stand_with_the_best_known_first(seen_today: tuple[Model, Overview]) -> None:
    """So that a reader sees at either end which roles rest most and least on sources."""
    shares = [counts.share for _, counts in seen_today[1].lines]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) == len(seen_today[0].roles)


@pytest.mark.parametrize(("day", "late"), [(date(2028, 11, 20), False), (date(2028, 11, 21), True)])
def test_role_is_out_of_date_to_the_day(day: date, late: bool) -> None:
    """A role is out of date 24 months after its review and not a day before; one never reviewed is listed apart."""
    built = model((role("r", reviewed=date(2026, 11, 21)), "never"))
    seen = overview(built, day)
    assert names(seen.outdated) == (["r"] if late else [])
    assert names(seen.never_reviewed) == ["never"]


def test_parts_hold_their_measures_with_what_is_expected_and_reported() -> None:
    """K, A and L in that order, those in none of them last, a part without measures not at all."""
    built = replace(
        model("a"),
        measures=(measure("pay", "L", "Klar."), measure("care"), measure("study", "K")),
        plan=(
            row("one", "activity", "hoped told", measure="pay"),
            row("two", "activity", "hoped", measure="pay"),
            row("hoped", "expected"),
            row("told", "reported"),
        ),
    )
    seen = overview(built, TODAY)
    assert [part.letter for part in seen.parts] == ["K", "L", ""]
    doing = seen.parts[1].measures[0]
    assert [item.id for item in doing.rows] == ["one", "two"]
    assert ([item.id for item in doing.expected], [item.id for item in doing.reported]) == (["hoped"], ["told"])
    assert doing.measure.status == "Klar."
    assert [one.measure.id for one in seen.measures] == ["pay", "study", "care"]
    assert seen.parts[0].measures[0].measure.status == ""


def test_expected_results_stand_beside_reported_ones_and_are_never_mixed(seen_today: tuple[Model, Overview]) -> None:
    """Each result stands in one list, with the activities that lead to it."""
    read, seen = seen_today
    expected = [item for item, _ in seen.results.expected]
    reported = [item for item, _ in seen.results.reported]
    assert expected
    assert reported
    assert all(item.is_expected and item.day is None for item in expected)
    assert all(item.is_reported and item.day == date(2019, 1, 29) for item in reported)
    assert len(expected) + len(reported) == sum(item.type == "result" for item in read.plan)
    leading = {item.id: [one.id for one in activities] for item, activities in seen.results.reported}
    assert leading["konsulter-ersatta"] == ["fasta-tjanster", "kal-planen"]


def test_shipped_model_in_the_overview(seen_today: tuple[Model, Overview]) -> None:
    """Heads of area have no way on and none back; most ways pass the experienced; every part has measures."""
    read, seen = seen_today
    assert names(seen.dead_ends) == ["omradeschef"]
    assert "omradeschef" in names(seen.no_way_back)
    assert seen.bottlenecks[0].place.id == "erfaren"
    assert [part.letter for part in seen.parts] == ["K", "A", "L", ""]
    assert sum(len(part.measures) for part in seen.parts) == len(read.measures)
    assert seen.timeline == read.timeline
    assert seen.outdated == ()


def test_overview_of_next_to_nothing_is_empty() -> None:
    """A model of one role, without steps, measures or plan, has an overview too."""
    seen = overview(model("a"), TODAY)
    assert (seen.bottlenecks, seen.no_way_back, seen.parts, seen.timeline) == ((), (), (), ())
    assert (seen.results.expected, seen.results.reported) == ((), ())
    assert names(seen.dead_ends) == ["a"]
