"""Three kinds of picture: bars, a table of numbers, and marks in rows and columns.

They know nothing of roles or steps: whoever asks gives rows, and every word in the language that it is shown in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from textwrap import wrap

import altair as alt

from careerpaths.charts.rows import Bar, Cell, Drawing, Mark, Shape
from careerpaths.charts.svg import TEXT, svg

BLUE, GREEN, GREY, PALE, WHITE = "#0b4a83", "#2c7a3d", "#5b6673", "#d5dae0", "#ffffff"
BESIDE, ABOVE = 24, 40
"""px of a row whose name stands beside it, and of one that it stands above."""
APART = 10  # px from the middle of a row up to its name and down to its mark, where the name stands above
NAME = {Shape.WIDE: 330, Shape.NARROW: 160}  # px of a name; a longer one ends with «…», and stands whole in the table
LINE, LETTER = 15, 7  # px of a line and of a letter of a column's name
FEW = 4  # columns whose names have room in lines on a phone too
HALF = 0.5  # of the largest number: a larger one stands white on blue


def bars(rows: Sequence[Bar], kinds: Sequence[str]) -> Drawing:
    """Draw bars of one to three kinds of piece; the last of several kinds is hollow."""
    return _both(lambda shape: _bars(rows, kinds, shape))


def numbers(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> Drawing:
    """Draw a table of numbers, the larger the darker."""
    return _both(lambda shape: _numbers(cells, rows, columns, shape))


def marks(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> Drawing:
    """Draw marks in rows and columns."""
    return _both(lambda shape: _marks(cells, rows, columns, shape))


def _both(draw: Callable[[Shape], alt.LayerChart]) -> Drawing:
    return Drawing(*(svg(draw(shape), shape) for shape in Shape))


def _bars(rows: Sequence[Bar], kinds: Sequence[str], shape: Shape) -> alt.LayerChart:
    names = [bar.name for bar in rows]
    longest = max(sum(bar.pieces) for bar in rows) or 1
    length = alt.X("n:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, longest * 1.5]))
    fills = [*(BLUE, GREEN)[: len(kinds) - 1], WHITE] if len(kinds) > 1 else [BLUE]
    legend = alt.Legend(symbolType="square", symbolStrokeColor=GREY) if len(kinds) > 1 else None
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(kinds), range=fills), legend=legend)
    y, down = _rows(names, shape), _down(shape)
    pieces = _chart(
        {"row": row, "kind": kinds[place], "place": place, "n": n}
        for row, bar in enumerate(rows)
        for place, n in enumerate(bar.pieces)
    )
    ends = _chart({"row": row, "n": sum(bar.pieces), "said": bar.said} for row, bar in enumerate(rows))
    drawn = pieces.mark_bar(height=14, stroke=GREY, strokeWidth=1, yOffset=down)
    said = ends.mark_text(align="left", dx=6, dy=down)
    return _layered(
        names,
        shape,
        drawn.encode(x=length, y=y, color=colour, order="place:Q"),
        said.encode(x=alt.X("n:Q", axis=None), y=y, text="said:N"),
    )


def _numbers(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str], shape: Shape) -> alt.LayerChart:
    most = max(cell.value for cell in cells) or 1
    x, y = _columns(columns, shape), _rows(rows, Shape.WIDE, most=NAME[shape])
    shade = alt.Color("value:Q", scale=alt.Scale(domain=[0, most], range=[WHITE, BLUE], interpolate="rgb"), legend=None)
    ink = alt.condition(alt.datum.value > most * HALF, alt.value(WHITE), alt.value(TEXT))
    squares = _chart(map(asdict, cells)).mark_rect(stroke=PALE, strokeWidth=1)
    told = _chart(asdict(cell) for cell in cells if cell.value).mark_text(fontWeight="bold")
    return _layered(
        [], Shape.WIDE, squares.encode(x=x, y=y, color=shade), told.encode(x=x, y=y, text="value:Q", color=ink)
    )


def _marks(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str], shape: Shape) -> alt.LayerChart:
    kinds = [int(mark) for mark in Mark]
    fill = alt.Color("value:O", scale=alt.Scale(domain=kinds, range=[GREY, WHITE, BLUE]), legend=None)
    form = alt.Shape("value:O", scale=alt.Scale(domain=kinds, range=["circle", "circle", "square"]), legend=None)
    drawn = _chart(map(asdict, cells)).mark_point(
        filled=True, size=130, stroke=BLUE, strokeWidth=2, opacity=1, yOffset=_down(shape)
    )
    x, y = _columns(columns, shape), _rows(rows, shape, grid=shape is Shape.WIDE)
    return _layered(rows, shape, drawn.encode(x=x, y=y, color=fill, shape=form))


def _chart(rows: Iterable[Mapping[str, object]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))


def _layered(names: Sequence[str], shape: Shape, *layers: alt.Chart) -> alt.LayerChart:
    """Return the layers in rows; on a phone each row has its name above it."""
    if shape is Shape.WIDE:
        return alt.LayerChart(layer=layers).properties(height=alt.Step(BESIDE))
    told = _chart({"row": row, "name": name} for row, name in enumerate(names)).mark_text(
        align="left", dy=-APART, limit=shape.value
    )
    above = told.encode(x=alt.value(0), y=_rows(names, shape), text="name:N")
    return alt.LayerChart(layer=[*layers, above]).properties(height=alt.Step(ABOVE))


def _down(shape: Shape) -> int:
    return APART if shape is Shape.NARROW else 0


def _rows(names: Sequence[str], shape: Shape, grid: bool = False, most: int = NAME[Shape.WIDE]) -> alt.Y:
    """Return the rows in their order; their names stand beside them, or are drawn as texts of their own."""
    beside = alt.Axis(labelExpr=_named(names), labelPadding=8, labelLimit=most, grid=grid, gridColor=PALE)
    return alt.Y("row:O", axis=beside if shape is Shape.WIDE else None, scale=_places(names))


def _columns(names: Sequence[str], shape: Shape) -> alt.X:
    """Return the columns in their order, named above: in lines where there is room, else upright."""
    if shape is Shape.NARROW and len(names) > FEW:
        axis = alt.Axis(orient="top", labelExpr=_named(names), labelAngle=-90, labelPadding=6, labelLimit=NAME[shape])
    else:
        letters = (shape.value - (NAME[Shape.NARROW] if shape is Shape.WIDE else 0)) // len(names) // LETTER
        lines = [wrap(name, letters, break_long_words=False) for name in names]
        up = 6 + LINE * (max(map(len, lines)) - 1)
        axis = alt.Axis(orient="top", labelExpr=_named(lines), labelAngle=0, labelPadding=up)
    return alt.X("column:O", axis=axis, scale=_places(names))


def _places(names: Sequence[object]) -> alt.Scale:
    return alt.Scale(domain=list(range(len(names))))


def _named(names: Sequence[object]) -> str:
    """Return the expression by which Vega names a row or column: the place of its name in a list."""
    return f"{json.dumps(list(names))}[datum.value]"
