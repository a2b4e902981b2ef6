"""The model as files for others: a spreadsheet never runs what somebody wrote in the model."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from careerpaths.model.export import as_csv
from careerpaths.model.model import Line, Text
from careerpaths.model.walk import lines_with_place
from tests.support.models import small


def cells(text: str, line_id: str = "x") -> list[list[str]]:
    """Return the rows of the small model as CSV, with a first role whose purpose says this."""
    model = small()
    first, *rest = model.roles
    purpose = replace(first.purpose, id=line_id, text=Text(text))
    data = as_csv(replace(model, roles=(replace(first, purpose=purpose), *rest)))
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begins: str) -> None:
    """A text or an id that begins as a formula does is given with an apostrophe before it, which hides nothing."""
    told = cells(f"{begins}HYPERLINK(A1)", f"{begins}1")
    assert [cell for row in told for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert f"'{begins}HYPERLINK(A1)" in told[1]
    assert f"'{begins}1" in told[1]


def test_other_texts_are_told_as_they_are() -> None:
    """Nothing else is changed: commas, quotes, line breaks and signs inside a text."""
    text = 'Ja, "nej"\noch 1 + 1 = 2'
    assert text in cells(text)[1]


def test_every_line_has_its_row() -> None:
    """The rows are those of the model, roles, steps, measures and plan, each line once and in its language."""
    model = small()
    rows = list(csv.DictReader(io.StringIO(as_csv(model).decode("utf-8-sig"))))
    assert [(row["record"], row["id"], row["field"]) for row in rows] == [
        place[:3] for place in lines_with_place(model)
    ]
    lines: list[Line] = [place[3] for place in lines_with_place(model)]
    assert [row["text"] for row in rows] == [str(line.text) for line in lines]
    assert [row["sources"] for row in rows] == [" ".join(one.id for one in line.sources) for line in lines]
    assert [row["example"] == "yes" for row in rows] == [line.is_example for line in lines]
    assert {row["language"] for row in rows} == {"sv"}
    assert {row["record"] for row in rows} >= {"role", "step", "measure"}
