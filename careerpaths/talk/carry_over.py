"""One plan after another: what is looked back on next time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate

from careerpaths.documents.clean_text import NOTE
from careerpaths.documents.strict_json import plain
from careerpaths.locale import Phrases, phrases_for
from careerpaths.model.model import Model
from careerpaths.talk.plan import EARLIER_MOST, Direction, Earlier, Outcome, Part, Plan

EARLIER_ROOM = 120_000  # bytes of a plan's 200 kB that looking back may take: the rest is for the talk
NOTE_ROOM = NOTE - 500  # signs; the talk may write on
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
    """Return the plan that the next talk starts from: the same role, and the look back at this one.

    It can always be saved: the oldest rows that a plan has no room for are told in the note before the talk.
    """
    rows = look_back(plan)
    sizes = accumulate(len(json.dumps(plain(row), ensure_ascii=False, indent=1).encode()) for row in rows)
    kept = sum(size <= EARLIER_ROOM for size in sizes)
    kept = min(kept, EARLIER_MOST)
    note = _note(rows[kept:], phrases_for(model.language))
    start = Plan.empty(model, today)
    return replace(start, role=plan.role, since=plan.since, before=note, looking_back=rows[:kept])


def _note(rows: tuple[Earlier, ...], phrases: Phrases) -> str:
    """Return what was planned longest ago, as a note; what that has no room for is counted."""
    if not rows:
        return ""
    head = phrases.say("Also planned in earlier talks, and not answered:")
    lines = [f"– {row.text} ({phrases.day(row.planned)})" for row in rows]
    ends = accumulate((len(line) + 1 for line in lines), initial=len(head))
    told = sum(end <= NOTE_ROOM for end in ends) - 1
    left = phrases.count("{n} more is in the earlier file.", "{n} more are in the earlier file.", len(rows) - told)
    return "\n".join([head, *lines[:told], *([left] if told < len(rows) else [])])


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
