"""The model as files for others: JSON with everything, CSV with one row a line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, is_dataclass
from datetime import date

from careerpaths.model.model import Line, Model
from careerpaths.model.walk import lines_with_place

COLUMNS = ("record", "id", "field", "line", "text", "language", "sources", "verified", "example")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(model: Model) -> bytes:
    """Return the whole model as indented UTF-8 JSON; dates in ISO 8601."""
    return json.dumps(model, ensure_ascii=False, indent=1, default=_plain).encode()


def as_csv(model: Model) -> bytes:
    """Return one row a line of roles, steps, measures and plan, as UTF-8 with a mark that Excel understands."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for place in lines_with_place(model):
        writer.writerow([safe_cell(cell) for cell in (*place[:3], *_row(place[3]))])
    return table.getvalue().encode("utf-8-sig")


def _row(line: Line) -> tuple[str, ...]:
    sources = " ".join(source.id for source in line.sources)
    verified = line.verified.isoformat() if line.verified else ""
    return (line.id, line.text, line.text.lang, sources, verified, "yes" if line.is_example else "no")


def safe_cell(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    raise TypeError(type(value).__name__)
