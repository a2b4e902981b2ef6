"""Watch a model's files: when they change, a worker process reads and prepares them, and the result is published."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from careerpaths.background import Again, PeriodicTask
from careerpaths.locale import DEFAULT_LANGUAGE, phrases_for
from careerpaths.model.problems import Problem, _
from careerpaths.reading.signature import Signature, digest, signature
from careerpaths.reading.store import Snapshot, Store
from careerpaths.web.prepare import drawn_for, prepared_snapshot
from careerpaths.web.stores import store
from careerpaths.worker import WorkerError, run

LOG = logging.getLogger(__name__)
POLL_SECONDS = 0.25  # s between two looks at the files' stamps
HASH_SECONDS = 10.0  # s between two looks into the files, for drives whose stamps cannot be relied on
READ_TIMEOUT = 60.0  # s for reading and preparing; a drive that hangs may not be waited for
NICENESS = 5  # how much an edit's priority is lowered: a visitor's run goes first
Look = tuple[Signature, str]


class Watcher:
    """Looks at the files of one store; each state that they come to rest in is prepared once, whatever led there.

    A preparation that fails (a drive that hangs, no process to be had) is tried again, more and more seldom.
    """

    def __init__(self, watched: Store, within: float = READ_TIMEOUT) -> None:
        """Start with no state seen; a preparation may take `within` seconds."""
        self._store = watched
        self._within = within
        self._before: Look | None = None
        self._tried: Look | None = None
        self._again = Again()
        self._digest = ""
        self._digest_due = 0.0

    def look(self) -> None:
        """Check the files; publish a new snapshot when they have changed, and not again since the last check."""
        found = self._found()
        rested = self._before in (None, found)
        self._before = found
        if rested and (found != self._tried or self._again.due):
            self._tried = found
            self._renew()

    def _found(self) -> Look:
        path, now = self._store.path, time.monotonic()
        stamps = signature(path)
        if now >= self._digest_due or self._before is None or stamps != self._before[0]:
            self._digest, self._digest_due = digest(path), now + HASH_SECONDS
        return stamps, self._digest

    def _renew(self) -> None:
        began = time.monotonic()
        try:
            with _collected_later():
                before = self._store.snapshot()
                way = NICENESS if before.models else 0  # nobody can be served before the first
                given = (self._store.path, self._store.last_statements(), before.version, drawn_for(before))
                snapshot = run(prepared_snapshot, *given, seconds=self._within, niceness=way)
                self._again.worked()
        except WorkerError as fault:
            LOG.error("The model could not be prepared: %s", fault)
            self._again.failed()
            snapshot = Snapshot(problems=(_not_read(self._store.path),))
        self._store.publish(snapshot)
        shown = self._store.snapshot().version or "none"
        LOG.info("Model %s is shown, read from %s in %.1f s.", shown, self._store.path, time.monotonic() - began)


@contextmanager
def _collected_later() -> Iterator[None]:
    """Pause garbage collection while a snapshot's thousands of objects are unpickled: it would stop all threads."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _not_read(path: Path) -> Problem:
    return Problem(
        str(path), 1, phrases_for(DEFAULT_LANGUAGE).say(_("the file could not be read and prepared; see the log"))
    )


@cache
def watcher_task() -> PeriodicTask:
    """Return the thread that watches the files of this process's store."""
    return PeriodicTask("Watching the model", Watcher(store()).look, POLL_SECONDS)
