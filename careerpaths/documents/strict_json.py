"""Frozen values ⇄ plain JSON values: the dataclasses are the schema, and pydantic holds a file to it strictly."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Never, TypeVar

from pydantic import BeforeValidator, Field, Strict, StrictBool, TypeAdapter, ValidationError

from careerpaths.documents.clean_text import LONG, NOTE, SHORT, clean
from careerpaths.documents.errors import PlanError, Reason
from careerpaths.locale import LANGUAGE

T = TypeVar("T")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
YEARS = range(1900, 2201)
REASONS = {
    "unexpected_keyword_argument": Reason.UNKNOWN_KEY,
    "assertion_error": Reason.UNKNOWN_KEY,
    "missing": Reason.MISSING_KEY,
    "enum": Reason.WRONG_VALUE,
    "value_error": Reason.WRONG_VALUE,
    "string_pattern_mismatch": Reason.WRONG_VALUE,
    "string_too_long": Reason.TOO_LONG,
    "too_long": Reason.TOO_MANY,
}
"""What a fault that pydantic finds is here; every other one is a value of the wrong type."""


def _day(value: object) -> object:
    """Return a day written as 2026-11-27, in the years that a plan can speak of."""
    if not isinstance(value, str):
        return value
    day = date.fromisoformat(value) if DAY.fullmatch(value) else None
    if day is None or day.year not in YEARS:
        raise ValueError(value)
    return day


def _not_written(_: object) -> Never:
    raise AssertionError("worked out, never written")


Short = Annotated[str, Field(max_length=SHORT)]
Long = Annotated[str, Field(max_length=LONG)]
Note = Annotated[str, Field(max_length=NOTE)]
Language = Annotated[str, Field(pattern=f"^({LANGUAGE.pattern})$")]
Day = Annotated[date, Strict(), BeforeValidator(_day)]
YesNo = StrictBool
NOT_WRITTEN = BeforeValidator(_not_written)
"""Marks a field that is worked out when a file is read: no file may hold it."""


def plain(value: object) -> object:
    """Return a frozen value as what JSON can hold; texts are made clean on the way."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value) if one.metadata.get("written", True)}
    return value


def record(kind: TypeAdapter[T], values: dict[str, Any], lenient: bool = False) -> tuple[T, bool]:
    """Return a dataclass of the kind, and whether unknown keys were passed over, which only `lenient` reading does.

    Raises `PlanError` with the place that does not fit.
    """
    try:
        return kind.validate_python(values, extra="forbid"), False
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
    strange = [fault["loc"] for fault in faults if REASONS.get(fault["type"]) is Reason.UNKNOWN_KEY]
    if strange and lenient:
        for place in strange:
            _remove(values, place)
        return record(kind, values)[0], True
    first = faults[0]
    raise PlanError(REASONS.get(first["type"], Reason.WRONG_TYPE), _where(first["loc"]))


def _remove(values: Any, place: tuple[int | str, ...]) -> None:
    for part in place[:-1]:
        values = values[part]
    del values[place[-1]]


def _where(place: tuple[int | str, ...]) -> str:
    """Return a place in the file's own words, such as «activities 2 → what»."""
    return "".join(f" {one + 1}" if isinstance(one, int) else f" → {one}" for one in place).removeprefix(" → ")


def json_values(data: bytes) -> dict[str, Any]:
    """Return the JSON object in the data, its texts made clean: no key twice, no NaN, no deeper than can be taken."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError(Reason.WRONG_KIND) from None
    if not text.lstrip().startswith("{"):
        raise PlanError(Reason.WRONG_KIND if text.strip() else Reason.EMPTY)
    try:
        # Whole numbers are read as floats, since a plan has none and Python refuses very long ones.
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=float)
    except (ValueError, RecursionError):
        raise PlanError(Reason.BROKEN) from None
    return dict(values)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in ((clean(key), value) for key, value in pairs):
        if key in values:
            raise PlanError(Reason.TWICE, key)
        values[key] = clean(value) if isinstance(value, str) else value
    return values


def _no_constant(_: str) -> object:
    raise PlanError(Reason.BROKEN)
