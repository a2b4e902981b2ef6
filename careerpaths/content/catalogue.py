"""The tables that roles and steps refer to: sources, amounts, stages, tracks and requirements; and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from careerpaths.content.desk import Asked
from careerpaths.content.groups import Kind, group, members, table
from careerpaths.content.model import (
    Amount,
    Line,
    Origin,
    Period,
    Requirement,
    RequirementKind,
    Source,
    SourceKind,
    Stage,
    Text,
    Track,
)
from careerpaths.content.problems import _
from careerpaths.content.section import Section
from careerpaths.content.values import as_calendar_year, as_day, as_flag, as_whole

STAGE = Kind("stage", _("stage '{id}'"))
TRACK = Kind("track", _("track '{id}'"))
SOURCE = Kind("source", _("source '{id}'"), capitals=True)
AMOUNT = Kind("amount", _("amount '{id}'"))
REQUIREMENT = Kind("requirement", _("requirement '{id}'"))
DATES = "dates of sources"
"""Where a desk notes the sources whose date is faulty, so that nothing that needs the date is reported too."""

LINE = Kind("line", _("line '{id}'"), lone="text")


@dataclass(frozen=True)
class Catalogue:
    """Everything a role or a step can refer to, by id."""

    stages: Mapping[str, Stage] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    requirements: Mapping[str, Requirement] = field(default_factory=dict)


def read_catalogue(root: Section) -> Catalogue:
    """Read the tables, in the order in which they refer to one another."""
    stages = {section.id: _stage(section) for section in table(root, "stages", STAGE, required=True)}
    tracks = {section.id: _track(section) for section in table(root, "tracks", TRACK, required=True)}
    sources = {section.id: _source(section) for section in table(root, "sources", SOURCE)}
    amounts = {section.id: _amount(section, sources) for section in table(root, "amounts", AMOUNT)}
    requirements = {section.id: _requirement(section, sources) for section in table(root, "requirements", REQUIREMENT)}
    return Catalogue(stages, tracks, sources, amounts, requirements)


def read_line(section: Section, key: str, catalogue: Catalogue, *, required: bool = False) -> Line | None:
    """Return the single line after a key."""
    found = group(section, key, LINE, required=required)
    return None if found is None else as_line(found, catalogue, own_id="")


def read_lines(section: Section, key: str, catalogue: Catalogue) -> tuple[Line, ...]:
    """Return the list of lines after a key; a line without an id has its position for one."""
    return tuple(as_line(found, catalogue, own_id=found.id) for found in members(section, key, LINE))


def as_line(section: Section, catalogue: Catalogue, *, own_id: str) -> Line:
    """Return a section as a line."""
    section.word("id", required=False)
    return Line(
        id=own_id,
        text=section.text("text", own=True),
        sources=section.references("source", "sources", catalogue.sources, single=True),
        verified=section.value("verified", as_day, None, Asked("date")),
        amount=section.optional_reference("amount", "amounts", catalogue.amounts),
        internal=section.value("internal", as_flag, False, Asked("flag")),
        line=section.line,
    )


def _stage(section: Section) -> Stage:
    name, short = section.text("name"), section.text("short", required=False)
    return Stage(section.id, name, short or name)


def _track(section: Section) -> Track:
    return Track(section.id, section.text("name"), section.choice("origin", Origin))


def _source(section: Section) -> Source:
    return Source(
        id=section.id,
        kind=section.choice("kind", SourceKind),
        title=section.text("title"),
        text=section.text("text"),
        date=_day(section),
        place=section.word("place", required=False),
    )


def _day(section: Section) -> date | None:
    """Return the date of a source, and note where it is faulty."""
    day = section.value("date", as_day, None, Asked("date"))
    if day is None and section.has("date"):
        section.desk.broken.add((DATES, section.id))
    return day


def _amount(section: Section, sources: Mapping[str, Source]) -> Amount:
    return Amount(
        id=section.id,
        name=section.text("name"),
        value=section.value("value", as_whole, None, Asked("whole number")),
        unit=section.word("unit"),
        period=section.choice("period", Period),
        condition=section.text("condition"),
        year=section.value("year", as_calendar_year, 0, Asked("year", required=True)),
        source=section.reference("source", "sources", sources) or NO_SOURCE,
    )


def _requirement(section: Section, sources: Mapping[str, Source]) -> Requirement:
    return Requirement(
        id=section.id,
        text=section.text("text", own=True),
        kind=section.choice("kind", RequirementKind),
        sources=section.references("source", "sources", sources, single=True),
        verified=section.value("verified", as_day, None, Asked("date")),
        line=section.line,
    )


NO_SOURCE = Source("", SourceKind.PUBLIC, Text(""), Text(""))
