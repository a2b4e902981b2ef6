"""The layout as vis-network's nodes, edges and options, made through pyvis: the only home of pyvis.

Only pyvis's data is used, never its page: that calls other hosts, and shows titles as HTML.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from careerpaths.html.line_styles import STYLES
from careerpaths.map.layout.arrange import Curve, Layout, RoleBox
from careerpaths.model.model import Model, Step

VIS = Path("lib") / "vis-9.1.2" / "vis-network.min.js"
MARGIN = 5  # px between a box's text and its border; vis-network 9.1.2 draws no box at all with 0
NOTHING = "rgba(0,0,0,0)"
INVISIBLE = {"background": NOTHING, "border": NOTHING}
OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},  # a place means something: nothing may drift
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,  # the plain wheel belongs to the page
        "hover": True,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},  # the script walks the map itself
    },
    "nodes": {"shape": "box", "margin": MARGIN, "borderWidth": 0, "chosen": False, "fixed": True, "color": INVISIBLE},
    "edges": {
        "chosen": False,
        "arrowStrikethrough": True,  # a line that stopped at its head would bend otherwise than `bezier.py` says
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
}


@dataclass(frozen=True)
class Drawing:
    """What vis-network is given: nodes, edges and options, ready for JSON. An edge says which `step` it draws."""

    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    options: dict[str, Any]


def drawing(model: Model, layout: Layout) -> Drawing:
    """Return the drawing of a model in one layout; the boxes are empty, as real buttons lie over them."""
    from pyvis.network import Network

    network = Network(directed=True)
    for place in layout.places:
        network.add_node(place.role_id, label=" ", **_box(place))
    for line in layout.lines:
        step = model.step(line.step_id)
        if step is not None:
            _add_line(network, step, line.curves)
    network.set_options(json.dumps(OPTIONS))
    return Drawing(tuple(network.nodes), tuple(network.edges), network.options)


@cache
def vis_script() -> Path:
    """Return the path of vis-network's own script, as pyvis ships it."""
    found = find_spec("pyvis")  # importing it would bring IPython along: 64 MB in the server, for one path
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pyvis")
    return Path(found.origin).parent / VIS


def _box(place: RoleBox) -> dict[str, Any]:
    return {
        "x": place.x,
        "y": place.y,
        "shape": "box",
        "color": INVISIBLE,
        "widthConstraint": place.width - 2 * MARGIN,
        "heightConstraint": place.height - 2 * MARGIN,
    }


def _add_line(network: Any, step: Step, curves: tuple[Curve, ...]) -> None:
    """Add a step's line; where it goes round something, its pieces meet in points that are not seen."""
    points = [f"{step.id}#{number}" for number in range(1, len(curves))]
    for point, curve in zip(points, curves[1:], strict=True):
        x, y = curve.start
        network.add_node(point, label=" ", x=x, y=y, shape="dot", size=0.5, color=INVISIBLE)
    ends = [step.start, *points, step.end]
    for number, curve in enumerate(curves):
        piece = _piece(step, curve, ends_here=number == len(points))
        network.add_edge(ends[number], ends[number + 1], id=f"{step.id}#{number}", **piece)


def _piece(step: Step, curve: Curve, ends_here: bool) -> dict[str, Any]:
    style = STYLES[step.kind]
    return {
        "step": step.id,
        "dashes": list(style.dashes) or False,
        "arrows": {
            "to": {"enabled": ends_here, "type": style.head, "scaleFactor": 0.4 if style.head == "circle" else 0.6}
        },
        "smooth": _smooth(curve.bend),
        "hidden": step.wildcard,
        "color": {"color": NOTHING},
    }


def _smooth(bend: float) -> dict[str, Any] | bool:
    """Return vis-network's words for a bend (`bezier.py`): its sign is the side, its size the roundness."""
    if bend == 0:
        return False
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
