"""`PeriodicTask`: a daemon thread that repeats one function and survives its exceptions."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event, Thread

LOG = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = 30.0, 900.0  # s until what failed is tried again; twice as long each time


class Again:
    """When to try again what failed: without an end, since nobody else would, but more and more seldom."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing that failed."""
        self._clock = clock
        self._wait = FIRST_WAIT
        self._due: float | None = None

    @property
    def due(self) -> bool:
        """Return whether something failed, and its time has come."""
        return self._due is not None and self._clock() >= self._due

    def failed(self) -> None:
        """Let it be tried again after a while."""
        self._due = self._clock() + self._wait
        self._wait = min(2 * self._wait, LONGEST_WAIT)

    def worked(self) -> None:
        """Let nothing be tried again."""
        self._due, self._wait = None, FIRST_WAIT


class PeriodicTask:
    """Calls a function every so many seconds; an exception is logged and ends that call only.

    The same exception in a row is logged once.
    """

    def __init__(self, name: str, work: Callable[[], object], every: float) -> None:
        """Begin nothing yet; `every` is in seconds."""
        self.first_run_done = Event()
        self._work = work
        self._every = every
        self._stopped = Event()
        self._last = ""
        self._thread = Thread(target=self._run, name=name, daemon=True)  # a process may end without waiting for it

    def start(self) -> None:
        """Do the work for the first time now; `first_run_done` tells when that has been tried."""
        self._thread.start()

    def stop(self) -> None:
        """Begin no more work; what is under way is not waited for."""
        self._stopped.set()

    @property
    def has_died(self) -> bool:
        """Whether the thread has ended without `stop`: only a restart of the process helps."""
        return self._thread.ident is not None and not self._thread.is_alive() and not self._stopped.is_set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._work()
                self._last = ""
            except Exception as fault:
                if repr(fault) != self._last:
                    LOG.exception("%s failed; everything else goes on.", self._thread.name)
                self._last = repr(fault)
            self.first_run_done.set()
            self._stopped.wait(self._every)
