"""The JSON Schema that editors complete from says the same as the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careerpaths.content.desk import Asked
from careerpaths.content.document import read_document
from careerpaths.content.nodes import Mapping, Meaning, Node, Sequence
from careerpaths.content.problems import Complaints
from careerpaths.content.reader import read
from careerpaths.locale import phrases_for

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "models" / "small.yaml"
SHIPPED = ROOT / "data" / "roles.yaml"
SCHEMA: dict[str, Any] = json.loads((ROOT / "data" / "roles.schema.json").read_text(encoding="utf-8"))
RECORDS: dict[str, Any] = {"file": SCHEMA, **SCHEMA["$defs"]}
ASKED = read(SMALL, "sv").asked
TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "whole number": {"type": "integer"},
    "year": {"type": "integer", "minimum": 1900, "maximum": 2100},
    "months": {"type": "integer", "minimum": 1, "maximum": 240},
    "years": {"type": "number", "minimum": 0, "maximum": 60},
    "language": {"type": "string"},
    "address": {"type": "string"},
    "reference": {"type": "string"},
    "texts": {"type": "array"},
    "references": {"type": "array", "uniqueItems": True},
    "choices": {"type": "array"},
}


def plain(node: Node) -> Any:
    """Return what an editor makes of the YAML: dates stay text."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node.meaning in (Meaning.WHOLE, Meaning.DECIMAL, Meaning.YES_NO):
        return json.loads(node.value)
    return None if node.meaning is Meaning.NOTHING else node.value


def loaded(path: Path) -> Any:
    """Return a YAML file as plain values."""
    root = read_document(path, Complaints(str(path), phrases_for("sv")))
    assert root is not None
    return plain(root)


def test_schema_is_a_schema() -> None:
    """The schema keeps to JSON Schema 2020-12."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_and_reader_know_the_same_records() -> None:
    """Each kind of record that the reader reads is described, and no other."""
    assert set(RECORDS) == set(ASKED)


@pytest.mark.parametrize("record", sorted(ASKED))
def test_schema_and_reader_know_the_same_keys(record: str) -> None:
    """Each key that the reader accepts is in the schema and the other way round; unknown ones are refused."""
    assert set(RECORDS[record]["properties"]) == set(ASKED[record])
    assert RECORDS[record]["additionalProperties"] is False


@pytest.mark.parametrize("record", sorted(ASKED))
def test_schema_and_reader_require_the_same_keys(record: str) -> None:
    """A key is required in the schema when the reader misses it."""
    required = {key for key, asked in ASKED[record].items() if asked.required}
    assert set(RECORDS[record].get("required", ())) == required


@pytest.mark.parametrize("record", sorted(ASKED))
def test_schema_and_reader_want_the_same_values(record: str) -> None:
    """Words, types and bounds of each value are the same, and each key is described in Swedish."""
    for key, asked in ASKED[record].items():
        described = RECORDS[record]["properties"][key]
        assert described["description"].endswith("."), (record, key)
        assert agrees(described, asked), (record, key, asked)


def agrees(described: dict[str, Any], asked: Asked) -> bool:
    """Return whether the schema describes what the reader asks for."""
    if asked.shape == "choice":
        return tuple(described["enum"]) == asked.choices
    if asked.choices and tuple(described["items"]["enum"]) != asked.choices:
        return False
    if asked.shape in TYPES:
        return bool(TYPES[asked.shape].items() <= described.items())
    if asked.shape == "reference or references":
        return [kind["type"] for kind in described["oneOf"]] == ["string", "array"]
    kind, _, record = asked.shape.rpartition(" of ")
    inner = {"table": described.get("additionalProperties"), "list": described.get("items"), "": described}[kind]
    return f"#/$defs/{record}" in json.dumps(inner)


@pytest.mark.parametrize("path", [SMALL, SHIPPED], ids=lambda path: path.name)
def test_good_model_is_good_by_the_schema(path: Path) -> None:
    """What the reader accepts, the schema accepts."""
    faults = [fault.message for fault in Draft202012Validator(SCHEMA).iter_errors(loaded(path))]
    assert faults == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("roles", "mentor", "kind"), "uppdrag"),
        (("roles", "mentor", "wage"), "mycket"),
        (("roles", "mentor", "employed"), "ja"),
        (("amounts", "tillagg-2019", "year"), "2019"),
        (("sources", "S19-14", "date"), "2 maj 2019"),
        (("model", "vacancies"), "javascript:alert(1)"),
        (("roles", "Mentor"), {}),
    ],
)
def test_fault_is_seen_in_the_editor_too(path: tuple[str, ...], value: object) -> None:
    """What the reader refuses, the schema refuses while the editor is still typing."""
    model = loaded(SMALL)
    inner = model
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert not Draft202012Validator(SCHEMA).is_valid(model)
