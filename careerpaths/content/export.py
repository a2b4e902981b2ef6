"""The model as files for others: JSON with everything, CSV with one row a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date

from careerpaths.content.model import Levels, Line, Model, Role, Step, TaskGroup

COLUMNS = ("record", "id", "field", "line", "text", "language", "sources", "verified", "example")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(model: Model) -> bytes:
    """Return the whole model as indented UTF-8 JSON; dates in ISO 8601."""
    return json.dumps(asdict(model), ensure_ascii=False, indent=1, default=_plain).encode()


def as_csv(model: Model) -> bytes:
    """Return one row a line of roles, steps, measures and plan, as UTF-8 with a mark that Excel understands."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for place in places(model):
        writer.writerow([safe_cell(cell) for cell in (*place[:3], *_row(place[3]))])
    return table.getvalue().encode("utf-8-sig")


def places(model: Model) -> Iterator[tuple[str, str, str, Line]]:
    """Yield every line of the model with its record's kind and id, and the field that it stands in."""
    records: tuple[Role | Step, ...] = (*model.roles, *model.steps)
    for record in records:
        kind = "role" if isinstance(record, Role) else "step"
        yield from ((kind, record.id, name, line) for name, line in lines_of(record))
    yield from (("measure", measure.id, "text", measure.text) for measure in model.measures)
    yield from (("plan", item.id, item.type.value, item.text) for item in model.plan)


def lines_of(record: Role | Step) -> Iterator[tuple[str, Line]]:
    """Yield every line of a role or step with the name of the field it stands in."""
    for part in fields(record):
        yield from ((part.name, line) for line in _lines(getattr(record, part.name)))


def _lines(value: object) -> Iterator[Line]:
    if isinstance(value, Line):
        yield value
    elif isinstance(value, TaskGroup):
        yield from value.tasks
    elif isinstance(value, tuple):
        for part in value:
            yield from _lines(part)
    elif isinstance(value, Levels):
        for part in (value.organisation, value.group, value.individual):
            yield from part


def _row(line: Line) -> tuple[str, ...]:
    sources = " ".join(source.id for source in line.sources)
    verified = line.verified.isoformat() if line.verified else ""
    return (line.id, line.text, line.text.lang, sources, verified, "yes" if line.is_example else "no")


def safe_cell(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
