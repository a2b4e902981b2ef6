"""Every word of the interface goes through the catalogue, and the catalogue has a Swedish word for each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from careerpaths.browser.assemble import said_in
from careerpaths.documents import errors
from careerpaths.html import words as html_words
from careerpaths.html.pages import route_sentences
from careerpaths.talk import words as talk_words

HOUSE = Path(__file__).resolve().parents[2] / "careerpaths"
LOCALE = HOUSE / "locale"
KEYWORDS = {"say": None, "count": (1, 2), "_": None}
"""What marks a text in the code: `say("…")`, `count("one", "many", n)`, `_("…")`."""

WITHOUT_COUNT = {"say": None, "_": None}
"""For rooms that count bytes: babel 2.18 stumbles over `data.count(b"…")`."""

PARTS = {
    "sv.po": ("html", "map", "single_file", "unit", "web", "app", "browser"),
    "talk_form.sv.po": (),
    "unit_form.sv.po": (),
    "single_file.sv.po": (),
    "iframe_code.sv.po": (),
    "statement.sv.po": (),
    "plain_language.sv.po": (),
    "errors.sv.po": (),
    "talk.sv.po": ("talk", "documents"),
    "check.sv.po": ("model", "reading", "checks", "analysis", ""),
}
"""Which rooms each catalogue serves, none where another serves them too; an empty name is the house itself."""

FIELD = re.compile(r"\{(\w*)\}")
EXISTING = [part for part in PARTS if (LOCALE / part).exists()]
Words = str | tuple[str, ...]


def messages(catalogue: str) -> dict[Words, Message]:
    """Return the messages of a catalogue by their English."""
    with (LOCALE / catalogue).open("rb") as file:
        return {found.id: found for found in read_po(file) if found.id}


@cache
def extracted(rooms: tuple[str, ...]) -> dict[Words, str]:
    """Return every text that the code of these rooms says, with a place where it stands."""
    with (LOCALE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found: dict[Words, str] = {}
    for room in rooms:
        keywords = WITHOUT_COUNT if room in ("model", "reading", "checks", "analysis", "") else KEYWORDS
        within = None if room else (lambda folder: False)  # the house itself without its rooms
        for name, line, words, _, _ in extract_from_dir(
            HOUSE / room, methods, options, keywords, directory_filter=within
        ):
            found.setdefault(words, f"careerpaths/{room}/{name}:{line}")
        for script in scripts(room) if room else ():
            found |= dict.fromkeys(said_in(code_of(script), script), str(script.relative_to(HOUSE.parent)))
    return found


def scripts(room: str = "") -> list[Path]:
    """Return the scripts of a room, or of the house."""
    return sorted((HOUSE / room).rglob("scripts/**/*.js"))


def code_of(script: Path) -> str:
    """Return a script without its comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.S)


@cache
def spoken() -> dict[Words, str]:
    """Return every text that any room says, with its place: a room may say what another's catalogue holds."""
    return {words: place for rooms in PARTS.values() for words, place in extracted(rooms).items()}


def texts(words: Words) -> tuple[str, ...]:
    """Return singular and plural, or the text alone."""
    return words if isinstance(words, tuple) else (words,)


def every_message() -> Iterator[tuple[str, Words, Message]]:
    """Yield every message with its catalogue and its English."""
    return ((part, words, found) for part in EXISTING for words, found in messages(part).items())


def test_every_text_of_the_code_has_a_swedish_one() -> None:
    """A text that is added must be translated in the same change."""
    known = {words for _, words, found in every_message() if all(texts(found.string))}
    assert {words: place for words, place in spoken().items() if words not in known} == {}


def test_no_swedish_text_is_left_over() -> None:
    """A text that nothing says any more leaves the catalogue."""
    assert [(part, words) for part, words, _ in every_message() if words not in spoken()] == []


def test_every_message_is_translated_and_certain() -> None:
    """No message is empty, and none is marked as guessed."""
    assert [words for _, words, found in every_message() if found.fuzzy or not all(texts(found.string))] == []


def test_fields_are_the_same_in_both_languages() -> None:
    """A `{field}` that is missing or misspelt would show as such, or fail."""
    for _, words, message in every_message():
        wanted = {field for text in texts(words) for field in FIELD.findall(text)}
        for text in texts(message.string):
            assert set(FIELD.findall(text)) == wanted, words


def test_no_message_is_translated_twice_in_different_words() -> None:
    """The same English has the same Swedish in every part."""
    swedish: dict[Words, object] = {}
    assert [
        words for _, words, found in every_message() if swedish.setdefault(words, found.string) != found.string
    ] == []


def test_no_text_is_said_inside_an_f_string() -> None:
    """On Python 3.11 an f-string is one token, so a text said inside it would never reach the catalogue."""
    inside = [
        f"{module}:{call.lineno}"
        for module in HOUSE.rglob("*.py")
        for text in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        if {getattr(call.func, "attr", ""), getattr(call.func, "id", "")} & set(KEYWORDS)
    ]
    assert inside == []


WORD = re.compile(r"[A-Za-zÅÄÖåäö]{2,}")
TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<style.*?</style>|<[^>]*>", re.S)
SPOKEN_ATTRIBUTE = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')


def left_in(template: str) -> Iterator[str]:
    """Yield the words of a template that stand outside every expression and tag."""
    for attribute in SPOKEN_ATTRIBUTE.findall(template):
        yield from WORD.findall(re.sub(r"\{\{.*?\}\}", "", attribute))
    yield from WORD.findall(TAG.sub(" ", template))


FILE_KINDS = {"YAML", "JSON", "CSV", "PDF", "Word", "ICS"}
"""Names of file kinds, the same in every language."""


def test_templates_say_nothing_by_themselves() -> None:
    """Every word that a visitor reads stands in `{{ _("…") }}` or in the model."""
    templates = [*HOUSE.rglob("templates/*.j2")]
    assert templates
    words = {path.name: {*left_in(path.read_text(encoding="utf-8"))} - FILE_KINDS for path in templates}
    assert {name: left for name, left in words.items() if left} == {}


def test_scripts_say_nothing_by_themselves() -> None:
    """Every sentence in a script is said, as `say("…")`, or comes with the words that it is given."""
    assert scripts()
    for script in scripts():
        code = code_of(script)
        found = {text for text in re.findall(r'"([^"\n]*)"', code) if re.match(r"[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]", text)}
        assert found - {*said_in(code, script)} == set(), script


@pytest.mark.parametrize(
    "module", [html_words, talk_words, errors, route_sentences], ids=lambda module: module.__name__
)
def test_every_value_of_an_enumeration_has_a_word(module: ModuleType) -> None:
    """A value that is added to an enumeration is added to its tables in the same change."""
    tables = {name: found for name, found in vars(module).items() if isinstance(found, dict) and name.isupper()}
    kinds = {name: type(next(iter(table))) for name, table in tables.items()}
    assert {name for name, kind in kinds.items() if issubclass(kind, Enum) and set(kind) != set(tables[name])} == set()
    assert any(issubclass(kind, Enum) for kind in kinds.values())
