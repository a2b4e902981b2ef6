"""The pictures of the overview: real text, nothing from elsewhere, and a page that says all that they show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from careerpaths.analysis.overview import overview
from careerpaths.charts import svg
from careerpaths.charts.pictures import bars, marks, numbers
from careerpaths.charts.rows import Bar, Cell, Drawing, Mark, known_drawings
from careerpaths.html.pages.overview import overview_html
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.locale import phrases_for
from careerpaths.model.model import Model, Text
from tests.support.builders import model, step
from tests.support.html_tree import Element, read
from tests.support.models import shipped

TODAY = date(2026, 11, 27)
EVIL = "</text><script>alert(1)</script>\"]+'&"


def texts(drawing: Drawing) -> list[str]:
    """Return what stands in a picture, and that the same stands in both widths."""
    wide, narrow = (
        [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)", drawn)]
        for drawn in (drawing.wide, drawing.narrow)
    )
    assert sorted(" ".join(wide).split()) == sorted(" ".join(narrow).split())
    return wide


def page_of(built: Model, language: str = "sv") -> Element:
    """Return the overview of a model."""
    phrases, seen = phrases_for(language), overview(built, TODAY)
    return read(overview_html(RenderContext(built, phrases), seen, overview_pictures(built, phrases, seen)))


def test_bars_say_their_names_and_numbers_as_text() -> None:
    """Names, words at the ends and kinds of piece are text, whatever they hold; the last kind is hollow."""
    drawn = bars(
        [Bar("Erfaren", (3, 1, 2), "3 av 6"), Bar(EVIL, (0, 0, 4), "0 av 4")], ["Källa", "Verifierad", "Exempel"]
    )
    assert {"Erfaren", EVIL, "3 av 6", "0 av 4", "Källa", "Verifierad", "Exempel"} <= {*texts(drawn)}
    bodies = re.findall(r'<path d="[^"]+" fill="(#\w+)"', re.sub(r".*layer_0_marks", "", drawn.wide, flags=re.S))
    assert bodies == ["#0b4a83", "#2c7a3d", "#ffffff", "#ffffff"] or bodies.count("#ffffff") == 2


def test_numbers_and_marks_stand_in_their_rows_and_columns() -> None:
    """A table of numbers tells those that are not nought; marks are told apart by their form."""
    rows, columns = ["Leda", "Barn och unga"], ["Ny", "Trygg"]
    told = texts(numbers([Cell(0, 0, 0), Cell(0, 1, 7), Cell(1, 0, 2), Cell(1, 1, 0)], rows, columns))
    assert {"7", "2", *columns, *rows} == {*told}
    drawn = marks([Cell(0, 0, Mark.DOT), Cell(0, 1, Mark.RING), Cell(1, 1, Mark.SQUARE)], rows, columns)
    assert {*texts(drawn)} == {*rows, *columns}
    assert len(set(re.findall(r'<path transform="translate\([^"]*"( d="[^"]+" fill="[^"]+")', drawn.wide))) == 3


def test_picture_asks_for_nothing_and_takes_the_pages_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    """No script, rule, font or address; its size is its place's; and what has been drawn is not drawn again."""
    known_drawings().clear()
    first = bars([Bar("En roll", (3,), "3")], ["Antal"])
    for drawn in (first.wide, first.narrow):
        assert not re.search(r"<script|style|font-family|role=|href|url|<svg[^>]* width", drawn)
        assert drawn.startswith('<svg class="chart" aria-hidden="true" viewBox="0 0 ')
    monkeypatch.setattr(svg, "vl_convert", None)
    assert bars([Bar("En roll", (3,), "3")], ["Antal"]) == first


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_picture_is_named_and_has_its_table(language: str) -> None:
    """A picture is heard as its title and finding; what it shows is rows of a table, or a list, folded below it."""
    read_model = shipped(language)
    seen, page = overview(read_model, TODAY), page_of(read_model, language)
    drawn = page.find(role="img")
    ids = [one.attributes["aria-labelledby"].split() for one in drawn]
    assert [names[0] for names in ids] == [f"_title-{name}" for name in ("places", "stops", "sources", "results")]
    assert all(page.find(id=name)[0].text.strip() for names in ids for name in names)
    rows = {name: len(page.find(id=f"_table-{name}")[0].find("tr")) - 1 for name in ("places", "stops", "sources")}
    assert rows == {"places": len(seen.cells), "stops": len(seen.bottlenecks), "sources": len(read_model.roles)}
    assert len(page.find(id="_table-results")[0].find("b")) >= len(read_model.measures)


def test_numbers_each_have_a_basis_and_a_year() -> None:
    """Six numbers, each with what it is computed from and for which year."""
    figures = page_of(shipped("sv")).find(kind="figures")[0].find("li")
    assert len(figures) == 6
    for figure in figures:
        assert re.search(r"\b20\d\d\b", figure.find("small")[0].text), figure.text
        assert re.match(r"[\d\xa0]+( av \d+|\xa0%)?", figure.find("b")[0].text), figure.text


def test_model_of_next_to_nothing_and_one_with_odd_names_have_a_page() -> None:
    """Without steps, measures and sources there are fewer pictures; a name of the model is never markup."""
    assert [one.attributes["aria-labelledby"].split()[0] for one in page_of(model("a")).find(role="img")] == [
        "_title-places",
        "_title-sources",
    ]
    built = model("a b c d e", step("a", "b"), step("b", "c"), step("c", "d"), step("d", "e"))
    evil = replace(built, roles=tuple(replace(one, name=Text(EVIL), short=Text(EVIL)) for one in built.roles))
    assert not page_of(evil).find("script")
