"""The plan as a PDF that can be read aloud (PDF/UA-1), kept (PDF/A-3a) and loaded again: it carries plan.json.

Typst sets it from plan.typ. What people wrote goes in as data, never as markup.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

from careerpaths.documents.clean_text import UNKNOWN_SIGN, clean
from careerpaths.locale import phrases_for
from careerpaths.model.model import Model
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.plan import Plan
from careerpaths.talk.plan_file import to_json

TEMPLATE = Path(__file__).with_name("plan.typ")
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
FONT_PACKAGE = "font_source_sans_pro"
TRIES = 4
_NOT_IN_FONTS = re.compile(r'the text `"(.+?)"` could not be displayed|contains the codepoint `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_RARE = re.compile("[^\n\t -~\u00a0-\u024f\u2010-\u2026\u20ac\ufffd]")
_LONG_WORD = re.compile(r"(\S{28})(?=\S)")


def pdf_texts(plan: Plan, model: Model) -> tuple[str, str, date]:
    """Return what a plan's PDF shows and what it carries, both as JSON, and its day.

    Raises `PlanError` if the plan is too long to be loaded again.
    """
    return json.dumps(_content(plan, model), ensure_ascii=False), to_json(plan).decode(), plan.created


def set_pdf(shown: str, carried: str, day: date) -> bytes:
    """Return the PDF of what `pdf_texts` found; the same texts and day give the same bytes.

    Signs that no font here has are shown as �; the plan that the PDF carries keeps them.
    """
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for _ in range(TRIES):
        try:
            return _set(shown, carried, moment)
        except typst.TypstError as error:
            without = _without_missing_signs(shown, error.diagnostic)
            shown = without if without != shown else _RARE.sub(UNKNOWN_SIGN, shown)
    return _set(_RARE.sub(UNKNOWN_SIGN, shown), carried, moment)


def _set(shown: str, carried: str, moment: datetime) -> bytes:
    pdf = typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"paper": shown, "plan": carried},
        pdf_standards=STANDARDS,
        timestamp=moment,
    )
    return bytes(pdf)


@cache
def _fonts() -> typst.Fonts:
    """Return Source Sans Pro from its package, with the fonts inside typst behind it; never the system's."""
    package = find_spec(FONT_PACKAGE)
    homes = [Path(home) / "files" for home in (package.submodule_search_locations or ())] if package else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[*homes])


def _content(plan: Plan, model: Model) -> dict[str, object]:
    """Return what the template draws, as plain values."""
    sheet = paper(plan, model)
    day = {"year": plan.created.year, "month": plan.created.month, "day": plan.created.day}
    attachment = phrases_for(plan.language).say("The plan, to load in Karriärkartan at the next talk.")
    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in sheet.blocks]
    values = {**asdict(replace(sheet, blocks=())), "blocks": blocks, "day": day, "attachment": attachment}
    return {key: _settable(value) for key, value in values.items()}


def _settable(value: object) -> object:
    """Return the value with clean texts in which no word is too long for a column."""
    if isinstance(value, str):
        return _LONG_WORD.sub("\\1\u200b", clean(value))
    if isinstance(value, dict):
        return {key: _settable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_settable(item) for item in value]
    return value


def _without_missing_signs(shown: str, complaint: str) -> str:
    """Return the texts without the signs that typst says it cannot set."""
    for match in _NOT_IN_FONTS.finditer(complaint):
        for sign in _ESCAPED.sub(lambda code: chr(int(code[1], 16)), match[1] or match[2]):
            shown = shown.replace(sign, UNKNOWN_SIGN)
    return shown
