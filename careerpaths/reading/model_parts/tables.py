"""Read the tables that roles and steps refer to (sources, amounts, stages, tracks, requirements), and lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

from careerpaths.model.enums import Origin, Period, RequirementKind, SourceKind
from careerpaths.model.model import Amount, Requirement, Source, Stage, Text, Track
from careerpaths.model.problems import _
from careerpaths.reading.yaml.context import KeySpec
from careerpaths.reading.yaml.convert import as_integer, as_year
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import table

T = TypeVar("T")
STAGE = RecordKind("stage", _("stage '{id}'"), help=_("A stage: a column on the map."))
TRACK = RecordKind("track", _("track '{id}'"), help=_("A track: a band on the map."))
SOURCE = RecordKind("source", _("source '{id}'"), help=_("A source: a fact, a statute or a page."), capitals=True)
AMOUNT = RecordKind("amount", _("amount '{id}'"), help=_("An amount as a source states it."))
REQUIREMENT = RecordKind(
    "requirement", _("requirement '{id}'"), help=_("A requirement or a merit that roles and steps refer to.")
)
DATES = "dates of sources"
"""Key in `ReadingContext.known_faulty` for sources with a faulty date: what needs the date is then not reported too."""


@dataclass(frozen=True)
class ReferenceTables:
    """Everything a role or a step can refer to, by id."""

    stages: Mapping[str, Stage] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    requirements: Mapping[str, Requirement] = field(default_factory=dict)


def read_tables(root: Section) -> ReferenceTables:
    """Read the tables, in the order in which they refer to one another."""
    stages = _table(root, "stages", STAGE, _stage, _("The map's columns, in order: stages of a career, by id."), True)
    tracks = _table(
        root, "tracks", TRACK, _track, _("The map's tracks, from the top down: fields and directions, by id."), True
    )
    sources = _table(root, "sources", SOURCE, _source, _("Facts, statutes and pages that the lines rest on, by id."))
    amount, requirement = partial(_amount, sources=sources), partial(_requirement, sources=sources)
    amounts = _table(root, "amounts", AMOUNT, amount, _("Amounts as a source states them. They are never added up."))
    requirements = _table(
        root,
        "requirements",
        REQUIREMENT,
        requirement,
        _("Requirements and merits that roles and steps refer to, by id."),
    )
    return ReferenceTables(stages, tracks, sources, amounts, requirements)


def _table(
    root: Section, key: str, kind: RecordKind, read: Callable[[Section], T], help: str, required: bool = False
) -> dict[str, T]:
    return {section.id: read(section) for section in table(root, key, kind, required=required, help=help)}


def _stage(section: Section) -> Stage:
    name, short = (
        section.text("name", help=_("The stage's name.")),
        section.text("short", required=False, help=_("A shorter name for the map.")),
    )
    return Stage(section.id, name, short or name)


def _track(section: Section) -> Track:
    return Track(
        section.id,
        section.text("name", help=_("The track's name.")),
        section.choice(
            "origin", Origin, help=_("source = named in the sources, partly = in part, example = an example.")
        ),
    )


def _source(section: Section) -> Source:
    return Source(
        id=section.id,
        kind=section.choice(
            "kind", SourceKind, help=_("article = an article, law = a statute, public = another public page.")
        ),
        title=section.text("title", help=_("The source's title.")),
        text=section.text("text", help=_("What the source says, in a sentence of our own.")),
        date=_day(section),
        place=section.word("place", required=False, help=_("Where in the source, or where it was published.")),
    )


def _day(section: Section) -> date | None:
    """Return the date of a source, and note where it is faulty."""
    day = section.day("date", help=_("The day when the source was published: YYYY-MM-DD."))
    if day is None and section.has("date"):
        section.context.known_faulty.add((DATES, section.id))
    return day


def _amount(section: Section, sources: Mapping[str, Source]) -> Amount:
    return Amount(
        id=section.id,
        name=section.text("name", help=_("What the amount is called.")),
        value=section.value(
            "value",
            as_integer,
            None,
            KeySpec(
                "whole number",
                help=_("The amount as a whole number, without spaces. Left out where the source does not say."),
            ),
        ),
        unit=section.word("unit", help=_("The unit, for example kr.")),
        period=section.choice(
            "period", Period, help=_("month = a month, year = a year, once = once, not-stated = not stated.")
        ),
        condition=section.text("condition", help=_("The condition for getting the amount.")),
        year=section.value("year", as_year, 0, KeySpec("year", required=True, help=_("The year that this is from."))),
        source=section.reference("source", "sources", sources, help=_("Id of the source.")) or NO_SOURCE,
    )


def _requirement(section: Section, sources: Mapping[str, Source]) -> Requirement:
    return Requirement(
        id=section.id,
        text=section.text("text", own=True, help=_("The requirement in plain words.")),
        kind=section.choice(
            "kind",
            RequirementKind,
            help=_(
                "formal = formal, experience = experience, training = training, personal = personal, employer = "
                "decided by the employer."
            ),
        ),
        sources=section.references(
            "source",
            "sources",
            sources,
            single=True,
            help=_("Id of the source, or a list. Without a source the requirement is an example."),
        ),
        verified=section.day("verified", help=_("The day when the organisation verified the requirement: YYYY-MM-DD.")),
        line=section.line,
    )


NO_SOURCE = Source("", SourceKind.PUBLIC, Text(""), Text(""))
