"""A damaged file never breaks the reader: more than a thousand of them, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careerpaths.checks.check import check
from careerpaths.model.problems import Problem
from careerpaths.reading.model import try_read_model
from tests.support.models import SMALL, SMALL_ENGLISH

GOOD, GOOD_ENGLISH = SMALL.read_bytes(), SMALL_ENGLISH.read_bytes()
ROUNDS = 95
Damage = Callable[[bytes, random.Random], bytes]
SIGNS = (
    "\t",
    ":",
    ": ",
    "- ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "*",
    "&",
    "!",
    "|",
    ">",
    "%",
    "@",
    "#",
    "---\n",
    "\n",
    "?",
)


def cut_off(data: bytes, dice: random.Random) -> bytes:
    """Return the file up to a chance place."""
    return data[: dice.randrange(len(data))]


def begin_late(data: bytes, dice: random.Random) -> bytes:
    """Return the file from a chance place on."""
    return data[dice.randrange(len(data)) :]


def lose_lines(data: bytes, dice: random.Random) -> bytes:
    """Return the file without a few lines."""
    lines = data.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    return b"".join(lines[:start] + lines[start + dice.randint(1, 9) :])


def double_lines(data: bytes, dice: random.Random) -> bytes:
    """Return the file with a few lines twice."""
    lines = data.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    end = start + dice.randint(1, 9)
    return b"".join(lines[:end] + lines[start:])


def swap_lines(data: bytes, dice: random.Random) -> bytes:
    """Return the file with two lines in each other's place."""
    lines = data.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def shift_lines(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some lines indented otherwise."""
    lines = data.splitlines(keepends=True)
    for _ in range(dice.randint(1, 4)):
        number = dice.randrange(len(lines))
        margin = dice.choice([b"", b" ", b"   ", b"\t", b"        ", "\u00a0 ".encode()])
        lines[number] = margin + lines[number].lstrip(b" ")
    return b"".join(lines)


def scatter_bytes(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some bytes changed."""
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def insert_signs(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some signs that mean something in YAML put in."""
    text = data.decode()
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(text))
        text = text[:place] + dice.choice(SIGNS) + text[place:]
    return text.encode()


def change_values(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some values of the wrong kind."""
    lines = data.decode().splitlines()
    values = ["no", "ja", "3", "[]", "{}", "[a, b]", "{a: b}", "", "~", "2026-13-41", "*a", "&a b", "!!set {a}", "0x1F"]
    for _ in range(dice.randint(1, 4)):
        number = dice.randrange(len(lines))
        key, colon, _ = lines[number].partition(":")
        lines[number] = f"{key}{colon} {dice.choice(values)}"
    return "\n".join(lines).encode()


def change_keys(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some keys changed."""
    lines = data.decode().splitlines()
    for _ in range(dice.randint(1, 4)):
        number = dice.randrange(len(lines))
        text = lines[number].lstrip()
        lines[number] = (
            lines[number][: -len(text) or None] + dice.choice(["x", "no: ", "? ", "<<: ", "1: ", "- "]) + text
        )
    return "\n".join(lines).encode()


def save_otherwise(data: bytes, dice: random.Random) -> bytes:
    """Return the beginning of the file in another encoding."""
    encoding = dice.choice(["latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp437", "utf-8-sig"])
    text = data.decode()[: dice.randrange(1, len(data) // 2)]
    return text.replace("\n", dice.choice(["\n", "\r\n", "\r"])).encode(encoding, "replace")


DAMAGES: tuple[Damage, ...] = (
    cut_off,
    begin_late,
    lose_lines,
    double_lines,
    swap_lines,
    shift_lines,
    scatter_bytes,
    insert_signs,
    change_values,
    change_keys,
    save_otherwise,
)


def damaged(good: bytes, damage: Damage) -> Iterator[bytes]:
    """Yield the same damaged files every time."""
    dice = random.Random(damage.__name__)  # noqa: S311 – the same damage every time is the point
    return (damage(good, dice) for _ in range(ROUNDS))


def lines_in(data: bytes) -> int:
    """Return how many lines an editor shows."""
    return max(1, len(data.splitlines()))


def assert_sound(problems: tuple[Problem, ...], data: bytes) -> None:
    """Hold that every problem points to a line of the file and says something on one line."""
    for problem in problems:
        assert 1 <= problem.line <= lines_in(data), problem
        assert problem.message.strip()
        assert "\n" not in problem.message


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_model_gives_problems_inside_the_file(damage: Damage, tmp_path: Path) -> None:
    """A damaged model is read or refused, and every problem points to a line of the file."""
    file = tmp_path / "roles.yaml"
    refused = 0
    for data in damaged(GOOD, damage):
        file.write_bytes(data)
        reading = try_read_model(file, "sv")
        assert_sound(reading.problems, data)
        assert (reading.content is None) == bool(reading.problems)
        refused += reading.content is None
    assert refused > ROUNDS // 4


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_translation_gives_problems_inside_the_file(damage: Damage, tmp_path: Path) -> None:
    """A damaged translation is checked to the end, and every problem and warning points to a line of it."""
    (tmp_path / "roles.yaml").write_bytes(GOOD)
    file = tmp_path / "roles.en.yaml"
    for data in list(damaged(GOOD_ENGLISH, damage))[:10]:
        file.write_bytes(data)
        report = check([file])
        mine = [problem for problem in (*report.problems, *report.warnings) if problem.file == str(file)]
        assert_sound(tuple(mine), data)


def test_damage_upon_damage_is_survived(tmp_path: Path) -> None:
    """Damage upon damage is read or refused like a single one."""
    file = tmp_path / "roles.yaml"
    dice = random.Random("damage upon damage")  # noqa: S311 – the same damage every time is the point
    gentle = (lose_lines, double_lines, swap_lines, shift_lines, change_values, change_keys)
    for _ in range(ROUNDS):
        data = GOOD
        for _ in range(dice.randint(2, 3)):
            try:
                data = dice.choice(gentle)(data, dice)
            except (UnicodeDecodeError, ValueError):
                break
        file.write_bytes(data)
        assert_sound(try_read_model(file, "sv").problems, data)
