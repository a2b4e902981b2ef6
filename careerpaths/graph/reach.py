"""What can be reached within some years, with the smallest sets of new requirements, and what is just out of reach.

A label is a way to a place: its years and its set of new requirements. One that is no quicker and asks no less
than another at the same place is dropped, so what stays at a role are its smallest sets, the quickest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from typing import NamedTuple

from careerpaths.content.model import Requirement, Role
from careerpaths.graph.legs import Route, Trail, route_of
from careerpaths.graph.network import Move, Network, Opening
from careerpaths.graph.standing import STEPS, UNITS

AT_MOST = 8
"""Smallest sets kept at a place, the quickest first. The shipped model has at most two."""

EVER = 1 << 200


@dataclass(frozen=True)
class Reach:
    """A role that can be reached: a route for each smallest set of new requirements, the quickest first."""

    role: Role
    routes: tuple[Route, ...]

    @property
    def years(self) -> float:
        """Return the typical years of the quickest route."""
        return self.routes[0].years


class Short(StrEnum):
    """What is lacking: more years, or one requirement."""

    YEARS = "years"
    REQUIREMENT = "requirement"


@dataclass(frozen=True)
class NearMiss:
    """A role just out of reach: by so many typical `years` (YEARS), or by one `requirement`; and the route there."""

    role: Role
    short: Short
    years: float
    route: Route
    requirement: Requirement | None = None


class _Label(NamedTuple):
    cost: int
    news: int
    steps: tuple[int, ...]
    place: int
    needs: int
    visited: int
    base: int
