"""The model as a directed graph: roles are nodes, steps are edges."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from careerpaths.model.model import Model, Step, StepKind

KIND_ORDER = tuple(StepKind)
Grouped = tuple[tuple[StepKind, tuple[Step, ...]], ...]


def kinds_used(model: Model) -> tuple[StepKind, ...]:
    """Return the kinds of step that a model has, in the order of the interface."""
    return tuple(kind for kind in KIND_ORDER if any(step.kind is kind for step in model.steps))


def graph_of(model: Model) -> nx.DiGraph[str]:
    """Return roles as nodes and steps as edges (attribute `step`), in the order of the file."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(role.id for role in model.roles)
    graph.add_edges_from((step.start, step.end, {"step": step}) for step in model.steps)
    return graph


class StepGraph:
    """Answers questions about one model's steps; build it once a model."""

    def __init__(self, model: Model) -> None:
        """Index the steps of the model."""
        self.model = model
        self._graph = graph_of(model)

    def next_steps(self, role_id: str) -> Grouped:
        """Return the steps out of a role, grouped by kind in the order of the interface."""
        return _grouped(step for _, _, step in self._graph.out_edges(role_id, data="step"))

    def ways_here(self, role_id: str) -> Grouped:
        """Return the steps that lead to a role, grouped by kind in the order of the interface."""
        return _grouped(step for _, _, step in self._graph.in_edges(role_id, data="step"))


def _grouped(steps: Iterable[Step]) -> Grouped:
    found: dict[StepKind, list[Step]] = {}
    for step in steps:
        found.setdefault(step.kind, []).append(step)
    return tuple((kind, tuple(found[kind])) for kind in KIND_ORDER if kind in found)
