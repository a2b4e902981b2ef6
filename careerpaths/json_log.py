"""Logging as JSON lines, rate-limited to one line a minute for each kind of record, without anything a visitor sent.

A library's message could quote an address or a header, also by an f-string. So it is kept only where it stands word
for word in the library's source; of a fault its kind and the places it came through are kept, never its message.
"""

from __future__ import annotations

import json
import linecache
import logging
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

OURS = "careerpaths"
HOUSE = Path(__file__).parents[1]
MOST_FRAMES = 6  # the innermost places of a fault that are named
REPEAT_AFTER = 60  # seconds between two lines of one kind: who sends a million gets no million lines


class RateLimitedHandler(logging.StreamHandler):  # type: ignore[type-arg] # mypy's stub is generic, the class is not
    """Log handler: one JSON line a record; `left_out` counts the equal records suppressed since the last line."""

    def __init__(self) -> None:
        """Start with no record seen."""
        super().__init__()
        self._last_written: dict[str, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is written, and count it if it is not; libraries speak of what went wrong alone."""
        if record.levelno < logging.WARNING and not _is_ours(record):
            return False
        kind, now = json.dumps(loggable_fields(record)), time.monotonic()
        since, left_out = self._last_written.get(kind, (float("-inf"), 0))
        if now - since < REPEAT_AFTER:
            self._last_written[kind] = since, left_out + 1
            return False
        self._last_written = {
            one: last for one, last in self._last_written.items() if now - last[0] < REPEAT_AFTER or last[1]
        }
        self._last_written[kind] = now, 0
        record.__dict__["more"] = {"left_out": left_out} if left_out else {}
        return True

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of JSON."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps(
            {"time": at, **loggable_fields(record), **record.__dict__.get("more", {})}, ensure_ascii=False
        )


def configure_logging() -> None:
    """Install the handler on the root logger and remove the handlers of libraries."""
    logging.getLogger().addHandler(RateLimitedHandler())
    logging.getLogger(OURS).setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    for one in logging.getLogger().manager.loggerDict.values():
        if isinstance(one, logging.Logger):
            hand_up(one)


def loggable_fields(record: logging.LogRecord) -> dict[str, object]:
    """Return the fields of a record that are safe to log, without its time."""
    fault = record.exc_info[1] if record.exc_info else None
    error_fields = {"fault": type(fault).__name__, "through": innermost_frames(fault)} if fault else {}
    said = record.getMessage() if _is_ours(record) else _constant_message(record)
    return {"level": record.levelname.lower(), "from": record.name, "said": " ".join(said.split()), **error_fields}


def innermost_frames(fault: BaseException) -> list[str]:
    """Return the innermost places that a fault came through: file, line and function."""
    frames = traceback.extract_tb(fault.__traceback__)[-MOST_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == OURS


def _constant_message(record: logging.LogRecord) -> str:
    """Return a library's message if it is a literal in its source, and always the place of the call."""
    place = f"{_short(record.pathname)}:{record.lineno} {record.funcName}"
    wording = str(record.msg).strip()
    return f"{wording} ({place})" if wording and wording in "".join(linecache.getlines(record.pathname)) else place


def hand_up(logger: logging.Logger) -> None:
    """Let a library's logger write through ours instead of a handler of its own."""
    logger.handlers.clear()
    logger.propagate = True


def _short(filename: str) -> str:
    """Return a file's path without where on the machine it lies."""
    path = Path(filename)
    if path.is_relative_to(HOUSE) and "site-packages" not in path.parts:
        return str(path.relative_to(HOUSE))
    return filename.rpartition("site-packages/")[2] if "site-packages" in path.parts else path.name
