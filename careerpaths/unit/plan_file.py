"""The unit's plan as a file, read strictly: what cannot be read raises `PlanError` and changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count
from typing import Any

from pydantic import TypeAdapter

from careerpaths.documents.errors import PlanError, Reason
from careerpaths.documents.pdf_attachment import PLAN_MOST
from careerpaths.documents.strict_json import json_values, record
from careerpaths.model.model import Model
from careerpaths.unit.plan import Named, UnitPlan, UnitRow

PLAN = TypeAdapter(UnitPlan)
SCHEMA = "karriarkartan.unit/1"


def read_unit(data: bytes) -> UnitPlan:
    """Return the unit's plan in a JSON file of at most 200 kB."""
    if not data:
        raise PlanError(Reason.EMPTY)
    if len(data) > PLAN_MOST:
        raise PlanError(Reason.TOO_BIG)
    values = _values(data)
    if values.pop("schema", None) != SCHEMA:
        raise PlanError(Reason.OTHER_SCHEMA)
    return _mended(record(PLAN, values)[0])


def filename(plan: UnitPlan, ending: str) -> str:
    """Return the name of a file of the plan, with both its days where they are two: no personal data."""
    later = f"-andrad-{plan.changed.isoformat()}" if plan.changed and plan.changed != plan.created else ""
    return f"enhetsplan-{plan.created.isoformat()}{later}.{ending}"


def _mended(plan: UnitPlan) -> UnitPlan:
    """Return the plan with no id twice: of equal rows one is kept, of others each, with an id of its own.

    An earlier edition of the page could save such a plan, and a year's work must not be refused for it.
    """
    rows: dict[str, UnitRow] = {}
    twice: dict[str, Named] = {}
    for row in dict.fromkeys(plan.rows):
        if row.id in rows:
            twice[row.id] = Named(row.id, row.text)
            row = replace(row, id=_free_id(row.id, {*rows, *(one.id for one in plan.rows)}))
        rows[row.id] = row
    counts = Counter(plan.rows)
    alike = {row.id: Named(row.id, row.text) for row, n in counts.items() if n > 1}
    return replace(plan, rows=tuple(rows.values()), mended=tuple({**alike, **twice}.values()))


def _free_id(taken: str, ids: set[str]) -> str:
    return next(one for n in count(2) if (one := f"{taken[:90]}-{n}") not in ids)


def _values(data: bytes) -> dict[str, Any]:
    """Return the JSON object in the data; a PDF or a text is simply something else here."""
    try:
        return json_values(data)
    except PlanError as refusal:
        raise PlanError(Reason.OTHER_SCHEMA) if refusal.reason is Reason.WRONG_KIND else refusal from None


def gone(plan: UnitPlan, model: Model) -> tuple[str, ...]:
    """Return the ids that the plan names and neither it nor the model has: they keep the words they had."""
    known = {*(row.id for row in plan.rows), *(item.id for item in model.plan)}
    known |= {*(role.id for role in model.roles), *(step.id for step in model.steps)}
    named = (one.id for row in plan.rows for one in (*row.before, *row.links, *row.roles, *row.steps))
    return tuple(sorted({*named} - known))
