"""Colours can be told apart: text keeps 4.5:1 against what it stands on, lines and borders 3:1 (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from careerpaths.browser.files import source
from careerpaths.model.model import StepKind
from tests.support.colour_blind import SIGHTS, difference
from tests.support.contrast import contrast
from tests.support.server import ROOT

RULES = source("explorer.css")
PAGE = (ROOT / "careerpaths" / "app" / "seam" / "scripts" / "page.css").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"--([\w-]+):\s*(#\w+);", RULES)) | {"white": "#ffffff"}
BANDS = ("white", "pale")
"""What the map is drawn on: tracks are white and pale by turns."""

TEXT = (
    *((ink, ground) for ink in ("ink", "soft", "brand", "deep") for ground in ("white", "pale", "tint")),
    ("note-ink", "note"),
    ("white", "brand"),
)
"""Texts and what they stand on."""


def test_contrast_is_counted_as_wcag_does() -> None:
    """Black on white is 21:1, and #767676 on white the familiar 4.54:1."""
    assert contrast("#000000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("line", ["far", *(f"kind-{kind}" for kind in StepKind)])
@pytest.mark.parametrize("band", BANDS)
def test_lines_and_signs_can_be_seen(line: str, band: str) -> None:
    """Those of every kind, and those that recede, keep 3:1 against both bands."""
    assert contrast(NAMED[line], NAMED[band]) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_of_step_are_told_apart_by_the_colour_blind(sight: str) -> None:
    """Without red, green or blue cones any two kinds differ clearly (OKLab; 0.02 is just seen)."""
    colours = [NAMED[f"kind-{kind}"] for kind in StepKind]
    assert min(difference(one, other, sight) for one, other in combinations(colours, 2)) >= 0.12


def test_difference_is_counted_as_oklab_does() -> None:
    """Black and white are 1 apart for everyone; a red and a green that few tell apart without green cones come close."""
    assert all(difference("#000000", "#ffffff", sight) == pytest.approx(1, abs=0.01) for sight in SIGHTS)
    assert difference("#a85a30", "#7a7a30", "deutan") < difference("#a85a30", "#7a7a30", "typical") / 2


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(ink: str, ground: str) -> None:
    """Every text of the explorer keeps 4.5:1."""
    assert contrast(NAMED[ink], NAMED[ground]) >= 4.5


@pytest.mark.parametrize(
    "colour", sorted({NAMED["edge"], *re.findall(r"\.box[^{]*\{[^}]*border(?:-color)?:[^;}]*(#\w{6})", RULES)})
)
def test_borders_of_boxes_and_fields_can_be_seen(colour: str) -> None:
    """The edge of whatever can be pressed keeps 3:1 against what lies around it; the white ring of the chosen box has black around."""
    assert min(contrast(colour, NAMED[band]) for band in BANDS) >= 3


def test_pages_use_no_lighter_text_than_the_explorer() -> None:
    """On the pages too every text colour keeps 4.5:1 against white and against the pale ground."""
    for colour in set(re.findall(r"(?<![-\w])color:\s*(#[0-9a-fA-F]{3,6})\b", PAGE)) - {"#fff", "#ffffff"}:
        assert min(contrast(colour, NAMED[band]) for band in BANDS) >= 4.5, colour
