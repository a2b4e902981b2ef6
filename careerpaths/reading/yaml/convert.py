"""Convert YAML nodes to values. Each `as_…` returns the value, or `InvalidValue` with a message for the editor."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from careerpaths.locale import LANGUAGE
from careerpaths.model.problems import shortened
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, ScalarType, Sequence

Say = Callable[..., str]
YES_WORDS = dict.fromkeys(("ja", "j", "sant", "y", "1"), "true") | dict.fromkeys(("nej", "n", "falskt", "0"), "false")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
INTEGER = re.compile(r"-?\d{1,12}")
DECIMAL = re.compile(r"-?\d{1,6}(\.\d{1,6})?")
YEARS = (0, 60)
CALENDAR_YEARS = (1900, 2100)
MONTHS = (1, 240)
ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>\"'\\]+")


@dataclass(frozen=True)
class InvalidValue:
    """Returned instead of a value that cannot be converted; the message says what was expected and found."""

    message: str


def describe(node: Node, say: Say) -> str:
    """Describe a node in an editor's words, such as «a list» or «the number 3»."""
    if isinstance(node, Sequence):
        return say("a list")
    if isinstance(node, Mapping):
        return say("a group of keys")
    value = shortened(node.value)
    return {
        ScalarType.NULL: say("nothing"),
        ScalarType.INTEGER: say("the number {value}", value=value),
        ScalarType.DECIMAL: say("the number {value}", value=value),
        ScalarType.BOOLEAN: say("the yes/no value {value}", value=value),
        ScalarType.DATE: say("the date {value}", value=value),
    }.get(node.type, say("the text '{value}'", value=value))


def as_text(node: Node, say: Say) -> str | InvalidValue:
    """Return a text; anything that YAML reads as something else must stand in quotes."""
    if not isinstance(node, Scalar) or node.type is ScalarType.NULL:
        hint = _colon_hint(node, say)
        return InvalidValue(say("must be text, but here is {found}", found=describe(node, say)) + hint)
    if node.type is not ScalarType.TEXT:
        return InvalidValue(
            say(
                'must be text, but without quotes this is {found}; write "{value}"',
                found=describe(node, say),
                value=shortened(node.value),
            )
        )
    return " ".join(node.value.split())


def _colon_hint(node: Node, say: Say) -> str:
    if isinstance(node, Mapping) and len(node.pairs) == 1 and isinstance(node.pairs[0][1], Scalar):
        return say("; if the text holds a colon, put quotes around the whole text")
    return ""


def as_nonempty_text(node: Node, say: Say) -> str | InvalidValue:
    """Return a text that is not empty."""
    value = as_text(node, say)
    return InvalidValue(say("is empty; write something here")) if value == "" else value


def as_boolean(node: Node, say: Say) -> bool | InvalidValue:
    """Return true or false."""
    if isinstance(node, Scalar) and node.type is ScalarType.BOOLEAN:
        return node.value.lower() in {"true", "yes", "on"}
    near = YES_WORDS.get(node.value.lower()) if isinstance(node, Scalar) else None
    hint = say("; did you mean '{near}'?", near=near) if near else ""
    return InvalidValue(say("must be true or false, but here is {found}", found=describe(node, say)) + hint)


def as_integer(node: Node, say: Say) -> int | InvalidValue:
    """Return a whole number of at most twelve digits."""
    if isinstance(node, Scalar) and node.type is ScalarType.INTEGER and INTEGER.fullmatch(node.value):
        return int(node.value)
    hint = ""
    if isinstance(node, Scalar):
        digits = re.sub(r"[\s_.,]|kr|kronor", "", node.value)
        plain = node.type is not ScalarType.DECIMAL and INTEGER.fullmatch(digits)
        hint = say("; write {digits}, without spaces, quotes or unit", digits=digits) if plain else ""
    return InvalidValue(say("must be a whole number, but here is {found}", found=describe(node, say)) + hint)


def as_years(node: Node, say: Say) -> float | InvalidValue:
    """Return a number of years, such as 2 or 0.5."""
    if isinstance(node, Scalar) and node.type is not ScalarType.TEXT and DECIMAL.fullmatch(node.value):
        years = float(node.value)
        if YEARS[0] <= years <= YEARS[1]:
            return years
        return InvalidValue(
            say("must be a number of years from 0 to 60, but here is {found}", found=describe(node, say))
        )
    near = node.value.replace(",", ".") if isinstance(node, Scalar) else ""
    hint = say("; did you mean '{near}'?", near=near) if DECIMAL.fullmatch(near) else ""
    return InvalidValue(
        say("must be a number of years such as 2 or 0.5, but here is {found}", found=describe(node, say)) + hint
    )


def as_year(node: Node, say: Say) -> int | InvalidValue:
    """Return a year with four digits."""
    year = as_integer(node, say)
    if isinstance(year, InvalidValue) or CALENDAR_YEARS[0] <= year <= CALENDAR_YEARS[1]:
        return year
    return InvalidValue(say("must be a year such as 2019, but here is {found}", found=describe(node, say)))


def as_date(node: Node, say: Say) -> date | InvalidValue:
    """Return a date."""
    if isinstance(node, Scalar) and DAY.fullmatch(node.value):
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            return InvalidValue(say("{value} is not in the calendar", value=node.value))
    return InvalidValue(say("must be a date such as 2026-11-21, but here is {found}", found=describe(node, say)))


def as_url(node: Node, say: Say) -> str | InvalidValue:
    """Return a web or mail address, or an empty text."""
    value = as_text(node, say)
    if isinstance(value, InvalidValue) or value == "" or ADDRESS.fullmatch(value):
        return value
    return InvalidValue(
        say(
            "must be an address that starts with https://, http:// or mailto:, but here is {found}",
            found=describe(node, say),
        )
    )


def as_language(node: Node, say: Say) -> str | InvalidValue:
    """Return a language tag, such as sv."""
    if isinstance(node, Scalar) and LANGUAGE.fullmatch(node.value):
        return node.value
    return InvalidValue(say("must be a language such as sv or en, but here is {found}", found=describe(node, say)))


def as_months(node: Node, say: Say) -> int | InvalidValue:
    """Return a number of months from 1 to 240."""
    months = as_integer(node, say)
    if isinstance(months, InvalidValue) or MONTHS[0] <= months <= MONTHS[1]:
        return months
    return InvalidValue(say("must be a number of months from 1 to 240, but here is {found}", found=describe(node, say)))
