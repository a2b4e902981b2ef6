"""Bad files and what the check says about each: one change to the small model, one problem, on its line."""

from __future__ import annotations

import json
from typing import NamedTuple

from tests.support.models import SMALL


class Bad(NamedTuple):
    """One fault: what it is, the text that is replaced, and the problem it must give."""

    name: str
    good: str
    bad: str
    line: int
    message: str


_CASES = json.loads(SMALL.with_name("bad_models.json").read_text(encoding="utf-8"))
BAD_MODELS = tuple(Bad(*case) for case in _CASES["models"])
BAD_TRANSLATIONS = tuple(Bad(*case) for case in _CASES["translations"])
