"""Read a content file as lines of text, after checking its type, size (2 MB) and encoding (UTF-8)."""

from __future__ import annotations

import re
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from pathlib import Path

from careerpaths.model.problems import ProblemLog

MOST_BYTES = 2_000_000
WIDE_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE)
INVISIBLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
START = re.compile("[ \\t\xa0]*(?:-[ \xa0]+)*(?:[\\w*.-]+:[ \xa0]+)?")
LINE_BREAKS_OF_YAML = ("\x85", "\u2028", "\u2029")


def read_lines(path: Path, problem_log: ProblemLog) -> list[str] | None:
    """Return the lines of a file, or None after noting why it cannot be read."""
    data = _read_bytes(path, problem_log)
    if data is None:
        return None
    problem_log.length = max(1, len(data.splitlines()))
    text = _decode(data, problem_log)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in LINE_BREAKS_OF_YAML:
        text = text.replace(sign, " ")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    problem_log.length = max(1, len(lines))
    for number, line in enumerate(lines, 1):
        lines[number - 1] = _cleaned(line, number, problem_log)
        if problem_log.full:
            return None
    return lines


def _read_bytes(path: Path, problem_log: ProblemLog) -> bytes | None:
    say = problem_log.say
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problem_log.add(1, say("this is not a file but a folder or a device"))
            return None
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        problem_log.add(1, say("the file does not exist"))
        return None
    except (OSError, ValueError):
        problem_log.add(1, say("the file cannot be opened; check its name and permissions"))
        return None
    if len(data) > MOST_BYTES:
        limit = problem_log.phrases.number(MOST_BYTES / 1_000_000)
        problem_log.add(1, say("the file is larger than {limit} MB and is not read", limit=limit))
        return None
    return data


def _decode(data: bytes, problem_log: ProblemLog) -> str | None:
    say = problem_log.say
    if data.startswith(WIDE_MARKS) or _looks_wide(data):
        problem_log.add(1, say("the file is saved as UTF-16; save it as UTF-8 in the editor"))
        return None
    if b"\0" in data:
        line = len(data[: data.index(b"\0") + 1].splitlines())
        problem_log.add(line, say("the file holds NUL characters and is not a text file"))
        return None
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len((data[: error.start] + b"x").splitlines())
        byte = f"0x{data[error.start]:02X}"
        message = say(
            "the file is not saved as UTF-8 (the byte {byte} on this line); save it as UTF-8 in the editor", byte=byte
        )
        problem_log.add(line, message)
        return None


def _looks_wide(data: bytes) -> bool:
    sample = data[:200]
    few, many = sorted((sample[::2].count(0), sample[1::2].count(0)))
    return len(sample) > 3 and many > len(sample) * 0.4 and few < len(sample) * 0.1


def _cleaned(line: str, number: int, problem_log: ProblemLog) -> str:
    """Return the line without characters that cannot be seen, after noting them."""
    say = problem_log.say
    if found := INVISIBLE.search(line):
        code = f"U+{ord(found.group()):04X}"
        problem_log.add(number, say("the line holds the invisible character {code}; remove it", code=code))
        line = INVISIBLE.sub(" ", line)
    start = START.match(line)
    if start and "\xa0" in start.group():
        message = say("there is a no-break space in the indentation or before the text; use an ordinary space")
        problem_log.add(number, message)
        line = start.group().replace("\xa0", " ") + line[start.end() :]
    return line
