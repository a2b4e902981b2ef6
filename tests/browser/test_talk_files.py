"""What leaves the talk and what comes back: the documents, last year's plan, and files that are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from careerpaths.talk.plan import Plan
from careerpaths.talk.plan_file import read_plan, to_json
from careerpaths.web.stores import store
from tests.support.sample_plans import marked, plan_pdf, talk
from tests.support.server import Server
from tests.support.talk_page import (
    AWAY,
    deed,
    download,
    fill_everything,
    focused,
    kept,
    load,
    open_talk,
    part,
    ready,
    rows,
    start_with_example,
)
from tests.support.visiting import Visit, visiting

EVIL = """<img src=x onerror="alert(1)"><script>alert(2)</script>"'>${alert(3)}{{7*7}}"""


def file(name: str, body: bytes) -> dict[str, Any]:
    """Return a file to choose."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": body}


def last_year(**changes: Any) -> Plan:
    """Return the plan of a talk a year ago."""
    return replace(talk(), created=date(2025, 11, 20), **changes)


def everything(page: Page, mark: str = "märke å ä ö") -> dict[str, Any]:
    """Fill in the whole form, and return the plan that the browser keeps."""
    open_talk(page)
    start_with_example(page)
    fill_everything(page, mark)
    page.locator("#talk-follow_up").fill("2027-05-21")
    return kept(page)


def test_downloads_are_the_plan(page: Page) -> None:
    """Word, PDF, calendar and JSON hold what stands in the form, and are named without a person."""
    plan = everything(page)
    taken = {kind: download(page, page, kind) for kind in ("docx", "pdf", "ics", "json")}
    day = plan["created"]
    assert {kind: one.suggested_filename for kind, one in taken.items()} == {
        "docx": f"utvecklingsplan-{day}.docx",
        "pdf": f"utvecklingsplan-{day}.pdf",
        "ics": "uppfoljning-2027-05-21.ics",
        "json": f"utvecklingsplan-{day}.json",
    }
    filed = json.loads(taken["json"].path().read_bytes())
    assert filed == {"schema": "karriarkartan.plan/1", **plan}
    assert json.loads(to_json(read_plan(taken["json"].path().read_bytes(), store().model("sv")).plan)) == filed
    with pikepdf.open(taken["pdf"].path()) as pdf:
        assert json.loads(pdf.attachments["plan.json"].get_file().read_bytes()) == filed
    word = Document(str(taken["docx"].path()))
    written = "\n".join(
        [one.text for one in word.paragraphs]
        + [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    )
    assert all(
        text in written for text in (plan["during"], plan["activities"][0]["what"], plan["questions"][0]["note"])
    )
    (event,) = Calendar.from_ical(taken["ics"].path().read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 5, 21)
    expect(page.locator("[data-told=take]")).to_contain_text("ligger bland dina hämtade filer")


def test_what_nobody_wrote_is_in_no_file(page: Page) -> None:
    """An empty row stays in the form, where it can be filled in; without a day there is no calendar, and focus goes there."""
    open_talk(page)
    deed(page, "own").click()
    assert json.loads(download(page, page, "json").path().read_bytes())["activities"] == []
    expect(rows(page, "activities")).to_have_count(1)
    page.locator("[data-file=ics]").click()
    expect(page.locator("[data-away=take]")).to_contain_text("Skriv först dagen för uppföljningen.")
    assert focused(page, "#talk-follow_up")


def test_last_years_plan_begins_with_looking_back(page: Page) -> None:
    """Out of its PDF: the first part is the look back at what was planned; ticks and notes are kept; the role is as it was."""
    plan = last_year()
    open_talk(page)
    load(page, file("plan.pdf", plan_pdf(plan, store().model("sv"))))
    expect(page.locator("[data-loaded]")).to_contain_text("Planen från 20 november 2025 är inläst.")
    expect(part(page, "looking_back")).to_be_visible()
    assert focused(page, "#talk-part-looking_back")
    assert page.locator(".form .part:visible").first.get_attribute("data-part") == "looking_back"
    expect(page.locator("#talk-role")).to_have_value("erfaren")
    earlier = rows(page, "looking_back").filter(has_text="Följa med i introduktionen")
    expect(earlier).to_contain_text("Aktivitet · planerat 20 november 2025 · våren 2027 · Enhetschef")
    earlier.get_by_label("Pågår").check()
    earlier.locator("textarea").fill("Tiden räckte inte")
    page.reload()
    ready(page)
    expect(earlier.get_by_label("Pågår")).to_be_checked()
    expect(earlier.locator("textarea")).to_have_value("Tiden räckte inte")
    expect(page.locator("#talk-during")).to_have_value("")


def test_plan_of_today_can_be_gone_on_with_and_asks_before_it_is_replaced(page: Page) -> None:
    """Whoever prepared at home goes on with the same plan; nothing of it goes without being asked for, no is no."""
    open_talk(page)
    load(page, file("plan.json", to_json(talk())))
    deed(page, "continue").click()
    expect(page.locator("#talk-during")).to_have_value("Vi är överens.\nBra samtal.")
    expect(rows(page, "activities").last.locator("textarea")).to_have_value("Följa med i introduktionen")
    expect(page.locator("#talk-follow_up")).to_have_value("2027-05-21")
    assert {gap["status"] for gap in kept(page)["gaps"] if gap["id"] in {one.id for one in talk().gaps}} <= {"missing"}
    load(page, file("plan.json", to_json(last_year())))
    expect(page.locator("[data-confirm=load]")).to_be_visible()
    deed(page, "load-no").click()
    expect(page.locator("#talk-during")).to_have_value("Vi är överens.\nBra samtal.")
    load(page, file("plan.json", to_json(last_year())))
    deed(page, "load-yes").click()
    expect(part(page, "looking_back")).to_be_visible()
    expect(page.locator("#talk-during")).to_have_value("")


def test_what_the_map_no_longer_has_keeps_its_text_but_no_file_its_name(visit: Visit, tmp_path: Path) -> None:
    """A role that is gone is marked, in the look back and as today's role.

    A file's own name can hold a person's: it is neither shown by us nor kept nor sent.
    """
    page = visit(own=True)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.headers}"))
    plan = talk()
    assert plan.role
    gone = last_year(
        role=replace(plan.role, id="borta", text="Flyktingsekreterare"),
        goals=(replace(plan.goals[0], id="nedlagd", text="Samordnare"),),
    )
    named = tmp_path / "Anna Andersson.json"
    named.write_bytes(to_json(gone))
    open_talk(page)
    load(page, named)
    expect(rows(page, "looking_back").filter(has_text="Samordnare (finns inte längre i kartan)")).to_have_count(1)
    expect(page.locator("#talk-role option:checked")).to_have_text("Flyktingsekreterare (finns inte längre i kartan)")
    expect(page.locator("[data-loaded]")).to_contain_text("finns inte längre i kartan")
    assert "Anna" not in page.locator(".talk").inner_text()
    assert not [one for one in sent if "Anna" in one]
    assert "Anna" not in str(page.evaluate("() => sessionStorage.getItem('karriarkartan.plan')"))


BAD = {
    "picture.png": (
        b"\x89PNG\r\n\x1a\n\xff\xfe",
        "Filen är varken en planfil (.json) eller en PDF från Karriärkartan.",
    ),
    "empty.json": (b"", "Filen är tom."),
    "broken.json": (to_json(talk())[:-40], "Filen är skadad eller avklippt"),
    "other.json": (b'{"schema": "something/1", "x": 1}', "Filen är något annat än en plan från Karriärkartan."),
    "newer.json": (to_json(talk()).replace(b"plan/1", b"plan/2"), "nyare version"),
    "strange.json": (
        to_json(talk()).replace(b'"since"', b'"<script>alert(1)</script>"'),
        "som inte hör hemma i en plan",
    ),
    "plain.pdf": (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF", "PDF-filen bär inte med sig någon plan."),
    "large.json": (
        b'{"schema": "karriarkartan.plan/1", "before": "' + b"x" * 250_000 + b'"}',
        "Filen är större än en plan kan vara",
    ),
    "huge.pdf": (b"%PDF-1.7" + b"x" * 2_100_000, "Filen är större än en plan kan vara"),
}


@pytest.fixture
def refused(browser: Browser, server: Server) -> Iterator[Page]:
    """Return a page on which the browser may say that a file was refused."""
    with visiting(browser, server, forgive=("/plan/read",)) as maker:
        yield maker()


def test_bad_files_are_told_of_and_change_nothing(refused: Page) -> None:
    """A clear sentence each, which is not a retry; the form and what is kept are as they were."""
    page = refused
    open_talk(page)
    start_with_example(page)
    page.locator("#talk-during").fill("Mitt i samtalet")
    before = kept(page)
    for name, (body, sentence) in BAD.items():
        load(page, file(name, body))
        if len(body) <= 2_000_000:
            deed(page, "load-yes").click()
        told = page.locator("[data-away=load]")
        expect(told).to_contain_text(sentence)
        expect(told).to_contain_text("Ingenting har ändrats.")
        expect(told.locator("button")).to_have_count(0)
        assert kept(page) == before
    expect(page.locator("#talk-during")).to_have_value("Mitt i samtalet")


def test_markup_in_every_field_is_text(visit: Visit) -> None:
    """Typed or loaded, it stands as it was written, in the fields, the rows and the announcements."""
    page = visit(own=True)
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    everything(page, EVIL)
    page.locator("[data-list=activities] [data-do=remove]").last.click()
    for kind in ("docx", "pdf", "json"):
        download(page, page, kind)
    load(page, file("evil.json", to_json(marked(last_year(), EVIL))))
    deed(page, "load-yes").click()
    expect(rows(page, "looking_back").first.locator("legend")).to_contain_text("<img src=x")
    deed(page, "continue").click()
    expect(page.locator("#talk-during")).to_have_value(f"Vi är överens.\nBra samtal. {EVIL}")
    page.reload()
    ready(page)
    expect(rows(page, "looking_back").first.locator("legend")).to_contain_text("<img src=x")
    assert page.locator(".talk :is(img, script)").count() == 0


def test_server_that_does_not_answer_is_told_of_with_a_retry(visit: Visit, browser: Browser, server: Server) -> None:
    """A sentence and a button where it was asked for; JSON is made without a server; then it works again."""
    with visiting(browser, server, forgive=("ERR_FAILED", "ERR_CONNECTION")) as maker:
        page = maker()
        plan = everything(page)
        page.route("**/plan/**", lambda route: route.abort())
        page.locator("#talk-goal-0").select_option("specialist")
        expect(page.locator("[data-away=offers]")).to_contain_text(AWAY)
        assert kept(page)["gaps"] == plan["gaps"]
        page.locator("[data-file=pdf]").click()
        expect(page.locator("[data-away=take]")).to_contain_text(AWAY)
        assert download(page, page, "json").suggested_filename.endswith(".json")
        page.locator("[data-file=pdf]").click()
        expect(page.locator("[data-away=take] button")).to_be_visible()
        page.unroute("**/plan/**")
        with page.expect_download():
            page.locator("[data-away=take] button").click()
        page.locator("[data-away=offers] button").click()
        expect(page.locator("[data-away=offers]")).to_have_text("")
        page.wait_for_function(
            "(old) => JSON.stringify(JSON.parse(sessionStorage.getItem('karriarkartan.plan')).plan.gaps) !== old",
            arg=json.dumps(plan["gaps"]),
        )
