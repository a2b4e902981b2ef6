"""The plan's graph: both directions, what hangs together for a role, and each flag with and without its cause."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest

from careerpaths.analysis.plan.chain import BACKWARD, FORWARD, ColumnKind
from careerpaths.analysis.plan.graph import PlanGraph, plan_of
from careerpaths.analysis.plan.loose_ends import Flag, FlagKind, flags
from careerpaths.analysis.plan.role_concerns import role_concerns
from careerpaths.model.model import Level
from careerpaths.model.plan import Evidence, Item, ItemType, may_lead
from tests.support.builders import row
from tests.support.models import shipped

SOUND = (
    row("mission", "mission", "challenge"),
    row("challenge", "challenge", "cause need prerequisite"),
    row("cause", "cause", "activity"),
    row("need", "need", "activity"),
    row("prerequisite", "prerequisite", "activity"),
    row("activity", "activity", "hoped told", measure="m"),
    row("hoped", "expected"),
    row("told", "reported"),
)
GUESS = Evidence.ASSUMPTION
GROUP = (Level.GROUP,)


def ids(items: tuple[Item, ...]) -> list[str]:
    """Return the ids of rows."""
    return [item.id for item in items]


def raised(*items: Item) -> list[tuple[FlagKind, str]]:
    """Return the flags of a plan as kinds and ids of rows."""
    return [(flag.kind, flag.item.id) for flag in flags(PlanGraph(items))]


def random_plan(seed: int, rows: int = 24, tries: int = 70) -> PlanGraph:
    """Return a small plan with links by chance."""
    random = Random(seed)  # noqa: S311 - the same plan for the same seed
    items = []
    for number in range(rows):
        kind = random.choice(
            ["mission", "challenge", "cause", "need", "prerequisite", "activity", "expected", "reported"]
        )
        levels = tuple(random.sample(tuple(Level), random.choice((1, 2))))
        items.append(row(f"r{number}", kind, levels=levels, evidence=random.choice((GUESS, Evidence.EXPERIENCE))))
    pairs = (random.sample(items, 2) for _ in range(tries))
    return PlanGraph(items, [(one.id, other.id) for one, other in pairs if may_lead(one.type, other.type)])


def test_from_challenge_to_result_column_by_column() -> None:
    """Forwards, a challenge shows its missions and everything it leads on to, in the order of the chain."""
    chain = PlanGraph(SOUND).forward("challenge")
    assert list(chain.columns) == list(FORWARD)
    assert ids(chain.items) == [item.id for item in SOUND]
    assert ids(chain.start) == ["challenge"]
    assert ("activity", "hoped") in chain.links
    assert len(chain.links) == 9


def test_turned_round_from_measure_to_challenge() -> None:
    """Backwards, an activity or its measure shows the results first, then what it answers; links stay as they are."""
    graph = PlanGraph((*SOUND, row("other", "activity", "hoped")))
    chain = graph.backward("activity")
    assert list(chain.columns) == list(BACKWARD)
    assert ids(chain.items) == ["activity", "hoped", "told", "need", "prerequisite", "cause", "challenge", "mission"]
    assert graph.backward("m") == chain
    assert set(chain.links) == set(graph.links()) - {("other", "hoped")}


def test_expected_and_reported_results_are_never_in_one_column() -> None:
    """What is hoped for and what has been told of are two columns, in both directions."""
    graph = PlanGraph(SOUND)
    for chain in (graph.forward("challenge"), graph.backward("activity")):
        assert ids(chain.column(ColumnKind.EXPECTED)) == ["hoped"]
        assert ids(chain.column(ColumnKind.REPORTED)) == ["told"]


def test_what_is_not_there_gives_an_empty_chain() -> None:
    """An unknown id is no error: every column is there, and empty."""
    for chain in (PlanGraph(SOUND).forward("nowhere"), PlanGraph(SOUND).backward("nowhere")):
        assert (chain.items, chain.links, len(chain.columns)) == ((), (), 8)


@pytest.mark.parametrize("seed", range(40))
def test_both_directions_find_what_every_path_passes(seed: int) -> None:
    """The chains hold the rows that listing every simple path would hold, and every link between them."""
    graph = random_plan(seed)
    plain: nx.DiGraph[str] = nx.DiGraph(graph.links())
    plain.add_nodes_from(ids(graph.items))
    for item in graph.items:
        onward = {end for end in plain if end != item.id and nx.has_path(plain, item.id, end)}
        back = {start for start in plain if start != item.id and nx.has_path(plain, start, item.id)}
        missions = {one for one in back if (found := graph.item(one)) and found.type is ItemType.MISSION}
        assert set(ids(graph.forward(item.id).items)) == {item.id, *onward, *missions}
        chain = graph.backward(item.id)
        assert set(ids(chain.items)) == {item.id, *onward, *back}
        assert set(chain.links) == {link for link in plain.edges if set(link) <= set(ids(chain.items))}


def test_unit_changes_and_adds_rows_and_links() -> None:
    """A unit's row with the id of a library's takes its place; links of its own come on top."""
    changed = row("need", "need", own=True)
    graph = PlanGraph((*SOUND, changed, row("mine", "activity", own=True)), [("need", "mine")])
    assert ids(graph.items) == [*(item.id for item in SOUND), "mine"]
    assert graph.item("need") is changed
    assert ids(graph.after("need")) == ["mine"]
    assert ids(graph.before("mine")) == ["need"]


def test_links_that_lead_nowhere_or_back_are_left_out() -> None:
    """A link to a row that is gone, or back along the chain, does not count."""
    graph = PlanGraph([row("need", "need", "gone need"), row("activity", "activity", "need")])
    assert graph.links() == ()
    assert graph.after("need") == graph.after("activity") == ()


def test_role_sees_what_concerns_it_on_each_level() -> None:
    """A row concerns a role that it names, or by a step from or to it; with what it answers and what is hoped."""
    graph = PlanGraph(
        (
            row("challenge", "challenge", "need", roles=("mentor",)),
            row("need", "need", "activity", roles=("mentor",), levels=GROUP),
            row(
                "activity", "activity", "hoped told", steps=("erfaren.mentor",), levels=(Level.GROUP, Level.INDIVIDUAL)
            ),
            row("hoped", "expected", roles=("mentor",)),
            row("told", "reported"),
            row("other", "activity", roles=("mentorer",), steps=("a.mentorn",)),
        )
    )
    together = role_concerns(graph, "mentor")
    assert [one.item.id for one in together.at(Level.GROUP)] == ["need", "activity"]
    assert [one.item.id for one in together.individual] == ["activity"]
    assert together.organisation == ()
    concern = together.individual[0]
    assert (ids(concern.challenges), ids(concern.expected), concern.steps) == (
        ["challenge"],
        ["hoped"],
        ("erfaren.mentor",),
    )
    assert together.group[0].steps == ()


def test_every_shipped_role_hangs_together_on_three_levels() -> None:
    """For every role of the shipped model the plan says what organisation, group and individual do."""
    model = shipped()
    graph = plan_of(model)
    for role in model.roles:
        together = role_concerns(graph, role.id)
        assert all(together.at(level) for level in Level), role.id


def test_sound_plan_has_no_flags() -> None:
    """A plan where everything hangs together raises nothing."""
    assert raised(*SOUND) == []


NEEDLESS = (row("challenge", "challenge", "activity"), *SOUND[5:])
ASSUMED = {"evidence": GUESS}
ONE_WAY = (
    row("challenge", "challenge", "need"),
    row("need", "need", "guess"),
    row("guess", "activity", "hoped", **ASSUMED),
    row("hoped", "expected"),
)
TWO_GUESSES = (
    row("challenge", "challenge", "need"),
    row("need", "need", "guess other"),
    row("guess", "activity", "hoped", **ASSUMED),
    row("other", "activity", "hoped", **ASSUMED),
    row("hoped", "expected"),
)
AT_GROUP = (
    row("challenge", "challenge", "need"),
    row("need", "need", "activity", levels=GROUP),
    row("activity", "activity", "hoped", levels=GROUP),
    row("hoped", "expected"),
)
RAISING = {
    FlagKind.CHALLENGE_WITHOUT_NEED: (NEEDLESS, "challenge"),
    FlagKind.NEED_WITHOUT_ACTIVITY: ((*SOUND, row("lonely", "prerequisite")), "lonely"),
    FlagKind.ACTIVITY_WITHOUT_RESULT: ((*SOUND[:5], row("activity", "activity", "told"), SOUND[7]), "activity"),
    FlagKind.ACTIVITY_WITHOUT_CHALLENGE: ((*SOUND, row("fruit", "activity", "hoped")), "fruit"),
    FlagKind.RESULT_WITHOUT_ACTIVITY: ((*SOUND, row("dream", "expected")), "dream"),
    FlagKind.ONE_LEVEL: (AT_GROUP, "challenge"),
    FlagKind.ONE_ASSUMPTION: (ONE_WAY, "guess"),
}
QUIET = {
    FlagKind.CHALLENGE_WITHOUT_NEED: (
        row("challenge", "challenge", "cause"),
        row("cause", "cause", "need"),
        *SOUND[3:],
    ),
    FlagKind.NEED_WITHOUT_ACTIVITY: SOUND,
    FlagKind.ACTIVITY_WITHOUT_RESULT: SOUND,
    FlagKind.ACTIVITY_WITHOUT_CHALLENGE: SOUND,
    FlagKind.RESULT_WITHOUT_ACTIVITY: (*SOUND, row("news", "reported")),
    FlagKind.ONE_LEVEL: (*AT_GROUP[:2], row("activity", "activity", "hoped", levels=(Level.INDIVIDUAL,)), AT_GROUP[3]),
    FlagKind.ONE_ASSUMPTION: TWO_GUESSES,
}


@pytest.mark.parametrize("kind", FlagKind)
def test_flag_is_raised_at_its_row_and_alone(kind: FlagKind) -> None:
    """Each flag has a plan that raises it, at the row to look at, and nothing else of its kind."""
    items, at = RAISING[kind]
    assert [item for found, item in raised(*items) if found is kind] == [at]


@pytest.mark.parametrize("kind", FlagKind)
def test_flag_is_not_raised_without_its_cause(kind: FlagKind) -> None:
    """Each flag has a plan much like the other that does not raise it."""
    assert [item for found, item in raised(*QUIET[kind]) if found is kind] == []


def test_level_alone_says_which_and_what_stands_there() -> None:
    """The flag for one level names the level and its rows; a challenge for which nothing is done yet has none."""
    found = flags(PlanGraph(AT_GROUP))
    assert found == (Flag(FlagKind.ONE_LEVEL, AT_GROUP[0], Level.GROUP, AT_GROUP[1:3]),)
    assert FlagKind.ONE_LEVEL not in [kind for kind, _ in raised(row("challenge", "challenge"))]


def test_assumption_says_what_stands_on_it() -> None:
    """The flag for an assumption names the results; a second way past it lifts the flag, a reported result has none."""
    assert flags(PlanGraph(ONE_WAY)) == (Flag(FlagKind.ONE_ASSUMPTION, ONE_WAY[2], others=(ONE_WAY[3],)),)
    assert flags(PlanGraph(ONE_WAY, [("need", "hoped")])) == ()
    assert FlagKind.ONE_ASSUMPTION not in [kind for kind, _ in raised(*ONE_WAY[:3], row("hoped", "reported"))]


@pytest.mark.parametrize("seed", range(60))
def test_assumption_is_flagged_exactly_when_taking_it_away_breaks_a_chain(seed: int) -> None:
    """An assumption is flagged when, without it, an expected result can no longer be reached from a challenge."""
    graph = random_plan(seed)
    plain: nx.DiGraph[str] = nx.DiGraph(graph.links())
    plain.add_nodes_from(ids(graph.items))
    broken: dict[str, set[str]] = {}
    for challenge in graph.of_type(ItemType.CHALLENGE):
        for result in (item for item in graph.items if item.is_expected and nx.has_path(plain, challenge.id, item.id)):
            for guess in (item for item in graph.items if item.evidence is GUESS and item not in (challenge, result)):
                left = plain.copy()
                left.remove_node(guess.id)
                if not nx.has_path(left, challenge.id, result.id):
                    broken.setdefault(guess.id, set()).add(result.id)
    found = {flag.item.id: set(ids(flag.others)) for flag in flags(graph) if flag.kind is FlagKind.ONE_ASSUMPTION}
    assert found == broken


def test_flags_of_the_shipped_plan_are_honest() -> None:
    """The sources state no result for examining causes and for good exits, so the shipped plan says so."""
    found = [(flag.kind, flag.item.id) for flag in flags(plan_of(shipped()))]
    assert (FlagKind.ACTIVITY_WITHOUT_RESULT, "granska-orsaker") in found
    assert (FlagKind.ACTIVITY_WITHOUT_RESULT, "bra-avslut") in found
    loose = {FlagKind.CHALLENGE_WITHOUT_NEED, FlagKind.NEED_WITHOUT_ACTIVITY, FlagKind.ACTIVITY_WITHOUT_CHALLENGE}
    assert [one for one in found if one[0] in loose] == []
