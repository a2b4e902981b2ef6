"""Planera on the page: both directions by keyboard, the unit's own rows, what hangs loose, and files.

That nothing is lost when the server dies is held in test_talk_kept.py.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.axe import violations
from tests.support.map_page import asked, card, expect_asked, expect_role_card, open_map, wait_for_map
from tests.support.server import Server
from tests.support.talk_page import download, load
from tests.support.visiting import Visit, visiting

KEY = "karriarkartan.unit"
CHALLENGE = "manga-nya"
MEASURE = "mentorstillagg"
OWN = "Ny lagstiftning om två år"


@pytest.fixture
def refused(browser: Browser, server: Server) -> Iterator[Page]:
    """Return a page on which the browser may say that a file was refused."""
    with visiting(browser, server, forgive=("/unit/read",)) as maker:
        yield maker()


def open_plan(page: Page, query: str = "") -> Page:
    """Open the page with its folded parts open, and wait until it can be used."""
    page.goto(f"/planera{query}")
    ready(page)
    for fold in page.locator(".fold").all():
        fold.evaluate("(one) => { one.open = true; }")
    return page


def ready(page: Page) -> None:
    """Wait until the rows are there."""
    page.locator(".unit:not([aria-busy])").wait_for()


def box(page: Page, row: str) -> Locator:
    """Return a row's box in the chain."""
    return page.locator(f'[data-choose="{row}"]')


def row(page: Page, row_id: str) -> Locator:
    """Return a row of the list."""
    return page.locator(f'[data-row="{row_id}"]')


def loose(page: Page, words: str) -> Locator:
    """Return the flags that hold some words."""
    return page.locator("[data-loose] button").filter(has_text=words)


def kept(page: Page) -> list[dict[str, Any]]:
    """Return the unit's rows that the browser keeps."""
    text = page.evaluate(f"() => sessionStorage.getItem('{KEY}')")
    return cast("list[dict[str, Any]]", json.loads(text)["plan"]["rows"]) if text else []


def add_challenge(page: Page) -> str:
    """Add a challenge by keyboard, write it, and return its id."""
    page.locator("[data-add=challenge]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type(OWN)
    found: str = kept(page)[0]["id"]
    return found


def expect_results_apart(page: Page) -> None:
    """Hold that expected and reported results have a list each, and a word on every result: a reported one has its day."""
    for part, word in (("expected", "Väntat"), ("reported", "Rapporterat")):
        for one in page.locator(f'[data-list="{part}"] > li > p.about').all():
            assert word in one.inner_text()
    days = page.locator('[data-list="reported"] > li > p.about').all_inner_texts()
    assert days
    assert all("2019" in one for one in days)


def test_both_directions_by_keyboard(visit: Visit) -> None:
    """A challenge shows what it leads to; turned round, a measure shows what is expected and what it answers."""
    page = open_plan(visit())
    expect_results_apart(page)
    box(page, CHALLENGE).focus()
    page.keyboard.press("Enter")
    expect(box(page, CHALLENGE)).to_have_attribute("aria-pressed", "true")
    expect(box(page, CHALLENGE)).to_be_focused()
    expect(page.locator(".box.on", has_text="Kvalificerade mentorer")).to_be_visible()
    expect_asked(page, item=CHALLENGE)
    page.locator("[data-direction]:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Vilken utmaning svarar det på?").first).to_be_visible()
    expect(page.locator(".column h3").first).to_have_text("Aktivitet eller åtgärd")
    page.keyboard.press("Escape")
    box(page, MEASURE).focus()
    page.keyboard.press("Enter")
    expect(box(page, CHALLENGE)).to_have_class("box on")
    expect(box(page, CHALLENGE)).to_be_visible()
    assert asked(page) == {"direction": "turned", "item": MEASURE}


def test_choice_of_direction_level_and_row_lives_in_the_address(visit: Visit) -> None:
    """A link opens what it shows; the level filters chain and list alike; a strange row is told of.

    A level that is none shows every row, also one whose name JavaScript knows.
    """
    page = open_plan(visit(), f"?direction=turned&level=group&item={CHALLENGE}")
    expect(page.locator("[data-direction][value=turned]")).to_be_checked()
    boxes = page.locator(".box").evaluate_all("(all) => all.map((one) => one.dataset.choose).sort()")
    listed = page.locator("[data-row]").evaluate_all("(all) => all.map((one) => one.dataset.row).sort()")
    assert boxes == listed
    for facts in page.locator("[data-row] > p.about").all_inner_texts():
        assert "Grupp" in facts
    page.locator("[data-level][value='']").check()
    assert page.locator(".box").count() > len(boxes)
    expect_asked(page, direction="turned", item=CHALLENGE)
    open_plan(page, "?item=finns-inte&level=toString")
    expect(page.get_by_text("finns inte i planen")).to_be_visible()
    expect(box(page, CHALLENGE)).to_be_visible()
    expect(page.locator("[data-level][value='']")).to_be_checked()


def test_card_leads_to_the_plan_and_the_row_back_to_the_card(visit: Visit) -> None:
    """«Så hänger det ihop» opens the row it names, at the level that was chosen, and the row's role its card again."""
    page = open_map(visit(), "?role=mentor&level=group")
    link = card(page).locator("[data-level=group] a[data-page=planera]").first
    item = parse_qs(urlsplit(str(link.get_attribute("href"))).query)["item"][0]
    link.click()
    ready(page)
    expect_asked(page, item=item, level="group")
    expect(box(page, item)).to_have_attribute("aria-pressed", "true")
    page.locator("[data-table-title]").press("Enter")
    row(page, item).get_by_role("link", name="Mentor", exact=True).click()
    wait_for_map(page)
    expect_role_card(page, "Mentor")
    assert asked(page)["level"] == "group"


def test_own_row_raises_a_flag_that_jumps_to_it(visit: Visit) -> None:
    """A new challenge hangs loose at once; its flag leads to its row; a need takes the flag away; undo brings back."""
    page = open_plan(visit())
    own = add_challenge(page)
    flag = loose(page, f"Utmaning utan kompetensbehov eller förutsättning: {OWN}")
    expect(flag).to_be_visible()
    page.locator("[data-do=ready]").press("Enter")
    expect(row(page, own)).to_be_focused()
    flag.press("Enter")
    expect(row(page, own)).to_be_focused()
    expect_asked(page, item=own)
    page.locator("[data-add=need]").press("Enter")
    page.keyboard.type("Lagkunskap")
    expect(flag).to_have_count(0)
    expect(loose(page, "Behov eller förutsättning utan aktivitet: Lagkunskap")).to_be_visible()
    page.locator("[data-do=ready]").press("Enter")
    row(page, own).locator("[data-do=remove]").press("Enter")
    expect(row(page, own)).to_have_count(0)
    expect(page.locator("[data-do=undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row(page, own)).to_be_focused()
    expect(flag).to_have_count(0)


def test_changed_row_of_the_library_can_be_undone(visit: Visit) -> None:
    """A change makes the unit's own copy; a tick links; «Undo the changes» gives the library's row back."""
    page = open_plan(visit())
    before = row(page, MEASURE).inner_text()
    row(page, MEASURE).locator("[data-do=change]").click()
    page.locator(".editing [data-field=function]").fill("Enhetschefen")
    page.locator("[data-only=links] summary").click()
    page.locator("[data-ticks=links] input:checked").first.uncheck()
    page.locator("[data-do=ready]").click()
    expect(row(page, MEASURE)).to_contain_text("Ansvarig: Enhetschefen")
    expect(row(page, MEASURE)).to_contain_text("Ändrad av enheten")
    page.locator("[data-part=clear] [data-do=clear]").click()
    page.locator("[data-do=clear-yes]").click()
    page.locator("[data-table-title]").press("Enter")
    assert row(page, MEASURE).inner_text() == before
    row(page, MEASURE).locator("[data-do=change]").click()
    page.locator(".editing [data-field=text]").fill("Något annat")
    page.locator("[data-do=as-before]").click()
    assert row(page, MEASURE).inner_text() == before
    assert kept(page) == []


def test_removed_row_of_the_library_comes_back_later_too(visit: Visit) -> None:
    """After a reload a list says what was removed, and brings it back by keyboard; no row is removed: no list."""
    page = open_plan(visit())
    expect(page.locator("[data-gone]")).to_be_hidden()
    row(page, MEASURE).locator("[data-do=remove]").press("Enter")
    page.reload()
    ready(page)
    expect(row(page, MEASURE)).to_have_count(0)
    expect(page.locator("[data-gone-title]")).to_have_text("Borttagna rader ur biblioteket (1)")
    page.locator("[data-gone-title]").press("Enter")
    page.locator(f'[data-back="{MEASURE}"]').press("Enter")
    expect(row(page, MEASURE)).to_be_focused()
    expect(page.locator("[data-gone]")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "form", "schema", "other"),
    [("planera", "unit", "plan", "Samtal"), ("samtal", "talk", "unit", "Planera")],
)
def test_plan_of_the_other_page_says_where_it_belongs(
    visit: Visit, tmp_path: Path, path: str, form: str, schema: str, other: str
) -> None:
    """With a link to that page, in the same language; nothing is changed."""
    page = visit()
    page.goto(f"/{path}?lang=sv")
    page.locator(f".{form}:not([aria-busy])").wait_for()
    (tmp_path / "other.json").write_text(json.dumps({"schema": f"karriarkartan.{schema}/1"}), encoding="utf-8")
    load(page, tmp_path / "other.json")
    told = page.locator("[data-away=load]")
    expect(told).to_contain_text(f"på sidan {other}. Ingenting har ändrats här.")
    expect(told.get_by_role("link", name=f"Till {other}")).to_have_attribute(
        "href", re.compile(rf"/{other.lower()}\?lang=sv$")
    )


def test_row_concerns_roles_and_steps(visit: Visit, tmp_path: Path) -> None:
    """Ticked in its form, they are links to the map below the row, and stand in the table."""
    page = open_plan(visit())
    own = add_challenge(page)
    for part, place in (("roles", "mentor"), ("steps", "mentor.specialist")):
        page.locator(f"[data-only={part}] summary").press("Enter")
        page.locator(f'[data-ticks={part}] [data-tick="{place}"]').press("Space")
        expect(page.locator(f"[data-sum={part}]")).to_have_text("(1)")
    page.locator("[data-do=ready]").press("Enter")
    expect(row(page, own).get_by_role("link", name="Mentor", exact=True)).to_have_attribute("data-to", "role")
    expect(row(page, own).get_by_role("link", name="Mentor → Specialist")).to_have_attribute("data-to", "step")
    download(page, page, "csv").save_as(tmp_path / "plan.csv")
    table = list(csv.DictReader((tmp_path / "plan.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    found = next(line for line in table if OWN in line.values())
    assert (found["Roller"], found["Steg"]) == ("Mentor", "Mentor → Specialist")


def test_reload_keeps_everything(visit: Visit) -> None:
    """What is typed is in the tab, also when the page is loaded anew in the other language."""
    page = open_plan(visit())
    own = add_challenge(page)
    page.locator("[data-count=left]").fill("12")
    page.reload()
    ready(page)
    expect(row(page, own)).to_contain_text(OWN)
    open_plan(page, "?lang=en")
    expect(row(page, own)).to_contain_text(OWN)
    expect(loose(page, f"Challenge without a competence need or prerequisite: {OWN}")).to_be_visible()
    expect(page.locator("[data-shown]")).to_contain_text("12 left the organisation")


def test_files_come_out_and_the_plan_goes_in_again(visit: Visit, tmp_path: Path) -> None:
    """JSON comes back as it was; the table opens in Excel and holds no formula; Word comes from the server."""
    page = open_plan(visit())
    own = add_challenge(page)
    page.locator(".editing [data-field=text]").fill("=1+1")
    page.locator("[data-do=ready]").click()
    before = kept(page)
    for kind in ("json", "csv", "docx"):
        download(page, page, kind).save_as(tmp_path / f"plan.{kind}")
    data = (tmp_path / "plan.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert "'=1+1" in [cells[1] for cells in table]
    assert {len(cells) for cells in table} == {len(table[0])}
    assert (tmp_path / "plan.docx").read_bytes().startswith(b"PK")
    page.locator("[data-part=clear] [data-do=clear]").click()
    page.locator("[data-do=clear-yes]").click()
    expect(row(page, own)).to_have_count(0)
    load(page, tmp_path / "plan.json")
    expect(row(page, own)).to_contain_text("=1+1")
    assert kept(page) == before


def test_wrong_file_changes_nothing_and_an_old_one_keeps_its_words(refused: Page, tmp_path: Path) -> None:
    """What is no plan of a unit is refused in a sentence; a link to a row that is gone stands with its text, marked."""
    page = open_plan(refused)
    own = add_challenge(page)
    page.locator("[data-do=ready]").click()
    download(page, page, "json").save_as(tmp_path / "plan.json")
    before = kept(page)
    (tmp_path / "other.json").write_text('{"schema": "x"}')
    load(page, tmp_path / "other.json")
    page.locator("[data-do=load-yes]").click()
    expect(page.locator("[data-away=load]")).to_contain_text("Ingenting har ändrats")
    assert kept(page) == before
    file = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    file["rows"][0]["links"] = [{"id": "borta", "text": "En gammal rad"}]
    (tmp_path / "plan.json").write_text(json.dumps(file), encoding="utf-8")
    load(page, tmp_path / "plan.json")
    page.locator("[data-do=load-yes]").click()
    expect(row(page, own)).to_contain_text("En gammal rad (finns inte längre)")


def test_numbers_of_those_who_left(visit: Visit, tmp_path: Path) -> None:
    """Below five nothing is shown, causes only from ten, and no file has the numbers.

    What is no number is heard as a fault, read with the field and no part of its name; a number takes it away.
    """
    page = open_plan(visit())
    field = page.locator("[data-count=left]")
    field.fill("tolv")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_css("border-top-width", "2px")
    expect(field).to_have_accessible_description(re.compile("heltal"))
    expect(page.locator("[data-part=turnover]").get_by_role("alert").filter(has_text="heltal")).to_be_visible()
    expect(field).not_to_have_accessible_name(re.compile("heltal"))
    field.fill("12")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-part=turnover] .wrong")).to_have_count(0)
    for number, words in {
        "0": "För få",
        "4": "För få",
        "5": "Orsaker: för få för att visas",
        "88": "88 slutade",
    }.items():
        field.fill(number)
        expect(page.locator("[data-shown]")).to_contain_text(words)
    page.locator("[data-cause]").first.fill("77")
    page.locator("[data-cause]").nth(1).fill("4")
    expect(page.locator("[data-shown] li")).to_have_count(1)
    expect(page.locator("[data-shown]")).to_contain_text("Orsaker i enheten")
    expect(page.locator("[data-shown] li")).not_to_contain_text("undersökningar")
    field.fill("12")
    expect(page.locator("[data-cause]").first).to_have_accessible_description(
        re.compile(r"Fler än de som har slutat \(12\)")
    )
    expect(page.locator("[data-shown] li")).to_have_count(0)
    field.fill("88")
    expect(page.locator("[data-part=turnover] .wrong")).to_have_count(0)
    for kind in ("json", "csv"):
        download(page, page, kind).save_as(tmp_path / kind)
        text = (tmp_path / kind).read_text(encoding="utf-8")
        assert "77" not in text
        assert "88" not in text


@pytest.mark.parametrize(("language", "width"), [("sv", 1440), ("en", 320)])
def test_axe_finds_nothing(visit: Visit, language: str, width: int) -> None:
    """In both languages, wide and narrow: as it opens, with a chain, with a row being changed."""
    page = open_plan(visit(viewport={"width": width, "height": 900}), f"?lang={language}&item={CHALLENGE}")
    row(page, CHALLENGE).locator("[data-do=change]").click()
    for summary in page.locator(".editing summary").all():
        summary.click()
    page.locator("[data-count=left]").fill("12")
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_change_and_removal_taken_back_leave_one_row(visit: Visit, tmp_path: Path) -> None:
    """One undo at a time: a row that was removed while another was changed does not come back twice, and the file opens."""
    page = open_plan(visit())
    add_challenge(page)
    page.locator("[data-do=ready]").click()
    page.locator("[data-add=need]").click()
    page.keyboard.type("B")
    page.locator("[data-do=ready]").click()
    one, other = (found["id"] for found in kept(page))
    row(page, one).locator("[data-do=change]").click()
    row(page, other).locator("[data-do=remove]").click()
    expect(page.locator("[data-do=as-before]")).to_have_count(0)
    page.locator("[data-do=undo]").click()
    assert [found["id"] for found in kept(page)] == [one, other]
    download(page, page, "json").save_as(tmp_path / "plan.json")
    load(page, tmp_path / "plan.json")
    page.locator("[data-do=load-yes]").click()
    expect(page.locator("[data-told=load]")).to_contain_text("är inläst")
    assert [found["id"] for found in kept(page)] == [one, other]


def test_plan_that_is_gone_on_with_has_two_days(visit: Visit, tmp_path: Path) -> None:
    """Loaded and changed, the plan says when it was made and changed, and its file's name does; loaded alone it has one day."""
    page = open_plan(visit())
    add_challenge(page)
    page.locator("[data-do=ready]").click()
    download(page, page, "json").save_as(tmp_path / "plan.json")
    file = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    changed = file.pop("changed")
    (tmp_path / "plan.json").write_text(json.dumps({**file, "created": "2025-01-10"}), encoding="utf-8")
    load(page, tmp_path / "plan.json")
    page.locator("[data-do=load-yes]").click()
    expect(page.locator("[data-days]")).to_have_text("Plan från 10 januari 2025.")
    assert download(page, page, "json").suggested_filename == "enhetsplan-2025-01-10.json"
    row(page, CHALLENGE).locator("[data-do=change]").click()
    page.locator(".editing [data-field=status]").fill("pågår")
    expect(page.locator("[data-days]")).to_contain_text("Plan från 10 januari 2025, ändrad")
    for kind in ("json", "docx"):
        assert download(page, page, kind).suggested_filename == f"enhetsplan-2025-01-10-andrad-{changed}.{kind}"
