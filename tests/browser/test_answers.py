"""First questions, each answered by at most two presses and one screen of scrolling, at a desk and on a phone.

What is typed into a field and taken with Enter is one press.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.support.distances import DESK, PAGES, PHONE, Distance, height
from tests.support.map_page import card
from tests.support.visiting import Visit

MOST_PRESSES = 2
Press = Callable[[Page], None]


def typed(label: str, text: str) -> Press:
    """Return the press that types into a field and takes what comes first."""

    def press(page: Page) -> None:
        field = page.get_by_role("combobox", name=label).first
        field.fill(text)
        page.get_by_role("option").first.wait_for()
        field.press("Enter")

    return press


def pressed(find: Callable[[Page], Locator]) -> Press:
    """Return the press on what a function finds."""
    return lambda page: find(page).first.click()


def fold(name: str) -> Press:
    """Return the press that opens a part of the card."""
    return pressed(lambda page: card(page).locator("summary").filter(has_text=name))


def link(name: str) -> Press:
    """Return the press on a link or a button."""
    exact = re.compile(f"^{re.escape(name)}$")
    return pressed(lambda page: page.get_by_role("link", name=exact).or_(page.get_by_role("button", name=exact)))


MY_ROLE = "Vilken är din roll i dag?"
SEARCH = "Sök"


@dataclass(frozen=True)
class Question:
    """What is asked, where the visitor is, what is pressed, and the words that answer."""

    asks: str
    at: str
    presses: tuple[Press, ...]
    answer: str


QUESTIONS = (
    Question("where can I go from barn och unga", "/", (typed(MY_ROLE, "barn och unga"),), "Socialsekreterare vuxen"),
    Question("what does a mentor get", "/", (typed(SEARCH, "mentor"), fold("Det här får du")), "1 500 kr"),
    Question("who decides that I become specialist", "/", (typed(MY_ROLE, "specialist"),), "Förvaltningen avgör"),
    Question(
        "what is alike between barn och unga and biståndshandläggare",
        "/?role=soc-barn-unga",
        (link("Jämför"), typed("En annan roll", "Biståndshandläggare")),
        "Följer upp att insatserna",
    ),
    Question("how do I get back from enhetschef", "/", (typed(MY_ROLE, "enhetschef"),), "Tillbaka"),
    Question(
        "which measure answers «svårt att rekrytera»",
        "/",
        (typed(SEARCH, "svårt att rekrytera"),),
        "Erfarenhetssatsning",
    ),
    Question("what was reported in 2019", "/", (typed(SEARCH, "överblick"),), "2019"),
    Question("how do I embed Mentor's card", "/?role=mentor", (link("Bädda in"),), "<iframe"),
    Question(
        "what has no source in Specialist", "/", (typed(SEARCH, "specialist"), link("Visa bara exemplen")), "rader"
    ),
)


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("question", QUESTIONS, ids=[one.asks for one in QUESTIONS])
def test_question_is_answered_nearby(visit: Visit, question: Question, window: ViewportSize) -> None:
    """The answer stands within two windows of the top when the presses are done."""
    assert len(question.presses) <= MOST_PRESSES
    page = visit(viewport=window)
    page.goto(question.at)
    page.locator(".explorer:not([aria-busy])").wait_for()
    page.locator(".early").wait_for(state="detached")
    for press in question.presses:
        press(page)
    answer = page.get_by_text(question.answer).filter(visible=True).first
    expect(answer).to_be_visible()
    top = answer.evaluate("(one) => one.getBoundingClientRect().top")
    assert top < 2 * window["height"]


@pytest.mark.parametrize("one", PAGES, ids=[one.name for one in PAGES])
def test_page_is_no_higher_than_it_may_be(visit: Visit, one: Distance) -> None:
    """As it comes, everything folded that can be, at a desk and on a phone."""
    page = visit(viewport=DESK)
    page.goto(one.address)
    page.locator(one.ready).first.wait_for()
    assert height(page, one) <= one.allowed(DESK)
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(300)
    assert height(page, one) <= one.allowed(PHONE)
