"""What is measured is what is drawn: vis-network's boxes and curves are where the layout says."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from careerpaths.map.layout.arrange import Shape, arrange
from careerpaths.map.vis_data import drawing, vis_script
from tests.support.legibility import walked
from tests.support.models import shipped

DRAW = """drawing => {
  const data = {nodes: new vis.DataSet(drawing.nodes), edges: new vis.DataSet(drawing.edges)};
  const network = new vis.Network(document.getElementById("map"), data, drawing.options);
  network.redraw();
  const boxes = {}, lines = {};
  for (const [id, node] of Object.entries(network.body.nodes)) {
    const {left, top, width, height} = node.shape;
    boxes[id] = [left + width / 2, top + height / 2, width, height];
  }
  for (const edge of Object.values(network.body.edges)) {
    const along = [...Array(25).keys()].map(one => edge.edgeType.getPoint(one / 24));
    (lines[edge.options.step ?? edge.id.split("#")[0]] ??= []).push(along.map(point => [point.x, point.y]));
  }
  return {boxes, lines};
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    """Open an empty page with vis-network."""
    page = browser.new_page()
    page.set_content('<div id="map" style="width: 1000px; height: 1200px"></div>')
    page.add_script_tag(path=str(vis_script()))
    yield page
    page.close()


@pytest.mark.parametrize("shape", Shape)
def test_vis_network_draws_what_the_layout_says(page: Any, shape: Shape) -> None:
    """Boxes to the pixel; lines to a hundredth of one."""
    model = shipped()
    layout = arrange(model, shape)
    made = drawing(model, layout)
    hidden = [{**edge, "hidden": False} for edge in made.edges]
    drawn = page.evaluate(DRAW, {"nodes": list(made.nodes), "edges": hidden, "options": made.options})
    for place in layout.places:
        assert drawn["boxes"][place.role_id] == pytest.approx([place.x, place.y, place.width, place.height])
    for line in layout.lines:
        for curve, points in zip(line.curves, drawn["lines"][line.step_id], strict=True):
            assert curve.start == pytest.approx(points[0])
            ours = walked(curve)
            for x, y in points:
                assert min(abs(ours - complex(x, y))) < 3
            middle = points[12]
            exact = walked(curve, 25)[12]
            assert [exact.real, exact.imag] == pytest.approx(middle, abs=0.01)
