"""Routes between two roles: which three are offered, in what order, and what is said about them."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain, combinations, pairwise
from pathlib import Path

import pytest

from careerpaths.analysis.routes import search
from careerpaths.analysis.routes.alternatives import ChangeKind, Difference, difference, what_would_change
from careerpaths.analysis.routes.explanations import OfferReason, explain, missing_requirements
from careerpaths.analysis.routes.finder import Obstacle, Route, RouteFinder
from careerpaths.model.model import Interval, Model, Step, StepKind
from careerpaths.reading.model import read_model
from tests.support.builders import assignment, leaving, model, outside, requirement, role, step
from tests.support.route_oracle import SEEDS, met_by, three, walked

ROOT = Path(__file__).parents[2]
BACK = StepKind.BACK
DEGREE = requirement("degree")


def between(found: Model, start: str, goal: str, *has: str) -> list[str]:
    """Return the routes between two roles as «a b c»."""
    return [" ".join(one.id for one in route.roles) for route in RouteFinder(found).routes(start, goal, frozenset(has))]


def first(found: Model, start: str, goal: str, *has: str) -> Route:
    """Return the best route between two roles."""
    return RouteFinder(found).routes(start, goal, frozenset(has))[0]


MENTOR = model(
    ("new", "senior", assignment("mentor", "senior"), assignment("tutor", "senior"), "expert", "boss"),
    step("new", "senior", 2),
    step("senior", "mentor", 1, kind=StepKind.DEEPENING),
    step("new", "mentor", 0),
    step("mentor", "expert", 1),
    step("mentor", "senior", 0, kind=BACK),
    step("mentor", "tutor", 1),
    step("senior", "boss", 5),
    step("expert", "boss", 1),
)
LEAVING = model(
    (outside("student"), "a", "b", "c", outside("left"), outside("returner")),
    step("student", "a", 1),
    step("a", "b", 9),
    leaving("left", "a", "b", "c"),
    step("left", "returner"),
    step("returner", "b"),
    step("returner", "c"),
)


def test_the_quickest_route_comes_first_then_the_one_with_fewer_steps() -> None:
    """Typical years decide before the number of steps."""
    found = model(
        "a b c d", step("a", "d", 3), step("a", "b", 1), step("b", "d", 1), step("a", "c", 2), step("c", "d", 1)
    )
    assert between(found, "a", "d") == ["a b d", "a d", "a c d"]


def test_as_quick_and_as_short_routes_are_ordered_by_new_requirements_then_by_the_file() -> None:
    """What the person meets already does not count."""
    steps = [step("a", via, 1, asked) for via, asked in (("b", "x y"), ("c", "x"), ("d", "z"))]
    found = model("a b c d e", *steps, *(step(via, "e", 1) for via in "bcd"))
    assert between(found, "a", "e") == ["a c e", "a d e", "a b e"]
    assert between(found, "a", "e", "x", "y") == ["a b e", "a c e", "a d e"]


def test_what_the_employer_decides_is_no_new_requirement() -> None:
    """A vacancy is kept apart, and nobody has it beforehand."""
    found = model("a b", step("a", "b", 1, "course vacancy!"))
    route = first(found, "a", "b", "vacancy!")
    assert [one.id for one in route.new_requirements] == ["course"]
    assert [one.id for one in route.employer] == ["vacancy!"]


def test_what_the_own_role_requires_is_met_already() -> None:
    """Who works as something has what that takes."""
    found = model((role("a", requires=(requirement("degree"),)), "b"), step("a", "b", 1, "degree course"))
    route = first(found, "a", "b", "course")
    assert route.new_requirements == ()
    assert [one.id for one in route.held] == ["degree", "course"]


def test_what_every_role_beneath_an_assignment_requires_is_met_already() -> None:
    """Who holds an assignment has what its base takes, whichever it is; what only one of two takes is not sure."""
    bases = (role("senior", requires=tuple(map(requirement, ("degree", "years")))), role("nurse", requires=(DEGREE,)))
    found = model(
        (*bases, assignment("mentor", "senior", "nurse"), "boss"),
        step("mentor", "boss", 1, "degree years"),
    )
    route = first(found, "mentor", "boss")
    assert [one.id for one in route.held] == ["degree"]
    assert [one.id for one in route.new_requirements] == ["years"]


def test_a_requirement_is_named_once_in_the_order_it_is_met() -> None:
    """Two legs may ask for the same thing."""
    found = model("a b c", step("a", "b", 1, "y x"), step("b", "c", 1, "x z"))
    assert [one.id for one in first(found, "a", "c").new_requirements] == ["y", "x", "z"]


def test_routes_that_share_most_of_their_roles_are_one_route() -> None:
    """Of the roles between the ends at most 0.6 are shared: two of three is too much, one of two is not."""
    found = model(
        "a b c d e f z",
        *(step(start, end, 1) for start, end in (("a", "b"), ("b", "c"), ("c", "z"), ("c", "d"), ("d", "z"))),
        *(step(start, end, 1) for start, end in (("b", "e"), ("e", "z"))),
    )
    assert between(found, "a", "z") == ["a b c z", "a b e z"]


def test_a_direct_step_and_a_way_through_one_role_differ() -> None:
    """The ends do not count, or the direct step would hide every short way."""
    found = model("a b c", step("a", "c", 1), step("a", "b", 1), step("b", "c", 1))
    assert between(found, "a", "c") == ["a c", "a b c"]


def test_cycles_and_steps_back_are_no_trouble() -> None:
    """No route visits a role twice."""
    pairs = [(start, end) for start in "abcde" for end in "abcde" if start != end]
    found = model("a b c d e", *(step(start, end, 1) for start, end in pairs))
    assert between(found, "a", "e") == ["a e", "a b e", "a c e"]


@pytest.mark.parametrize(("start", "goal"), [("a", "a"), ("a", "nowhere"), ("nowhere", "a"), ("b", "a")])
def test_no_route_is_an_empty_answer(start: str, goal: str) -> None:
    """Neither the same role, unknown ones nor unreachable ones raise anything."""
    assert between(model("a b", step("a", "b")), start, goal) == []


def test_time_is_the_sum_of_the_legs_as_an_interval() -> None:
    """A leg without a time adds nothing; typical is the middle."""
    found = model("a b c d", step("a", "b", (0.5, 1.5)), step("b", "c"), step("c", "d", (1, 4)))
    route = first(found, "a", "d")
    assert (route.time, route.years) == (Interval(1.5, 5.5), 3.5)


def test_an_open_leg_leaves_the_time_open_and_counts_its_least() -> None:
    """«From two years» is two years in the typical sum and has no upper end."""
    found = model("a b c", step("a", "b", (2, None)), step("b", "c", (1, 3)))
    assert (first(found, "a", "c").time, first(found, "a", "c").years) == (Interval(3, None), 4)


def test_decimal_years_add_up_exactly() -> None:
    """0.1 + 0.2 is as quick as 0.3, so the number of steps decides."""
    found = model("a b c", step("a", "b", 0.1), step("b", "c", 0.2), step("a", "c", 0.3))
    assert between(found, "a", "c") == ["a c", "a b c"]
    assert [route.years for route in RouteFinder(found).routes("a", "c")] == [0.3, 0.3]


def test_an_assignment_is_taken_only_beside_the_role_it_belongs_to() -> None:
    """The step new → mentor leads nowhere, since a new employee cannot be a mentor."""
    assert between(MENTOR, "new", "mentor") == ["new senior mentor"]
    assert between(MENTOR, "new", "expert") == ["new senior mentor expert"]


def test_a_route_holds_the_base_role_from_one_assignment_to_the_next() -> None:
    """The mentor who becomes a tutor is still a senior."""
    assert between(MENTOR, "senior", "tutor") == ["senior mentor tutor"]


def test_taking_an_assignment_only_to_end_it_is_no_route() -> None:
    """Senior → mentor → senior → boss would be a detour."""
    assert between(MENTOR, "senior", "boss") == ["senior mentor expert boss", "senior boss"]


def test_a_route_from_an_assignment_starts_with_its_base_role() -> None:
    """A mentor is a senior too, and may step from either; the assignment's own step goes first."""
    assert between(MENTOR, "mentor", "boss") == ["senior mentor expert boss", "senior mentor boss"]
    assert [leg.id for leg in RouteFinder(MENTOR).routes("mentor", "boss")[1].legs] == ["senior.boss"]


def test_ending_an_assignment_is_the_whole_route_back_to_its_base() -> None:
    """From mentor back to senior there is one step, and nothing else to choose."""
    assert between(MENTOR, "mentor", "senior") == ["mentor senior"]


def test_a_step_back_from_an_assignment_does_not_change_the_position() -> None:
    """Held beside b, the assignment does not lead back to a, although it can be held beside both."""
    found = model(("a", "b", assignment("m", "a", "b")), step("b", "m"), step("m", "a", kind=BACK))
    assert between(found, "b", "a") == []
    assert RouteFinder(found).blocked("b", "a").obstacle is Obstacle.BASE  # type: ignore[union-attr]


def test_every_employed_role_leads_out_and_nobody_works_elsewhere_first() -> None:
    """The step for everybody is taken from the first employed role."""
    assert between(LEAVING, "a", "left") == ["a left"]
    assert between(LEAVING, "student", "left") == ["student a left"]


def test_leaving_and_coming_back_is_no_shortcut_between_two_employed_roles() -> None:
    """It would be quicker to b, but it is offered only for c, where nothing else leads."""
    assert between(LEAVING, "a", "b") == ["a b"]
    assert between(LEAVING, "student", "b") == ["student a b"]
    assert between(LEAVING, "a", "c") == ["a left returner c"]
    assert first(LEAVING, "a", "c").returns
    assert not first(LEAVING, "a", "b").returns
    assert not first(LEAVING, "left", "c").returns


def test_why_names_what_a_route_is_best_at() -> None:
    """The quickest, the one with fewest steps, and one that goes another way."""
    found = model(
        "a b c d", step("a", "d", 3), step("a", "b", 1), step("b", "d", 1), step("a", "c", 2), step("c", "d", 2)
    )
    offered = RouteFinder(found).routes("a", "d")
    reasons = [explain(route, offered) for route in offered]
    assert [one.because for one in reasons] == [OfferReason.QUICKEST, OfferReason.FEWEST_STEPS, OfferReason.OTHER_ROLES]
    assert reasons[0].years == 1
    assert explain(offered[0], offered[:1]).because is OfferReason.ONLY


@pytest.mark.parametrize(
    ("steps", "because"),
    [
        ([step("a", "d", 2), step("a", "b", 1), step("b", "d", 1)], OfferReason.FEWER_STEPS),
        (
            [step(*ends, 1, asks) for ends, asks in zip(("ab", "bd", "ac", "cd"), ("", "x", "x", "y"), strict=True)],
            OfferReason.LESS_NEW,
        ),
        ([step(*ends, 1) for ends in ("ab", "bd", "ac", "cd")], OfferReason.EQUAL),
    ],
)
def test_of_routes_that_are_as_quick_the_first_has_another_reason(steps: list[Step], because: OfferReason) -> None:
    """Fewer steps, less that is new, or none: the choice is the visitor's."""
    offered = RouteFinder(model("a b c d", *steps)).routes("a", "d")
    assert explain(offered[0], offered).because is because


def test_missing_is_told_apart_and_adds_what_the_cards_require() -> None:
    """What the person can do, what the employer decides, what is only an advantage, and what is met already."""
    asked = {"requires": (requirement("x"), requirement("y")), "merits": (requirement("m"), requirement("z"))}
    found = model(("a", role("b", **asked)), step("a", "b", 1, "x z vacancy!"))
    missing = missing_requirements(first(found, "a", "b"), frozenset("z"))
    assert [one.id for one in missing.personal] == ["x", "y"]
    assert [one.id for one in missing.employer] == ["vacancy!"]
    assert [one.id for one in missing.merits] == ["m"]
    assert [one.id for one in missing.held] == ["z"]


def test_what_the_start_requires_is_held_though_nothing_is_ticked() -> None:
    """Nobody has a role without what it requires."""
    found = model((role("a", requires=(requirement("x"),)), "b"), step("a", "b", 1, "x y"))
    missing = missing_requirements(first(found, "a", "b"))
    assert ([one.id for one in missing.personal], [one.id for one in missing.held]) == (["y"], ["x"])


def test_another_route_differs_in_time_steps_and_what_it_asks() -> None:
    """Seen from the one that is told."""
    found = model(
        "a b c d",
        step("a", "d", 1, "x"),
        step("a", "b", 1),
        step("b", "d", 1, "y x"),
        step("a", "c", 4, "x"),
        step("c", "d"),
    )
    direct, through_b, through_c = RouteFinder(found).routes("a", "d")
    by_b = difference(direct, through_b)
    assert (by_b.years, by_b.steps, by_b.requirement.id) == (1, 1, "y")  # type: ignore[union-attr]
    assert difference(through_c, direct) == Difference(-3, -1, None, returns=False)


def test_a_route_that_leaves_working_life_differs_in_that() -> None:
    """However quick it is."""
    back, direct = first(LEAVING, "a", "c"), first(LEAVING, "a", "b")
    assert difference(direct, back).returns
    assert not difference(back, direct).returns


def test_who_begins_in_an_assignment_is_told_so_though_the_first_step_goes_from_beneath_it() -> None:
    """«Here I am» stays what was asked."""
    found = model(("a", assignment("m", "a"), "b"), step("a", "m"), step("a", "b"))
    route = first(found, "m", "b")
    assert (route.legs[0].start, route.start.id, route.goal.id) == ("a", "m", "b")


def test_what_would_change_names_one_requirement_or_one_leg() -> None:
    """The last requirement, a leg that could be quicker, or nothing."""
    found = model("a b c", step("a", "c", 3, "x y"), step("a", "b", (1, 5), "x y"), step("b", "c", 1))
    offered = RouteFinder(found).routes("a", "c")
    change = what_would_change(offered[0], offered)
    assert (change.turn, change.leg.id, change.years) == (ChangeKind.OTHER_FIRST, "a.b", 2)  # type: ignore[union-attr]
    assert what_would_change(offered[1], offered).turn is ChangeKind.THIS_FIRST
    one_left = RouteFinder(found).routes("a", "c", frozenset("x"))
    assert what_would_change(one_left[0], one_left).requirement.id == "y"  # type: ignore[union-attr]
    assert what_would_change(offered[0], offered[:1]).turn is ChangeKind.NOTHING


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"from {seeds[0]}")
def test_routes_are_those_that_trying_every_walk_finds(seeds: range) -> None:
    """200 small random models, all pairs: the same three, in the same order."""
    for found, finder, start, walks in walked(seeds):
        met = met_by(found, start, frozenset({"q1"}))
        for goal in found.roles:
            expected = [one.steps for one in three(walks, goal.id, met) if goal.id != start]
            routes = finder.routes(start, goal.id, frozenset({"q1"}))
            assert [route.legs for route in routes] == expected, (start, goal.id, found.steps)


def test_a_tangled_model_still_gets_routes_that_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the search loses patience it ends all the same, with routes that differ, though better ones may exist."""
    monkeypatch.setattr(search, "LABEL_BUDGET", 400)
    rows = [[f"x{row}{place}" for place in range(6)] for row in range(5)]
    pairs = [(one, other) for row, above in pairwise(rows) for one in row for other in above]
    steps = [step(one, other, 1, f"q{number}") for number, (one, other) in enumerate(pairs)]
    ends = [*(step("a", one, 1) for one in rows[0]), *(step(one, "z", 1) for one in rows[-1])]
    routes = RouteFinder(model(("a", *chain(*rows), "z"), *ends, *steps)).routes("a", "z")
    assert len(routes) == 3
    middles = [{one.id for one in route.through} for route in routes]
    assert all(len(one & other) / len(one | other) <= 0.6 for one, other in combinations(middles, 2))


def test_a_far_goal_is_found_without_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first route is looked for until it is found or there is none: no model is too large to have a way."""
    monkeypatch.setattr(search, "LABEL_BUDGET", 3)
    steps = [step(start, end, 1) for start, end in pairwise("abcdefgh")]
    assert between(model(" ".join("abcdefgh"), *steps), "a", "h") == ["a b c d e f g h"]


def test_the_shipped_model_has_routes_that_keep_every_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pairs: legs that follow each other, roles once, the best, different enough; and a reason where none leads."""
    monkeypatch.delattr(search, "_coarse")  # what would answer when the search loses patience
    found = read_model(ROOT / "data" / "roles.yaml")
    finder = RouteFinder(found)
    for start, goal in ((one, other) for one in found.roles for other in found.roles if one is not other):
        routes = finder.routes(start.id, goal.id)
        assert bool(routes) != bool(finder.blocked(start.id, goal.id))
        for route in routes:
            ids = [one.id for one in route.roles]
            assert len(set(ids)) == len(ids)
            assert all(leg.start in ids and ids.index(leg.start) < ids.index(leg.end) for leg in route.legs)
        for one, other in combinations(routes, 2):
            shared, every = set(one.through) & set(other.through), set(one.through) | set(other.through)
            assert len(shared) <= 0.6 * len(every)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_routes_do_not_depend_on_the_hash_seed(seed: str) -> None:
    """The same routes in the same order in every process."""
    assert _told(seed) == _told("4711")


def _told(seed: str) -> str:
    code = (
        "from careerpaths.analysis.routes.finder import RouteFinder\n"
        "from tests.support.route_oracle import small_model\n"
        "for seed in range(20):\n"
        "    found = small_model(seed)\n"
        "    finder = RouteFinder(found)\n"
        "    for a in found.roles:\n"
        "        print([[r.id for r in one.roles] for b in found.roles for one in finder.routes(a.id, b.id)])\n"
        "        print([(one.role.id, [[q.id for q in r.new_requirements] for r in one.routes])\n"
        "               for one in finder.within(a.id, 4)])\n"
        "        print([(one.role.id, one.years) for one in finder.beyond(a.id, 1)])\n"
    )
    env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stdout
