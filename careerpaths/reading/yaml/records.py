"""Groups of keys inside a section: a single group, a table of records by id, a list of records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerpaths.model.problems import shortened
from careerpaths.reading.yaml.context import Asked, Spot
from careerpaths.reading.yaml.convert import found
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, is_nothing, is_spoilt
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import Kind, by_id

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID = 60


def group(section: Section, key: str, kind: Kind, *, required: bool = False, help: str = "") -> Section | None:
    """Return the group of keys after a key."""
    node = section.take(key, Asked("group", required, help=help, kind=kind))
    if node is None:
        return None
    return _open(section, node, kind, section.spot.into(key, key), section.line_of(key))


def table(section: Section, key: str, kind: Kind, *, required: bool = False, help: str = "") -> Iterator[Section]:
    """Yield the records of a table, keyed by id."""
    node = section.take(key, Asked("table", required, help=help, kind=kind))
    if not isinstance(node, Mapping):
        if required or node is not None or section.has(key) or section.is_misspelt(key):
            section.desk.broken.add((key, ""))
        if node is not None:
            _refuse(section, node, kind, section.spot.into(key, key))
        return
    seen: dict[str, int] = {}
    for name, value in node.pairs:
        if section.desk.complaints.full:
            break
        spot = section.spot.into(section.say(kind.label, id=shortened(name.value)), key, name.value)
        if is_spoilt(name) or _is_twice(section, name, seen, spot):
            continue
        _check_id(section, name, kind, spot)
        opened = _open(section, Mapping(name.line, ()) if is_nothing(value) else value, kind, spot, name.line)
        if opened is None:
            section.desk.broken.add((key, name.value))
        else:
            yield opened


def members(section: Section, key: str, kind: Kind, *, required: bool = False, help: str = "") -> Iterator[Section]:
    """Yield the records of a list, called by their name or else by their position."""
    node = section.take(key, Asked("list", required, help=help, kind=kind))
    seen: dict[str, int] = {}
    for position, item in enumerate(() if node is None else section.items(node, key), 1):
        if section.desk.complaints.full:
            break
        name = kind.naming(item)
        if name is None:
            spot = section.spot.into(section.say("item {n}", n=position), key, str(position))
        else:
            spot = section.spot.into(section.say(kind.label, id=shortened(name.value)), key, name.value)
            _is_twice(section, name, seen, spot)
            if kind.naming is by_id:
                _check_id(section, name, kind, spot)
        opened = _open(section, item, kind, spot, item.line)
        if opened is not None:
            yield opened


def _open(section: Section, node: Node, kind: Kind, spot: Spot, line: int) -> Section | None:
    """Return a record as a section, or None after noting that it is not one."""
    if isinstance(node, Mapping):
        return Section(node, section.desk, kind.record, spot, line)
    if kind.lone and isinstance(node, Scalar) and not is_nothing(node) and not is_spoilt(node):
        pair = (Scalar(node.line, kind.lone), node)
        alone = Section(Mapping(node.line, (pair,)), section.desk, kind.record, spot, line)
        alone.lone = kind.lone
        return alone
    _refuse(section, node, kind, spot)
    return None


def _refuse(section: Section, node: Node, kind: Kind, spot: Spot) -> None:
    """Note that a value is not a group of keys, unless its fault is reported already."""
    section.desk.translation.spoil(spot.path)
    if is_spoilt(node):
        return
    what = found(node, section.say)
    message = section.say("must be a group of keys, but here is {found}", found=what)
    if kind.lone:
        message = section.say("must be text, or a group of keys, but here is {found}", found=what)
    section.desk.report(spot, node.line, message)


def _is_twice(section: Section, name: Scalar, seen: dict[str, int], spot: Spot) -> bool:
    if name.value not in seen:
        seen[name.value] = name.line
        return False
    first = seen[name.value]
    section.desk.report(
        spot, name.line, section.say("stands here twice, first on line {line}; take one away", line=first)
    )
    return True


def _check_id(section: Section, name: Scalar, kind: Kind, spot: Spot) -> None:
    value = name.value.lower() if kind.capitals else name.value
    if len(value) > LONGEST_ID or not ID.fullmatch(value):
        message = section.say(
            "an id may hold only the letters a–z in lower case, digits and single hyphens, and starts with a letter"
        )
        section.desk.report(spot, name.line, message)
