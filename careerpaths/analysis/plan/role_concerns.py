"""The plan's rows that concern one role, by level (sources: S16-30, S16-31)."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.model.model import ByLevel, Level
from careerpaths.model.plan import Item, ItemType

CONCERN_TYPES = (ItemType.NEED, ItemType.PREREQUISITE, ItemType.ACTIVITY)
"""Types of row that say what somebody does or provides."""


@dataclass(frozen=True)
class Concern:
    """A row that concerns a role, with the challenges it answers and the results expected of it.

    `steps` are ids of steps from or to the role that the row names; empty where it names the role itself.
    """

    item: Item
    challenges: tuple[Item, ...]
    expected: tuple[Item, ...]
    steps: tuple[str, ...] = ()


def role_concerns(graph: PlanGraph, role_id: str) -> ByLevel[Concern]:
    """Return the rows of the plan that concern a role or a step from or to it, level by level."""
    rows = (item for item in graph.items if item.type in CONCERN_TYPES)
    found = ((item, tuple(step for step in item.steps if role_id in step.split("."))) for item in rows)
    concerns = tuple(
        _concern(graph, item, () if role_id in item.roles else steps)
        for item, steps in found
        if steps or role_id in item.roles
    )
    return ByLevel(*(tuple(one for one in concerns if level in one.item.levels) for level in Level))


def _concern(graph: PlanGraph, item: Item, steps: tuple[str, ...]) -> Concern:
    chain = graph.backward(item.id)
    challenges = tuple(one for one in chain.items if one.type is ItemType.CHALLENGE)
    return Concern(item, challenges, tuple(one for one in chain.items if one.is_expected), steps)
