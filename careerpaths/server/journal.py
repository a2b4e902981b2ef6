"""The log: one JSON line for each thing that went wrong, without anything a visitor sent.

A library's message could quote an address or a header, so of theirs only the wording before the values are filled in
is kept, and of a fault its kind and the places it came through, never its message.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

OURS = "careerpaths"
HOUSE = Path(__file__).parents[2]
DEEPEST = 6  # the innermost places of a fault that are named


class Line(logging.LogRecord):
    """A log record that says itself as one JSON line, whoever's handler writes it."""

    def getMessage(self) -> str:  # noqa: N802 - the name is logging's
        """Return the line."""
        told = super().getMessage() if self.name.partition(".")[0] == OURS else str(self.msg)
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds"),
            "level": self.levelname.lower(),
            "from": self.name,
            "said": " ".join(told.split()),
        }
        if self.fault is not None:
            line |= {"fault": type(self.fault).__name__, "through": places(self.fault)}
        return json.dumps(line, ensure_ascii=False)

    @property
    def fault(self) -> BaseException | None:
        """Return the exception that the record is about."""
        return self.__dict__.get("_fault")

    def without_trace(self) -> Line:
        """Return the record with its exception put where no formatter finds it."""
        self.__dict__["_fault"] = self.exc_info[1] if self.exc_info else None
        self.exc_info = self.exc_text = self.stack_info = None
        return self


def keep_journal() -> None:
    """Let every log line of this process, the libraries' too, be one of ours."""
    logging.setLogRecordFactory(lambda *parts, **named: Line(*parts, **named).without_trace())
    ours = logging.getLogger(OURS)
    ours.addHandler(logging.StreamHandler())
    ours.setLevel(logging.INFO)


def places(fault: BaseException) -> list[str]:
    """Return the innermost places that a fault came through: file, line and function."""
    frames = traceback.extract_tb(fault.__traceback__)[-DEEPEST:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    """Return a file's path without where on the machine it lies."""
    path = Path(filename)
    if path.is_relative_to(HOUSE):
        return str(path.relative_to(HOUSE))
    return filename.rpartition("site-packages/")[2] if "site-packages" in path.parts else path.name
