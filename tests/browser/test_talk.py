"""The planning talk's form: filled in by two people at one screen, by keyboard alone if they like."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.map_page import DEEP
from tests.support.talk_page import (
    SAVED,
    deed,
    fill_everything,
    focused,
    kept,
    open_talk,
    part,
    ready,
    rows,
    start_with_example,
    tab_to,
)
from tests.support.visiting import Visit

SIZES = (1440, 600, 320)
RING = f"""() => {{ {DEEP} const one = focused(); const style = getComputedStyle(one.closest(".choice") ?? one);
  return [style.outlineStyle, parseFloat(style.outlineWidth), one.outerHTML.slice(0, 80)]; }}"""
"""Script for `evaluate`: the ring around what has focus, and what that is."""


def choose(page: Page, name: str) -> None:
    """Choose in the select that has focus by typing the beginning of a name."""
    page.keyboard.type(name)
    page.wait_for_timeout(100)


def write_note(page: Page, name: str) -> None:
    """Write two lines in a note."""
    tab_to(page, f"#talk-{name}")
    page.keyboard.type(f"Rad ett {name}")
    page.keyboard.press("Enter")
    page.keyboard.type("rad två")


def to_next_part(page: Page, number: int) -> None:
    """Press «Nästa»: its heading has focus, and its number stands in the address."""
    tab_to(page, "[data-do=next]")
    page.keyboard.press("Enter")
    assert focused(page, f"[data-screen='{number}'] > h2")
    assert page.url.endswith(f"?part={number}")


def test_whole_talk_by_keyboard_alone(page: Page) -> None:
    """From the role today to the PDF and an empty form, without a pointer; every key counts."""
    open_talk(page, shown="1")
    keys = page.keyboard
    tab_to(page, "#talk-role")
    choose(page, "Erfaren")
    tab_to(page, "#talk-since")
    keys.type("våren 2021, cr")
    write_note(page, "before")
    to_next_part(page, 2)
    tab_to(page, "[data-field=direction]")
    keys.press("ArrowRight")  # from the last, «vet inte», round to the first
    tab_to(page, "#talk-goal-0")
    choose(page, "Mentor")
    expect(rows(page, "questions").first).to_be_visible()
    tab_to(page, "[data-list=questions] textarea")
    keys.type("Det pratade vi om.")
    to_next_part(page, 3)
    tab_to(page, "[data-list=gaps] input")
    keys.press("ArrowLeft")
    tab_to(page, "[data-list=prerequisites] [data-field=agreed]")
    keys.press("Space")
    keys.press("Tab")
    keys.type("Från januari")
    to_next_part(page, 4)
    tab_to(page, "[data-do=own]")
    keys.press("Enter")
    assert focused(page, "[data-field=what]")
    keys.type("Följa med i introduktionen")
    keys.press("Tab")
    keys.type("våren 2027")
    keys.press("Tab")
    keys.type("enhetschefen")
    tab_to(page, "[data-do=add]")
    keys.press("Enter")
    assert focused(page, "[data-do=add]")
    tab_to(page, "#talk-follow_up")
    keys.type("20270521")
    to_next_part(page, 5)
    for name in ("during", "after"):
        write_note(page, name)
    tab_to(page, "[data-file=pdf]")
    with page.expect_download() as coming:
        keys.press("Enter")
    assert coming.value.suggested_filename.endswith(".pdf")
    plan = kept(page)
    assert (plan["role"]["id"], plan["since"], plan["direction"], plan["goals"][0]["id"]) == (
        "erfaren",
        "våren 2021, cr",
        "roles",
        "mentor",
    )
    assert plan["gaps"][0]["status"] == "missing"
    assert (plan["prerequisites"][0]["agreed"], plan["prerequisites"][0]["note"]) == (True, "Från januari")
    assert plan["activities"][0] == {
        "id": "",
        "what": "Följa med i introduktionen",
        "when": "våren 2027",
        "responsible": "enhetschefen",
    }
    assert plan["activities"][1]["id"]
    assert plan["questions"][0]["note"] == "Det pratade vi om."
    assert (plan["during"], plan["follow_up"]) == ("Rad ett during\nrad två", "2027-05-21")
    tab_to(page, "[data-do=clear]")
    keys.press("Enter")
    keys.press("Escape")
    assert focused(page, "[data-do=clear]")
    keys.press("Enter")
    assert focused(page, "[data-do=clear-yes]")
    keys.press("Enter")
    assert kept(page) == {}
    assert focused(page, "h2")
    expect(page.locator("#talk-during")).to_have_value("")
    assert page.url.endswith("/samtal")


def test_without_a_role_there_is_an_example_to_press(page: Page) -> None:
    """It is worked out from the model: a position, and an assignment that it leads to.

    No field is for a person, and the line about what not to write can be seen.
    """
    open_talk(page)
    expect(part(page, "gaps").locator("[data-empty]")).to_have_text("Välj först rollen i dag.")
    expect(deed(page, "example")).to_have_text(
        "Börja med ett exempel: socialsekreterare barn och unga som funderar på mentor"
    )
    start_with_example(page)
    expect(deed(page, "example")).to_be_hidden()
    assert [kept(page)["role"]["text"], kept(page)["goals"][0]["text"]] == ["Socialsekreterare barn och unga", "Mentor"]
    supplements = page.locator("[data-supplements] li")
    page.locator(".fold summary").click()
    expect(supplements.first).to_be_visible()
    for text in supplements.all_inner_texts():
        assert "kontrollera gällande belopp" in text
    expect(part(page, "supplements")).to_contain_text("ger ingen rätt")
    names = page.locator(".talk :is(label, legend)").all_inner_texts()
    assert not [name for name in names if "namn" in name.lower() or "personnummer" in name.lower()]
    expect(page.locator("#talk-care")).to_contain_text("Skriv inte om hälsa, facket eller klienter.")
    expect(page.locator("#talk-care")).to_be_visible()


def test_role_in_the_address_is_a_start_value(page: Page) -> None:
    """It is taken when nothing is chosen; later it is only a question, which is asked once."""
    open_talk(page, "?role=erfaren")
    expect(page.locator("#talk-role")).to_have_value("erfaren")
    open_talk(page, "?role=specialist")
    expect(page.locator("#talk-role")).to_have_value("erfaren")
    expect(page.locator("[data-arrived]")).to_contain_text("Specialist")
    deed(page, "arrived-goal").click()
    expect(page.locator("#talk-goal-0")).to_have_value("specialist")
    expect(rows(page, "gaps").first).to_be_visible()
    page.reload()
    ready(page)
    expect(page.locator("#talk-goal-0")).to_have_value("specialist")
    expect(page.locator("[data-only=arrived]")).to_be_hidden()


def test_who_stays_sees_merits(page: Page) -> None:
    """Staying and going deeper asks for no other role: the role's own merits, and questions about deepening."""
    open_talk(page, "?role=erfaren")
    part(page, "ahead").get_by_label("Stanna och fördjupas").check()
    expect(page.locator("#talk-part-gaps")).to_have_text("Det här är meriterande")
    expect(rows(page, "gaps").first).to_be_visible()
    expect(page.locator("[data-only=goals]")).to_be_hidden()


def test_answers_survive_another_choice_and_activities_their_removal(page: Page) -> None:
    """Trying another goal loses nothing: what was answered and agreed is there again, and notes never leave."""
    open_talk(page)
    start_with_example(page)
    first = rows(page, "gaps").first
    asked = str(first.locator("legend").text_content())
    first.get_by_label("Saknas").check()
    rows(page, "questions").first.locator("textarea").fill("En fråga med svar")
    rows(page, "prerequisites").first.locator("textarea").fill("Ett löfte")
    page.locator("#talk-goal-0").select_option("omradeschef")
    expect(rows(page, "gaps").filter(has_text=asked)).to_have_count(0)
    assert "En fråga med svar" in [one["note"] for one in kept(page)["questions"]]
    assert "Ett löfte" in [one["note"] for one in kept(page)["prerequisites"]]
    page.locator("#talk-goal-0").select_option("mentor")
    expect(rows(page, "gaps").filter(has_text=asked).get_by_label("Saknas")).to_be_checked()
    removed_activity_can_be_brought_back(page)


def removed_activity_can_be_brought_back(page: Page) -> None:
    """Hold that focus goes to Undo, then to the row again; adding several suggestions goes on from where one is."""
    for _ in range(2):
        page.locator("[data-offered] button").first.click()
        assert focused(page, "[data-do=add]")
    rows(page, "activities").first.get_by_label("När").fill("i vår")
    before = kept(page)["activities"]
    rows(page, "activities").first.locator("[data-do=remove]").click()
    assert focused(page, "[data-do=undo]")
    assert kept(page)["activities"] == before[1:]
    deed(page, "undo").click()
    assert kept(page)["activities"] == before
    assert focused(page, "[data-list=activities] input")
    expect(rows(page, "activities").first.get_by_label("När")).to_have_value("i vår")


def test_day_that_is_none_is_told_at_its_field(page: Page) -> None:
    """The fault is tied to the field and announced, what was typed stays, and a right day takes the fault away."""
    open_talk(page)
    field = page.locator("#talk-follow_up")
    for typed, sentence in (
        ("21 maj", "Skriv dagen som år, månad och dag"),
        ("2027-02-30", "Den dagen finns inte"),
        ("0027-05-21", "Skriv ett år mellan"),
    ):
        field.fill(typed)
        field.blur()
        fault = part(page, "follow_up").get_by_role("alert")
        expect(fault).to_contain_text(sentence)
        expect(field).to_have_attribute("aria-invalid", "true")
        assert fault.get_attribute("id") in str(field.get_attribute("aria-describedby")).split()
        assert kept(page)["follow_up"] is None
    page.reload()
    ready(page)
    expect(field).to_have_value("0027-05-21")
    field.fill("2027.5.3")
    field.blur()
    expect(field).to_have_value("2027-05-03")
    expect(part(page, "follow_up").get_by_role("alert")).to_have_count(0)
    expect(page.locator("[data-said=follow_up]")).to_have_text("måndag 3 maj 2027")
    assert kept(page)["follow_up"] == "2027-05-03"


def test_what_is_typed_is_kept_and_said_once(page: Page) -> None:
    """The status line speaks when the first letter is kept, and is silent while one goes on typing.

    Nothing is cut off: the field says what a plan can hold, and no file is made until a too long text is mended.
    """
    open_talk(page)
    line = page.locator("[data-saved]")
    expect(line).to_have_text("")
    line.evaluate(
        """(line) => {
          window.said = 0;
          new MutationObserver(() => (window.said += 1)).observe(line, { childList: true, subtree: true });
        }"""
    )
    page.locator("#talk-before").press_sequentially("en ganska lång mening")
    expect(line).to_have_text(SAVED)
    assert page.evaluate("() => window.said") == 1
    page.locator("#talk-since").fill("å" * 301)
    expect(part(page, "today").get_by_role("alert")).to_contain_text("högst 300 tecken")
    page.locator("[data-file=json]").click()
    expect(page.locator("[data-away=take]")).to_contain_text("Rätta först det som är markerat.")
    assert focused(page, "#talk-since")
    assert len(kept(page)["since"]) == 301


def test_change_of_page_and_language_keeps_what_is_written(page: Page) -> None:
    """One reads about the role and goes on where one was; what the map says is said in the other language."""
    open_talk(page)
    start_with_example(page)
    page.locator("[data-offered] button").first.click()
    page.locator("#talk-before").fill("Skrivet på svenska")
    rows(page, "gaps").first.get_by_label("Saknas").check()
    part(page, "ahead").get_by_role("link", name="Läs om rollen i kartan").first.click()
    expect(page.locator(".card-pane .name")).to_have_text("Mentor")
    page.locator("header nav a", has_text="Samtal").click()
    ready(page)
    expect(page.locator("#talk-before")).to_have_value("Skrivet på svenska")
    swedish = kept(page)
    page.locator("header .language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Planning talk")
    expect(rows(page, "gaps").first.get_by_label("Missing")).to_be_checked()
    page.wait_for_function("() => JSON.parse(sessionStorage.getItem('karriarkartan.plan')).plan.language === 'en'")
    english = kept(page)
    assert english["before"] == "Skrivet på svenska"
    for name, key in (("gaps", "text"), ("questions", "text"), ("activities", "what")):
        assert [one["id"] for one in english[name]] == [one["id"] for one in swedish[name]]
        assert english[name][0][key] != swedish[name][0][key]


@pytest.mark.parametrize(("width", "language"), [*zip(SIZES, ("sv", "en", "sv"), strict=True)])
def test_nothing_scrolls_sideways_and_axe_is_content(visit: Visit, language: str, width: int) -> None:
    """Empty, filled in, asking and complaining: at every width, in either language, framed or not."""
    page = visit(viewport={"width": width, "height": 900})
    open_talk(page, f"?lang={language}{'&embed=true' if width == 600 else ''}")
    found = violations(page) if width != 600 else []
    start_with_example(page)
    fill_everything(page, "Donaudampfschifffahrtsgesellschaft" * 3)
    page.locator("#talk-follow_up").fill("i vår")
    page.locator("[data-list=activities] [data-do=remove]").first.click()
    deed(page, "clear").click()
    page.wait_for_timeout(200)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0
    assert found + violations(page) == []
    small = page.evaluate(
        f"""() => {{ {DEEP}
          return deep().filter((one) => one.closest(".talk") && one.matches("button, select, textarea, input:not([type=file]), .choice") && shown(one))
            .filter((one) => one.closest(".choice") !== one ? !one.closest(".choice") : true)
            .map((one) => [one.textContent || one.id, one.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24); }}"""
    )
    assert small == []


def test_every_stop_has_a_focus_ring(page: Page) -> None:
    """Three pixels around the field, or around the answer that holds it; also with the system's own colours."""
    open_talk(page)
    start_with_example(page)
    page.locator("[data-offered] button").first.click()
    for forced, start, end, key in (
        ("none", "#talk-role", "[data-do=clear]", "Tab"),
        ("active", "[data-do=clear]", "#talk-role", "Shift+Tab"),
    ):
        page.emulate_media(forced_colors=forced)
        page.locator(start).focus()
        stops = 0
        while not focused(page, end):
            page.keyboard.press(key)
            ring = page.evaluate(RING)
            assert ring[0] == "solid", ring
            assert ring[1] >= 3, ring
            stops += 1
        assert stops > 30


def test_paper_shows_what_is_filled_in(page: Page) -> None:
    """Printed are answers and texts in full; nothing to press, nothing empty."""
    open_talk(page)
    start_with_example(page)
    page.locator("#talk-during").fill("\n".join(f"Rad {number}" for number in range(30)))
    rows(page, "gaps").first.get_by_label("Saknas").check()
    page.emulate_media(media="print")
    for hidden in (
        "button:visible",
        "#talk-before:visible",
        "label[for=talk-after]:visible",
        "#talk-follow_up:visible",
        "[data-part=load] h2:visible",
        "[data-part=activities] h2:visible",
    ):
        expect(page.locator(f".talk {hidden}")).to_have_count(0)
    expect(part(page, "supplements").get_by_text("ger ingen rätt till det")).to_be_visible()
    first = rows(page, "gaps").first
    assert first.locator(".choice:visible").all_inner_texts() == ["Saknas"]
    height = page.locator("#talk-during").evaluate("(field) => field.parentElement.getBoundingClientRect().height")
    assert height > 30 * 15
