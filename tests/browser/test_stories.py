"""What the user stories that must hold (user-stories.md, M) ask for, done with the keyboard alone.

The talk (CHE-1), the plan (CHE-2 to CHE-5, CHE-8) and who left (VUT-7) have keyboard runs of their own in
test_talk.py and test_planera.py; the file and its check (VUT-1, VUT-3, VUT-4) are no pages; the link to vacancies
(STU-4) is there when the file names one (test_cards.py); that nobody's data is shown (LED-6) is held by what is kept
(test_talk_kept.py).
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.map_page import FACES, card, focus, open_map
from tests.support.visiting import Visit

MOST_TABS = 90
MARKED = "(one) => document.getElementById(one.getAttribute('aria-activedescendant'))?.textContent"

ROLES = {
    "mentor": {
        "SOC-2": ("Det här gör du", "Det här krävs", "Stöd", "Det här får du", "Typisk tid", "Nästa steg", "20 av 42 rader har en källa"),
        "SOC-8": ("Mentorsutbildning, som universitetet erbjuder (uppgift från 2016)",),
        "MEN-1": ("Uppdrag · Erfaren", "Ta emot studenter", "Introducera nya kollegor"),
        "MEN-2": ("1 500 kr per månad", "uppgift från 2019", "kontrollera gällande belopp", "vad det innebär anges inte i källan"),
        "MEN-4": ("Tillbaka Erfaren socialsekreterare eller handläggare",),
    },
    "socialsekreterare barn": {
        "SOC-3": ("Nästa steg", "I sidled", "Fördjupning", "Ut Avslut"),
        "SOC-6": ("1 000 kr (period anges inte)", "2 000 kr (period anges inte)", "uppgift från 2016", "Hur mycket anges inte"),
        "SOC-7": ("Hemarbete", "Arbetet är tufft, med mycket att göra (2019)"),
        "SOC-9": ("Så hänger det ihop", "Organisation", "Grupp", "Du"),
        "NYA-3": ("efter två år som anställd",),
    },
    "vfu-student": {
        "STU-1": ("avtal med Göteborgs universitet", "tar extra ansvar för dig som är student (2016)"),
        "STU-2": ("Nästa steg In Nyexaminerad socionom under introduktion",),
    },
    "nyexad": {
        "NYA-1": ("Introduktionen har handledning, mentorer och enhetschefer som är närvarande (2016)",),
        "NYA-2": ("25 kap. 1 §", "Arbetsgivaren avgör"),
        "NYA-4": ("mycket omväxlande", "både självständigt och ihop med kollegor", "Arbetet är tufft"),
    },
    "enhetschef": {"CHE-6": ("Skapar förutsättningar för medarbetarna", "Är närvarande när nya kollegor introduceras")},
    "sluta": {"CHE-9": ("checklista för avslut", "Lämna över", "Ordna det praktiska")},
}  # fmt: skip
"""What is typed into the search field, and for each story words that the card must hold, in that order of a line."""

PAGES = {
    ("Överblick", ""): {
        "CHE-10": ("Barn och unga", "Äldre", "Nämnder med var sitt fackområde är planerade"),
        "LED-1": ("Var rollerna ligger", "Bara avslut leder vidare från", "Där det tar stopp"),
        "LED-2": ("Kompetens- och personalförsörjning (K)", "Arbetsvillkor (A)", "Lönebildning (L)", "Framgår inte av källorna"),
        "LED-3": ("Väntade", "Rapporterade"),
        "LED-5": ("En plan för bemanningen tas fram",),
    },
    ("Om modellen", "Att verifiera"): {"VUT-2": ("Exempel roll för roll", "Alla anställda roller → Avslut")},
    ("Om modellen", "Bädda in"): {"VUT-6": ("Kopiera koden",)},
    ("Planera", ""): {"MEN-3": ("Mentorstillägg", "Väntat resultat", "Rapporterat resultat"), "CHE-7": ("Kartläggning och förbättring av processer",)},
}  # fmt: skip


def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    """Press Tab until something with this text or class has focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        found = focus(page)
        if wanted in (found["text"], *found["around"]):
            return
    raise AssertionError(f"{MOST_TABS} presses of Tab do not lead to «{wanted}»")


def open_folds(place: Locator) -> None:
    """Open with Enter every part that is folded and can be seen; the sources of single lines stay closed."""
    folded = place.locator("details:not([open], .basis) > summary").filter(visible=True)
    while folded.count():
        folded.first.press("Enter")


def plain(text: str) -> str:
    """Return a text with every space and line break as one space, and without soft hyphens."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


def lacking(text: str, stories: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return what each story misses in a text."""
    read = plain(text)
    found = {story: [words for words in wanted if words not in read] for story, wanted in stories.items()}
    return {story: missed for story, missed in found.items() if missed}


def test_map_and_list_give_the_whole_model(page: Page) -> None:
    """SOC-1: every role in the order of the stages, the legend, and the same as a list; Tab and Enter are enough."""
    open_map(page)
    expect(page.locator("button.box")).to_have_count(18)
    expect(page.locator(".legend")).to_contain_text("Uppåt")
    tab_to(page, "Lista")
    page.keyboard.press("Enter")
    expect(page.locator(".list .stage > .row:visible")).to_have_count(18)


def test_cards_are_found_and_read(page: Page) -> None:
    """Tab to the search field, some letters, Enter: the name has focus, and the card says what the stories ask."""
    open_map(page)
    key = "Tab"
    for typed, stories in ROLES.items():
        tab_to(page, "search", key)
        page.keyboard.type(typed)
        page.locator("#found [data-role]").first.wait_for()
        page.keyboard.press("Enter")
        expect(card(page).locator(".name")).to_be_focused()
        open_folds(card(page))
        assert lacking(card(page).inner_text(), stories) == {}
        page.keyboard.press("Escape")  # back to the role on the map
        key = "Shift+Tab"


@pytest.mark.parametrize(("name", "part"), PAGES)
def test_page_is_reached_and_read(page: Page, name: str, part: str) -> None:
    """Tab to the page's link in the head, and to its part where it has parts; Enter opens what is folded, to be read."""
    open_map(page)
    tab_to(page, name)
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text(name)
    page.locator(".doc h2, .unit:not([aria-busy]) h2").first.wait_for()
    if part:
        tab_to(page, part)
        page.keyboard.press("Enter")
        expect(page.locator(".doc nav [aria-current]")).to_have_text(part)
    open_folds(page.locator(".doc, .unit"))
    wanted = PAGES[name, part]
    page.wait_for_function(f"(words) => ({FACES})().includes(words)", arg=[*wanted.values()][-1][0])
    open_folds(page.locator(".doc, .unit"))
    assert lacking(page.evaluate(FACES), wanted) == {}


def choose(page: Page, label: str, wanted: str) -> None:
    """Choose a role in one of Streamlit's selects: Tab to it, arrows to the role, Enter."""
    field = page.get_by_role("combobox", name=label)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if field.evaluate("(one) => one === document.activeElement"):
            break
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    names = page.get_by_role("option").all_inner_texts()
    here = names.index(field.evaluate(MARKED))
    there = next(number for number, name in enumerate(names) if wanted in name)
    for _ in range(abs(there - here)):
        page.keyboard.press("ArrowDown" if there > here else "ArrowUp")
    assert field.evaluate(MARKED) == names[there]
    page.keyboard.press("Enter")
    expect(field).to_have_value(names[there])


CHOICES = {
    "SOC-4, STU-2": (
        "/vagar",
        {"Här är jag": "VFU-student", "Dit vill jag": "Mentor"},
        ("VFU-student", "Nyexaminerad socionom", "Det som krävs, och stödet"),
    ),
    "SOC-5": (
        "/jamfor",
        {"En roll": "Socialsekreterare barn", "En annan roll": "Biståndshandläggare"},
        ("Gemensamt –", "Bara", "samlas i en enda enhet", "Följer tillägget med när någon byter i sidled"),
    ),
}
"""Stories told by two selects: the page, what is chosen in each, and words of the answer."""


@pytest.mark.parametrize("story", CHOICES)
def test_two_roles_are_chosen_and_the_answer_read(page: Page, story: str) -> None:
    """Routes whose legs tell requirement and support; from one area to another, what is alike and what changes."""
    address, roles, words = CHOICES[story]
    page.goto(address)
    for label, role in roles.items():
        choose(page, label, role)
    unfolded = "for (const one of document.querySelectorAll('.doc details')) one.open = true"
    for word in words:
        page.wait_for_function(f"(word) => {{ {unfolded}; return ({FACES})().includes(word); }}", arg=word)


def test_frame_code_is_there_to_be_copied(visit: Visit) -> None:
    """VUT-6: ready code with a title, for the app and for the single file."""
    page = visit()
    page.goto("/om#embedding")  # an address from when the page was one
    codes = page.locator("textarea.code")
    expect(codes).to_have_count(3)
    for code in codes.all()[:2]:
        assert re.match(r'<iframe src="http[^"]+" title="[^"]+"', code.input_value())


def test_map_and_card_are_heard_as_sentences(page: Page) -> None:
    """What a screen reader is given: a named map of named buttons, a card in headings and lists, and what happened."""
    open_map(page)
    page.locator('button[data-role="mentor"]').press("Enter")
    expect(page.locator(".explorer [role=status]")).to_have_text(re.compile(r"^Mentor vald, \d+ steg"))
    expect(page.locator(".explorer .map")).to_match_aria_snapshot(MAP)
    expect(card(page)).to_match_aria_snapshot(CARD)


MAP = """
- group "Karta med 18 roller och 59 steg":
  - list:
    - listitem:
      - button "VFU-student – Skede, På väg in, 1 steg härifrån"
    - listitem:
      - button "Mentor – Uppdrag vid sidan av befattningen, Erfaren – fördjupning och uppdrag, 4 steg härifrån"
    - listitem:
      - button "Enhetschef – Befattning, Leda och utveckla, 4 steg härifrån"
"""
CARD = """
- region "Beskrivning":
  - button "Rensa"
  - article:
    - heading "Mentor" [level=2]
    - text: Tar extra ansvar för studenter och nya kollegor, så att de nya får en bra start, trivs och vill stanna.
    - group: "Källa: 2016"
    - term: Typisk tid
    - definition: 2–3 år
    - heading "Nästa steg" [level=3]
    - list:
      - listitem:
        - link "Specialist"
        - text: 1–3 år · Förvaltningen avgör om tjänsten inrättas
    - paragraph: /Nämns i källorna. 20 av 42 rader har en källa, märkt med år, paragraf eller namn/
    - button "Visa bara det med källa"
    - group:
      - heading "Det här gör du" [level=3]
      - text: 3 delar, 10 uppgifter
    - group:
      - heading "Det här krävs" [level=3]
      - text: 3 krav, 2 meriterande
"""
"""Parts of what is heard, in their order."""
