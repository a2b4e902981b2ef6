"""The browser judges a unit's rows by the same rules as the house, and shows no number that tells about a person."""

from __future__ import annotations

import random
from itertools import combinations, pairwise
from typing import Any

from playwright.sync_api import Page

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.analysis.plan.loose_ends import FlagKind, flags
from careerpaths.model.model import Level, Line, Text
from careerpaths.model.plan import POSITIONS, Evidence, Item, ItemType, ResultKind
from tests.support.scripts import SITE

Row = dict[str, Any]
FOLDER = f"{SITE}unit/scripts/unit"
FLAGS = """async ([folder, plans, places]) => {
  const { Graph } = await import(`${folder}/graph.js`);
  const { flags } = await import(`${folder}/flags.js`);
  return plans.map((rows) => flags(new Graph(rows, places)));
}"""
SHOWN = """async ([folder, cases, years]) => {
  const { shown } = await import(`${folder}/turnover.js`);
  return cases.map((one, place) => shown(one, years[place]));
}"""
OFFERED = """async ([folder, years]) => {
  const { periods } = await import(`${folder}/turnover.js`);
  return years.map((year) => periods(year));
}"""


def plan(seed: int) -> list[Row]:
    """Return a plan of up to twelve rows with links every which way, also to nothing and backwards."""
    dice = random.Random(seed)  # noqa: S311 - the same plans every time
    ids = [f"row-{number}" for number in range(dice.randint(1, 12))]
    return [row(one, [*ids, "nowhere"], dice) for one in ids]


def row(row_id: str, ids: list[str], dice: random.Random) -> Row:
    """Return one row, as the browser has it."""
    kind = dice.choice(list(ItemType))
    return {
        "id": row_id,
        "type": kind,
        "levels": dice.sample(list(Level), dice.choice((0, 1, 1, 1, 2, 3))),
        "evidence": dice.choice((Evidence.ASSUMPTION, Evidence.EXPERIENCE)),
        "result": dice.choice(list(ResultKind)) if kind is ItemType.RESULT else None,
        "links": dice.sample(ids, dice.randint(0, min(4, len(ids)))),
        "before": dice.sample(ids, dice.randint(0, 1)),
    }


def judged(rows: list[Row]) -> list[Row]:
    """Return the flags of the house."""
    graph = PlanGraph(map(item, rows), [(start, one["id"]) for one in rows for start in one["before"]])
    return [
        {
            "kind": one.kind.value,
            "item": one.item.id,
            "level": one.level and one.level.value,
            "others": [other.id for other in one.others],
        }
        for one in flags(graph)
    ]


def item(one: Row) -> Item:
    """Return a row as the house has it."""
    more = {name: one[name] for name in ("evidence", "result")}
    return Item(one["id"], one["type"], Line("", Text("")), tuple(one["levels"]), links=tuple(one["links"]), **more)


def sorted_others(found: list[Row]) -> list[Row]:
    """Return flags with their other rows in one order: which they are counts, not how they are listed."""
    return [{**one, "others": sorted(one["others"])} for one in found]


def test_flags_are_those_of_the_house(scripts: Page) -> None:
    """Three hundred plans, in which every kind of flag is raised and is not raised, give the same flags in both."""
    plans = [plan(seed) for seed in range(300)]
    here = [sorted_others(judged(rows)) for rows in plans]
    there = [sorted_others(found) for found in scripts.evaluate(FLAGS, [FOLDER, plans, POSITIONS])]
    assert there == here
    for kind in FlagKind:
        raised = sum(any(one["kind"] == kind for one in found) for found in here)
        assert 0 < raised < len(plans), kind


def test_no_count_of_fewer_years_can_be_computed(scripts: Page) -> None:
    """Whatever is asked for and whenever, two periods of which anything is shown have no year in common.

    So no sum or difference gives a single year, or one person.
    """
    asked = [(first, last, year) for first, last in combinations(range(2010, 2030), 2) for year in range(2010, 2031)]
    asked += [(year, year, later) for year in range(2010, 2030) for later in range(2010, 2031)]
    counts = [{"first": first, "last": last, "left": 500, "moved": 500, "causes": []} for first, last, _ in asked]
    told = scripts.evaluate(SHOWN, [FOLDER, counts, [year for *_, year in asked]])
    periods = {(one["first"], one["last"]) for one in told if "left" in one}
    assert len(periods) == 6
    assert all(earlier[1] < later[0] for earlier, later in pairwise(sorted(periods)))
    offered = scripts.evaluate(OFFERED, [FOLDER, list(range(2020, 2032))])
    assert {(one["first"], one["last"]) for several in offered for one in several} <= periods
    assert [one["last"] for one in offered[6]] == [2025, 2022, 2019], "in 2026"


def test_what_is_shown_holds_nothing_else(scripts: Page) -> None:
    """A file gets the years, counts at the limit or above it, and causes in order without a number."""
    dice = random.Random(4)  # noqa: S311 - the same cases every time
    counts = [
        {
            "first": 2023,
            "last": 2025,
            "left": dice.randint(0, 15),
            "moved": dice.randint(0, 15),
            "causes": [[name, dice.randint(0, 15)] for name in ("pay", "workload")],
        }
        for _ in range(300)
    ]
    for one in scripts.evaluate(SHOWN, [FOLDER, counts, [2026] * len(counts)]):
        assert one.keys() <= {"first", "last", "left", "moved", "causes", "why"}
        assert all(one[key] >= 5 for key in ("left", "moved") if key in one)
        assert set(one.get("causes", [])) <= {"pay", "workload"}


WORD_OF = """async ([folder, ids]) => {
  const { unfiled } = await import(`${folder}/plan_file.js`);
  const { words } = unfiled({ language: "sv", rows: [], removed: [{ id: "known", text: "A row" }] });
  return ids.map((id) => words[id] ?? null);
}"""


def test_words_of_a_file_are_those_of_the_file_alone(scripts: Page) -> None:
    """An id that every object has a name for («constructor») is not told as that object's function."""
    told = scripts.evaluate(WORD_OF, [FOLDER, ["known", "constructor", "toString", "__proto__"]])
    assert told == ["A row", None, None, None]
