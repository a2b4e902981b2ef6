"""How each kind of step is drawn, on the map and in the legend: dashes and head (its colour: kinds.css)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from careerpaths.model.model import StepKind


@dataclass(frozen=True)
class LineStyle:
    """Lengths of dashes and gaps in px (none: a whole line), and the arrow head (`explorer/drawing/strokes.js`)."""

    dashes: tuple[int, ...]
    head: str


STYLES: Mapping[StepKind, LineStyle] = MappingProxyType(
    {
        StepKind.IN: LineStyle((3, 4), "circle"),
        StepKind.UP: LineStyle((), "triangle"),
        StepKind.SIDEWAYS: LineStyle((9, 5), "arrow"),
        StepKind.DEEPENING: LineStyle((11, 4, 2, 4), "diamond"),
        StepKind.BACK: LineStyle((4, 3), "vee"),
        StepKind.OUT: LineStyle((10, 3, 2, 3, 2, 3), "bar"),
    }
)
