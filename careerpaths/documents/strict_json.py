"""Frozen values ⇄ plain JSON values: the dataclasses are the schema, and reading holds a file to it strictly."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from careerpaths.documents.clean_text import clean
from careerpaths.documents.errors import PlanError, Reason

T = TypeVar("T")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
YEARS = range(1900, 2201)


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
        return {one.name: plain(getattr(value, one.name)) for one in fields(value) if _is_written(one)}
    return value


def _is_written(one: Field[Any]) -> bool:
    return bool(one.metadata.get("written", True))


@dataclass
class Shaper:
    """Builds frozen values from plain ones; `lenient` passes over unknown keys and remembers that in `passed_over`."""

    lenient: bool = False
    passed_over: set[str] = field(default_factory=set)

    def record(self, kind: type[T], value: object, where: str = "") -> T:
        """Return a dataclass of the kind, or raise `PlanError` with the place that does not fit."""
        if not isinstance(value, dict):
            raise PlanError(Reason.WRONG_TYPE, where)
        known = {one.name: one for one in fields(kind) if _is_written(one)}  # type: ignore[arg-type]
        self._pass_over(value.keys() - known.keys(), where)
        hints = get_type_hints(kind)
        return kind(
            **{
                name: self._value(hints[name], value[name], one, _within(where, name))
                for name, one in known.items()
                if name in value or _must_be(one, _within(where, name))
            }
        )

    def _pass_over(self, strange: set[str], where: str) -> None:
        if strange and not self.lenient:
            raise PlanError(Reason.UNKNOWN_KEY, _within(where, min(strange)))
        self.passed_over |= strange

    def _value(self, hint: Any, value: object, one: Field[Any], where: str) -> object:
        """Return the value of one field as its type asks for."""
        choices = get_args(hint)
        if NoneType in choices:
            if value is None:
                return None
            hint = next(choice for choice in choices if choice is not NoneType)
        if get_origin(hint) is tuple:
            return self._items(choices[0], value, one, where)
        if is_dataclass(hint):
            return self.record(hint, value, where) if isinstance(hint, type) else None
        return _simple(hint, value, one, where)

    def _items(self, kind: type[Any], value: object, one: Field[Any], where: str) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise PlanError(Reason.WRONG_TYPE, where)
        if len(value) > one.metadata["most"]:
            raise PlanError(Reason.TOO_MANY, where)
        return tuple(self.record(kind, item, f"{where} {number}") for number, item in enumerate(value, 1))


def _must_be(one: Field[Any], where: str) -> bool:
    """Return False for a field that has a default; raise for one that every plan has."""
    if one.default is MISSING:
        raise PlanError(Reason.MISSING_KEY, where)
    return False


def _simple(hint: Any, value: object, one: Field[Any], where: str) -> object:
    """Return a yes or no, a text, a day or a word from a list."""
    if not isinstance(value, bool if hint is bool else str):
        raise PlanError(Reason.WRONG_TYPE, where)
    if not isinstance(value, str):
        return value
    if hint is date:
        return _day(value, where)
    if issubclass(hint, StrEnum):
        return _word(hint, value, where)
    return _text(value, one, where)


def _text(value: str, one: Field[Any], where: str) -> str:
    text = clean(value)
    if len(text) > one.metadata.get("most", len(text)):
        raise PlanError(Reason.TOO_LONG, where)
    if "pattern" in one.metadata and not re.fullmatch(one.metadata["pattern"], text):
        raise PlanError(Reason.WRONG_VALUE, where)
    return text


def _day(value: str, where: str) -> date:
    try:
        day = date.fromisoformat(value) if DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise PlanError(Reason.WRONG_VALUE, where)
    return day


def _word(words: type[StrEnum], value: str, where: str) -> StrEnum:
    if value not in set(words):
        raise PlanError(Reason.WRONG_VALUE, where)
    return words(value)


def _within(where: str, name: str) -> str:
    return f"{where} → {name}" if where else name


def json_values(data: bytes) -> dict[str, Any]:
    """Return the JSON object in the data: no key twice, no NaN, and no deeper than the machine can take."""
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
    for key, value in pairs:
        if key in values:
            raise PlanError(Reason.TWICE, key)
        values[key] = value
    return values


def _no_constant(_: str) -> object:
    raise PlanError(Reason.BROKEN)
