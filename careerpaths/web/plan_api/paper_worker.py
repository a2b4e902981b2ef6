"""Make documents (PDF, Word) in a child process that is replaced after some input, since its memory grows.

Typst caches everything it has set (20 MB for a long plan) and cannot release it; python-docx does not return all of
its memory either.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Lock, Timer
from typing import BinaryIO, cast

from careerpaths.worker import ROOT, Answer, command

MOST_GIVEN = 250_000  # bytes of papers that one process is given: three of the longest, some dozens of usual ones
PAPER_TIMEOUT = 30.0  # seconds for a paper
NICENESS = 5  # how much the priority is lowered: a visitor's page goes before a paper
LOADED = ("careerpaths.documents.word", "careerpaths.talk.papers.pdf")  # before the first paper


class PaperError(Exception):
    """Raised when a document could not be made; the message names the exception's type and place, never the text."""


class PaperWorker:
    """A child process, started at the first call and replaced after `most_given` bytes of input."""

    def __init__(self, most_given: int = MOST_GIVEN, patience: float = PAPER_TIMEOUT) -> None:
        """Begin without a process."""
        self._most_given = most_given
        self._patience = patience
        self._given = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._making = Lock()

    def make(self, work: Callable[..., bytes], *given: object) -> bytes:
        """Return `work(*given)` from the child process; raise `PaperError` when it fails or takes too long."""
        asked = pickle.dumps((work, given))
        with self._making:
            made: bytes
            made, fault, _message = self._answer(asked)  # the message could quote the plan
            self._given += len(asked)
            if self._given >= self._most_given:
                self._end()
                self._ready()  # the next paper does not wait for a start
        if fault:
            raise PaperError(fault)
        return made

    def close(self) -> None:
        """End the process."""
        with self._making:
            self._end()

    def _answer(self, asked: bytes) -> Answer:
        process = self._ready()
        sent, got = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        late = Timer(self._patience, process.kill)
        late.start()
        try:
            sent.write(asked)
            sent.flush()
            answer: Answer = pickle.load(got)  # noqa: S301 - from our own process
        except (OSError, EOFError, pickle.UnpicklingError) as fault:
            self._end()
            return None, f"no answer from the process that makes papers: {type(fault).__name__}", ""
        finally:
            late.cancel()
        return answer

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return the process, or a new one where it has ended."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command(NICENESS, *LOADED),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what a library complains about could quote a plan: nobody hears it
                cwd=ROOT,
            )
        return self._process

    def _end(self) -> None:
        process, self._process, self._given = self._process, None, 0
        if process is not None:
            process.kill()
            with suppress(OSError):  # what still lies in a pipe is lost with the process
                process.communicate()


@cache
def paper_worker() -> PaperWorker:
    """Return the one worker of this process."""
    worker = PaperWorker()
    atexit.register(worker.close)
    return worker
