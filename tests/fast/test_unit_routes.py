"""The server's room for a unit's plan: strict, for our own pages only, and it keeps nothing."""

from __future__ import annotations

import json
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document

from careerpaths.model.plan import ItemType
from careerpaths.web.plan_api import unit
from careerpaths.web.stores import store
from tests.support.asked import Answer, ask, get

SECRET = "Hemligt ord i en egen rad"  # noqa: S105 - a text to look for


def row(**more: Any) -> dict[str, Any]:
    """Return a row of a file."""
    links = [{"id": "gone-row", "text": "Borttagen rad"}]
    return {"id": "own-1", "type": "challenge", "text": SECRET, "links": links, **more}


def file(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a file that the page saves."""
    start = {"schema": "karriarkartan.unit/1", "model_version": "1", "language": "sv", "created": "2026-11-22"}
    return {**start, "rows": list(rows), "removed": [], **more}


def post(path: str, body: object, **headers: str) -> Answer:
    """Send a body to a route."""
    return ask(f"/unit/{path}", body if isinstance(body, bytes) else json.dumps(body).encode(), **headers)


def cells(answer: Answer) -> list[str]:
    """Return the text of every cell in the tables of a Word document."""
    return [cell.text for table in Document(BytesIO(answer.body)).tables for cell in table._cells]


def test_word_document_holds_the_library_the_units_rows_and_what_hangs_loose() -> None:
    """The document is in the plan's language, says whose row each is, and keeps results apart."""
    answer = post("docx", file(row()))
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="enhetsplan-2026-11-22.docx"'
    assert answer.headers["cache-control"] == "no-store"
    document = Document(BytesIO(answer.body))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 2"]
    assert headings[0] == "Uppdrag"
    assert {"Väntat resultat", "Rapporterat resultat", "Det här hänger löst"} <= {*headings}
    assert f"{SECRET}\nBygger på: antagande\nEgen rad" in cells(answer)
    assert f"Utmaning utan kompetensbehov eller förutsättning: {SECRET}" in [one.text for one in document.paragraphs]


def test_paper_is_made_by_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never in the server's own process, which would keep its memory."""
    worker = SimpleNamespace(make=lambda *_: b"made elsewhere")
    monkeypatch.setattr(unit, "paper_worker", lambda: worker)
    assert post("docx", file(row())).body == b"made elsewhere"


@pytest.mark.parametrize("language", ["*", "../*", "/etc/x", "**/x", "sv.po", "s", "SV", "[a-z]*", ""])
def test_language_is_never_a_path_or_a_pattern(language: str) -> None:
    """What is no language tag is refused with a sentence."""
    answer = post("docx", file(row(), language=language))
    assert answer.status == 400
    assert answer.text.endswith("Ingenting har ändrats.")


@pytest.mark.parametrize("language", ["xx", "pt-BR", "zh-Hant-TW"])
def test_language_without_words_here_is_said_in_the_pages(language: str) -> None:
    """A plan from another site is not refused: its headings and days are in the language of who asks."""
    answer = post("docx", file(row(), language=language))
    assert (answer.status, answer.headers["content-language"]) == (200, "sv")
    assert "Enhetens plan 22 november 2026" in [one.text for one in Document(BytesIO(answer.body)).paragraphs]


def test_word_document_names_the_roles_and_steps_that_a_row_concerns() -> None:
    """By their names on the map of today; one that is gone keeps the words it had."""
    concerned = {"roles": [{"id": "mentor", "text": "Mentor"}, {"id": "gone-role", "text": "Borttagen roll"}]}
    concerned["steps"] = [{"id": "mentor.specialist", "text": "Förr"}]
    found = cells(post("docx", file(row(**concerned))))
    own = next(cell for cell in found if cell.startswith(SECRET))
    assert "Gäller: Mentor, Borttagen roll, Mentor → Specialist\n" in own


def test_removed_row_of_the_library_is_not_in_the_document() -> None:
    """What the unit took away stays away."""
    challenge = next(item for item in store().model("sv").plan if item.type is ItemType.CHALLENGE)
    with_it = post("docx", file())
    without = post("docx", file(removed=[{"id": challenge.id, "text": ""}]))
    found = [any(cell.startswith(challenge.text.text) for cell in cells(one)) for one in (with_it, without)]
    assert found == [True, False]


def test_saved_plan_is_read_back_and_what_is_gone_is_told() -> None:
    """The texts of what no longer exists come back with it."""
    answer = post("read", file(row())).values
    assert answer["gone"] == ["gone-row"]
    assert answer["plan"]["rows"][0]["links"] == [{"id": "gone-row", "text": "Borttagen rad"}]
    assert answer["plan"]["rows"][0]["text"] == SECRET


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b"", 400, "tom"),
        (b"not json", 400, "något annat"),
        (b"{", 400, "skadad"),
        (b" " * 200_001, 413, "större"),
        (file(schema="karriarkartan.plan/1"), 400, "något annat"),
        (file(more=1), 400, "more"),
        (file(row(type="person")), 400, "type"),
        (file(row(text="x" * 1501)), 400, "längre"),
        (file(row(id="<script>")), 400, "id"),
        (file(row(left=7)), 400, "left"),
        (file(*[row(id=f"own-{n}", links=[]) for n in range(301)]), 400, "längre"),
    ],
)
def test_everything_else_is_refused_in_a_sentence(body: object, status: int, words: str) -> None:
    """A file that is no unit's plan changes nothing, and the sentence says what is wrong."""
    for path in ("docx", "read"):
        answer = post(path, body)
        assert (answer.status, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
        assert words in answer.text
        assert answer.text.endswith("Ingenting har ändrats.")


@pytest.mark.parametrize(("site", "origin"), [("", ""), ("cross-site", ""), ("", "https://example.org")])
def test_only_our_own_pages_may_ask(site: str, origin: str) -> None:
    """A form on another site gets nothing."""
    assert post("docx", file(row()), sec_fetch_site=site, origin=origin).status == 403
    assert get("/unit/docx").status == 405


def test_fault_is_logged_without_what_was_sent(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever goes wrong inside, the log says where and never what."""

    def broken(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("careerpaths.web.plan_api.unit.unit_paper", broken)
    answer = post("docx", file(row()))
    assert answer.status == 500
    assert SECRET not in answer.text + caplog.text


def test_rows_that_stand_twice_are_mended_and_named() -> None:
    """Of equal rows one is left; of rows that differ both are kept, the later one with an id of its own; both are told."""
    other = row(text="En annan rad")
    answer = post("read", file(row(), row(), other, row(id="own-2"))).values
    assert [(one["id"], one["text"]) for one in answer["plan"]["rows"]] == [
        ("own-1", SECRET), ("own-1-2", "En annan rad"), ("own-2", SECRET),
    ]  # fmt: skip
    assert answer["mended"] == [{"id": "own-1", "text": "En annan rad"}]
    assert post("docx", file(row(), row())).status == 200
    assert post("read", file(row())).values["mended"] == []


@pytest.mark.parametrize(
    ("days", "name"),
    [
        ({}, "enhetsplan-2026-11-22.docx"),
        ({"changed": "2026-11-22"}, "enhetsplan-2026-11-22.docx"),
        ({"created": "2025-01-10", "changed": "2026-11-22"}, "enhetsplan-2025-01-10-andrad-2026-11-22.docx"),
    ],
)
def test_plan_is_called_by_the_day_it_was_made_and_changed(days: dict[str, str], name: str) -> None:
    """A plan that is gone on with is not the plan of its first day; a file of before has one day."""
    answer = post("docx", file(row(), **days))
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    text = "\n".join(one.text for one in Document(BytesIO(answer.body)).paragraphs)
    assert "Enhetens plan 22 november 2026" in text
    assert ("ändrad 22 november 2026" in text) is (days.get("created") == "2025-01-10")
