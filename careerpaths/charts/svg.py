"""From a chart to SVG with real text, which takes its typeface and colours from the page; no script, no network."""

from __future__ import annotations

import re
from typing import Any

import altair as alt
import vl_convert

from careerpaths.charts.rows import Shape, known_drawings

TEXT = "#1f2933"
OPENING = re.compile(r'<svg [^>]*(viewBox="[^"]*")[^>]*><rect [^>]*/>')
LEFT_OUT = re.compile(r' (?:font-family|role|aria-[a-z]+)="[^"]*"')
LABELS = {"labelFontSize": 13, "labelColor": TEXT}
LOOK: dict[str, Any] = {
    "aria": False,
    "padding": 2,
    "axis": {"domain": False, "ticks": False, "grid": False, "title": None, **LABELS},
    "legend": {"orient": "top", "title": None, "labelLimit": 0, **LABELS},
    "text": {"fontSize": 13, "fill": TEXT},
    "view": {"stroke": None},
}
MOST_KNOWN = 64  # drawings: those of a few versions and languages


def svg(chart: alt.LayerChart, shape: Shape) -> str:
    """Return an SVG without a size of its own: it fills its place. What it shows, the page around it says.

    Texts are measured in a typeface as wide as Arial, so that they have room in the page's, which is narrower.
    """
    size = alt.AutoSizeParams(type="fit-x", contains="padding")
    sized = chart.properties(width=shape.value, autosize=size, config=alt.Config(**LOOK))
    spec, known = sized.to_json(indent=None, validate=False), known_drawings()
    if spec not in known:
        if len(known) >= MOST_KNOWN:
            known.pop(next(iter(known)))
        drawn = LEFT_OUT.sub("", vl_convert.vegalite_to_svg(spec))
        known[spec] = OPENING.sub(r'<svg class="chart" aria-hidden="true" \1>', drawn, count=1)
    return known[spec]
