"""Read the timeline: topics with at least two dated lines each."""

from __future__ import annotations

from datetime import date

from careerpaths.model.plan import TimelineEntry
from careerpaths.model.problems import _
from careerpaths.model.text import DatedLine
from careerpaths.reading.model_parts.lines import LINE, as_line, read_line
from careerpaths.reading.model_parts.tables import DATES, ReferenceTables
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import members, table

CHANGE = RecordKind("change", _("change '{id}'"), help=_("Something that has changed between the sources."))
MOMENTS = 2
"""How many dated texts a change must have: one before and one after."""


def read_timeline(root: Section, tables: ReferenceTables) -> tuple[TimelineEntry, ...]:
    """Return what has changed over time, in the order of the file."""
    return tuple(
        _change(section, tables)
        for section in table(root, "timeline", CHANGE, help=_("What has changed between the sources, by id."))
    )


def _change(section: Section, tables: ReferenceTables) -> TimelineEntry:
    topic = section.text("topic", help=_("What the change is about."))
    moments = [
        _moment(found, tables)
        for found in members(section, "lines", LINE, help=_("At least two texts, each with a source that has a date."))
    ]
    _check_length(section)
    return TimelineEntry(
        id=section.id,
        topic=topic,
        moments=tuple(sorted(moments, key=lambda moment: moment.day)),
        note=read_line(section, "note", tables, help=_("How the difference is to be read.")),
        line=section.line,
    )


def _check_length(section: Section) -> None:
    """Report a change with too few texts, unless they are misspelt or no list and reported as such."""
    length = section.length("lines")
    if length is not None and length < MOMENTS and not section.is_misspelt("lines"):
        message = section.say("'lines' must hold at least {n} texts, one for each date", n=MOMENTS)
        section.report(section.line_of("lines"), message)


def _moment(section: Section, tables: ReferenceTables) -> DatedLine:
    """Return a line with the newest date of its sources; report one that has none, but no fault twice."""
    line = as_line(section, tables, own_id=section.id)
    days = [source.date for source in line.sources if source.date]
    faulty = any((DATES, source.id) in section.context.known_faulty for source in line.sources)
    if not days and not faulty and (line.sources or not section.has("source")):
        section.report(section.line, section.say("a text of the timeline needs a source that has a date"))
    return DatedLine(max(days, default=date.min), line)
