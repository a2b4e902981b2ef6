"""Groups of keys inside a section: a single group, a table of records by id, a list of records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerpaths.model.problems import shortened
from careerpaths.reading.yaml.context import KeySpec, Location
from careerpaths.reading.yaml.convert import describe
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, is_faulty, is_null
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind, by_id

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID = 60


def group(section: Section, key: str, kind: RecordKind, *, required: bool = False, help: str = "") -> Section | None:
    """Return the group of keys after a key."""
    node = section.take(key, KeySpec("group", required, help=help, kind=kind))
    if node is None:
        return None
    return _open(section, node, kind, section.location.into(key, key), section.line_of(key))


def table(section: Section, key: str, kind: RecordKind, *, required: bool = False, help: str = "") -> Iterator[Section]:
    """Yield the records of a table, keyed by id."""
    node = section.take(key, KeySpec("table", required, help=help, kind=kind))
    if not isinstance(node, Mapping):
        if required or node is not None or section.has(key) or section.is_misspelt(key):
            section.context.known_faulty.add((key, ""))
        if node is not None:
            _refuse(section, node, kind, section.location.into(key, key))
        return
    seen: dict[str, int] = {}
    for name, value in node.pairs:
        if section.context.problem_log.full:
            break
        location = section.location.into(section.say(kind.label, id=shortened(name.value)), key, name.value)
        if is_faulty(name) or _is_twice(section, name, seen, location):
            continue
        _check_id(section, name, kind, location)
        opened = _open(section, Mapping(name.line, ()) if is_null(value) else value, kind, location, name.line)
        if opened is None:
            section.context.known_faulty.add((key, name.value))
        else:
            yield opened


def members(
    section: Section, key: str, kind: RecordKind, *, required: bool = False, help: str = ""
) -> Iterator[Section]:
    """Yield the records of a list, called by their name or else by their position."""
    node = section.take(key, KeySpec("list", required, help=help, kind=kind))
    seen: dict[str, int] = {}
    for position, item in enumerate(() if node is None else section.items(node, key), 1):
        if section.context.problem_log.full:
            break
        name = kind.id_of(item)
        if name is None:
            location = section.location.into(section.say("item {n}", n=position), key, str(position))
        else:
            location = section.location.into(section.say(kind.label, id=shortened(name.value)), key, name.value)
            _is_twice(section, name, seen, location)
            if kind.id_of is by_id:
                _check_id(section, name, kind, location)
        opened = _open(section, item, kind, location, item.line)
        if opened is not None:
            yield opened


def _open(section: Section, node: Node, kind: RecordKind, location: Location, line: int) -> Section | None:
    """Return a record as a section, or None after noting that it is not one."""
    if isinstance(node, Mapping):
        return Section(node, section.context, kind.record, location, line)
    if kind.text_key and isinstance(node, Scalar) and not is_null(node) and not is_faulty(node):
        pair = (Scalar(node.line, kind.text_key), node)
        alone = Section(Mapping(node.line, (pair,)), section.context, kind.record, location, line)
        alone.text_key = kind.text_key
        return alone
    _refuse(section, node, kind, location)
    return None


def _refuse(section: Section, node: Node, kind: RecordKind, location: Location) -> None:
    """Note that a value is not a group of keys, unless its fault is reported already."""
    section.context.translation.ignore(location.path)
    if is_faulty(node):
        return
    what = describe(node, section.say)
    message = section.say("must be a group of keys, but here is {found}", found=what)
    if kind.text_key:
        message = section.say("must be text, or a group of keys, but here is {found}", found=what)
    section.context.report(location, node.line, message)


def _is_twice(section: Section, name: Scalar, seen: dict[str, int], location: Location) -> bool:
    if name.value not in seen:
        seen[name.value] = name.line
        return False
    first = seen[name.value]
    section.context.report(
        location, name.line, section.say("stands here twice, first on line {line}; take one away", line=first)
    )
    return True


def _check_id(section: Section, name: Scalar, kind: RecordKind, location: Location) -> None:
    value = name.value.lower() if kind.capitals else name.value
    if len(value) > LONGEST_ID or not ID.fullmatch(value):
        message = section.say(
            "an id may hold only the letters a–z in lower case, digits and single hyphens, and starts with a letter"
        )
        section.context.report(location, name.line, message)
