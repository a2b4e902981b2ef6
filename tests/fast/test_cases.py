"""Rules that Python has too are held to the scripts' own tables, which tests/browser/test_scripts.py runs in Chromium."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.analysis.plan.loose_ends import flags
from careerpaths.model.export import safe_cell
from careerpaths.model.model import Level, Line, Text
from careerpaths.model.plan import POSITIONS, Evidence, Item, ItemType, ResultKind
from tests.support.scripts import Case, table


def of(name: str, call: str) -> pytest.MarkDecorator:
    """Return a mark that gives a test every case of one function in a table."""
    cases = [case for case in table(name) if case.call == call]
    return pytest.mark.parametrize("case", cases, ids=[case.it for case in cases])


def item(row: dict[str, Any]) -> Item:
    """Return a row of a table as the house has it."""
    result = row["result"] and ResultKind(row["result"])
    levels = tuple(Level(level) for level in row["levels"])
    more = {"evidence": Evidence(row["evidence"]), "result": result, "links": tuple(row["links"])}
    return Item(row["id"], ItemType(row["type"]), Line("", Text("")), levels, **more)


@of("flags", "flags")
def test_flags_are_those_of_the_table(case: Case) -> None:
    """What hangs loose in a unit's plan is told by Python as by the browser; the order of types is one."""
    _, rows, places = case.given[0]["$new"]
    graph = PlanGraph(map(item, rows), [(start, row["id"]) for row in rows for start in row["before"]])
    found = [
        {"kind": one.kind, "item": one.item.id, "level": one.level, "others": [other.id for other in one.others]}
        for one in flags(graph)
    ]
    assert found == case.gives
    assert places == POSITIONS


@of("csv", "csv")
def test_cells_that_would_be_formulas_are_those_of_the_table(case: Case) -> None:
    """A table read back holds each cell as the export of the model keeps it safe."""
    text = case.gives.removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert read == [[safe_cell(cell) for cell in row] for row in case.given[0]]
