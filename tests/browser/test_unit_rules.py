"""The browser judges a unit's rows by the same rules as the house: the same cases through both, the same answers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from playwright.sync_api import Page
from scripting import SITE

from careerpaths.content.model import Level, Line, Text
from careerpaths.content.planning import PLACES, Evidence, Item, ItemType, ResultKind
from careerpaths.graph.flags import FlagKind, flags
from careerpaths.graph.plan import PlanGraph
from careerpaths.graph.turnover import Counts, Years, as_plain, periods, shown

Row = dict[str, Any]
TODAY = date(2026, 11, 22)
MODULE = f"{SITE}ui/web/unit_rules.js"
FLAGS = """async ([module, plans, places]) => {
  const { flags, Graph } = await import(module);
  return plans.map((rows) => flags(new Graph(rows, places)));
}"""
SHOWN = """async ([module, cases, year]) => {
  const { shown, periods } = await import(module);
  return [cases.map((one) => shown(one, year)), [...Array(12).keys()].map((more) => periods(year + more))];
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
    there = [sorted_others(found) for found in scripts.evaluate(FLAGS, [MODULE, plans, PLACES])]
    assert there == here
    for kind in FlagKind:
        raised = sum(any(one["kind"] == kind for one in found) for found in here)
        assert 0 < raised < len(plans), kind


def counted() -> Iterator[Row]:
    """Yield counts around every limit, in periods of the grid and outside it."""
    for first, last in ((2021, 2023), (2023, 2025), (2024, 2026), (2025, 2025), (2018, 2023), (2019, 2021)):
        for left in (0, 1, 4, 5, 9, 10, 11, 40):
            for named in ((0, 0), (4, 5), (5, 9), (9, 5), (5, 5)):
                causes = [["one", named[0]], ["two", named[1]]]
                yield {"first": first, "last": last, "left": left, "moved": (left * 7) % 11, "causes": causes}


def test_what_is_shown_of_those_who_left_is_what_the_house_shows(scripts: Page) -> None:
    """Every limit, every period: the same is shown, and the same periods are offered, this year and the years after."""
    cases = list(counted())
    here = [as_plain(shown(_counts(one), TODAY)) for one in cases]
    there, offered = scripts.evaluate(SHOWN, [MODULE, cases, TODAY.year])
    assert there == json.loads(json.dumps(here))
    assert offered == [
        [{"first": one.first, "last": one.last} for one in periods(date(TODAY.year + more, 1, 1))] for more in range(12)
    ]


def _counts(one: Row) -> Counts:
    causes = tuple((name, named) for name, named in one["causes"])
    return Counts(Years(one["first"], one["last"]), one["left"], one["moved"], causes)
