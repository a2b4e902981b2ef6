"""A server whose files are edited, broken and taken away under visitors: nobody waits, and nothing is shown half."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import product
from pathlib import Path

import pytest

from benchmarks.papers import long_plan, many_plans, unit_file
from benchmarks.visitor import Visitor
from careerpaths.reading.statement import SHIPPED as STATEMENT
from careerpaths.talk.plan_file import to_json
from tests.support.models import GOOD, copy_small, edit
from tests.support.sample_plans import talk
from tests.support.server import Server, serving

SLIP = 'msgid ""\nmsgstr ""\n\nmsgid "{n} step"\nmsgid_plural "{n} steps"\nmsgstr[0] "{antal} steg"\nmsgstr[1] "{antal} steg"\n'
FILES = ("/model.yaml", "/model.json", "/model.csv", "/web/x/model.sv.json", "/om/tillganglighet", "/embed")
PAGES = ("/", "/?lang=en&embed=true", "/vagar", "/jamfor", "/om", "/samtal", "/planera", "/overblick")
ASKED = (
    *PAGES,
    *FILES,
    "/embed?lang=en",
    "/plan/offers?role=mentor",
    "/healthz",
    "/readyz",
    "/nope",
    "/Samtal",
    "/tillganglighet",
    "/web/x/nope.js",
    "/web/x/talk.en.json",
    "/web/x/unit.sv.json",
    "/_stcore/host-config",
    "/_stcore/metrics",
)
POSTED = ("/plan/read", "/plan/pdf", "/plan/docx", "/plan/ics", "/unit/read", "/unit/docx", "/embed", "/nope")
WATCHDOG = """
import asyncio, sys, time
run = asyncio.Handle._run

def watched(self):
    began = time.thread_time()
    run(self)
    spent = (time.thread_time() - began) * 1000
    if spent > 10:
        sys.stderr.write(f"SLOW {spent:.0f} ms: {self!r}\\n")

asyncio.Handle._run = watched
"""
"""Tells of every piece of work on an event loop that takes more than 10 ms of the processor, however busy the machine is."""


def bodies() -> tuple[bytes, ...]:
    """Return what may be sent: a plan, the longest one, the worst PDF, the largest unit's plan, and brackets."""
    return (to_json(talk()), to_json(long_plan("x")), many_plans(), unit_file(), b"[" * 199_000)


def send(server: Server, path: str, body: bytes) -> int:
    """Return the status of what one of our own pages sends."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("POST", path, body, {"Origin": server.address})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def slow(server: Server) -> list[str]:
    """Return what the watchdog has told of."""
    return [line for line in server.log.read_text(encoding="utf-8").splitlines() if "SLOW" in line]


@dataclass(frozen=True)
class Desk:
    """A running server and the file that its editor writes in."""

    server: Server
    file: Path

    def put(self, text: str) -> None:
        """Save the file as an editor does that writes a new one in its place, and wait until it is shown."""
        fresh = self.file.with_suffix(".tmp")
        fresh.write_text(text, encoding="utf-8")
        self.take_away()
        fresh.replace(self.file)
        self.server.until("/model.yaml", lambda answer: answer.body == text.encode())
        self.server.until("/readyz", lambda answer: answer.status == 200 and json.loads(answer.body)["faults"] == 0)

    def take_away(self) -> None:
        """Leave nothing at the file's place."""
        if self.file.is_dir() and not self.file.is_symlink():
            self.file.rmdir()
        self.file.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Run a server with a watchdog, a model of its own, and a site's catalogue with a slip in it."""
    folder = tmp_path_factory.mktemp("edited")
    file = copy_small(folder)
    shutil.copy(STATEMENT, folder)
    (folder / "words").mkdir()
    (folder / "words" / "sv.po").write_text(SLIP, encoding="utf-8")
    (folder / "sitecustomize.py").write_text(WATCHDOG, encoding="utf-8")
    settings = {"KARRIARKARTAN_LOCALES": str(folder / "words"), "PYTHONPATH": str(folder)}
    with serving(folder / "log.txt", file, **settings) as server:
        server.until("/embed", lambda answer: answer.status == 200)
        yield Desk(server, file)


def test_slip_in_a_sites_catalogue_is_told_once_and_takes_nothing_away(desk: Desk) -> None:
    """The text falls back to ours; the single file is written, and Streamlit goes on running pages."""
    log = desk.server.log.read_text(encoding="utf-8")
    assert log.count(f"{desk.file.parent / 'words' / 'sv.po'}:4:") == 1
    assert "{antal}" not in desk.server.ask("/embed").text
    assert [desk.server.ask(path).status for path in ("/_stcore/health", "/healthz", "/readyz")] == [200, 200, 200]


@pytest.mark.parametrize("kind", ["pipe", "folder", "nothing", "dangling link", "broken"])
def test_whatever_lies_in_the_files_place_the_last_good_model_is_sent(desk: Desk, kind: str) -> None:
    """Forty-five visitors at once are answered from the last good reading, in every form, and nobody waits for a disk."""
    desk.put(GOOD)
    good = {path: desk.server.ask(path).body for path in FILES}
    desk.take_away()
    if kind == "pipe":
        os.mkfifo(desk.file)
    elif kind == "folder":
        desk.file.mkdir()
    elif kind == "dangling link":
        desk.file.symlink_to(desk.file.with_name("gone.yaml"))
    elif kind == "broken":
        desk.file.write_text("roles: [", encoding="utf-8")
    desk.server.until("/readyz", lambda answer: json.loads(answer.body)["faults"] > 0)
    with ThreadPoolExecutor(45) as pool:
        answers = list(pool.map(lambda number: desk.server.ask(FILES[number % len(FILES)]), range(45)))
    assert {answer.status for answer in answers} == {200}
    assert {path: desk.server.ask(path).body for path in FILES} == good
    desk.put(GOOD)


def test_ten_saves_under_ten_visitors_make_few_readings_and_no_fault(desk: Desk) -> None:
    """All are answered with one whole version or the other, while the last save comes to be shown."""
    desk.put(GOOD)
    read_before = desk.server.log.read_text(encoding="utf-8").count("is shown, read from")
    statuses: Counter[int] = Counter()
    titles: Counter[str] = Counter()
    ended = threading.Event()

    def visit() -> None:
        while not ended.is_set():
            statuses.update(desk.server.ask(path).status for path in ("/", "/embed", "/plan/offers?role=mentor"))
            titles[json.loads(desk.server.ask("/model.json").body)["about"]["title"]] += 1

    visitors = [threading.Thread(target=visit) for _ in range(10)]
    for one in visitors:
        one.start()
    for number in range(10):
        desk.file.write_text(GOOD.replace("Lilla kartan", f"Karta {number}"), encoding="utf-8")
        time.sleep(0.1)
    desk.put(GOOD.replace("Lilla kartan", "Karta 9"))
    ended.set()
    for one in visitors:
        one.join(60)
    assert set(statuses) == {200}
    assert set(titles) <= {"Lilla kartan", *(f"Karta {number}" for number in range(10))}
    assert desk.server.log.read_text(encoding="utf-8").count("is shown, read from") - read_before <= 5


def test_nothing_holds_the_event_loop(desk: Desk) -> None:
    """Every address of ours, the pages, files sent, and an edit with a new layout: no work above 10 ms of processor."""
    desk.put(GOOD.replace("Lilla kartan", "Före"))
    before = len(slow(desk.server))
    desk.file.write_text(GOOD.replace("from: mentor", "from: enhetschef", 1), encoding="utf-8")
    for path in (*ASKED, *ASKED):
        desk.server.page(path)
    for path, body in product(POSTED, bodies()):
        send(desk.server, path, body)
    desk.put(GOOD)
    assert slow(desk.server)[before:] == []


async def elements_of_a_visit(server: Server) -> int:
    """Return how many elements a visitor gets who opens the websocket and leaves again."""
    visitor = Visitor(server.port)
    await visitor.arrive()
    await visitor.leave()
    return visitor.elements


def test_first_visitor_does_not_hold_the_event_loop(tmp_path: Path) -> None:
    """What is read and compiled for a page is there before anybody comes; its first run through the websocket too."""
    (tmp_path / "sitecustomize.py").write_text(WATCHDOG, encoding="utf-8")
    with serving(tmp_path / "log.txt", copy_small(tmp_path), PYTHONPATH=str(tmp_path)) as server:
        server.until("/readyz", lambda answer: answer.status == 200)
        started = len(slow(server))
        for path in ("/", "/?lang=en", "/nope", "/vagar"):
            server.page(path)
        assert asyncio.run(elements_of_a_visit(server)) > 0
        assert slow(server)[started:] == []


def test_single_file_follows_the_model(desk: Desk) -> None:
    """When the file is saved the next visitor gets the new document; a broken edit changes nothing."""
    desk.put(GOOD)
    before = desk.server.ask("/embed").headers["etag"]
    desk.put(GOOD.replace("Här ser du vart du kan gå.", "En helt ny hälsning."))
    after = desk.server.until("/embed", lambda answer: "En helt ny hälsning.".encode() in answer.body)
    assert after.headers["etag"] != before
    edit(desk.file, "to: enhetschef", "to: enhetchef")
    desk.server.until("/readyz", lambda answer: json.loads(answer.body)["faults"] > 0)
    assert desk.server.ask("/embed").body == after.body


def test_statement_and_single_file_follow_the_statement(desk: Desk) -> None:
    """A saved file shows at the next visit in both; a broken one, and a broken model, change nothing."""
    desk.put(GOOD)
    file, filled = desk.file.with_name(STATEMENT.name), "Socialnämnden i Exempelstad".encode()
    edit(file, "  actor:  ", "  actor: Socialnämnden i Exempelstad  ")
    good = {path: desk.server.until(path, lambda answer: filled in answer.body).body for path in FILES[-2:]}
    edit(file, "conformity: partly", "conformity: nästan")
    desk.file.write_text("roles: [", encoding="utf-8")
    desk.server.until("/readyz", lambda answer: json.loads(answer.body)["faults"] > 0)
    assert {path: desk.server.ask(path).body for path in good} == good
    shutil.copy(STATEMENT, file)
    assert "Traceback" not in desk.server.log.read_text(encoding="utf-8")
