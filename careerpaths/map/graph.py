"""The layout as a graph of nodes and edges, made through pyvis: the only home of pyvis.

Only pyvis's data is used, never its page: that calls other hosts, and shows titles as HTML. What it says of looks is
left out: boxes and lines get theirs in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careerpaths.map.layout.arrange import Layout, StepLine
from careerpaths.map.layout.label_positions import LabelPositions
from careerpaths.map.layout.measures import Point
from careerpaths.map.layout.trunks import Trunk
from careerpaths.model.model import Model, Step, StepKind

NODE = ("id", "x", "y", "width", "height")
EDGE = ("from", "to", "step", "kind", "back", "back_kind", "wildcard", "points", "net", "root", "spots")


@dataclass(frozen=True)
class Graph:
    """Nodes (a box each) and edges (a line each), ready for JSON; `trunks` stand for many edges on a dense map."""

    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    trunks: tuple[dict[str, Any], ...] = ()


def graph(model: Model, layout: Layout, words: Mapping[StepKind, str]) -> Graph:
    """Return the graph of a model in one layout: a node a role, an edge a line, with where they stand and run.

    `words` are what kinds of step are called on the map.
    """
    from pyvis.network import Network  # brings IPython along: only who draws a map needs it

    network = Network(directed=True)
    for place in layout.places:
        network.add_node(place.role_id, x=place.x, y=place.y, width=place.width, height=place.height)
    steps = {step.id: step for step in model.steps}
    positions = LabelPositions(layout)
    for line in layout.lines:
        there, back = steps[line.there], steps[line.back] if line.back else None
        network.add_edge(
            there.start, there.end, **_line(line, there, back), spots=positions.of(line, words[there.kind])
        )
    return Graph(
        tuple({name: node[name] for name in NODE} for node in network.nodes),
        tuple({name: edge[name] for name in EDGE} for edge in network.edges),
        tuple(_trunk(trunk, positions) for trunk in layout.trunks),
    )


def _trunk(trunk: Trunk, positions: LabelPositions) -> dict[str, Any]:
    number = str(trunk.there + trunk.back)
    kinds = {"kind": trunk.kind, "back_kind": trunk.kind if trunk.back else None}
    return {"number": number, **kinds, "points": _rounded(trunk.points), "spots": positions.number(trunk, number)}


def _line(line: StepLine, there: Step, back: Step | None) -> dict[str, Any]:
    return {
        "step": there.id,
        "kind": there.kind,
        "back": back.id if back else None,
        "back_kind": back.kind if back else None,
        "wildcard": there.wildcard,
        "points": _rounded(line.points),
        "net": line.net,
        "root": line.root,
    }


def _rounded(points: Sequence[Point]) -> list[tuple[float, float]]:
    """Return points with tenths of a px: more is not seen."""
    return [(round(x, 1), round(y, 1)) for x, y in points]
