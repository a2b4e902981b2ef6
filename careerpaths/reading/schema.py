"""The JSON Schema of the model's file, for editors, written from what the reader asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping as Known
from typing import Any

from careerpaths.locale import LANGUAGE, Phrases
from careerpaths.model.problems import ProblemLog, _
from careerpaths.reading.model import model_of
from careerpaths.reading.yaml.context import KeySpec, Location, ReadingContext
from careerpaths.reading.yaml.convert import ADDRESS, CALENDAR_YEARS, DAY, MONTHS, YEARS
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, Sequence
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import ID, LONGEST_ID
from careerpaths.reading.yaml.translation import Translation

Json = dict[str, Any]
KeysByRecord = Known[str, Known[str, KeySpec]]
"""Keys by kind of record; the kind of the whole file is `FILE`."""

NAME = "roles.schema.json"
FILE = RecordKind(
    "file", help=_("The competence supply model: stages, tracks, roles, steps and what every line rests on.")
)
WORD: Json = {"type": "string", "minLength": 1}
WORDS: Json = {"type": "array", "items": WORD}
SHAPES: Known[str, Json] = {
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date", "pattern": f"^{DAY.pattern}$"},
    "whole number": {"type": "integer"},
    "year": {"type": "integer", "minimum": CALENDAR_YEARS[0], "maximum": CALENDAR_YEARS[1]},
    "months": {"type": "integer", "minimum": MONTHS[0], "maximum": MONTHS[1]},
    "years": {"type": "number", "minimum": YEARS[0], "maximum": YEARS[1]},
    "language": {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"},
    "address": {"type": "string", "pattern": f"^({ADDRESS.pattern})?$"},
    "id": {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID},
    "texts": WORDS,
    "reference": WORD,
    "references": {**WORDS, "uniqueItems": True},
    "reference or references": {"oneOf": [WORD, {**WORDS, "uniqueItems": True}]},
}
"""JSON Schema of a value, by `KeySpec.shape`."""


def schema(phrases: Phrases) -> str:
    """Return the schema as the text of its file, with the descriptions in a language."""
    expected_keys = keys_of_reader(phrases)
    kinds = {one.kind.record: one.kind for keys in expected_keys.values() for one in keys.values() if one.kind}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": NAME,
        "title": phrases.say("The map's model"),
        **_record(FILE, expected_keys, phrases),
        "$defs": {record: _record(kind, expected_keys, phrases) for record, kind in kinds.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def keys_of_reader(phrases: Phrases) -> KeysByRecord:
    """Return every key the reader knows, found by reading generated files until no new key turns up."""
    expected_keys: KeysByRecord = {}
    while True:
        remarks = ProblemLog("", phrases)
        context = ReadingContext(remarks, Translation("", "", remarks))
        model_of(Section(_example_record(FILE.record, expected_keys), context, FILE.record, Location(), 1), "")
        if context.expected_keys == expected_keys:
            return expected_keys
        expected_keys = context.expected_keys


def _example_record(record: str, expected_keys: KeysByRecord) -> Mapping:
    """Return a record that has every known group, table and list, each with one record inside."""
    pairs: list[tuple[Scalar, Node]] = []
    for key, one in expected_keys.get(record, {}).items():
        if one.kind:
            inner = _example_record(one.kind.record, expected_keys)
            around: dict[str, Node] = {"table": Mapping(1, ((Scalar(1, "x"), inner),)), "list": Sequence(1, (inner,))}
            pairs.append((Scalar(1, key), around.get(one.shape, inner)))
    return Mapping(1, tuple(pairs))


def _record(kind: RecordKind, expected_keys: KeysByRecord, phrases: Phrases) -> Json:
    keys = expected_keys[kind.record]
    required = [key for key, one in keys.items() if one.required]
    return {
        "description": phrases.say(kind.help),
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key: {"description": phrases.say(one.help), **_value(one)} for key, one in keys.items()},
    }


def _value(one: KeySpec) -> Json:
    if one.kind:
        return _records(one.shape, one.kind)
    if one.shape == "text":
        return WORD if one.required else {"type": "string"}
    if one.shape == "choice":
        return {"enum": list(one.choices)}
    if one.shape == "choices":
        return {"type": "array", "items": {"enum": list(one.choices)}, "uniqueItems": True}
    return SHAPES[one.shape]


def _records(shape: str, kind: RecordKind) -> Json:
    """Return a group of keys, a table of them by id, or a list of them."""
    single: Json = {"$ref": f"#/$defs/{kind.record}"}
    if kind.text_key:
        single = {"oneOf": [WORD, single]}
    if shape == "list":
        return {"type": "array", "items": single}
    if shape == "table":
        form = ID.pattern.replace("a-z", "A-Za-z") if kind.capitals else ID.pattern
        names = {"pattern": f"^{form}$", "maxLength": LONGEST_ID}
        return {"type": "object", "propertyNames": names, "additionalProperties": single}
    return single
