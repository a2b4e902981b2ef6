"""The unit's plan as a file, read strictly: what cannot be read raises `PlanError` and changes nothing."""

from __future__ import annotations

from typing import Any

from careerpaths.content.model import Model
from careerpaths.talk.carrier import PLAN_MOST
from careerpaths.talk.plan_file import json_values
from careerpaths.talk.refusal import PlanError, Reason
from careerpaths.talk.shape import Shaper
from careerpaths.talk.unit import UnitPlan

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
    plan = Shaper().record(UnitPlan, values)
    ids = [row.id for row in plan.rows]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice:
        raise PlanError(Reason.TWICE, twice)
    return plan


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
