"""Explain YAML syntax errors in an editor's words, and repair the line so that reading can go on."""

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
EXAMPLE = 20


@dataclass(frozen=True)
class ErrorPosition:
    """Where the parser stopped: its message, line (from 1) and column (from 0), and where the construct began."""

    what: str
    line: int
    column: int
    start: int
    start_column: int


@dataclass(frozen=True)
class SyntaxProblem:
    """An explained syntax error; `repaired` is the line to read instead, whose value may be `guessed`."""

    line: int
    message: str
    repaired: str | None = None
    guessed: bool = False


def explain(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem:
    """Return the likeliest cause of a syntax error."""
    last = max(1, min(position.line, len(lines)))
    causes = (_tab, _open_quote, _after_quote, _special, _no_space, _colon, _open_bracket, _indentation, _no_colon)
    for cause in causes:
        fault = cause(position, lines[:last], say)
        if fault is not None:
            return fault
    return SyntaxProblem(last, say("YAML cannot read this line; check its indentation, colons and quotes"))


def _tab(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    for number in range(max(1, min(position.start, len(lines))), len(lines) + 1):
        line = lines[number - 1]
        margin = line[: len(line) - len(line.lstrip())]
        if "\t" in margin and line.strip():
            message = say("the line is indented with a tab; use spaces, two for each level")
            return SyntaxProblem(number, message, " " * _meant_margin(margin, lines[: number - 1]) + line.lstrip())
    return None


def _meant_margin(margin: str, above: list[str]) -> int:
    """Return how many spaces the tabs in a margin surely stand for, going by the lines above."""
    wanted = len(margin.replace("\t", "  "))
    before = next((line for line in reversed(above) if line.strip()), "")
    if before.rstrip().endswith(":"):
        return max(wanted, _margin(before) + 2)
    return wanted if wanted in {_margin(line) for line in above} else _margin(before)


def _value(line: str) -> re.Match[str] | None:
    return KEY.match(line.rstrip()) or ITEM.match(line.rstrip())


def _recent(position: ErrorPosition, lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the latest lines with a value, newest first, as far back as the fault may have begun."""
    first = max(1, min(position.start, len(lines)), len(lines) - LOOK_BACK)
    for number in range(len(lines), first - 1, -1):
        found = _value(lines[number - 1])
        if found:
            yield number, found


def _quoted(found: re.Match[str], inside: str | None = None) -> str:
    value = found["value"] if inside is None else inside
    return found["head"] + "'" + value.replace("'", "''") + "'"


def _open_quote(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    opened = [(number, found) for number, found in _recent(position, lines) if _is_unclosed(found["value"])]
    if not opened:
        return None
    number, found = opened[-1]
    message = say("the quote {quote} that opens here is never closed", quote=found["value"][0])
    return SyntaxProblem(number, message, _quoted(found, found["value"][1:]), guessed=True)


def _is_unclosed(value: str) -> bool:
    if value[0] == '"':
        return re.fullmatch(r'"(?:[^"\\]|\\.)*', value) is not None
    return value[0] == "'" and re.fullmatch(r"'(?:[^']|'')*", value) is not None


def _after_quote(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    found = _value(lines[-1]) if lines else None
    if found is None or found["value"][0] not in "\"'":
        return None
    if "escape" in position.what or "hexadecimal" in position.what:
        message = say("a backslash inside \"…\" has a special meaning; use '…' around the text instead")
        return SyntaxProblem(len(lines), message, _quoted(found, found["value"].strip('"')), guessed=True)
    if re.fullmatch(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", found["value"]):
        return None
    message = say(
        "the text goes on after its closing quote {quote}; put the quotes around the whole text, and use"
        " the other kind of quotes inside it",
        quote=found["value"][0],
    )
    return SyntaxProblem(len(lines), message, _quoted(found), guessed=True)


def _special(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    for number, found in _recent(position, lines):
        value = found["value"]
        sign, end = value[0], FLOW.get(value[0], "")
        whole = end and (value.endswith(end) or end not in value)
        if sign not in SPECIAL or whole or not _stops_at(position, number, value):
            continue
        if end:
            message = say(
                "there is more after the {end} that ends the list; take it away, or put quotes around the whole text",
                end=end,
            )
        else:
            short = value if len(value) <= EXAMPLE else f"{value[:EXAMPLE]}…"
            message = say(
                "a text that starts with {sign} must stand in quotes: {example}", sign=sign, example=f'"{short}"'
            )
        return SyntaxProblem(number, message, _quoted(found), guessed=True)
    return None


def _stops_at(position: ErrorPosition, number: int, value: str) -> bool:
    """Return whether the reading stopped at, or just after, the special character that starts a value."""
    return number == position.line or (len(value) == 1 and number >= position.line - 1)


def _no_space(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    if "':'" not in position.what and "mapping values" not in position.what:
        return None
    for number in range(len(lines), max(0, len(lines) - 3), -1):
        found = re.match(r"^([ ]*(?:- +)*)([a-z_]+):([^\s:/].*)$", lines[number - 1])
        if found:
            message = say("there must be a space after the colon: «{key}: …»", key=found[2])
            return SyntaxProblem(number, message, f"{found[1]}{found[2]}: {found[3]}")
    return None


def _colon(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    found = _value(lines[-1]) if "mapping values" in position.what and lines else None
    if found is None or position.line != len(lines) or position.column < len(found["head"]):
        return None
    key = found.groupdict().get("key")
    message = (
        say("there is a colon inside the text; put quotes around the whole text after «{key}:»", key=key)
        if key
        else say("there is a colon inside the text; put quotes around the whole text")
    )
    return SyntaxProblem(len(lines), message, _quoted(found), guessed=True)


def _open_bracket(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    if "flow" not in position.what:
        return None
    start = max(1, min(position.start, len(lines)))
    sign = lines[start - 1][position.start_column : position.start_column + 1]
    if sign not in FLOW:
        return None
    message = say(
        "the list that opens with {sign} is never closed with {end}, or a comma is missing in it",
        sign=sign,
        end=FLOW[sign],
    )
    return SyntaxProblem(start, message)


def _indentation(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    number = len(lines)
    above = next((line for line in reversed(lines[:-1]) if line.strip()), "")
    margin, wanted = _margin(lines[-1]), _margin(above)
    if "mapping values" not in position.what and "block " not in position.what:
        return None
    is_item = lines[-1].lstrip().startswith("- ")
    if margin > wanted and KEY.match(above) and not is_item:
        return SyntaxProblem(
            number, say("the line is indented further than the line above, which already has its value")
        )
    if "mapping values" in position.what:
        return _without_colon(lines, say) or SyntaxProblem(
            number, say("the line is indented too far, or the line above lacks its colon")
        )
    return SyntaxProblem(number, _misplaced(position, lines[-1], (margin, wanted), say))


def _without_colon(lines: list[str], say: Say) -> SyntaxProblem | None:
    """Return the fault of the line above the last one, if it is a key without its colon."""
    numbers = [number for number, line in enumerate(lines[:-1], 1) if line.strip()]
    if not numbers or not re.fullmatch(r"[ ]*(?:- +)*[a-z][\w-]*", lines[numbers[-1] - 1].rstrip()):
        return None
    above = lines[numbers[-1] - 1].rstrip()
    return SyntaxProblem(numbers[-1], say("the line lacks a colon after its key: «key: value»"), f"{above}:")


def _misplaced(position: ErrorPosition, line: str, margins: tuple[int, int], say: Say) -> str:
    """Return why a line does not belong where it stands, in a list or among keys."""
    in_list, is_item = "block collection" in position.what, line.lstrip().startswith("- ")
    margin, wanted = margins
    if is_item:
        margin, wanted = len(line) - len(line.lstrip()), position.start_column
    if is_item and not in_list:
        return say("a list item cannot stand among keys; the key that the list belongs to is missing above it")
    if in_list and not is_item and abs(margin - wanted) != 1:
        return say(
            "a new item that starts with «- » was expected here; the list begins on line {start}", start=position.start
        )
    if margin in (wanted, position.start_column) and not in_list:
        return say("the line does not fit in: a key with a colon was expected here")
    return say(
        "the line is indented with {n} spaces and the one it belongs to with {m}; lines that belong together need the"
        " same number",
        n=margin,
        m=wanted,
    )


def _margin(line: str) -> int:
    """Return how far in the key of a line stands, in characters, after any «- »."""
    found = re.match(r"[ ]*(?:-[ ]+)*", line)
    return found.end() if found else 0


def _no_colon(position: ErrorPosition, lines: list[str], say: Say) -> SyntaxProblem | None:
    if "':'" not in position.what:
        return None
    return SyntaxProblem(
        max(1, min(position.start, len(lines))), say("the line lacks a colon after its key: «key: value»")
    )
