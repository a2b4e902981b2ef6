"""Read lines: texts with their sources and the day they were verified."""

from __future__ import annotations

from careerpaths.model.model import Line
from careerpaths.model.problems import _
from careerpaths.reading.model_parts.tables import ReferenceTables
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import group, members

LINE = RecordKind(
    "line",
    _("line '{id}'"),
    help=_("A line: a text and what it rests on. Without source and date it is an example."),
    text_key="text",
)


def read_line(
    section: Section, key: str, tables: ReferenceTables, *, required: bool = False, help: str = ""
) -> Line | None:
    """Return the single line after a key."""
    found = group(section, key, LINE, required=required, help=help)
    return None if found is None else as_line(found, tables, own_id="")


def read_lines(section: Section, key: str, tables: ReferenceTables, *, help: str = "") -> tuple[Line, ...]:
    """Return the list of lines after a key; a line without an id has its position for one."""
    return tuple(as_line(found, tables, own_id=found.id) for found in members(section, key, LINE, help=help))


def as_line(section: Section, tables: ReferenceTables, *, own_id: str) -> Line:
    """Return a section as a line."""
    section.own_id(required=False, help=_("The line's id, once in its list; the translation finds the line by it."))
    return Line(
        id=own_id,
        text=section.text("text", own=True, help=_("The line's text.")),
        sources=section.references(
            "source", "sources", tables.sources, single=True, help=_("Id of the source, or a list.")
        ),
        verified=section.day("verified", help=_("The day when the organisation verified the line: YYYY-MM-DD.")),
        amount=section.reference("amount", "amounts", tables.amounts, required=False, help=_("Id of an amount.")),
        internal=section.flag("internal", help=_("true = the line is not shown in the public edition.")),
        line=section.line,
    )
