"""Finding the plan that a PDF carries, without opening the PDF.

A stream of a PDF always stands in the file itself, never inside another stream (ISO 32000-1, 7.5.7), so
the attached plan is found by looking at the beginning of each stream. Nothing else is unpacked, and that
never to more than a plan may be: a bomb in any other stream, an odd filter or a broken cross-reference
table has nothing to go off in. Digitally signed PDFs, which only get longer at the end, keep working.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from careerpaths.documents.errors import PlanError, Reason

PDF_MOST = 2_000_000
PLAN_MOST = 200_000
STREAMS_MOST = 5_000
UNPACKED_MOST = 4_000_000  # bytes of all plans in a PDF together; one that was saved again holds a few copies
_TASTE = 120
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_END = re.compile(rb"\r?\nendstream")
_PLAN = re.compile(rb'\s*\{\s*"schema"\s*:\s*"karriarkartan\.plan/')
_LOCKED = re.compile(rb"/Encrypt\b")


def is_pdf(data: bytes) -> bool:
    """Return whether the data says that it is a PDF."""
    return b"%PDF-" in data[:1024]


def carried_plan(pdf: bytes) -> bytes:
    """Return the plan file that a PDF of at most 2 MB carries; raise `PlanError` where there is not just one."""
    if len(pdf) > PDF_MOST:
        raise PlanError(Reason.TOO_BIG)
    found: bytes | None = None
    for plan in _plans(pdf):
        if found not in (None, plan):
            raise PlanError(Reason.SEVERAL_PLANS)
        found = plan
    if found is None:
        raise PlanError(Reason.ENCRYPTED if _LOCKED.search(pdf) else Reason.NO_PLAN)
    return found


def _plans(pdf: bytes) -> Iterator[bytes]:
    """Yield the content of each stream that begins as a plan does, until more than a PDF of ours holds is unpacked."""
    unpacked = 0
    for number, match in enumerate(_STREAM.finditer(pdf)):
        if number == STREAMS_MOST or unpacked > UNPACKED_MOST:
            raise PlanError(Reason.TOO_BIG)
        if _PLAN.match(_unpacked(pdf, match.end(), _TASTE)):
            content = _unpacked(pdf, match.end(), PLAN_MOST + 1)
            unpacked += len(content)
            if not content or len(content) > PLAN_MOST:
                raise PlanError(Reason.TOO_BIG if content else Reason.BROKEN)
            yield content


def _unpacked(pdf: bytes, start: int, most: int) -> bytes:
    """Return at most so many bytes of a stream, which is either plain or packed once with zlib."""
    if pdf[start : start + 1].isspace() or pdf[start : start + 1] == b"{":
        end = _END.search(pdf, start, start + most)
        return pdf[start : end.start() if end else start + most]
    try:
        return zlib.decompressobj().decompress(pdf[start : start + most + 1024], most)
    except zlib.error:
        return b""
