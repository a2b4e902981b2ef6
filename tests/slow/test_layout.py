"""The map can be read: nothing lies on anything else, every line keeps clear of boxes and names, and it is always the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from time import process_time

import font_source_sans_pro
import pytest
from PIL import ImageFont

from benchmarks.generated import organisation
from careerpaths.map.graph import graph
from careerpaths.map.layout.arrange import Band, Layout, RoleBox, Shape, arrange
from careerpaths.map.layout.sizes import BOX, LETTERS
from careerpaths.model.model import StepKind, Text
from tests.support.builders import model, step
from tests.support.legibility import legibility, random_model
from tests.support.models import SHIPPED, shipped
from tests.support.server import ROOT

LANGUAGES = ("sv", "en")
FONT = Path(font_source_sans_pro.font_directory) / "SourceSansPro-Semibold.ttf"
LINE, SIDES = 15.5, 13
"""Height of a line in a box, and what its border and padding take of its width (map_view.css), in px."""
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
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wildcards", [False, True])
def test_nothing_lies_on_anything_else(shape: Shape, language: str, wildcards: bool) -> None:
    """No line runs through a box, over a name, out of the map or on another line; boxes keep 28 px apart."""
    found = legibility(shipped(language), arrange(shipped(language), shape), wildcards)
    assert (found.hits, found.names, found.off, found.together, found.overlaps) == ((), (), (), (), ())


@pytest.mark.parametrize(("shape", "crossings", "bends"), [(Shape.WIDE, 5, 31), (Shape.TALL, 4, 32)])
def test_few_lines_cross_or_bend(shape: Shape, crossings: int, bends: int) -> None:
    """Half of what it was with bent lines (10 wide, 28 tall), and no worse than when it was last looked at by eye."""
    found = legibility(shipped(), drawn(shape))
    assert found.crossings <= crossings
    assert found.bends <= bends


@shapes
def test_every_line_is_seen(shape: Shape) -> None:
    """Between any two boxes there is room for a line with a head at each end."""
    assert legibility(shipped(), drawn(shape)).least_seen >= 28


@shapes
def test_every_role_stands_in_its_stage_and_track(shape: Shape) -> None:
    """Place means something: a box lies wholly within its bands."""
    layout = drawn(shape)
    stages, tracks = {band.id: band for band in layout.stages}, {band.id: band for band in layout.tracks}
    for one, place in zip(shipped().roles, layout.places, strict=True):
        assert one.id == place.role_id
        assert within(place, stages[one.stage.id])
        assert not tracks or within(place, tracks[one.track.id])


@shapes
def test_stages_and_tracks_keep_the_order_of_the_file(shape: Shape) -> None:
    """Stages follow each other, and so do tracks."""
    layout = drawn(shape)
    assert [band.id for band in layout.stages] == [stage.id for stage in shipped().stages]
    across = [band.x for band in layout.stages] if shape is Shape.WIDE else [band.y for band in layout.stages]
    assert across == sorted(across)
    assert [band.id for band in layout.tracks] == ([one.id for one in shipped().tracks] if layout.tracks else [])
    assert [band.y for band in layout.tracks] == sorted(band.y for band in layout.tracks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_wide_map_fits_beside_the_card(language: str) -> None:
    """At 1440×900 the card leaves about 985×770 px; a third of the map was empty when it was made for less."""
    layout = arrange(shipped(language), Shape.WIDE)
    assert layout.width <= 985
    assert layout.height <= 770
    assert len(layout.tracks) == len(shipped().tracks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tall_map_fits_a_phone(language: str) -> None:
    """A screen of 320 px leaves 300; a little more is shown a little smaller."""
    assert arrange(shipped(language), Shape.TALL).width <= 310
    assert drawn(Shape.TALL).tracks == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_names_fit_their_boxes(language: str) -> None:
    """Every short name fits in two lines of its box, also in the bold type of a selected one."""
    font = ImageFont.truetype(str(FONT), 1000)
    for shape in Shape:
        for one, place in zip(shipped(language).roles, arrange(shipped(language), shape).places, strict=True):
            room = place.width - SIDES
            lines = broken(str(one.short), font, room)
            assert len(lines) * LINE <= BOX, one.short
            assert max(width(line, font) for line in lines) <= room, one.short


def broken(name: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Return a name in lines, as a browser breaks it: at spaces, hyphens and the marks that become soft hyphens."""
    lines = [""]
    for piece in re.findall(r"[^ \-/|]+[ \-/|]?", name):
        if lines[-1] and width(lines[-1] + piece, font) > room:
            lines.append("")
        lines[-1] += piece
    return lines


def width(line: str, font: ImageFont.FreeTypeFont) -> float:
    """Return how wide a line of a box is, in px; a mark at its end is a hyphen, others are not seen."""
    shown = re.sub(r"\|$", "-", line.rstrip()).replace("|", "")
    return float(font.getlength(shown)) * LETTERS / 1000


@shapes
def test_map_is_arranged_alike_in_every_language(shape: Shape) -> None:
    """Roles and steps decide what stands where, names only how wide it is."""
    swedish, english = drawn(shape), arrange(shipped("en"), shape)
    for side in ("x", "y"):
        orders = [
            sorted(range(len(layout.places)), key=lambda one, its=layout: (getattr(its.places[one], side), one))
            for layout in (swedish, english)
        ]
        assert orders[0] == orders[1]
    assert [len(line.points) for line in swedish.lines] == [len(line.points) for line in english.lines]


def test_long_names_have_their_room() -> None:
    """A track whose name takes many lines is higher, and no name touches anything."""
    longer = tuple(replace(one, name=Text("Ett mycket långt namn " * 5)) for one in shipped().tracks)
    made = replace(shipped(), tracks=longer, roles=tuple(replace(one, tracks=longer[:1]) for one in shipped().roles))
    layout = arrange(made, Shape.WIDE)
    assert legibility(made, layout).names == ()
    assert min(band.height for band in layout.tracks) > 5 * 15


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
        assert (found.hits, found.overlaps, found.off, found.names, found.together) == ((), (), (), (), ())
    stages, tracks = {band.id: band for band in layout.stages}, {band.id: band for band in layout.tracks}
    for one, place in zip(made.roles, layout.places, strict=True):
        assert within(place, stages[one.stage.id])
        assert not tracks or within(place, tracks[one.track.id])


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
def test_large_model_keeps_the_rules(shape: Shape) -> None:
    """Beyond what eyes can follow boxes still keep apart and lines still go round them, in a few seconds."""
    made = random_model(200, 1)
    begun = process_time()
    layout = arrange(made, shape)
    assert process_time() - begun < 10  # 5 s on a quiet machine (benchmarks/layout.py)
    found = legibility(made, layout)
    assert (found.hits, found.overlaps, found.off) == ((), (), ())


@shapes
@pytest.mark.parametrize(("roles", "steps"), [(31, 177), (81, 620)])
def test_dense_model_rests_as_trunks_between_cells(shape: Shape, roles: int, steps: int) -> None:
    """Trunks stand for every step between two cells, and keep clear of all cells between; single lines keep the rules."""
    made = organisation(roles, steps)
    layout = arrange(made, shape)
    found = legibility(made, layout)
    assert (found.hits, found.names, found.off, found.together, found.overlaps) == ((), (), (), (), ())
    cell = {role.id: (role.stage.id, role.track.id if layout.tracks else "") for role in made.roles}
    between = [one for one in made.steps if not one.wildcard and cell[one.start] != cell[one.end]]
    assert sum(trunk.there + trunk.back for trunk in layout.trunks) == len(between)
    assert len(layout.frames) == len(set(cell.values()))
    assert len(layout.trunks) < len(between) / 3
    for trunk in layout.trunks:
        for (a, b), (c, d) in pairwise(trunk.points):
            assert not any(
                max(min(a, c), one.x + 1) < min(max(a, c) + 0.1, one.x + one.width - 1)
                and max(min(b, d), one.y + 1) < min(max(b, d) + 0.1, one.y + one.height - 1)
                for one in layout.frames
            )


def test_numbers_of_trunks_lie_apart() -> None:
    """Each trunk of a dense map has its number, and none lies on another."""
    made = organisation(31, 177)
    trunks = graph(made, arrange(made, Shape.WIDE), dict.fromkeys(StepKind, "Kind")).trunks
    middles = [spot for trunk in trunks for spot in trunk["spots"]]
    assert len(middles) > 0.9 * len(trunks)
    assert all(abs(a - c) > 6 or abs(b - d) > 11 for (a, b), (c, d) in combinations(middles, 2))
