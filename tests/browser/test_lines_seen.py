"""Every line of the map can be seen: its contrast is measured on the screen's pixels, also in forced colours."""

from __future__ import annotations

import io
from itertools import pairwise
from statistics import median
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from careerpaths.map.layout.arrange import Layout, Shape, arrange
from tests.support.contrast import contrast, luminance
from tests.support.map_page import box, open_map
from tests.support.models import shipped
from tests.support.visiting import Visit

LEAST = 3  # to 1, WCAG 1.4.11
AROUND = 3  # px from a point of the line: a dash or dot is within it, and so is the ground beside it
MIDDLES = """(boxes) => Object.fromEntries(boxes.map((box) => {
  const at = box.getBoundingClientRect();
  return [box.dataset.role, [at.left + at.width / 2, at.top + at.height / 2]];
}))"""


@pytest.fixture(scope="module")
def layout() -> Layout:
    """Return where everything is on the wide map."""
    return arrange(shipped(), Shape.WIDE)


def seen(page: Page, layout: Layout) -> dict[str, float]:
    """Return the contrast of every drawn line with what is beside it: of the middle one of its points."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(200)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    middles = {role: complex(*at) for role, at in page.locator("button.box").evaluate_all(MIDDLES).items()}
    drawn = {place.role_id: complex(place.x, place.y) for place in layout.places}
    one, other = "vfu-student", "avslut"
    wide = (middles[other] - middles[one]).real / (drawn[other] - drawn[one]).real

    def on_screen(at: complex) -> complex:
        return middles[one] + wide * (at - drawn[one])

    def is_free(at: complex) -> bool:
        return all(
            abs(at.real - place.x) > place.width / 2 + AROUND or abs(at.imag - place.y) > place.height / 2 + AROUND
            for place in layout.places
        )

    always = {step.id for step in shipped().steps if not step.wildcard}
    found = {
        line.there: [at for ends in pairwise(line.points) for at in between(*ends) if is_free(at)]
        for line in layout.lines
        if line.there in always
    }
    return {step: median(point_contrast(picture, on_screen(at)) for at in points) for step, points in found.items()}


def between(start: tuple[float, float], end: tuple[float, float]) -> list[complex]:
    """Return points along a straight piece, a px apart."""
    one, other = complex(*start), complex(*end)
    number = max(2, round(abs(other - one)))
    return [one + (other - one) * part / number for part in range(number + 1)]


def point_contrast(picture: Image.Image, at: complex) -> float:
    """Return the contrast between the lightest and the darkest pixel around a point."""
    left, top = round(at.real), round(at.imag)
    window = picture.crop((left - AROUND, top - AROUND, left + AROUND + 1, top + AROUND + 1))
    colours = sorted(("#{:02x}{:02x}{:02x}".format(*pixel) for _, pixel in window.getcolors()), key=luminance)
    return contrast(colours[0], colours[-1])


@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_line_has_three_to_one(visit: Visit, layout: Layout, forced: Any) -> None:
    """With nothing chosen and with a role chosen, when the lines of the others recede."""
    page = visit(forced_colors=forced)
    open_map(page)
    assert {step: told for step, told in seen(page, layout).items() if told < LEAST} == {}
    box(page, "mentor").click()
    assert {step: told for step, told in seen(page, layout).items() if told < LEAST} == {}
