"""The planning talk's addresses: only our own pages, only so many bytes, and every refusal is a sentence."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from icalendar import Calendar

from careerpaths import settings
from careerpaths.model.enums import RoleKind
from careerpaths.model.model import Model
from careerpaths.talk.plan import Activity, Earlier, Part, Plan
from careerpaths.talk.plan_file import to_json
from careerpaths.talk.suggestions import gap_list, offered_activities, offered_questions, prerequisites
from careerpaths.web.http.today import today
from careerpaths.web.plan_api import guarded_post
from careerpaths.web.plan_api import talk as addresses
from careerpaths.web.plan_api.limits import Limits
from careerpaths.web.stores import store
from tests.support.asked import ask, get
from tests.support.sample_plans import plan_pdf, talk

FILES = ("pdf", "docx", "ics")
POSTED = (*FILES, "read")
CHUNK = b"x" * 50_000
TODAY = datetime.now(UTC).date()
MARK = "hemligtmärke"


@pytest.fixture
def model() -> Model:
    """Return the model that the addresses answer from."""
    return store().model("sv")


@pytest.fixture
def way(model: Model) -> tuple[str, str]:
    """Return a position, and an assignment that a step leads on to from where the position leads."""
    goal = next(role for role in model.roles if role.kind is RoleKind.ASSIGNMENT)
    start = next(step.start for step in model.steps if step.end == goal.id)
    return start, goal.id


def plan_of(**changes: Any) -> bytes:
    """Return a filled-in plan as its file."""
    return to_json(replace(talk(), **changes))


def test_offers_are_those_of_the_model(model: Model, way: tuple[str, str]) -> None:
    """Requirements, prerequisites, activities and questions of a choice, in the model's own words."""
    start, goal = way
    offers = get(f"/plan/offers?role={start}&goals={goal}").values
    assert [one["text"] for one in offers["gaps"]] == [one.text for one in gap_list(model, start, [goal])]
    assert [one["id"] for one in offers["prerequisites"]] == [one.id for one in prerequisites(model, start, [goal])]
    assert [one["what"] for one in offers["activities"]] == [
        one.what for one in offered_activities(model, start, [goal])
    ]
    assert [one["text"] for one in offers["questions"]] == [one.text for one in offered_questions(model, start, [goal])]


def test_offers_are_for_two_goals_at_most(model: Model) -> None:
    """A third goal, and an id that is too long to be one, are passed over: nobody makes the server look further."""
    start, *goals = (role.id for role in model.roles if role.employed)
    two, more = ",".join(goals[:2]), ",".join(goals[:9])
    assert get(f"/plan/offers?role={start}&goals={more}").values == get(f"/plan/offers?role={start}&goals={two}").values
    one = get(f"/plan/offers?role={start}&goals={goals[0]}").values
    assert one != get(f"/plan/offers?role={start}&goals={two}").values
    assert get(f"/plan/offers?role={start}&goals=,{goals[0]},,").values == one


def test_supplements_stand_one_by_one_with_year_and_caveat(way: tuple[str, str]) -> None:
    """Each has its year, its condition and the reminder to check; there is no sum of them anywhere."""
    start, goal = way
    supplements = get(f"/plan/offers?role={start}&goals={goal}").values["supplements"]
    assert supplements
    for one in supplements:
        assert set(one) == {"name", "stated", "condition"}
        assert "kontrollera gällande belopp" in one["stated"]
        assert any(str(year) in one["stated"] for year in range(2010, 2027))
        assert one["condition"]


def test_offers_speak_the_language_asked_for(way: tuple[str, str]) -> None:
    """English when asked, and the default for a language that is not there."""
    start, goal = way
    english = get(f"/plan/offers?role={start}&goals={goal}&lang=en")
    swedish = get(f"/plan/offers?role={start}&goals={goal}&lang=xx")
    assert english.headers["content-language"] == "en"
    assert swedish.headers["content-language"] == "sv"
    assert "check the current amount" in english.values["supplements"][0]["stated"]


@pytest.mark.parametrize(
    "query",
    ["", "role=", "role=finns-inte", "role=%3Cscript%3E&goals=%22,%00", f"role={'a' * 5000}&goals={'b,' * 500}"],
)
def test_offers_for_what_is_not_there_are_empty(query: str) -> None:
    """An unknown or strange id is no fault: there is nothing to offer."""
    answer = get(f"/plan/offers?{query}")
    assert answer.status == 200
    assert not any(answer.values.values())


def test_offers_are_kept_until_the_model_changes() -> None:
    """The browser asks whether its copy still holds, and hears yes."""
    first = get("/plan/offers?role=x")
    assert first.headers["cache-control"] == "no-cache"
    again = get("/plan/offers?role=x", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_offers_with_other_words_are_another_answer(way: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """After an upgrade the model can be the same and the sentences not: the browser's copy no longer holds."""
    start, goal = way
    first = get(f"/plan/offers?role={start}&goals={goal}")
    monkeypatch.setattr(addresses, "supplement_rows", lambda *_: (("Tillägg", "nya ord", ""),))
    again = get(f"/plan/offers?role={start}&goals={goal}", if_none_match=first.headers["etag"])
    assert again.status == 200
    assert again.values["supplements"][0]["stated"] == "nya ord"


def test_pdf_carries_the_plan_that_was_sent() -> None:
    """What is attached is what was posted."""
    answer = ask("/plan/pdf", plan_of())
    assert answer.headers["content-type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.body)) as pdf:
        assert json.loads(pdf.attachments["plan.json"].get_file().read_bytes()) == json.loads(plan_of())


def test_word_document_opens() -> None:
    """A Word document with the notes in it."""
    answer = ask("/plan/docx", plan_of(before=MARK))
    assert "wordprocessingml" in answer.headers["content-type"]
    assert MARK in ZipFile(BytesIO(answer.body)).read("word/document.xml").decode()


def test_calendar_holds_the_day() -> None:
    """One entry, on the day of the follow-up."""
    answer = ask("/plan/ics", plan_of())
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.body).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 5, 21)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("pdf", "utvecklingsplan-2026-11-21.pdf"),
        ("docx", "utvecklingsplan-2026-11-21.docx"),
        ("ics", "uppfoljning-2027-05-21.ics"),
    ],
)
def test_files_have_a_name_without_a_person_and_are_not_kept(kind: str, name: str) -> None:
    """The name holds a day and nothing else, and no proxy or browser keeps the file."""
    answer = ask(f"/plan/{kind}", plan_of())
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["cache-control"] == "no-store"


def test_file_is_in_the_plans_language_and_a_refusal_in_the_pages() -> None:
    """An English plan gives an English file, whoever asks; a refusal speaks to who asks."""
    answer = ask("/plan/pdf?lang=sv", to_json(talk("en")))
    assert answer.headers["content-language"] == "en"
    with pikepdf.open(BytesIO(answer.body)) as pdf:
        assert str(pdf.Root.Lang) == "en"
    assert ask("/plan/pdf?lang=sv", b"{").text.startswith("Filen är skadad")
    assert ask("/plan/pdf?lang=en", b"{").text.startswith("The file is damaged")


def test_calendar_without_a_day_says_what_is_missing() -> None:
    """There is nothing to put in a calendar."""
    answer = ask("/plan/ics", plan_of(follow_up=None))
    assert answer.status == 400
    assert answer.text == "Skriv först dagen för uppföljningen. Det är den som läggs i kalendern."


@pytest.mark.parametrize("carried", [to_json, lambda plan: plan_pdf(plan, store().model("sv"))], ids=["json", "pdf"])
def test_earlier_plan_becomes_the_next_one(carried: Callable[[Plan], bytes]) -> None:
    """Both files give the same: the next plan looks back at this one, which also comes back whole."""
    answer = ask("/plan/read", carried(talk()))
    assert answer.headers["cache-control"] == "no-store"
    read = answer.values
    assert read["day"] == "21 november 2026"
    assert {one["text"] for one in read["next"]["looking_back"]} >= {"Mentor", "Följa med i introduktionen"}
    assert read["next"]["before"] == ""
    assert {"schema": "karriarkartan.plan/1", **read["whole"]} == json.loads(to_json(talk()))


def test_what_the_map_no_longer_has_is_told(model: Model) -> None:
    """Its address is named, and a sentence says so; the plan keeps the text."""
    plan = talk()
    old = replace(plan, goals=(replace(plan.goals[0], id="nedlagd-roll", text="En nedlagd roll"),))
    read = ask("/plan/read", to_json(old)).values
    assert model.role("nedlagd-roll") is None
    assert "roles/nedlagd-roll" in read["gone"]
    assert any("finns inte längre i kartan" in remark for remark in read["remarks"])
    assert "En nedlagd roll" in {one["text"] for one in read["next"]["looking_back"]}


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"{",
        b"[]",
        b"<script>alert(1)</script>",
        b"%PDF-1.7 nothing",
        b'{"schema": "another/1"}',
        b"\x89PNG\r\n\xff\xfe",
        b'{"a": NaN}',
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused_with_a_sentence(path: str, bad: bytes) -> None:
    """Plain text in the language asked for, which says that nothing has been changed."""
    for language, unchanged in (("sv", "Ingenting har ändrats."), ("en", "Nothing has been changed.")):
        answer = ask(f"/plan/{path}?lang={language}", bad)
        assert answer.status == 400
        assert answer.text.endswith(unchanged)
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.headers["content-language"] == language
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", POSTED)
def test_body_that_says_it_is_too_big_is_not_read(path: str) -> None:
    """Not one byte is taken in."""
    answer = ask(f"/plan/{path}", iter([CHUNK] * 100), content_length="5000000")
    assert (answer.status, answer.taken) == (413, 0)
    assert "200 kB" in answer.text


@pytest.mark.parametrize(("path", "most"), [("pdf", 200_000), ("docx", 200_000), ("ics", 200_000), ("read", 2_000_000)])
def test_body_that_is_too_big_is_read_no_further(path: str, most: int) -> None:
    """A body that does not say its length, or lies, is cut at the first chunk too many."""
    for headers in ({}, {"content_length": "10"}):
        answer = ask(f"/plan/{path}", iter([CHUNK] * 1000), **headers)
        assert answer.status == 413
        assert answer.taken <= most + len(CHUNK)


def test_plan_of_the_largest_size_is_taken() -> None:
    """The limit is a plan's own, not a little less."""
    room = 200_000 - len(plan_of(before=""))
    padded = plan_of(before="").rstrip(b"\n") + b" " * room
    assert ask("/plan/docx", padded).status == 200
    assert ask("/plan/docx", padded + b"  ").status == 413


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": "", "origin": "https://evil.example"},
        {"sec_fetch_site": "", "origin": "null"},
        {"sec_fetch_site": "", "origin": "http://[karta.example"},
        {"sec_fetch_site": "cross-site", "origin": "http://karta.example"},
        {"sec_fetch_site": ""},
    ],
)
def test_no_other_page_may_send_a_plan(path: str, headers: dict[str, str]) -> None:
    """Another site's page is turned away with a sentence, and nothing of its body is read."""
    answer = ask(f"/plan/{path}", plan_of(), **headers)
    assert (answer.status, answer.taken) == (403, 0)
    assert answer.text == "Bara Karriärkartans egna sidor kan be om det här."


def test_own_page_of_a_browser_that_says_only_its_origin_may() -> None:
    """Over plain HTTP a browser does not send Sec-Fetch-Site."""
    assert ask("/plan/docx", plan_of(), sec_fetch_site="", origin="http://karta.example").status == 200


def test_offers_are_not_for_other_pages_either() -> None:
    """A visitor may open the address; a script of another page may not ask for it."""
    assert get("/plan/offers", sec_fetch_site="none").status == 200
    assert get("/plan/offers", sec_fetch_site="").status == 200
    assert get("/plan/offers", sec_fetch_site="cross-site").status == 403


@pytest.mark.parametrize("path", POSTED)
def test_a_plan_is_never_in_an_address(path: str) -> None:
    """Files are only posted for."""
    assert get(f"/plan/{path}").status == 405


def test_fault_is_a_sentence_and_the_log_holds_no_word_of_the_plan(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Even when the fault's own message quotes what was typed."""

    def breaks(plan: Plan, model: Model) -> bytes:
        raise ValueError(plan.before)

    monkeypatch.setattr(addresses, "pdf_texts", breaks)
    with caplog.at_level(logging.DEBUG):
        answer = ask("/plan/pdf", plan_of(before=MARK))
    assert answer.status == 500
    assert answer.text == "Servern klarade inte det här. Inget av det du har skrivit är borta."
    assert "ValueError" in caplog.text
    assert MARK not in caplog.text


@pytest.mark.parametrize("day", [TODAY - timedelta(days=2), TODAY, TODAY + timedelta(days=2)])
def test_next_plan_has_the_day_of_the_browser(day: date) -> None:
    """Past midnight in Sweden it is still yesterday where the server's clock counts."""
    assert ask(f"/plan/read?day={day}", plan_of()).values["next"]["created"] == day.isoformat()


@pytest.mark.parametrize("day", ["2000-01-01", "2999-12-31", "i dag", "2026-13-01", "0", "", "../../x", "%00"])
def test_day_that_cannot_be_today_is_the_organisations(day: str) -> None:
    """A clock that is wrong, or an address that was written by hand."""
    assert ask(f"/plan/read?day={day}", plan_of()).values["next"]["created"] == today().isoformat()


def test_day_is_the_organisations_wherever_the_machine_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two zones that are 26 hours apart it is never the same day."""
    days = []
    for zone in ("Etc/GMT+12", "Pacific/Kiritimati"):
        monkeypatch.setenv(settings.TIMEZONE, zone)
        days.append(ask("/plan/read", plan_of()).values["next"]["created"])
    assert days[0] < days[1]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_papers_are_made_by_the_worker(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never in the server's own process, which would keep their memory."""
    worker = SimpleNamespace(make=lambda *_: b"made elsewhere")
    monkeypatch.setattr(addresses, "paper_worker", lambda: worker)
    assert ask(f"/plan/{kind}", plan_of()).body == b"made elsewhere"


@pytest.mark.parametrize("follow_up", [date(1900, 1, 1), TODAY.replace(year=2020), date(2200, 12, 31)])
def test_calendar_has_no_day_that_cannot_be_meant(follow_up: date) -> None:
    """Before the talk or a lifetime after it: a sentence, and no entry."""
    created = date(2026, 11, 21)
    answer = ask("/plan/ics", plan_of(created=created, follow_up=follow_up))
    assert answer.status == 400
    assert answer.text == ("Dagen för uppföljningen är före samtalet eller mer än tio år efter det. Kontrollera dagen.")


def test_what_can_hardly_be_meant_is_told() -> None:
    """The same goal twice, the role today as a goal, and a follow-up before the talk: a sentence each."""
    plan = talk()
    role = plan.role or plan.goals[0]
    odd = ask("/plan/read", plan_of(goals=(role, role), follow_up=date(1900, 1, 1))).values["remarks"]
    usual = ask("/plan/read", plan_of()).values["remarks"]
    assert [one for one in odd if one not in usual] == [
        "Planen har samma roll två gånger bland dem som ni funderar på.",
        "Planen har rollen i dag också bland dem som ni funderar på.",
        "Dagen för uppföljningen är före samtalet eller mer än tio år efter det. Kontrollera dagen.",
    ]


def test_next_plan_of_a_full_one_can_be_saved() -> None:
    """Three hundred rows unanswered and everything planned anew: the plan opens, and what is left over is told."""
    earlier = tuple(
        Earlier(part=Part.ACTIVITY, planned=date(2025, 1, 1), text=f"Tidigare {number}") for number in range(300)
    )
    full = plan_of(activities=tuple(Activity(what=f"Ny {number}") for number in range(60)), looking_back=earlier)
    read = ask("/plan/read", full).values
    following = json.dumps({"schema": "karriarkartan.plan/1", **read["next"]}).encode()
    assert ask("/plan/docx", following).status == 200
    told = {one["text"] for one in read["next"]["looking_back"]}
    missing = [one.text for one in earlier if one.text not in told and f"– {one.text} (" not in read["next"]["before"]]
    assert missing == []
    assert any("spara den också" in remark for remark in read["remarks"])


def test_language_with_a_region_is_a_language() -> None:
    """A plan in Brazilian Portuguese is taken, in the page's language where there are no words in its own."""
    answer = ask("/plan/docx", plan_of(language="pt-BR"))
    assert (answer.status, answer.headers["content-language"]) == (200, "sv")


def test_places_are_taken_before_a_body_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """When every place is taken, not one byte of another body comes in."""
    full = Limits(at_once=0)
    monkeypatch.setattr(guarded_post, "limits", lambda: full)
    answer = ask("/plan/read", iter([CHUNK] * 10))
    assert (answer.status, answer.taken) == (503, 0)
    assert answer.headers["retry-after"] == "2"
    assert answer.text == "Många ber om filer just nu. Vänta en stund och försök igen. Inget är borta."


def test_visitor_who_asks_all_the_time_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are not touched by it."""
    few = Limits(burst=2, clock=lambda: 1_000.0)
    monkeypatch.setattr(guarded_post, "limits", lambda: few)
    statuses = [ask("/plan/ics", plan_of(), client="192.0.2.1").status for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert ask("/plan/ics", plan_of(), client="192.0.2.2").status == 200


def test_body_that_never_comes_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that says nothing is let go."""
    monkeypatch.setattr(guarded_post, "BODY_TIMEOUT", 0.05)
    answer = ask("/plan/read", slow=60)
    assert answer.status == 408
    assert answer.text == "Filen kom inte fram. Ingenting har ändrats. Försök igen."


def test_body_over_a_slow_connection_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it comes steadily; a byte now and then would hold a place that others wait for."""
    monkeypatch.setattr(guarded_post, "BODY_TIMEOUT", 0.2)
    monkeypatch.setattr(guarded_post, "SLOWEST", 1_000)
    assert ask("/plan/read", iter([b"x" * 100] * 10), slow=0.05).status == 400
    assert ask("/plan/read", iter([b"x"] * 100), slow=0.05).status == 408


def test_visitor_who_leaves_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    """A tab closed in the middle of sending leaves no trace in the log."""
    assert ask("/plan/read", leaves=True).status == 408
    assert caplog.text == ""
