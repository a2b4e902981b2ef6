"""Reachability faults of a model: roles that no entry leads to, and employed roles that no way out follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx

from careerpaths.analysis.steps import graph_of
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Role, RoleKind
from careerpaths.model.problems import Problem


def reachability_problems(model: Model, file: str, phrases: Phrases) -> Iterator[Problem]:
    """Yield unreachable roles and dead ends as problems of the model's file."""
    for role in unreachable_roles(model):
        message = phrases.say("role '{id}': no steps lead here from any way in (a role with «entry: true»)", id=role.id)
        yield Problem(file, role.line, message)
    for role in roles_without_way_out(model):
        message = phrases.say(
            "role '{id}': employed, but no steps lead on to a way out; add a step of the kind out", id=role.id
        )
        yield Problem(file, role.line, message)


def unreachable_roles(model: Model) -> tuple[Role, ...]:
    """Return the roles that no chain of steps leads to from any way in, in the order of the file."""
    reached = _reached(graph_of(model), (role.id for role in model.roles if role.entry))
    return tuple(role for role in model.roles if role.id not in reached)


def roles_without_way_out(model: Model) -> tuple[Role, ...]:
    """Return the employed roles from which no chain of steps ends employment, in the order of the file."""
    exits = (role.id for role in model.roles if not role.employed and role.kind is not RoleKind.ASSIGNMENT)
    leaving = _reached(graph_of(model).reverse(), exits)
    return tuple(role for role in model.roles if role.employed and role.id not in leaving)


def _reached(graph: nx.DiGraph[str], starts: Iterable[str]) -> set[str]:
    """Return the starts and everything that can be reached from them."""
    known = set(starts)
    return known.union(*(nx.descendants(graph, start) for start in known))
