"""What vis-network is given: an empty box a role, an edge a step, each kind with its own dashes and head."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise

import pytest

from careerpaths.html.line_styles import STYLES
from careerpaths.map.layout.arrange import Layout, Shape, arrange
from careerpaths.map.vis_data import Drawing, drawing, vis_script
from careerpaths.model.model import StepKind
from tests.support.models import shipped

HEADS = {"arrow", "bar", "box", "circle", "crow", "curve", "diamond", "inv_curve", "inv_triangle", "triangle", "vee"}
"""The arrow heads that vis-network 9.1.2 draws."""

shapes = pytest.mark.parametrize("shape", Shape)


@cache
def laid(shape: Shape) -> Layout:
    """Return its layout."""
    return arrange(shipped(), shape)


@cache
def drawn(shape: Shape) -> Drawing:
    """Return its drawing."""
    return drawing(shipped(), laid(shape))


@shapes
def test_every_role_is_a_fixed_box_at_its_place(shape: Shape) -> None:
    """A box is drawn exactly where and as large as the layout says; vis-network adds the margin on both sides."""
    nodes = {node["id"]: node for node in drawn(shape).nodes}
    margin = 2 * drawn(shape).options["nodes"]["margin"]
    assert drawn(shape).options["nodes"]["fixed"] is True
    for place in laid(shape).places:
        node = nodes[place.role_id]
        assert (node["shape"], node["label"]) == ("box", " ")
        assert (node["x"], node["y"]) == (place.x, place.y)
        assert node["widthConstraint"] + margin == place.width
        assert node["heightConstraint"] + margin == place.height


@shapes
def test_every_step_is_drawn(shape: Shape) -> None:
    """The edges of a step lead from its start to its end; only the last has a head."""
    for step in shipped().steps:
        edges = [edge for edge in drawn(shape).edges if edge["step"] == step.id]
        assert edges[0]["from"] == step.start
        assert edges[-1]["to"] == step.end
        assert all(one["to"] == other["from"] for one, other in pairwise(edges))
        assert [edge["arrows"]["to"]["enabled"] for edge in edges] == [False] * (len(edges) - 1) + [True]
        assert {edge["hidden"] for edge in edges} == {step.wildcard}


@shapes
def test_ids_are_unique(shape: Shape) -> None:
    """Vis-network refuses a second node or edge with the same id."""
    for things in (drawn(shape).nodes, drawn(shape).edges):
        ids = [thing["id"] for thing in things]
        assert len(ids) == len(set(ids))


@shapes
def test_points_lie_on_whole_pixels(shape: Shape) -> None:
    """Vis-network cuts decimals off: a line's pieces would no longer meet where they were measured."""
    for node in drawn(shape).nodes:
        assert float(node["x"]).is_integer()
        assert float(node["y"]).is_integer()


@shapes
def test_bends_are_those_of_the_layout(shape: Shape) -> None:
    """The sign of a bend is the side it lies on, its size vis-network's roundness."""
    bends = [curve.bend for line in laid(shape).lines for curve in line.curves]
    for bend, edge in zip(bends, drawn(shape).edges, strict=True):
        smooth = edge["smooth"]
        if not bend:
            assert smooth is False
        else:
            assert smooth["type"] == ("curvedCW" if bend > 0 else "curvedCCW")
            assert smooth["roundness"] == abs(bend) <= 1


def test_lines_run_to_the_middle_of_the_box() -> None:
    """A line that stopped at its arrow head would bend otherwise than measured, up to 14 px."""
    assert drawn(Shape.WIDE).options["edges"]["arrowStrikethrough"] is True


def test_kinds_differ_by_dashes_and_by_head() -> None:
    """Colour comes third: each kind of step has its own pattern and its own arrow head."""
    assert set(STYLES) == set(StepKind)
    assert len({style.dashes for style in STYLES.values()}) == len(StepKind)
    assert len({style.head for style in STYLES.values()}) == len(StepKind)
    assert {style.head for style in STYLES.values()} <= HEADS


def test_nothing_drifts_and_the_wheel_scrolls_the_page() -> None:
    """No physics, no layout of vis-network's own, no zoom by the plain wheel."""
    options = drawn(Shape.WIDE).options
    assert options["physics"] == {"enabled": False}
    assert options["layout"] == {"improvedLayout": False}
    assert (options["interaction"]["dragNodes"], options["interaction"]["zoomView"]) == (False, False)


@shapes
def test_drawing_is_json(shape: Shape) -> None:
    """Everything reaches the browser as it is, without a number that JSON does not know."""
    whole = [drawn(shape).nodes, drawn(shape).edges, drawn(shape).options]
    assert json.loads(json.dumps(whole, allow_nan=False)) == [*map(list, whole[:2]), whole[2]]


def test_script_is_the_one_whose_curves_we_know() -> None:
    """The curves are computed as vis-network 9.1.2 does: another version must be read anew."""
    assert "@version 9.1.2" in vis_script().read_text(encoding="utf-8")[:400]
