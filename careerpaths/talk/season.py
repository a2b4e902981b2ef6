"""One plan after another: what is looked back on next time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from careerpaths.content.model import Model
from careerpaths.talk.plan import Direction, Earlier, Outcome, Part, Plan

SETTLED = (Outcome.DONE, Outcome.DROPPED)


def look_back(plan: Plan) -> tuple[Earlier, ...]:
    """Return what the next talk looks back on: this plan's goals, activities and agreed prerequisites.

    What an earlier talk planned follows along until it is done or dropped.
    """
    new = tuple(_planned(plan))
    texts = {item.text for item in new}
    left = (item for item in plan.looking_back if item.status not in SETTLED and item.text not in texts)
    return (*new, *(replace(item, status=None) for item in left))


def next_plan(plan: Plan, model: Model, today: date) -> Plan:
    """Return the plan that the next talk starts from: the same role, and the look back at this one."""
    return replace(Plan.empty(model, today), role=plan.role, since=plan.since, looking_back=look_back(plan))


def _planned(plan: Plan) -> Iterator[Earlier]:
    day = plan.created
    if plan.direction is Direction.ROLES:
        for goal in plan.goals:
            yield Earlier(part=Part.GOAL, planned=day, id=goal.address, text=goal.text, gone=goal.gone)
    for one in plan.activities:
        details = " · ".join(text.strip() for text in (one.when, one.responsible) if text.strip())
        yield Earlier(part=Part.ACTIVITY, planned=day, id=one.id, text=one.what, details=details, gone=one.gone)
    for agreed in plan.prerequisites:
        if agreed.agreed:
            yield Earlier(
                part=Part.PREREQUISITE,
                planned=day,
                id=agreed.id,
                text=agreed.text,
                details=agreed.note,
                gone=agreed.gone,
            )
