"""What the browser is given to draw: a node a role, an edge a line, each kind with its own dashes and head."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise

import pytest

from careerpaths.html.line_styles import STYLES
from careerpaths.html.words import STEP_KIND
from careerpaths.map.graph import Graph, graph
from careerpaths.map.layout.arrange import Layout, Shape, arrange
from careerpaths.model.model import StepKind
from tests.support.models import shipped

shapes = pytest.mark.parametrize("shape", Shape)


@cache
def laid(shape: Shape) -> Layout:
    """Return its layout."""
    return arrange(shipped(), shape)


@cache
def drawn(shape: Shape) -> Graph:
    """Return its graph."""
    return graph(shipped(), laid(shape), STEP_KIND)


@shapes
def test_every_role_is_a_node_at_its_place(shape: Shape) -> None:
    """In the order of the file, each once."""
    told = [(place.role_id, place.x, place.y, place.width, place.height) for place in laid(shape).places]
    assert [tuple(node.values()) for node in drawn(shape).nodes] == told
    assert [node["id"] for node in drawn(shape).nodes] == [role.id for role in shipped().roles]


@shapes
def test_every_step_is_drawn_once(shape: Shape) -> None:
    """A step and its way back, or the same kind both ways, share one line from the start of the one to its end."""
    steps = {step.id: step for step in shipped().steps}
    told: list[str] = []
    for edge in drawn(shape).edges:
        there, back = steps[edge["step"]], steps.get(edge["back"] or "")
        assert (edge["from"], edge["to"], edge["kind"]) == (there.start, there.end, there.kind)
        assert edge["wildcard"] == there.wildcard
        told.append(there.id)
        if back:
            assert (back.start, back.end, back.kind) == (there.end, there.start, edge["back_kind"])
            assert back.kind in (there.kind, StepKind.BACK)
            told.append(back.id)
    assert sorted(told) == sorted(steps)
    assert sum(edge["back"] is not None for edge in drawn(shape).edges) == 10


@shapes
def test_lines_begin_and_end_at_the_sides_of_their_boxes(shape: Shape) -> None:
    """Level pieces meet a left or right side, plumb ones the top or bottom, none a corner."""
    boxes = {node["id"]: node for node in drawn(shape).nodes}
    for edge in drawn(shape).edges:
        for role, end, ahead in ((edge["from"], 0, 1), (edge["to"], -1, -2)):
            box, (x, y), other = boxes[role], edge["points"][end], edge["points"][ahead]
            across, down = abs(x - box["x"]) - box["width"] / 2, abs(y - box["y"]) - box["height"] / 2
            away = (across, down) if y == other[1] else (down, across)
            assert away[0] == pytest.approx(0, abs=0.1)
            assert away[1] <= -3


@shapes
def test_lines_of_one_net_share_their_root(shape: Shape) -> None:
    """Lines that run together are of one kind, and all begin or end at one role."""
    for net in {edge["net"] for edge in drawn(shape).edges}:
        lines = [edge for edge in drawn(shape).edges if edge["net"] == net]
        assert len({(edge["kind"], edge["back_kind"]) for edge in lines}) == 1
        assert len({edge["to" if edge["root"] else "from"] for edge in lines}) == 1


@shapes
def test_words_stand_beside_their_lines(shape: Shape) -> None:
    """Nearly every line has room for its word, which covers neither box nor line."""
    edges = [edge for edge in drawn(shape).edges if not edge["wildcard"]]
    assert sum(not edge["spots"] for edge in edges) <= 2
    boxes = [*drawn(shape).nodes]
    if shape is Shape.TALL:  # the names of stages stand in rows of their own
        names = [(laid(shape).gutter + 50, band.y + 10) for band in laid(shape).stages]
        boxes += [{"x": x, "y": y, "width": 100, "height": 10} for x, y in names]
    for edge in edges:
        for x, y in edge["spots"]:
            assert not any(
                abs(x - box["x"]) < box["width"] / 2 and abs(y - box["y"]) < box["height"] / 2 + 7 for box in boxes
            )


@shapes
def test_a_word_leaves_its_line_to_be_seen(shape: Shape) -> None:
    """Wherever the word of a line may stand, at least 24 px of the line lie beside it."""
    for edge in drawn(shape).edges:
        pieces = list(pairwise(edge["points"]))
        for x, y in edge["spots"]:
            covered = sum(_within(a, c, x, 30) * _within(b, d, y, 8) for (a, b), (c, d) in pieces)
            assert sum(abs(a - c) + abs(b - d) for (a, b), (c, d) in pieces) - covered >= 24


def _within(one: float, other: float, middle: float, half: float) -> float:
    """Return how much of a piece lies in a window, in px: of one that has no length there, whether it does."""
    low, high = max(min(one, other), middle - half), min(max(one, other), middle + half)
    return float(abs(one - middle) < half) if one == other else max(0.0, high - low)


def test_kinds_differ_by_dashes_and_by_head() -> None:
    """Colour is not alone: each kind of step has its own pattern and its own arrow head."""
    assert set(STYLES) == set(StepKind)
    assert len({style.dashes for style in STYLES.values()}) == len(StepKind)
    assert len({style.head for style in STYLES.values()}) == len(StepKind)


@shapes
def test_graph_is_json(shape: Shape) -> None:
    """Everything reaches the browser as it is, without a number that JSON does not know."""
    whole = json.loads(json.dumps([drawn(shape).nodes, drawn(shape).edges], allow_nan=False))
    assert [len(part) for part in whole] == [len(drawn(shape).nodes), len(drawn(shape).edges)]
