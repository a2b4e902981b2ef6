"""Beside the requests: files are noticed and prepared by a worker, the single file is written, and no fault spreads."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message
from streamlit.runtime import RuntimeState

from careerpaths import background
from careerpaths.app.seam import health
from careerpaths.app.url_table import send_asset
from careerpaths.background import FIRST_WAIT, LONGEST_WAIT, Again, PeriodicTask
from careerpaths.charts import svg
from careerpaths.charts.rows import known_drawings
from careerpaths.locale import languages
from careerpaths.map.layout import arranged
from careerpaths.map.layout.arranged import known_layouts
from careerpaths.reading.store import Snapshot, Store
from careerpaths.web import download, embed
from careerpaths.web.assets import asset_names
from careerpaths.web.download import DOWNLOADS
from careerpaths.web.embed import EMBED_ROUTES, SingleFileWriter
from careerpaths.web.prepare import drawn_for, prepared_snapshot
from careerpaths.web.statement import STATEMENT_ROUTES
from careerpaths.web.stores import store
from careerpaths.web.watch import Watcher
from tests.support.models import GOOD, copy_small

TOO_SHORT = 0.001  # s: no process has even started by then


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a copy of the small model, with its translation beside it."""
    return copy_small(tmp_path)


@pytest.fixture
def watched(path: Path) -> Store:
    """Return a store whose files somebody else looks at."""
    found = Store(path)
    found.watched = True
    return found


def edit(path: Path, new: str) -> None:
    """Give the model another title."""
    path.write_text(GOOD.replace("Lilla kartan", new), encoding="utf-8")


OURS = Starlette(routes=[Route("/web/{tag}/{name}", send_asset), *DOWNLOADS, *EMBED_ROUTES, *STATEMENT_ROUTES])


def ask(address: str, **headers: str) -> Response:
    """Return the answer of our own addresses to one request, in this process."""
    path, _, query = address.partition("?")
    named = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": named}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(OURS(scope, receive, send))
    answer = Response(sent[1]["body"], sent[0]["status"])
    answer.raw_headers = sent[0]["headers"]
    return answer


def told(caplog: pytest.LogCaptureFixture, part: str) -> list[str]:
    """Return what was logged of one kind."""
    return [one.getMessage() for one in caplog.records if part in one.getMessage()]


# ── the watcher ──


def test_many_saves_make_one_preparation(watched: Store, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As long as every look finds something new nothing is read; then the last state, once."""
    watcher = Watcher(watched)
    with caplog.at_level(logging.INFO):
        watcher.look()
        assert watched.model().about.title == "Lilla kartan"
        for number in range(10):
            edit(path, f"Karta {number}")
            watcher.look()
            assert watched.model().about.title == "Lilla kartan"
        for _ in range(3):
            watcher.look()
    assert watched.model().about.title == "Karta 9"
    assert len(told(caplog, "is shown")) == 2


def test_reading_that_takes_too_long_leaves_what_is_shown(
    watched: Store, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is told on the page about the model and in the log, and is tried once for each state of the files."""
    Watcher(watched).look()
    shown = watched.snapshot()
    watcher = Watcher(watched, within=TOO_SHORT)
    for _ in range(3):
        watcher.look()
    assert watched.snapshot().models is shown.models
    assert [one.file for one in watched.snapshot().problems] == [str(path)]
    assert len(told(caplog, "not done within")) == 1


def test_reading_that_failed_is_tried_again(watched: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that could start no process once is not without a model until somebody edits it."""
    monkeypatch.setattr(background, "FIRST_WAIT", 0.0)
    watcher = Watcher(watched, within=TOO_SHORT)
    watcher.look()
    assert watched.snapshot().models == ()
    watcher._within = 60
    watcher.look()
    assert watched.model().about.title == "Lilla kartan"
    assert watched.snapshot().problems == ()


def test_what_fails_is_tried_more_and_more_seldom() -> None:
    """For ever, but at last four times an hour; what worked is not tried again."""
    now = [0.0]
    again = Again(lambda: now[0])
    assert not again.due
    waits = [FIRST_WAIT * 2**number for number in range(5)]
    for wait in (*waits, LONGEST_WAIT, LONGEST_WAIT):
        again.failed()
        now[0] += wait - 1
        assert not again.due
        now[0] += 1
        assert again.due
    again.worked()
    assert not again.due


def test_version_that_is_shown_is_not_prepared_again(watched: Store, path: Path) -> None:
    """A broken file put back, or a comment: what was made stays, and only the file's own text is newer."""
    Watcher(watched).look()
    before = watched.snapshot()
    path.write_text(f"# a comment\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    again = prepared_snapshot(path, (), before.version)
    assert set(again.kept) == {("file", "yaml")}
    watched.publish(again)
    assert set(watched.snapshot().kept) == set(before.kept)
    assert watched.snapshot().cached("model.sv.json", dict) is before.cached("model.sv.json", dict)
    assert watched.snapshot().cached(("file", "yaml"), dict).body.startswith(b"# a comment")  # type: ignore[attr-defined]


def test_text_edited_is_drawn_with_what_is_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for an arrangement and the pictures are dearest, and this text changes neither."""
    drawn = drawn_for(prepared_snapshot(path, ()))
    known_layouts().clear()
    known_drawings().clear()
    monkeypatch.setattr(arranged, "computed", None)
    monkeypatch.setattr(svg, "vl_convert", None)
    edit(path, "Nytt namn")
    assert prepared_snapshot(path, (), "", drawn).model().about.title == "Nytt namn"


def test_whole_edition_is_made_before_it_is_shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is then asked for, in any language, a request makes nothing: it takes what is there."""
    snapshot = prepared_snapshot(path, ())
    made = set(snapshot.kept)
    monkeypatch.setattr(store(), "watched", True)
    monkeypatch.setattr(store(), "_snapshot", snapshot)
    asked = [f"/web/x/{name}" for name in asset_names(snapshot)]
    for language in (*languages(), "xx", "../x"):
        asked += [f"/model.{ending}?lang={language}" for ending in ("yaml", "json", "csv")]
        asked += [f"/om/tillganglighet?lang={language}{frame}" for frame in ("", "&embed=true")]
    assert {ask(address).status_code for address in asked} == {200}
    assert set(snapshot.kept) == made


def test_model_as_a_file_is_made_once_packed_and_not_sent_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three formats, each with a tag of its bytes."""
    monkeypatch.setattr(store(), "watched", True)
    monkeypatch.setattr(store(), "_snapshot", prepared_snapshot(path, ()))
    monkeypatch.setattr(download, "Asset", None)  # nothing can be made any more
    for ending in ("yaml", "json", "csv"):
        first = ask(f"/model.{ending}", accept_encoding="gzip")
        assert first.headers["content-encoding"] == "gzip"
        again = ask(f"/model.{ending}", if_none_match=first.headers["etag"])
        assert (again.status_code, again.body) == (304, b"")


# ── the single file ──


def test_single_file_is_tried_once_a_version(watched: Store, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """When it cannot be written the reason is logged, once, and whoever asks is answered at once."""
    watched.publish(Store(path).snapshot())
    documents = SingleFileWriter(watched, within=TOO_SHORT)
    for _ in range(3):
        assert documents.newest("sv") is None
        documents.write()
    assert documents.lacking
    assert len(told(caplog, "not done within")) == 1


def test_single_file_that_failed_is_tried_again(watched: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What kept it from being written may have gone; until then the server says why it is not ready."""
    monkeypatch.setattr(background, "FIRST_WAIT", 0.0)
    watched.publish(Store(path).snapshot())
    documents = SingleFileWriter(watched, within=TOO_SHORT)
    monkeypatch.setattr(health, "single_file_writer", lambda: documents)
    monkeypatch.setattr(health, "store", lambda: watched)
    monkeypatch.setattr(health, "_state", lambda: RuntimeState.NO_SESSIONS_CONNECTED)
    documents.newest("sv")
    documents.write()
    assert why() == "embed"
    documents._within = 60
    documents.write()
    assert (why(), documents.newest("sv") is None) == ("", False)


def test_nobody_waits_for_the_single_file(watched: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks before it is there is told when to come again; no request writes it."""
    watched.publish(Store(path).snapshot())
    monkeypatch.setattr(embed, "run", None)
    monkeypatch.setattr(embed, "store", lambda: watched)
    documents = SingleFileWriter(watched)
    monkeypatch.setattr(embed, "single_file_writer", lambda: documents)
    answer = ask("/embed")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def why() -> str:
    """Return what the server says of why it is not ready; nothing when it is."""
    answer = asyncio.run(health.ready(Request({"type": "http"})))
    return str(json.loads(answer.body).get("why", ""))


def test_single_file_is_written_when_it_is_asked_for(watched: Store, path: Path) -> None:
    """Nobody asks: there is time. Somebody asks and there is none: it is written at the next look, in every language."""
    watched.publish(Store(path).snapshot())
    documents = SingleFileWriter(watched)
    documents.write()
    assert documents.newest("sv") is None
    documents.write()
    found = [documents.newest(language) for language in ("sv", "en", "xx")]
    assert [one.name for one in found if one] == ["embed.sv.html", "embed.en.html", "embed.sv.html"]


def test_public_edition_is_written_too(watched: Store, path: Path) -> None:
    """It lacks what is marked internal, and can be asked for in every language."""
    watched.publish(Store(path).snapshot())
    documents = SingleFileWriter(watched)
    documents.newest("sv")
    documents.write()
    for language in ("sv", "en"):
        whole, public = documents.newest(language), documents.newest(language, public=True)
        assert whole
        assert public
        assert len(public.body) < len(whole.body)


def test_without_a_model_nothing_is_written(watched: Store) -> None:
    """There is nothing to write of, and no fault either."""
    documents = SingleFileWriter(watched)
    watched.publish(Snapshot())
    assert documents.newest("sv") is None
    documents.write()
    assert not documents.failed


# ── a background thread ──


def test_fault_in_the_background_ends_nothing_but_itself(caplog: pytest.LogCaptureFixture) -> None:
    """The work is done again, and the same fault is logged once with its place."""
    tried, often = [], threading.Event()

    def fail() -> None:
        tried.append(1)
        if len(tried) == 5:
            often.set()
        raise KeyError("n")

    background = PeriodicTask("a trial", fail, 0.001)
    background.start()
    assert often.wait(30)
    assert background.first_run_done.is_set()
    assert not background.has_died
    background.stop()
    assert [one.exc_info is not None for one in caplog.records] == [True]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_thread_that_is_gone_is_told_from_one_that_was_stopped() -> None:
    """What ends a thread against its will asks for a new process."""

    def end() -> None:
        raise SystemExit

    background = PeriodicTask("a trial", end, 0.001)
    assert not background.has_died
    background.start()
    background._thread.join(30)
    assert background.has_died
    background.stop()
    assert not background.has_died
