"""The map can be read: nothing lies on anything else, every line keeps clear of boxes, and it is always the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import font_source_sans_pro
import pytest
from PIL import ImageFont

from careerpaths.map.layout.arrange import Band, Layout, RoleBox, Shape, arrange
from careerpaths.map.layout.grid import ARROW, BOX
from careerpaths.model.model import Text
from tests.support.builders import model, role, step
from tests.support.legibility import legibility, random_model, walked
from tests.support.models import SHIPPED, shipped
from tests.support.server import ROOT

LANGUAGES = ("sv", "en")
FONT = Path(font_source_sans_pro.font_directory) / "SourceSansPro-Semibold.ttf"
LETTERS, LINE, BORDER = 13.5, 15.5, 13
"""Size of letters and of a line in a box, and what border and padding take of its width (explorer.css), in px."""
MADE = tuple((number, 12 + 3 * number) for number in (0, 2, 4, 5))
"""Seed and number of roles of models drawn by lot."""

shapes = pytest.mark.parametrize("shape", Shape)


@cache
def drawn(shape: Shape) -> Layout:
    """Return the map that is shipped."""
    return arrange(shipped(), shape)


def within(place: RoleBox, band: Band) -> bool:
    """Return whether a whole box stands in a band."""
    across = band.x <= place.x - place.width / 2 and place.x + place.width / 2 <= band.x + band.width
    return across and band.y <= place.y - place.height / 2 and place.y + place.height / 2 <= band.y + band.height


@shapes
@pytest.mark.parametrize("wildcards", [False, True])
def test_no_line_runs_through_a_foreign_box(shape: Shape, wildcards: bool) -> None:
    """A line touches only the two boxes that it joins, also the lines that a selection brings."""
    found = legibility(shipped(), drawn(shape), wildcards)
    assert found.hits == ()
    assert found.off == ()


@shapes
def test_boxes_keep_apart(shape: Shape) -> None:
    """At least 8 px lie between two boxes."""
    assert legibility(shipped(), drawn(shape)).overlaps == ()


@pytest.mark.parametrize(("shape", "crossings", "together"), [(Shape.WIDE, 18, 3), (Shape.TALL, 34, 7)])
def test_few_lines_cross_or_run_together(shape: Shape, crossings: int, together: int) -> None:
    """The arrangement is no worse than when it was last looked at by eye."""
    found = legibility(shipped(), drawn(shape))
    assert found.crossings <= crossings
    assert len(found.together) <= together


@shapes
def test_every_line_is_seen(shape: Shape) -> None:
    """Between any two boxes there is room for an arrow head."""
    assert legibility(shipped(), drawn(shape)).least_seen >= 10


@shapes
def test_every_role_stands_in_its_stage_and_lane(shape: Shape) -> None:
    """Place means something: a box lies wholly within its bands."""
    layout = drawn(shape)
    stages, lanes = {band.id: band for band in layout.stages}, {band.id: band for band in layout.lanes}
    for one, place in zip(shipped().roles, layout.places, strict=True):
        assert one.id == place.role_id
        assert within(place, stages[one.stage.id])
        assert not lanes or within(place, lanes[one.track.id])


@shapes
def test_stages_and_lanes_keep_the_order_of_the_file(shape: Shape) -> None:
    """Stages follow each other, and so do lanes; together they fill the map."""
    layout = drawn(shape)
    assert [band.id for band in layout.stages] == [stage.id for stage in shipped().stages]
    across = [band.x for band in layout.stages] if shape is Shape.WIDE else [band.y for band in layout.stages]
    assert across == sorted(across)
    assert [band.id for band in layout.lanes] == ([one.id for one in shipped().tracks] if layout.lanes else [])
    assert [band.y for band in layout.lanes] == sorted(band.y for band in layout.lanes)


def test_wide_map_fits_beside_the_card() -> None:
    """At 1440×900 the card leaves about 985×690 px."""
    assert drawn(Shape.WIDE).width <= 985
    assert drawn(Shape.WIDE).height <= 690
    assert len(drawn(Shape.WIDE).lanes) == len(shipped().tracks)


def test_tall_map_fits_a_phone() -> None:
    """A screen of 320 px leaves 300."""
    assert drawn(Shape.TALL).width == 300
    assert drawn(Shape.TALL).lanes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_names_fit_their_boxes(language: str) -> None:
    """Every short name fits in two lines of a box, also in the bold type of a selected one."""
    font = ImageFont.truetype(str(FONT), 1000)
    for one in shipped(language).roles:
        lines = broken(str(one.short), font)
        assert len(lines) * LINE <= BOX.imag, one.short
        assert max(width(line, font) for line in lines) <= BOX.real - BORDER, one.short


def broken(name: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return a name in lines, as a browser breaks it: at spaces, hyphens and the marks that become soft hyphens."""
    lines = [""]
    for piece in re.findall(r"[^ \-/|]+[ \-/|]?", name):
        if lines[-1] and width(lines[-1] + piece, font) > BOX.real - BORDER:
            lines.append("")
        lines[-1] += piece
    return lines


def width(line: str, font: ImageFont.FreeTypeFont) -> float:
    """Return how wide a line of a box is, in px; a mark at its end is a hyphen, others are not seen."""
    shown = re.sub(r"\|$", "-", line.rstrip()).replace("|", "")
    return float(font.getlength(shown)) * LETTERS / 1000


@shapes
def test_opposite_steps_part(shape: Shape) -> None:
    """The line from A to B does not hide the one from B to A."""
    lines = {line.step_id: line for line in drawn(shape).lines}
    pairs = [(one.id, f"{one.end}.{one.start}") for one in shipped().steps if f"{one.end}.{one.start}" in lines]
    assert len(pairs) > 10
    for one, other in pairs:
        there, back = walked(lines[one].curves[0]), walked(lines[other].curves[0])
        assert max(min(abs(point - back)) for point in there[60:180]) > 5, (one, other)


@shapes
def test_map_is_the_same_in_every_language(shape: Shape) -> None:
    """Only roles and steps decide where things stand, not what they are called."""
    assert arrange(shipped("en"), shape) == drawn(shape)
    longer = tuple(replace(one, name=Text("A very long name " * 5)) for one in shipped().tracks)
    assert arrange(replace(shipped(), tracks=longer), shape) == drawn(shape)


def test_map_is_the_same_for_every_hash_seed() -> None:
    """Two processes with different PYTHONHASHSEED draw the same map."""
    code = (
        "from pathlib import Path; from careerpaths.reading.model import read_model; "
        "from careerpaths.map.layout.arrange import Shape, arrange; "
        f"model = read_model(Path({str(SHIPPED)!r})); print([arrange(model, shape) for shape in Shape])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {str([drawn(shape) for shape in Shape]) + "\n"}


@shapes
@pytest.mark.parametrize(("seed", "roles"), MADE)
def test_other_models_keep_the_rules(shape: Shape, seed: int, roles: int) -> None:
    """Models drawn by lot: no line through a box, no box on another, each in its stage and lane."""
    made = random_model(roles, seed)
    layout = arrange(made, shape)
    for wildcards in (False, True):
        found = legibility(made, layout, wildcards)
        assert found.hits == ()
        assert found.overlaps == ()
        assert found.off == ()
    stages, lanes = {band.id: band for band in layout.stages}, {band.id: band for band in layout.lanes}
    for one, place in zip(made.roles, layout.places, strict=True):
        assert within(place, stages[one.stage.id])
        assert not lanes or within(place, lanes[one.track.id])


@shapes
def test_model_of_one_role_has_a_map(shape: Shape) -> None:
    """The least there is: a role and no step."""
    layout = arrange(model("a"), shape)
    assert [place.role_id for place in layout.places] == ["a"]
    assert layout.lines == ()


@shapes
def test_role_without_steps_has_a_place(shape: Shape) -> None:
    """A role that no step touches stands beside the others."""
    layout = arrange(model("a b c", step("a", "b")), shape)
    assert legibility(model("a b c", step("a", "b")), layout).overlaps == ()


@shapes
def test_large_model_stands_in_rows(shape: Shape) -> None:
    """Beyond what a map can show, boxes still keep apart, and the map takes no longer."""
    roles = tuple(role(f"r{number}") for number in range(300))
    steps = tuple(step(f"r{number}", f"r{number + gap}") for number in range(290) for gap in (1, 7))
    layout = arrange(model(roles, *steps), shape)
    assert legibility(model(roles), replace(layout, lines=())).overlaps == ()


def test_boxes_of_a_stage_leave_room_for_an_arrow() -> None:
    """Where a stage has two boxes side by side, a line between them is seen."""
    assert ARROW > 2 * 10
