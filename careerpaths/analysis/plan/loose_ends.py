"""Loose ends of a plan, such as a need without an activity: each flag names the row to look at.

* **Stands on one assumption**: an expected result, seen from a challenge, where every way between the two passes one
  and the same row that is an assumption. A second way that does not pass it is an independent one, and lifts the flag.
* **One level alone**: what is needed and done for a challenge is all at one level, with nothing at the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.model.model import Level
from careerpaths.model.plan import POSITIONS, Evidence, Item, ItemType

NEEDS = (ItemType.NEED, ItemType.PREREQUISITE)
DOING = (*NEEDS, ItemType.ACTIVITY)
NOTHING: frozenset[str] = frozenset()


class FlagKind(StrEnum):
    """Kinds of flag, in the order in which they are listed: along the chain, then across it."""

    CHALLENGE_WITHOUT_NEED = "challenge-without-need"
    NEED_WITHOUT_ACTIVITY = "need-without-activity"
    ACTIVITY_WITHOUT_RESULT = "activity-without-result"
    ACTIVITY_WITHOUT_CHALLENGE = "activity-without-challenge"
    RESULT_WITHOUT_ACTIVITY = "result-without-activity"
    ONE_LEVEL = "one-level"
    ONE_ASSUMPTION = "one-assumption"


@dataclass(frozen=True)
class Flag:
    """A loose end, and the row (`item`) where it is to be mended.

    ONE_LEVEL: `item` is the challenge, `level` the only one with rows, and `others` are those rows. ONE_ASSUMPTION:
    `item` is the assumption, `others` the expected results that stand on it. The rest need no more than `item`.
    """

    kind: FlagKind
    item: Item
    level: Level | None = None
    others: tuple[Item, ...] = ()


def flags(graph: PlanGraph) -> tuple[Flag, ...]:
    """Return every flag of a plan, kind by kind in the order of the rows."""
    finders: tuple[Callable[[PlanGraph], Iterator[Flag]], ...] = (
        _challenges,
        _needs,
        _activities,
        _unasked,
        _results,
        _levels,
        _assumptions,
    )
    return tuple(flag for finder in finders for flag in finder(graph))


def _challenges(graph: PlanGraph) -> Iterator[Flag]:
    """Yield the challenges that lead to no need and no prerequisite, not even by way of a cause."""
    for item in graph.of_type(ItemType.CHALLENGE):
        near = graph.after(item.id)
        further = (one for cause in near if cause.type is ItemType.CAUSE for one in graph.after(cause.id))
        if not any(one.type in NEEDS for one in (*near, *further)):
            yield Flag(FlagKind.CHALLENGE_WITHOUT_NEED, item)


def _needs(graph: PlanGraph) -> Iterator[Flag]:
    for item in graph.items:
        if item.type in NEEDS and not any(one.type is ItemType.ACTIVITY for one in graph.after(item.id)):
            yield Flag(FlagKind.NEED_WITHOUT_ACTIVITY, item)


def _activities(graph: PlanGraph) -> Iterator[Flag]:
    """Yield the activities that nothing is expected of; a reported result is not an expected one."""
    for item in graph.of_type(ItemType.ACTIVITY):
        if not any(one.is_expected for one in graph.after(item.id)):
            yield Flag(FlagKind.ACTIVITY_WITHOUT_RESULT, item)


def _unasked(graph: PlanGraph) -> Iterator[Flag]:
    answering: set[str] = {item.id for item in graph.of_type(ItemType.CHALLENGE)}
    for item in _in_order(graph.items):
        if item.id in answering:
            answering.update(one.id for one in graph.after(item.id))
    for item in graph.of_type(ItemType.ACTIVITY):
        if item.id not in answering:
            yield Flag(FlagKind.ACTIVITY_WITHOUT_CHALLENGE, item)


def _results(graph: PlanGraph) -> Iterator[Flag]:
    """Yield the expected results that no activity leads to; a reported one has come already."""
    for item in graph.of_type(ItemType.RESULT):
        if item.is_expected and not any(one.type is ItemType.ACTIVITY for one in graph.before(item.id)):
            yield Flag(FlagKind.RESULT_WITHOUT_ACTIVITY, item)


def _levels(graph: PlanGraph) -> Iterator[Flag]:
    covered: dict[str, frozenset[Level]] = {}
    for item in reversed(_in_order(graph.items)):
        own = frozenset(item.levels) if item.type in DOING else frozenset()
        covered[item.id] = own.union(*(covered[one.id] for one in graph.after(item.id)))
    for item in graph.of_type(ItemType.CHALLENGE):
        if len(covered[item.id]) == 1:
            doing = tuple(one for one in graph.forward(item.id).items if one.type in DOING)
            yield Flag(FlagKind.ONE_LEVEL, item, next(iter(covered[item.id])), doing)


def _assumptions(graph: PlanGraph) -> Iterator[Flag]:
    standing: dict[str, dict[str, Item]] = {}
    for challenge in graph.of_type(ItemType.CHALLENGE):
        for result, passed in _always_passed(graph, challenge):
            for one in passed:
                standing.setdefault(one, {})[result.id] = result
    for item in graph.items:
        if item.id in standing:
            yield Flag(FlagKind.ONE_ASSUMPTION, item, others=tuple(standing[item.id].values()))


def _always_passed(graph: PlanGraph, challenge: Item) -> Iterator[tuple[Item, frozenset[str]]]:
    """Yield each expected result of a challenge with the assumptions that every way there passes.

    Links only lead to later places, so all ways to a row are known once the places before its own are done.
    """
    passed: dict[str, frozenset[str]] = {challenge.id: NOTHING}
    places: tuple[list[Item], ...] = tuple([] for _ in {*POSITIONS.values()})
    places[POSITIONS[challenge.type]].append(challenge)
    for item in (item for place in places for item in place):
        if item.is_expected:
            yield item, passed[item.id]
        onward = passed[item.id] | {item.id} if _is_assumed(item) else passed[item.id]
        for one in graph.after(item.id):
            if one.id in passed:
                passed[one.id] &= onward
            else:
                passed[one.id] = onward
                places[POSITIONS[one.type]].append(one)


def _is_assumed(item: Item) -> bool:
    return item.evidence is Evidence.ASSUMPTION and item.type in (*DOING, ItemType.CAUSE)


def _in_order(items: tuple[Item, ...]) -> list[Item]:
    """Return rows so that each comes after every row that can lead to it."""
    return sorted(items, key=lambda item: POSITIONS[item.type])
