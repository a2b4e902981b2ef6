"""On paper: every page says what it says on the screen, without what is pressed, and tells its address."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.map_page import FACES
from tests.support.models import shipped
from tests.support.visiting import Visit

ROOM: ViewportSize = {"width": 688, "height": 1000}
"""What an upright A4 page leaves between our margins, in px."""
PRESSED = (
    "Karta", "Jämför rollerna", "English", "Rensa", "Lista", "Filtrera", "Visa hela kartan", "Skriv ut", "Kopiera länk",
    "Visa bara det med källa", "Öppna alla", "Eller börja här", "Vilken är din roll i dag?", "Det har jag: kryssa i det du redan uppfyller", "Ladda ner modellen", "Kopiera koden",
    "Tillgänglighetsredogörelse",
)  # fmt: skip
"""What stands alone on a line of the screen, and leads nowhere on paper."""


@dataclass(frozen=True)
class Paper:
    """A page: its address, what is there when it can be printed, words that must be on paper, and its most sheets."""

    address: str
    ready: str
    words: tuple[str, ...]
    most: int | None = None


PAPERS = {
    "map": Paper("/", "button.box", ("Så läser du kartan", "in i yrket eller in i det igen", "VFU-student"), 1),
    "role": Paper("/?role=mentor", ".card-pane article.role", ("Så kommer du hit", "Tjänsten utlyses", "Det här krävs", "1 500 kr per månad", "Nästa steg", "kontrollera beloppet"), 5),
    "step": Paper("/?step=mentor.specialist", ".card-pane article.step", ("Vägen tillbaka", "Frågor till samtalet"), 3),
    "list": Paper("/?view=list&role=mentor", ".list .current", ("På väg in", "Områdeschef", "Mentor → Specialist", "Det här krävs")),
    "routes": Paper("/vagar?from=vfu-student&to=mentor", "[data-testid=stMain]:has(.role-picker) .doc .route", ("Här är jag", "Väg 2", "Vad fattas?"), 4),
    "compare": Paper("/jamfor?a=soc-barn-unga&b=bistandshandlaggare", ".doc .part", ("Båda", "Inte klarlagt"), 5),
    "talk": Paper("/samtal?role=mentor", ".talk:not([aria-busy])", ("Roll i dag", "Mentorstillägg"), 1),
    "overview": Paper("/overblick", ".drawn", ("Var rollerna ligger", "Förste socialsekreterare", "Väntat resultat"), 2),
    "about": Paper("/om?part=sources", ".doc .behind", ("Källor", "Lag (2026:44) 1, 4 och 5 §§ (1)"), 8),
}  # fmt: skip


@pytest.fixture(scope="module")
def folded() -> dict[str, list[str]]:
    """Return what is folded on the screen and opened on paper, by page: a route's requirements and support, the sources."""
    model = shipped()
    (step,) = (step for step in model.steps if step.start == "vfu-student")
    return {
        "routes": [str(line.text) for line in (*step.requires, *step.support)],
        "about": [f"({one.place})" for one in model.sources if one.place],
    }


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


def test_page_of_a_frame_prints_without_the_link_at_its_foot(visit: Visit) -> None:
    """The link to the statement is for the screen, in a frame as in the app."""
    page = visit()
    page.goto("/om?embed=true")
    page.locator("#sources").wait_for()
    foot = page.locator(".short-foot")
    expect(foot).to_be_visible()
    page.emulate_media(media="print")
    expect(foot).to_be_hidden()


@pytest.mark.parametrize("name", PAPERS)
def test_paper_says_what_the_page_says_and_nothing_that_is_pressed(
    visit: Visit, folded: dict[str, list[str]], name: str
) -> None:
    """Words, address and what is folded are there, whole; buttons and links to other pages are not; no sheet is wasted."""
    page, paper = visit(), PAPERS[name]
    lines = on_paper(page, paper)
    text = "\n".join(lines)
    behind = folded.get(name, [])
    assert [word for word in (*paper.words, *behind) if word not in text] == []
    assert [word for word in PRESSED if word in lines] == []
    expect(page.locator("header .where:visible")).to_have_text(page.url)
    if paper.most:
        with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as pdf:
            assert len(pdf.pages) <= paper.most
    if name == "list":  # a row's name has the paper's width, and the card stands in its row only
        assert (
            page.locator(".stage > .row > summary > h3").first.evaluate("(one) => one.offsetWidth") > ROOM["width"] / 2
        )
        assert lines.count("Typisk tid") == 2
    page.set_viewport_size(ROOM)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= ROOM["width"]
    for field in page.locator(".role-picker input").all():  # shown as its words
        assert field.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        assert field.evaluate("(one) => getComputedStyle(one).borderTopWidth") == "0px"
    if behind:
        page.emulate_media(media="screen")
        assert behind[-1] not in page.evaluate(FACES)
