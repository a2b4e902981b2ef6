"""The JSON Schema that editors complete from is written from what the reader asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careerpaths.locale import phrases_for
from careerpaths.model.problems import ProblemLog
from careerpaths.reading.model import try_read_model
from careerpaths.reading.schema import NAME, keys_of_reader, schema
from careerpaths.reading.yaml.nodes import Mapping, Node, ScalarType, Sequence
from careerpaths.reading.yaml.parse import read_document
from tests.support.models import SHIPPED, SMALL
from tests.support.server import ROOT

SCHEMA: dict[str, Any] = json.loads(schema(phrases_for("sv")))
RECORDS: dict[str, Any] = {"file": SCHEMA, **SCHEMA["$defs"]}


def plain(node: Node) -> Any:
    """Return what an editor makes of the YAML: dates stay text."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node.type in (ScalarType.INTEGER, ScalarType.DECIMAL, ScalarType.BOOLEAN):
        return json.loads(node.value)
    return None if node.type is ScalarType.NULL else node.value


def loaded(path: Path) -> Any:
    """Return a YAML file as plain values."""
    root = read_document(path, ProblemLog(str(path), phrases_for("sv")))
    assert root is not None
    return plain(root)


def test_shipped_schema_is_what_the_reader_asks_for_today() -> None:
    """After a change of the reader: `python -m careerpaths schema data/roles.schema.json`."""
    assert (ROOT / "data" / NAME).read_text("utf-8") == schema(phrases_for("sv"))


def test_schema_is_a_schema() -> None:
    """The schema keeps to JSON Schema 2020-12."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_holds_all_that_is_asked_of_a_real_model() -> None:
    """What the reader asks of a model with a record of every kind is all in the schema: nothing is asked only there."""
    assert try_read_model(SMALL, "sv").expected_keys == keys_of_reader(phrases_for("sv"))


@pytest.mark.parametrize("record", sorted(RECORDS))
def test_every_key_is_described_in_swedish(record: str) -> None:
    """An editor says of every record and every key what it is for, in the words of the catalogue."""
    english = json.loads(schema(phrases_for("en")))
    theirs = english if record == "file" else english["$defs"][record]
    described = {"": RECORDS[record]["description"]}
    described |= {key: value["description"] for key, value in RECORDS[record]["properties"].items()}
    assert [key for key, text in described.items() if not text.endswith(".")] == []
    assert theirs["description"] != described.pop("")
    assert [key for key, text in described.items() if text == theirs["properties"][key]["description"]] == []


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
        (("roles", "mentor", "name"), ""),
        (("roles", "mentor", "tracks"), "stod"),
        (("roles", "mentor", "time"), {"least": 61}),
        (("amounts", "tillagg-2019", "year"), "2019"),
        (("amounts", "tillagg-2019", "value"), "500 kr"),
        (("sources", "S19-14", "date"), "2 maj 2019"),
        (("model", "vacancies"), "javascript:alert(1)"),
        (("model", "review_months"), 0),
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
