"""On paper: every page says what it says on the screen, without what is pressed, and tells its address."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
import pytest
from conftest import Visit
from onscreen import FACES
from playwright.sync_api import Page, ViewportSize, expect
from serving import ROOT

from careerpaths.content.model import Model
from careerpaths.content.reader import read_model

ROOM: ViewportSize = {"width": 688, "height": 1000}
"""What an upright A4 page leaves between our margins, in px."""
PRESSED = (
    "Karta", "Jämför rollerna", "English", "Rensa", "Visa som lista", "Filtrera", "Visa hela kartan", "Skriv ut", "Kopiera länk",
    "Hoppa till nästa steg", "Var vill du börja?", "Det har jag: kryssa i det du redan uppfyller", "Ladda ner modellen", "Kopiera koden",
    "Tillgänglighetsredogörelse",
)  # fmt: skip
"""What stands alone on a line of the screen, and leads nowhere on paper."""


@dataclass(frozen=True)
class Paper:
    """A page: its address, what is there when it can be printed, words that must be on paper, and its most pages."""

    address: str
    ready: str
    words: tuple[str, ...]
    most: int


PAPERS = {
    "map": Paper("/", "button.box", ("Så läser du kartan", "VFU-student"), 1),
    "role": Paper("/?role=mentor", ".card-pane article.role", ("Det här krävs", "1 500 kr per månad", "Nästa steg"), 5),
    "step": Paper("/?step=mentor.specialist", ".card-pane article.step", ("Vägen tillbaka", "Frågor till samtalet"), 3),
    "list": Paper("/?view=list", ".list article.step", ("På väg in", "Områdeschef", "Återvändare → Biståndshandläggare"), 130),
    "routes": Paper("/vagar?from=vfu-student&to=mentor", ".doc .route", ("Här är jag", "Väg 2", "Strax utom räckhåll"), 9),
    "compare": Paper("/jamfor?a=soc-barn-unga&b=bistandshandlaggare", ".doc .part", ("Gemensamt", "Bara Biståndshandläggare"), 5),
    "talk": Paper("/samtal?role=mentor", ".talk:not([aria-busy])", ("Roll i dag", "Mentorstillägg"), 1),
    "overview": Paper("/overblick", ".doc table", ("Vägar per skede och spår", "Väntade"), 8),
    "about": Paper("/om", "#sources", ("Åtgärder", "Ordlista", "Källor"), 16),
}  # fmt: skip


@pytest.fixture(scope="module")
def model() -> Model:
    """Return the product's own model in Swedish."""
    return read_model(ROOT / "data" / "roles.yaml")


def on_paper(page: Page, paper: Paper) -> list[str]:
    """Open a page as it is printed, and return its lines."""
    page.goto(paper.address)
    page.locator(paper.ready).first.wait_for()
    page.locator(".early").wait_for(state="detached")
    page.locator("header nav").wait_for()
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    found: str = page.evaluate(FACES)
    return [line.strip() for line in found.replace("\u00ad", "").replace("\u00a0", " ").splitlines()]


@pytest.mark.parametrize("name", PAPERS)
def test_paper_says_what_the_page_says_and_nothing_that_is_pressed(visit: Visit, name: str) -> None:
    """Words and address are there, buttons and links to other pages are not; nothing is too wide or wastes sheets."""
    page = visit()
    lines = on_paper(page, PAPERS[name])
    text = "\n".join(lines)
    assert [word for word in PAPERS[name].words if word not in text] == []
    assert [word for word in PRESSED if word in lines] == []
    expect(page.locator("header .where:visible")).to_have_text(page.url)
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as pdf:
        assert len(pdf.pages) <= PAPERS[name].most
    page.set_viewport_size(ROOM)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= ROOM["width"]


def test_what_lies_behind_a_route_is_opened_on_paper(visit: Visit, model: Model) -> None:
    """What each step requires and which support exists can be read, though it is folded on the screen."""
    page = visit()
    text = "\n".join(on_paper(page, PAPERS["routes"]))
    (step,) = (step for step in model.steps if step.start == "vfu-student")
    behind = [str(line.text) for line in (*step.requires, *step.support)]
    assert [one for one in behind if one not in text] == []
    page.emulate_media(media="screen")
    assert behind[-1] not in page.evaluate(FACES)


def test_sources_are_read_on_paper_with_where_they_are_found(visit: Visit, model: Model) -> None:
    """Om modellen prints every source, its place with it."""
    text = "\n".join(on_paper(visit(), PAPERS["about"]))
    places = {source.place for source in model.sources if source.place}
    assert places
    assert {place for place in places if place not in text} == set()


def test_chosen_roles_are_whole_on_paper(visit: Visit, model: Model) -> None:
    """A select becomes its words, wide enough for the longest name."""
    page = visit()
    on_paper(page, PAPERS["compare"])
    page.set_viewport_size(ROOM)
    fields = page.locator("[data-testid=stSelectbox] input")
    assert {field.input_value() for field in fields.all()} == {
        str(role.name) for role in model.roles if role.id in ("soc-barn-unga", "bistandshandlaggare")
    }
    for field in fields.all():
        assert field.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        assert field.evaluate("(one) => getComputedStyle(one.parentElement).borderTopWidth") == "0px"
