"""Why a file is not YAML, in an editor's words: tabs, colons, quotes, indentation, special characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Say = Callable[..., str]
KEY = re.compile(r"""^(?P<head>[ ]*(?:-[ ]+)*(?P<key>[\w*."'-]+):[ ]+)(?P<value>\S.*)$""")
ITEM = re.compile(r"^(?P<head>[ ]*(?:-[ ]+)+)(?P<value>\S.*)$")
SPECIAL = "@`%*&!|>[]{},?-"
FLOW = {"[": "]", "{": "}"}
LOOK_BACK = 40


@dataclass(frozen=True)
class Stumble:
    """Where reading stopped: what was said, the line (from 1) and column (from 0), and where that part began."""

    what: str
    line: int
    column: int
    start: int
    start_column: int


@dataclass(frozen=True)
class Fault:
    """A syntax error explained; `mended` is the line as it was surely meant, when that can be told."""

    line: int
    message: str
    mended: str | None = None


def explain(stumble: Stumble, lines: list[str], say: Say) -> Fault:
    """Return the likeliest cause of a syntax error."""
    last = max(1, min(stumble.line, len(lines)))
    causes = (_tab, _open_quote, _after_quote, _special, _no_space, _colon, _open_bracket, _indentation, _no_colon)
    for cause in causes:
        fault = cause(stumble, lines[:last], say)
        if fault is not None:
            return fault
    return Fault(last, say("YAML cannot read this line; check its indentation, colons and quotes"))


def _tab(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    for number in range(max(1, min(stumble.start, len(lines))), len(lines) + 1):
        line = lines[number - 1]
        margin = line[: len(line) - len(line.lstrip())]
        if "\t" in margin and line.strip():
            message = say("the line is indented with a tab; use spaces, two for each level")
            return Fault(number, message, margin.replace("\t", "  ") + line.lstrip())
    return None


def _value(line: str) -> re.Match[str] | None:
    return KEY.match(line.rstrip()) or ITEM.match(line.rstrip())


def _recent(stumble: Stumble, lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the latest lines with a value, newest first, as far back as the fault may have begun."""
    first = max(1, min(stumble.start, len(lines)), len(lines) - LOOK_BACK)
    for number in range(len(lines), first - 1, -1):
        found = _value(lines[number - 1])
        if found:
            yield number, found


def _quoted(found: re.Match[str], inside: str | None = None) -> str:
    value = found["value"] if inside is None else inside
    return found["head"] + "'" + value.replace("'", "''") + "'"


def _open_quote(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    opened = [(number, found) for number, found in _recent(stumble, lines) if _is_unclosed(found["value"])]
    if not opened:
        return None
    number, found = opened[-1]
    message = say("the quote {quote} that opens here is never closed", quote=found["value"][0])
    return Fault(number, message, _quoted(found, found["value"][1:]))


def _is_unclosed(value: str) -> bool:
    if value[0] == '"':
        return re.fullmatch(r'"(?:[^"\\]|\\.)*', value) is not None
    return value[0] == "'" and re.fullmatch(r"'(?:[^']|'')*", value) is not None


def _after_quote(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    found = _value(lines[-1]) if lines else None
    if found is None or found["value"][0] not in "\"'":
        return None
    if "escape" in stumble.what or "hexadecimal" in stumble.what:
        message = say("a backslash inside \"…\" has a special meaning; use '…' around the text instead")
        return Fault(len(lines), message, _quoted(found, found["value"].strip('"')))
    if re.fullmatch(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", found["value"]):
        return None
    message = say(
        "the text goes on after its closing quote {quote}; put the quotes around the whole text, and use"
        " the other kind of quotes inside it",
        quote=found["value"][0],
    )
    return Fault(len(lines), message, _quoted(found))


def _special(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    for number, found in _recent(stumble, lines):
        value = found["value"]
        sign = value[0]
        whole = sign in FLOW and (value.endswith(FLOW[sign]) or FLOW[sign] not in value)
        if sign not in SPECIAL or whole or not _stops_at(stumble, number, found, value):
            continue
        message = say(
            "a text that starts with {sign} must stand in quotes: {example}",
            sign=sign,
            example=f'"{value[:20]}…"' if len(value) > 20 else f'"{value}"',
        )
        return Fault(number, message, _quoted(found))
    return None


def _stops_at(stumble: Stumble, number: int, found: re.Match[str], value: str) -> bool:
    """Return whether the reading stopped at, or just after, the special character that starts a value."""
    return number == stumble.line or (len(value) == 1 and number >= stumble.line - 1)


def _no_space(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    if "':'" not in stumble.what and "mapping values" not in stumble.what:
        return None
    for number in range(len(lines), max(0, len(lines) - 3), -1):
        found = re.match(r"^([ ]*(?:- +)*)([a-z_]+):([^\s:/].*)$", lines[number - 1])
        if found:
            message = say("there must be a space after the colon: «{key}: …»", key=found[2])
            return Fault(number, message, f"{found[1]}{found[2]}: {found[3]}")
    return None


def _colon(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    found = _value(lines[-1]) if "mapping values" in stumble.what and lines else None
    if found is None or stumble.line != len(lines) or stumble.column < len(found["head"]):
        return None
    key = found.groupdict().get("key")
    message = (
        say("there is a colon inside the text; put quotes around the whole text after «{key}:»", key=key)
        if key
        else say("there is a colon inside the text; put quotes around the whole text")
    )
    return Fault(len(lines), message, _quoted(found))


def _open_bracket(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    if "flow" not in stumble.what:
        return None
    start = max(1, min(stumble.start, len(lines)))
    sign = lines[start - 1][stumble.start_column : stumble.start_column + 1]
    if sign not in FLOW:
        return None
    message = say(
        "the list that opens with {sign} is never closed with {end}, or a comma is missing in it",
        sign=sign,
        end=FLOW[sign],
    )
    return Fault(start, message)


def _indentation(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    number = len(lines)
    if "mapping values" in stumble.what:
        return Fault(number, say("the line is indented too far, or the line above lacks its colon"))
    if "block mapping" not in stumble.what and "block collection" not in stumble.what:
        return None
    in_list, is_item = "block collection" in stumble.what, lines[-1].lstrip().startswith("- ")
    above = next((line for line in reversed(lines[:-1]) if line.strip()), "")
    margin, wanted = _margin(lines[-1]), _margin(above)
    if is_item:
        margin, wanted = len(lines[-1]) - len(lines[-1].lstrip()), stumble.start_column
    if is_item and not in_list:
        message = say("a list item cannot stand among keys; the key that the list belongs to is missing above it")
    elif in_list and not is_item and abs(margin - wanted) != 1:
        message = say(
            "a new item that starts with «- » was expected here; the list begins on line {start}", start=stumble.start
        )
    elif margin in (wanted, stumble.start_column) and not in_list:
        message = say("the line does not fit in: a key with a colon was expected here")
    else:
        message = say(
            "the line is indented with {n} spaces and the one it belongs to with {m}; lines that belong together need"
            " the same number",
            n=margin,
            m=wanted,
        )
    return Fault(number, message)


def _margin(line: str) -> int:
    """Return how far in the key of a line stands, in characters, after any «- »."""
    found = re.match(r"[ ]*(?:-[ ]+)*", line)
    return found.end() if found else 0


def _no_colon(stumble: Stumble, lines: list[str], say: Say) -> Fault | None:
    if "':'" not in stumble.what:
        return None
    return Fault(max(1, min(stumble.start, len(lines))), say("the line lacks a colon after its key: «key: value»"))
