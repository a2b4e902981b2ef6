"""What can be reached within some years, what is just out of reach, and why there is no route."""

from __future__ import annotations

import pytest

from careerpaths.analysis.routes.finder import Obstacle, RouteFinder
from careerpaths.model.model import Model, RequirementKind, Stage, StepKind, Text, Track
from tests.support.builders import assignment, leaving, model, outside, requirement, role, step
from tests.support.route_oracle import SEEDS, met_by, small_model, smallest, walked

FORK = model(
    "a b c d e",
    step("a", "b", 1, "x"),
    step("a", "c", 2),
    step("b", "d", 1, "y"),
    step("c", "d", 1, "z"),
    step("d", "e", 3, "x"),
)


def reached(found: Model, start: str, years: float, *has: str) -> dict[str, list[tuple[float, list[str]]]]:
    """Return the roles within some years with years and new requirements of each route."""
    reaches = RouteFinder(found).within(start, years, frozenset(has))
    return {
        one.role.id: [(route.years, [asked.id for asked in route.new_requirements]) for route in one.routes]
        for one in reaches
    }


def test_every_role_within_the_years_comes_with_its_smallest_sets_of_requirements() -> None:
    """D takes two years with x and y, or three with z; the quicker first."""
    assert reached(FORK, "a", 3) == {"b": [(1, ["x"])], "c": [(2, [])], "d": [(2, ["x", "y"]), (3, ["z"])]}


def test_the_nearest_role_comes_first_and_the_limit_itself_is_within() -> None:
    """Years decide, then the order of the file."""
    assert list(reached(FORK, "a", 2)) == ["b", "c", "d"]
    assert list(reached(FORK, "a", 0.9)) == []


def test_what_one_has_makes_the_sets_smaller() -> None:
    """With x and y the slower way to d adds nothing."""
    assert reached(FORK, "a", 3, "x", "y")["d"] == [(2, [])]


def test_a_slower_way_that_asks_for_more_is_not_told() -> None:
    """Only ways that are quicker or ask for less."""
    found = model("a b c", step("a", "c", 1, "x"), step("a", "b", 1, "x"), step("b", "c", 1, "y"))
    assert reached(found, "a", 9)["c"] == [(1, ["x"])]


def test_of_two_ways_that_take_as_long_the_one_that_asks_for_less_is_told() -> None:
    """Although it has more steps."""
    found = model("a b c", step("a", "c", 1, "x"), step("a", "b", 1), step("b", "c", 0))
    assert reached(found, "a", 9)["c"] == [(1, [])]


def test_reach_never_leaves_working_life_to_come_back() -> None:
    """Leaving is always open and nothing one reaches."""
    found = model(("a", "b", outside("left")), leaving("left", "a", "b"), step("left", "b"), step("a", "b", 5))
    assert list(reached(found, "a", 4)) == []
    assert [one.role.id for one in RouteFinder(found).beyond("a", 4)] == ["b"]
    assert list(reached(found, "left", 4)) == ["b"]


def test_who_holds_an_assignment_reaches_what_its_base_reaches_too() -> None:
    """And the base itself, by ending the assignment."""
    found = model(
        ("a", assignment("m", "a"), "b", "c"),
        step("a", "m"),
        step("m", "a", 1, kind=StepKind.BACK),
        step("a", "b", 2),
        step("m", "c", 3),
    )
    assert reached(found, "m", 9) == {"a": [(1, [])], "b": [(2, [])], "c": [(3, [])]}


def test_what_takes_longer_comes_with_its_quickest_way() -> None:
    """E takes five years by the quickest way, and is the only role beyond three."""
    assert [(one.role.id, one.years) for one in RouteFinder(FORK).beyond("a", 3)] == [("e", 5)]


def test_an_unknown_role_reaches_nothing() -> None:
    """And nothing takes it longer."""
    assert RouteFinder(FORK).within("nowhere", 9) == ()
    assert RouteFinder(FORK).beyond("nowhere", 9) == ()


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"from {seeds[0]}")
def test_reach_is_what_trying_every_walk_finds(seeds: range) -> None:
    """200 small random models, every start, three budgets: the same roles, years and sets."""
    for found, finder, start, walks in walked(seeds):
        met = met_by(found, start, frozenset())
        for years in (0, 2, 4):
            told = {
                one.role.id: {(way.years, frozenset(asked.id for asked in way.new_requirements)) for way in one.routes}
                for one in finder.within(start, years)
            }
            assert told == smallest(walks, years, met), (start, years, found.steps)


@pytest.mark.parametrize("seed", range(25))
def test_a_role_is_within_reach_or_beyond_it_exactly_if_a_route_stays_in_working_life(seed: int) -> None:
    """Routes and reach never contradict each other."""
    found = small_model(seed)
    finder = RouteFinder(found)
    for start in found.roles:
        near = {one.role.id for one in finder.within(start.id, 1)}
        far = {one.role.id for one in finder.beyond(start.id, 1)}
        assert not near & far
        for goal in (one for one in found.roles if one.employed):
            staying = [route for route in finder.routes(start.id, goal.id) if not route.returns]
            assert (goal.id in near | far) == bool(staying)


S0, S1, S2 = (Stage(name, Text(name), Text(name)) for name in ("s0", "s1", "s2"))
CARE, LEAD = Track("care", Text("Care")), Track("lead", Text("Lead"))
WALLS = model(
    (
        outside("student", entry=True, stage=S0, tracks=(CARE,), requires=(requirement("admitted"),)),
        role("new", stage=S0, tracks=(CARE,)),
        role("worker", stage=S1, tracks=(CARE,)),
        assignment("mentor", "worker", stage=S1, tracks=(LEAD,)),
        role("boss", stage=S2, tracks=(LEAD,)),
        role("legend", stage=S2, tracks=(LEAD,)),
        role("end", stage=S2, tracks=(LEAD,)),
    ),
    step("student", "new", 1, "degree vacancy!"),
    step("new", "worker", 1),
    step("new", "mentor"),
    step("worker", "boss", 2),
    step("boss", "end", 2),
    step("mentor", "worker", kind=StepKind.UP),
)


@pytest.mark.parametrize(
    ("start", "goal", "obstacle"),
    [
        ("worker", "nowhere", Obstacle.UNKNOWN_ROLE),
        ("worker", "worker", Obstacle.SAME_ROLE),
        ("end", "boss", Obstacle.NO_STEP_OUT),
        ("worker", "student", Obstacle.FROM_OUTSIDE),
        ("worker", "legend", Obstacle.NO_STEP_IN),
        ("new", "mentor", Obstacle.BASE),
        ("worker", "new", Obstacle.NOT_FROM_HERE),
    ],
)
def test_a_missing_route_has_a_reason(start: str, goal: str, obstacle: Obstacle) -> None:
    """Each obstacle is told apart."""
    blocked = RouteFinder(WALLS).blocked(start, goal)
    assert blocked is not None
    assert blocked.obstacle is obstacle


def test_an_assignment_that_cannot_be_ended_is_held_with_its_base() -> None:
    """Who is a mentor is a worker already."""
    found = model(("worker", assignment("mentor", "worker")), step("worker", "mentor"))
    assert RouteFinder(found).blocked("mentor", "worker").obstacle is Obstacle.HELD  # type: ignore[union-attr]


def test_a_missing_route_tells_what_the_way_in_requires_and_from_where() -> None:
    """New comes from student only, and takes a degree and a vacancy."""
    blocked = RouteFinder(WALLS).blocked("worker", "new")
    assert blocked is not None
    assert [one.id for one in blocked.roles] == ["student"]
    assert [(one.id, one.kind) for one in blocked.requirements] == [
        ("degree", RequirementKind.TRAINING),
        ("vacancy!", RequirementKind.EMPLOYER),
    ]


def test_a_missing_route_names_the_nearest_role_by_stage_and_track() -> None:
    """End is in the same stage and track as legend, and so is boss, which is reached sooner."""
    blocked = RouteFinder(WALLS).blocked("worker", "legend")
    assert blocked is not None
    assert blocked.nearest is WALLS.role("boss")
    assert blocked.years == 2


@pytest.mark.parametrize(("start", "goal"), [("worker", "student"), ("new", "mentor"), ("worker", "new")])
def test_no_role_is_called_near_that_helps_nobody(start: str, goal: str) -> None:
    """Neither near one outside working life, nor a position near an assignment, nor one that is stages and a track off."""
    assert RouteFinder(WALLS).blocked(start, goal).nearest is None  # type: ignore[union-attr]


def test_where_a_route_leads_nothing_is_blocked() -> None:
    """The answer is None."""
    assert RouteFinder(WALLS).blocked("new", "boss") is None
