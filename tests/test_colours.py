"""Colours can be told apart: text keeps 4.5:1 against what it stands on, lines and borders 3:1 (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest
from serving import ROOT

from careerpaths.picture.explorer import COLOURS, WEB

RULES = (WEB / "explorer.css").read_text(encoding="utf-8")
PAGE = (ROOT / "careerpaths" / "ui" / "web" / "page.css").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"--([\w-]+):\s*(#\w+);", RULES)) | {"white": "#ffffff"}
BANDS = ("white", "pale")
"""What the map is drawn on: lanes are white and pale by turns."""

TEXT = (
    *((ink, ground) for ink in ("ink", "soft", "brand", "deep") for ground in ("white", "pale", "tint")),
    ("note-ink", "note"),
    ("white", "brand"),
)
"""Texts and what they stand on."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG defines it."""
    full = colour.lstrip("#")
    full = full if len(full) == 6 else "".join(2 * digit for digit in full)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_does() -> None:
    """Black on white is 21:1, and #767676 on white the familiar 4.54:1."""
    assert contrast("#000000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("line", COLOURS)
@pytest.mark.parametrize("band", BANDS)
def test_lines_on_the_map_can_be_seen(line: str, band: str) -> None:
    """Also those that recede keep 3:1 against both bands."""
    assert contrast(COLOURS[line], NAMED[band]) >= 3


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
