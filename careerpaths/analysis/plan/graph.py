"""The plan as a directed graph (challenge → need and prerequisite → activity → result), queried in both directions.

Rows of the library and a unit's own rows are both `Item`. A query follows every link once: linear in what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import networkx as nx

from careerpaths.analysis.plan.chain import BACKWARD, FORWARD, Chain, ColumnKind, Link, column_of
from careerpaths.model.model import Model
from careerpaths.model.plan import Item, ItemType, may_lead

__all__ = ["PlanGraph", "plan_of"]


class PlanGraph:
    """Answers questions about the rows of one plan; build it once a plan.

    Of rows with the same id the last is taken, in the place of the first: so a unit changes a row of the library.
    `links` come on top of those that the rows carry. Links to rows that are not there, and links that lead back along
    the chain, are left out.
    """

    def __init__(self, items: Iterable[Item], links: Iterable[Link] = ()) -> None:
        """Index rows and links."""
        self._items = {item.id: item for item in items}
        self._place = {item_id: place for place, item_id in enumerate(self._items)}
        self._graph: nx.DiGraph[str] = nx.DiGraph()
        self._graph.add_nodes_from((item.id, {"item": item}) for item in self._items.values())
        asked = dict.fromkeys((*((item.id, end) for item in self.items for end in item.links), *links))
        self._graph.add_edges_from(link for link in asked if self._is_good(*link))
        self._after = {one: self._sorted(self._graph.succ[one]) for one in self._items}
        self._part = {item.id: column_of(item) for item in self.items}

    def _is_good(self, start: str, end: str) -> bool:
        one, other = self._items.get(start), self._items.get(end)
        return one is not None and other is not None and may_lead(one.type, other.type)

    @property
    def items(self) -> tuple[Item, ...]:
        """Return every row, in the order given."""
        return tuple(self._items.values())

    def item(self, item_id: str) -> Item | None:
        """Return the row with this id, or None."""
        return self._items.get(item_id)

    def of_type(self, kind: ItemType) -> tuple[Item, ...]:
        """Return the rows of one type."""
        return self._of_type.get(kind, ())

    @cached_property
    def _of_type(self) -> dict[ItemType, tuple[Item, ...]]:
        return {kind: tuple(item for item in self.items if item.type is kind) for kind in ItemType}

    def after(self, item_id: str) -> tuple[Item, ...]:
        """Return the rows that a row leads on to, none for an id that is not there."""
        return self._after.get(item_id, ())

    def before(self, item_id: str) -> tuple[Item, ...]:
        """Return the rows that lead to a row, none for an id that is not there."""
        return self._sorted(self._graph.pred[item_id]) if item_id in self._items else ()

    def links(self) -> tuple[Link, ...]:
        """Return every link that holds, in the order of the rows."""
        return tuple(self._graph.edges)

    def forward(self, item_id: str) -> Chain:
        """Return the descendants of a row and the missions it comes from; an empty chain for an unknown id."""
        if item_id not in self._items:
            return self._chain((), (), FORWARD)
        missions = (one for one in self._ancestors(item_id) if self._items[one].type is ItemType.MISSION)
        return self._chain((item_id,), (item_id, *missions, *self._descendants(item_id)), FORWARD)

    def backward(self, item_id: str) -> Chain:
        """Return descendants and ancestors of a row; the id of a measure stands for all its rows."""
        start = self._named(item_id)
        found = (near for one in start for near in (one, *self._descendants(one), *self._ancestors(one)))
        return self._chain(start, found, BACKWARD)

    def _named(self, item_id: str) -> tuple[str, ...]:
        if item_id in self._items:
            return (item_id,)
        return tuple(item.id for item in self.items if item.measure and item.measure == item_id)

    def _descendants(self, item_id: str) -> set[str]:
        found: set[str] = nx.descendants(self._graph, item_id)
        return found

    def _ancestors(self, item_id: str) -> set[str]:
        found: set[str] = nx.ancestors(self._graph, item_id)
        return found

    def _sorted(self, ids: Iterable[str]) -> tuple[Item, ...]:
        return tuple(self._items[one] for one in sorted(ids, key=self._place.__getitem__))

    def _chain(self, start: Iterable[str], found: Iterable[str], order: tuple[ColumnKind, ...]) -> Chain:
        items = self._sorted(set(found))
        columns: dict[ColumnKind, list[Item]] = {kind: [] for kind in order}
        for item in items:
            columns[self._part[item.id]].append(item)
        near = {item.id for item in items}
        links = ((item.id, end.id) for item in items for end in self._after[item.id] if end.id in near)
        return Chain(self._sorted(start), {kind: tuple(held) for kind, held in columns.items()}, tuple(links))


def plan_of(model: Model) -> PlanGraph:
    """Return the graph of the library that a model brings."""
    return PlanGraph(model.plan)
