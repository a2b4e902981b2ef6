"""The single file from disk: everything works without a server, without script it can be read, and nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from careerpaths.analysis.comparison import compare
from careerpaths.analysis.routes.explanations import missing_requirements
from careerpaths.analysis.routes.finder import RouteFinder
from careerpaths.html.pages import route_sentences, routes
from careerpaths.locale import phrases_for
from careerpaths.model.model import Model
from careerpaths.reading.statement import SHIPPED, read_statement
from careerpaths.single_file.document import single_file
from tests.support.axe import THIN, THOROUGH, looks, told, violations
from tests.support.cards import EVIL, filled
from tests.support.map_page import DEEP, focus, see_as
from tests.support.models import shipped
from tests.support.server import Server
from tests.support.tabs import PATIENCE, WIDE
from tests.support.visiting import Visit

LANGUAGES = ("sv", "en")
Disk = Callable[..., Page]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the edition in both languages, in a folder whose name needs care in an address."""
    folder = tmp_path_factory.mktemp("en mapp åäö")
    stated = [read_statement(SHIPPED, language) for language in LANGUAGES]
    models = [shipped(language) for language in LANGUAGES]
    (folder / "karta #1.html").write_bytes(single_file(models, statements=stated))
    return folder / "karta #1.html"


@pytest.fixture
def disk(browser: Browser, file: Path) -> Iterator[Disk]:
    """Return a maker of pages that open the file from disk; nothing but the file is asked for, and nothing fails."""
    opened, faults = [], []

    def open_file(place: str = "", path: Path = file, **settings: Any) -> Page:
        context = reader(browser, **settings) if settings else usual_reader(browser)
        page = context.new_page()
        opened.append(context if settings else page)
        page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(("data:", path.as_uri())) else faults.append(asked.url),
        )
        page.goto(f"{path.as_uri()}{place}")
        if settings.get("java_script_enabled", True):
            page.locator(".scripted").wait_for()
        return page

    yield open_file
    for one in opened:
        one.close()
    assert faults == []


def reader(browser: Browser, **settings: Any) -> BrowserContext:
    """Return somebody who opens files from disk."""
    context = browser.new_context(**{"viewport": WIDE, "locale": "sv-SE", **settings})
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(3 * PATIENCE)  # a whole document is read and drawn
    return context


@cache
def usual_reader(browser: Browser) -> BrowserContext:
    """Return the reader whose tabs most tests share."""
    return reader(browser)


def card(page: Page) -> Locator:
    """Return the card beside the map."""
    return page.locator(".card-pane article")


def panel(page: Page) -> Locator:
    """Return the page that stands in the map's place or beside it."""
    return page.locator("#_panel")


def box(page: Page | FrameLocator, role: str) -> Locator:
    """Return a role's button on the map."""
    return page.locator(f"button.box[data-role='{role}']")


def go_to(page: Page, place: str) -> None:
    """Change what stands after the # as a visitor does in the address bar."""
    page.evaluate("(place) => (location.hash = place)", place)


# ── the map and its address ──


def test_click_shows_the_card(disk: Disk) -> None:
    """A role is clicked, then one of its steps, then the step's other end: each card is there, in the same file."""
    page = disk()
    box(page, "mentor").click()
    expect(card(page).locator(".name")).to_have_text("Mentor")
    card(page).locator(".next a[data-step='mentor.specialist']").click()
    expect(card(page).locator(".name")).to_have_text("Mentor → Specialist")
    card(page).locator(".ends a[data-role='specialist']").click()
    expect(card(page).locator(".name")).to_have_text("Specialist")
    expect(page).to_have_title("Specialist – Karriärkartan")


@pytest.mark.parametrize(
    ("place", "language", "name"),
    [
        ("?role=specialist#role=mentor", "sv", "Mentor"),
        ("?step=mentor.specialist", "sv", "Mentor → Specialist"),
        ("?role=mentor&lang=en", "en", "Mentor"),
        ("#en_mentor", "en", "Mentor"),
    ],
)
def test_deep_link_opens_a_card_in_its_language(disk: Disk, place: str, language: str, name: str) -> None:
    """A role, a step and a language can be linked to after # and after ?, as a choice or as the document's plain anchor."""
    page = disk(place)
    expect(card(page).locator(".name")).to_have_text(name)
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_whatever_stands_after_the_hash_is_answered(disk: Disk) -> None:
    """Every way to write a role or a step; an old link, a step for a role, a name that JavaScript knows: the map is there."""
    page = disk()
    for place, name in {
        "role=mentor": "Mentor",
        "step=mentor.specialist": "Mentor → Specialist",
        "mentor": "Mentor",
        "mentor.specialist": "Mentor → Specialist",
    }.items():
        go_to(page, place)
        expect(card(page).locator(".name")).to_have_text(name)
    for place in ("role=finns-inte", "role=mentor.specialist", "step=mentor"):
        go_to(page, place)
        expect(page.locator(".notice")).to_contain_text(place.partition("=")[2])
        expect(page.locator(".welcome")).to_be_visible()
    for place in (
        "view=routes&from=mentor.specialist",
        "view=routes&from=mentor&to=constructor",
        "view=compare&a=mentor.specialist&b=mentor",
        "view=compare&a=mentor&b=toString",
    ):
        go_to(page, "")
        go_to(page, place)
        expect(panel(page)).to_contain_text("finns inte på kartan")
    go_to(page, "view=routes&from=mentor&to=enhetschef&route=1.5")
    box(page, "mentor").click()
    expect(card(page).locator(".name")).to_have_text("Mentor")


def test_choice_survives_reload_and_back(disk: Disk) -> None:
    """What was chosen last is what a reload shows, also where the file was opened with another role; Back goes back."""
    page = disk("?role=mentor")
    box(page, "specialist").click()
    expect(card(page)).to_have_attribute("data-role", "specialist")
    page.reload()
    expect(card(page)).to_have_attribute("data-role", "specialist")
    page.go_back()
    expect(card(page)).to_have_attribute("data-role", "mentor")
    page.get_by_role("button", name="Rensa").click()
    page.reload()
    expect(page.locator(".welcome")).to_be_visible()


def test_language_keeps_the_place_and_the_focus(disk: Disk) -> None:
    """Role, filters and view stay; focus stays on the link to the other language."""
    page = disk("#role=mentor&without=back")
    page.get_by_role("link", name="English").click()
    expect(card(page).locator(".name")).to_have_text("Mentor")
    expect(card(page).get_by_role("heading", name="What you do")).to_be_visible()
    expect(page.locator(".pill", has_text="Back")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("link", name="Svenska")).to_be_focused()
    page.get_by_role("navigation").get_by_role("link", name="Compare", exact=True).click()
    page.get_by_role("link", name="Svenska").click()
    expect(panel(page).locator("h1")).to_have_text("Jämför")
    expect(page.locator("#_a")).to_have_value("Mentor")


def test_search_filters_and_list_work(disk: Disk) -> None:
    """The tools above the map are the app's."""
    page = disk()
    page.get_by_role("combobox", name="Sök").fill("1:e soc")
    page.keyboard.press("Enter")
    expect(card(page)).to_have_attribute("data-role", "forste-socialsekreterare")
    see_as(page, "list")
    expect(page.locator(".list-pane article.role")).to_have_count(len(shipped("sv").roles))
    expect(page.locator("html")).to_have_attribute("data-view", "list")
    page.locator(".filters summary").click()
    page.get_by_role("button", name="Fördjupning", exact=True).click()
    expect(page.locator(".list-pane .leads [data-kind='deepening']:visible")).to_have_count(0)


def test_cards_are_those_of_the_app(disk: Disk, visit: Visit) -> None:
    """Every card of the file says what the app's card says, word for word."""
    texts = """() => Object.fromEntries([...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? [...one.shadowRoot.querySelectorAll(".list article")] : [])
      .map((one) => { one.querySelector(".actions").remove(); return [one.dataset.step ?? one.dataset.role, one.textContent.replace(/\\s+/g, " ")]; }))"""
    page = disk("#view=list&lang=en")
    page.locator(".list-pane .row").first.wait_for()
    app = visit()
    app.goto("/?view=list&lang=en")
    app.locator(".list-pane .row").first.wait_for()
    assert page.evaluate(texts) == app.evaluate(texts)


def test_shared_link_leads_to_the_file(disk: Disk) -> None:
    """What «Kopiera länk» gives is the file's own address with the role."""
    page = disk("#role=mentor")
    page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (globalThis.copied = text) } })"
    )
    card(page).get_by_role("button", name="Kopiera länk").click()
    page.wait_for_function("() => globalThis.copied")
    address = cast("str", page.evaluate("() => copied"))
    page.goto("about:blank")
    page.goto(address)
    expect(card(page)).to_have_attribute("data-role", "mentor")


# ── routes and comparison ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_routes_say_what_the_page_says(disk: Disk, language: str) -> None:
    """The best is told, with its legs and sentences, the others in a line each, and it is drawn strong."""
    model, phrases = shipped(language), phrases_for(language)
    offered = RouteFinder(model).routes("vfu-student", "mentor")
    page = disk(f"#view=routes&from=vfu-student&to=mentor&lang={language}")
    told = panel(page).locator(".route")
    expect(told.locator("h2")).to_have_text(routes.heading(phrases, offered[0], offered))
    legs = [f"{model.role(leg.start).name} → {model.role(leg.end).name}" for leg in offered[0].legs]  # type: ignore[union-attr]
    assert told.locator(".leg").all_text_contents() == legs
    missing = missing_requirements(offered[0])
    said = [route_sentences.missing_counted(phrases, missing), route_sentences.why(phrases, offered[0], offered)]
    assert told.locator("dd").all_text_contents()[1:] == said
    assert told.locator(".missing li").count() == sum(map(len, (missing.personal, missing.employer, missing.merits)))
    others = panel(page).locator(".other-routes > details > summary:has(b)").all_text_contents()
    for number, (line, other) in enumerate(zip(others, offered[1:], strict=True), 2):
        assert line.startswith(routes.title(phrases, number, other))
        assert route_sentences.differs(phrases, offered[0], other) in line
    ends = {role.id for role in offered[0].roles}
    expect(page.locator("button.box.end")).to_have_count(len(ends))


def test_another_route_is_told_and_drawn(disk: Disk) -> None:
    """Each of the others can take the place of the first; the choice is in the address."""
    page = disk("#view=routes&from=vfu-student&to=mentor")
    second = RouteFinder(shipped("sv")).routes("vfu-student", "mentor")[1]
    panel(page).locator("summary", has_text="Väg 2").click()
    panel(page).get_by_role("link", name="Berätta den här vägen").locator("visible=true").click()
    expect(panel(page).locator(".trail b")).to_have_text("Mentor")
    for role in second.roles:
        expect(box(page, role.id)).to_have_class("box " + role.kind + " end")
    assert "route=2" in page.url


def test_what_can_be_reached_is_what_the_page_says(disk: Disk) -> None:
    """Within the years, by what is new, or beyond them, and each role in one list only; choosing years keeps the tab."""
    page = disk("#view=routes&from=soc-barn-unga")
    page.locator("#_years").select_option("4")
    expect(panel(page).locator("h2")).to_have_text("Inom 4 år från Socialsekreterare barn och unga")
    finder = RouteFinder(shipped("sv"))
    within = [one.role.name for one in finder.within("soc-barn-unga", 4)]
    beyond = [one.role.name for one in finder.beyond("soc-barn-unga", 4)]
    shown = panel(page).locator(".reach > li > a").all_text_contents()
    assert sorted(shown) == sorted([*within, *beyond])
    assert panel(page).locator("section section").last.locator("a").all_text_contents() == beyond
    assert "tab=reach" in page.url


def test_choosing_roles_changes_the_routes_and_keeps_focus(disk: Disk) -> None:
    """The two lists decide; focus stays where it was, and what was found is said."""
    page = disk("#view=routes&tab=way&from=mentor")
    page.locator("#_to").fill("enhtschef")
    page.locator("#_to").press("Enter")
    expect(panel(page).locator(".route h2")).to_contain_text("Enhetschef")
    page.locator("#_to").press("ArrowDown")
    page.locator("[data-role=specialist][role=option]").click()
    expect(page.locator("#_to")).to_be_focused()
    expect(page.locator("main > [role=status]")).to_contain_text("Specialist")
    assert "to=specialist" in page.url


def test_no_route_is_said_with_what_stands_in_the_way(disk: Disk) -> None:
    """Where the model has no route the page says why, and never shows an empty space."""
    model, finder = shipped("sv"), RouteFinder(shipped("sv"))
    start, goal = next((a, b) for a in model.roles for b in model.roles if a is not b and not finder.routes(a.id, b.id))
    blocked = finder.blocked(start.id, goal.id)
    assert blocked is not None
    page = disk(f"#view=routes&from={start.id}&to={goal.id}")
    expect(panel(page)).to_contain_text(route_sentences.obstacle(phrases_for("sv"), blocked, start, goal))


def test_route_leads_to_its_steps_and_back(disk: Disk) -> None:
    """A leg opens its step's card on the map; Back brings the routes again; a card offers the routes from its role."""
    page = disk("#view=routes&from=mentor&to=specialist")
    panel(page).locator(".leg a").first.click()
    expect(card(page)).to_have_attribute("data-step", "mentor.specialist")
    expect(card(page).locator(".name")).to_be_focused()
    expect(panel(page)).to_be_hidden()
    page.go_back()
    expect(panel(page).locator("h1")).to_have_text("Vägar")
    page.go_forward()
    card(page).get_by_role("link", name="Vägar härifrån").click()
    expect(page.locator("#_from")).to_have_value("Mentor")
    expect(panel(page).locator("h1")).to_be_focused()


def test_every_comparison_is_that_of_the_page(disk: Disk) -> None:
    """For every two roles: what they share, and what only one of them has, line by line."""
    page = disk("#view=compare&lang=en")
    model = shipped("en")
    read = """(roles) => {
      const lines = (all) => [...all].map((one) => one.firstChild.textContent.trim());
      const found = {};
      for (const a of roles) for (const b of roles) {
        if (a === b) continue;
        history.replaceState(null, "", `#view=compare&lang=en&a=${a}&b=${b}`);
        dispatchEvent(new PopStateEvent("popstate"));
        found[`${a} ${b}`] = [...document.querySelectorAll("#_panel .compared")].map((part) => [
          part.querySelector("h2").textContent,
          ...[...part.querySelectorAll(".columns > div")].map((column) => lines(column.querySelectorAll("li")).toSorted()),
        ]);
      }
      return found;
    }"""
    found = page.evaluate(read, [role.id for role in model.roles])
    for here in model.roles:
        for there in model.roles:
            if here is not there:
                parts = [
                    part
                    for part in compare(here, there, model).parts
                    if part.common or part.only_here or part.only_there
                ]
                wanted = [
                    [list(part.only_here), [pair.here for pair in part.common], list(part.only_there)] for part in parts
                ]
                texts = [[sorted(" ".join(line.text.split()) for line in lines) for lines in part] for part in wanted]
                assert [part[1:] for part in found[f"{here.id} {there.id}"]] == texts, (here.id, there.id)


def test_comparison_shows_the_steps_between(disk: Disk) -> None:
    """The steps between the two stand there with how they happen."""
    page = disk("#view=compare&a=mentor&b=specialist")
    expect(panel(page).get_by_role("heading", name="Mentor → Specialist")).to_be_visible()
    step = shipped("sv").step("mentor.specialist")
    assert step is not None
    expect(panel(page)).to_contain_text(" ".join(step.how.text.split()))


def test_pages_begin_with_an_example(disk: Disk) -> None:
    """No page starts empty-handed: the doors of the welcome lead to something to press or read."""
    page = disk()
    page.locator(".doors a").nth(1).click()
    expect(panel(page).locator(".compared").first).to_be_visible()
    page.get_by_role("link", name="Vägar", exact=True).click()
    expect(panel(page).locator("details.behind").first).to_be_visible()
    page.get_by_role("link", name="Karta", exact=True).click()
    page.locator(".doors a").nth(2).click()
    expect(page.locator(".list-pane .row").first).to_be_visible()


# ── without script, and on paper ──


def test_document_can_be_read_without_script(disk: Disk) -> None:
    """Heading, contents, roles, steps, glossary and sources are there in one language; anchors lead to their places."""
    page = disk(java_script_enabled=False)
    expect(page.locator("h1:visible")).to_have_text(shipped("sv").about.title)
    expect(page.locator(".stage > .row:visible")).to_have_count(len(shipped("sv").roles))
    page.locator(".contents a").filter(has_text="Mentor").first.click()
    expect(page.locator("#mentor .purpose")).to_be_in_viewport()
    page.locator("#mentor .next a[href='#mentor.specialist']").click()
    expect(page.locator("[id='mentor.specialist'] .facts")).to_be_in_viewport()
    page.locator(".contents a").filter(has_text="Källor").first.click()
    expect(page.locator("#_sources")).to_be_in_viewport()


def test_other_language_can_be_read_without_script(disk: Disk) -> None:
    """«English» shows the English part instead, and its own anchors keep it."""
    page = disk(java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1:visible")).to_have_text(shipped("en").about.title)
    page.locator(".contents a:visible").filter(has_text="Mentor").first.click()
    expect(page.locator("#en_mentor .purpose")).to_be_in_viewport()
    expect(page.locator(".stage > .row:visible")).to_have_count(len(shipped("en").roles))
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("h1:visible")).to_have_text(shipped("sv").about.title)


def plain(text: str) -> str:
    """Return the letters and digits of a text: a long word is divided on paper."""
    return re.sub(r"[\W_]+", "", text)


def printed(page: Page) -> list[str]:
    """Return the plain headings of what the page prints, from the outline of the PDF."""
    with (
        pikepdf.open(io.BytesIO(page.pdf(format="A4", outline=True, tagged=True))) as pdf,
        pdf.open_outline() as outline,
    ):

        def titles(items: list[Any]) -> Iterator[str]:
            for item in items:
                yield plain(str(item.title))
                yield from titles(item.children)

        return list(titles(list(outline.root)))


def test_document_prints_whole_without_script(disk: Disk) -> None:
    """On paper stand every stage, role and step, then the glossary and the sources, in one language."""
    found = printed(disk(java_script_enabled=False))
    wanted = [
        shipped("sv").about.title,
        *(stage.name for stage in shipped("sv").stages),
        *(role.name for role in shipped("sv").roles),
    ]
    assert [title for title in wanted if plain(title) not in found] == []
    assert {"Ordlista", "Källor"} <= {*found}
    assert plain(shipped("en").about.title) not in found


def test_list_prints_whole_and_a_card_prints_alone(disk: Disk) -> None:
    """The list is printed with its glossary and sources; beside the map only the open card is printed."""
    page = disk("#view=list")
    page.emulate_media(media="print")
    found = page.locator(":is(h2, h3):visible").all_inner_texts()
    assert {plain(role.name) for role in shipped("sv").roles} <= {plain(heading) for heading in found}
    assert "Källor" in found
    found = printed(disk("#role=mentor"))
    assert "Mentor" in found
    assert "Specialist" not in found
    assert "Källor" not in found


def test_routes_are_printed_with_what_lies_behind_them(disk: Disk) -> None:
    """The roles that were chosen, what each step requires and the support; nothing to press."""
    page = disk("#view=routes&from=vfu-student&to=mentor")
    page.locator(".legs").first.wait_for()
    page.emulate_media(media="print")
    (step,) = (step for step in shipped("sv").steps if step.start == "vfu-student")
    text = page.locator(".panel").inner_text()
    assert [line.text for line in (*step.requires, *step.support) if str(line.text) not in text] == []
    assert [one.input_value() for one in page.locator(".choice input:visible").all()] == ["VFU-student", "Mentor"]
    expect(page.locator(".panel button:visible")).to_have_count(0)


def test_map_fits_the_paper(disk: Disk) -> None:
    """An upright A4 page has some 660 px: the map is made smaller for it, and takes its size again afterwards."""
    page = disk("#role=mentor")
    box(page, "mentor").wait_for()
    width = "() => document.querySelector('#_map').shadowRoot.querySelector('.map').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(width) <= 661
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(width) == before


# ── for everybody ──


def test_keyboard_reaches_everything(disk: Disk) -> None:
    """Skip link, pages, language, search, map: by Tab, arrows and Enter, with focus where it is expected."""
    page = disk()
    box(page, "mentor").wait_for()
    page.keyboard.press("Tab")
    assert focus(page)["text"] == "Hoppa till innehållet"
    for name in ("Karta", "Vägar", "Jämför", "Överblick", "Om modellen", "English"):
        page.keyboard.press("Tab")
        assert focus(page)["text"] == name
    while focus(page)["role"] is None:
        page.keyboard.press("Tab")
    first = focus(page)["role"]
    page.keyboard.press("ArrowRight")
    assert focus(page)["role"] != first
    page.keyboard.press("Enter")
    expect(card(page)).to_have_attribute("data-role", str(focus(page)["role"]))
    page.keyboard.press("Escape")
    expect(page.locator(".welcome")).to_be_visible()


def test_skip_link_leads_past_the_head(disk: Disk) -> None:
    """The skip link moves focus into the main part and leaves the choice alone."""
    page = disk("#role=mentor")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(card(page)).to_have_attribute("data-role", "mentor")


PLACES = (
    "",
    "role=mentor",
    "step=mentor.specialist",
    "view=list",
    "view=routes&from=vfu-student&to=mentor",
    "view=routes&from=soc-barn-unga",
    "view=compare",
    "view=overview",
    "view=about",
)


def test_overview_leads_to_the_map(disk: Disk) -> None:
    """Numbers and pictures are a page of their own; a role that it names opens its card."""
    page = disk("#view=overview&lang=sv")
    expect(page.locator(".overview .figures li:visible")).to_have_count(6)
    expect(page.locator(".overview .chart:visible")).to_have_count(4)
    page.locator(".overview a[data-role]:visible").first.click()
    expect(card(page).locator(".name")).to_have_text("Områdeschef")
    assert "role=" in page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_clean(disk: Disk, language: str) -> None:
    """Axe has nothing to say, wide or narrow, in our colours or the system's, whatever is shown."""
    page = disk(f"#lang={language}")
    found = {}
    own = LANGUAGES.index(language)
    asked = PLACES if THOROUGH else PLACES[own::2]
    for nth, place in enumerate(sorted(asked, key="view=list".__eq__)):  # the list last: it is thinned out
        go_to(page, f"{place}&lang={language}")
        page.locator("#_panel h1:visible, .explorer:not([aria-busy]) .tools:visible").first.wait_for()
        if place == "view=list":
            page.evaluate(THIN)
        found |= {f"{place}, {look}": told(page) for look in looks(page, nth + own, one=nth > 0)}
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_document_without_script_is_clean(disk: Disk) -> None:
    """Axe has nothing to say in the document itself (its scripts are asked not to start); thoroughly, in either language."""
    page = disk()
    page.evaluate("""() => {
      document.documentElement.className = "";
      for (const part of document.querySelectorAll("#_map, #_pages")) part.remove();
    }""")
    page.evaluate(THIN)
    for language in LANGUAGES if THOROUGH else LANGUAGES[:1]:
        page.evaluate(
            """(language) => {
              for (const part of document.querySelectorAll(".part")) {
                part.hidden = part.lang !== language;
                part.style.display = part.hidden ? "none" : "block";
              }
            }""",
            language,
        )
        assert violations(page) == []


def test_every_page_fits_a_phone_and_has_one_first_heading(disk: Disk) -> None:
    """Whatever is shown at 320 px: nothing scrolls sideways, one first heading, and no level is jumped over."""
    page = disk(viewport={"width": 320, "height": 700})
    for place in PLACES:
        go_to(page, place)
        page.locator("#_panel h1:visible, .explorer:not([aria-busy]) .tools:visible").first.wait_for()
        page.wait_for_timeout(100)
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320, place
        levels = page.evaluate(
            f"() => {{ {DEEP} return deep().filter((one) => /^H[1-6]$/.test(one.tagName) && one.checkVisibility()).map((one) => Number(one.tagName[1])); }}"
        )
        assert levels.count(1) == 1, place
        assert all(after <= before + 1 for before, after in pairwise(levels)), place
    page.locator("header .menu").click()
    page.get_by_role("link", name="Jämför", exact=True).click()
    expect(panel(page).locator("h1")).to_have_text("Jämför")
    expect(page.locator("#_menu")).to_be_hidden()


def test_nasty_texts_do_nothing(disk: Disk, tmp_path: Path) -> None:
    """With every text of the model evil the file shows them as they are; nothing runs and nothing is fetched."""
    path = tmp_path / "karta.html"
    model = filled(shipped("sv"), EVIL, EVIL)
    first = model.roles[0]
    nasty = first.__class__(
        **{**vars(first), "name": type(first.name)(EVIL), "short": type(first.short)("</script><!--")}
    )
    path.write_bytes(single_file([Model(**{**vars(model), "roles": (nasty, *model.roles[1:])})]))
    page = disk(f"#role={first.id}", path)
    page.on("dialog", lambda dialog: pytest.fail(f"a script of the model ran: {dialog.message}"))
    expect(card(page).locator(".name")).to_have_text(EVIL)
    for place in (
        "view=list",
        f"view=routes&from={first.id}",
        f"view=routes&tab=way&from={first.id}",
        f"view=compare&a={first.id}&b={model.roles[1].id}",
        "view=about",
    ):
        go_to(page, place)
        page.wait_for_timeout(200)
    assert page.evaluate("() => document.querySelectorAll('img, iframe, [onmouseover]').length") == 0


# ── the same at /embed ──


def framed(page: Page, query: str) -> FrameLocator:
    """Open a page that frames the document, and return what is in the frame."""
    page.goto("/_stcore/health")  # a page without script of its own
    page.evaluate(
        """(address) => {
          const frame = document.createElement("iframe");
          frame.src = address;
          frame.style.cssText = "width: 1100px; height: 800px";
          document.body.append(frame);
        }""",
        f"/embed{query}",
    )
    return page.frame_locator("iframe")


def test_embed_works_in_a_frame(page: Page) -> None:
    """Deep link, click, routes and language work in an intranet page's frame, and its Back button stays its own."""
    inside = framed(page, "?role=mentor")
    expect(inside.locator(".card-pane article")).to_have_attribute("data-role", "mentor")
    before = page.evaluate("() => history.length")
    box(inside, "specialist").click()
    expect(inside.locator(".card-pane article")).to_have_attribute("data-role", "specialist")
    inside.get_by_role("link", name="Vägar", exact=True).click()
    expect(inside.locator("#_from")).to_have_value("Specialist")
    inside.get_by_role("link", name="English").click()
    expect(inside.locator("#_panel h1")).to_have_text("Routes")
    assert page.evaluate("() => history.length") == before
    expect(inside.locator(".brand")).to_be_hidden()


def test_embed_tells_the_host_page_its_height(page: Page) -> None:
    """The host hears how high the content is, so that it can give the frame that height."""
    page.goto("/_stcore/health")
    page.evaluate(
        """() => { globalThis.heard = []; addEventListener("message", (event) => heard.push(event.data)); }"""
    )
    page.evaluate(
        """() => { const frame = document.createElement("iframe"); frame.src = "/embed"; document.body.append(frame); }"""
    )
    page.wait_for_function("() => heard.some((one) => one.type === 'karriarkartan:height' && one.height > 500)")


@pytest.mark.parametrize(
    ("query", "language", "name"),
    [("?step=mentor.specialist", "sv", "Mentor → Specialist"), ("?role=mentor&lang=en", "en", "Mentor")],
)
def test_embed_opens_what_the_address_asks_for(page: Page, query: str, language: str, name: str) -> None:
    """`?role=`, `?step=` and `?lang=` work at the address too, and Back works where it stands alone."""
    page.goto(f"/embed{query}")
    expect(card(page).locator(".name")).to_have_text(name)
    expect(page.locator("html")).to_have_attribute("lang", language)
    box(page, "enhetschef").click()
    expect(card(page)).to_have_attribute("data-role", "enhetschef")
    assert "role=enhetschef" in page.url
    page.go_back()
    expect(card(page).locator(".name")).to_have_text(name)


def test_embed_shows_the_list(page: Page, server: Server) -> None:
    """`?view=list` opens the list; an unknown role gives the map and the sentence."""
    page.goto("/embed?view=list")
    expect(page.locator(".list-pane article.role")).to_have_count(len(shipped("sv").roles))
    page.goto("/embed?role=finns-inte&lang=en")
    expect(page.locator(".notice")).to_contain_text("finns-inte")
    assert server.ask("/embed?role=finns-inte").status == 200
