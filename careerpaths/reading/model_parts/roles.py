"""Read the roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from careerpaths.model.enums import Level, Origin, RoleKind
from careerpaths.model.model import ByLevel, Interval, Line, Role, Stage, TaskGroup, Text, Track
from careerpaths.model.problems import _
from careerpaths.reading.model_parts.lines import read_line, read_lines
from careerpaths.reading.model_parts.tables import ReferenceTables
from careerpaths.reading.yaml.context import KeySpec
from careerpaths.reading.yaml.convert import as_years
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import group, members, table

ROLE = RecordKind("role", _("role '{id}'"), help=_("A role: a box on the map."))
FUNCTION = RecordKind("function", _("function '{id}'"), help=_("A function with its tasks."))
LEVELS = RecordKind("levels", help=_("The three levels of a role."))
TIME = RecordKind("time", help=_("A benchmark in years: neither a requirement nor a promise."))
TRACKS_HELP = _("Ids of the tracks; the first is the band where the role is drawn.")
LEVEL_HELP = {
    Level.ORGANISATION: _("What the organisation does."),
    Level.GROUP: _("What the group does."),
    Level.INDIVIDUAL: _("What you do."),
}
NO_LINE = Line("", Text(""))
NO_STAGE = Stage("", Text(""), Text(""))
NO_TRACK = Track("", Text(""))


def read_roles(root: Section, tables: ReferenceTables) -> dict[str, Role]:
    """Return the roles by id, in the order of the file."""
    sections = list(
        table(
            root,
            "roles",
            ROLE,
            required=True,
            help=_("The roles on the map, by id. An id never changes once it is used in addresses."),
        )
    )
    ids = {section.id: section.id for section in sections}
    roles = {section.id: _role(section, tables, ids) for section in sections}
    if roles and not any(section.has("entry") or section.is_misspelt("entry") for section in sections):
        message = root.say("no role is a way in; write «entry: true» at the roles where a career begins")
        root.report(root.line_of("roles"), message)
    return roles


def _role(section: Section, tables: ReferenceTables, ids: Mapping[str, str]) -> Role:
    role = Role(
        id=section.id,
        name=section.text("name", help=_("The role's full name.")),
        short=section.text("short", help=_("The name in the box on the map, at most 22 characters if possible.")),
        aliases=section.texts("aliases", help=_("Other names that the search must find.")),
        kind=section.choice(
            "kind",
            RoleKind,
            help=_("position = a position, assignment = an assignment beside a position, phase = a phase."),
        ),
        employed=section.flag("employed", required=True, help=_("true if whoever has the role is employed in it.")),
        entry=section.flag("entry", help=_("true if a career can begin here.")),
        beside=section.references("beside", "roles", ids, help=_("Ids of roles that the assignment is held beside.")),
        stage=section.reference("stage", "stages", tables.stages, help=_("Id of the stage: the column on the map."))
        or NO_STAGE,
        tracks=section.references("tracks", "tracks", tables.tracks, required=True, help=TRACKS_HELP) or (NO_TRACK,),
        origin=section.choice(
            "origin", Origin, help=_("source = named in the sources, partly = in part, example = an example.")
        ),
        sources=section.references("sources", "sources", tables.sources, help=_("Ids of sources that name the role.")),
        purpose=read_line(section, "purpose", tables, required=True, help=_("The role's purpose in one sentence."))
        or NO_LINE,
        line=section.line,
    )
    return _with_state(section, tables, _with_terms(section, tables, role))


def _with_terms(section: Section, tables: ReferenceTables, role: Role) -> Role:
    """Return the role with what it does, what it takes and what it gives."""
    return replace(
        role,
        functions=tuple(
            _function(found, tables)
            for found in members(section, "functions", FUNCTION, help=_("Functions with tasks: what one does."))
        ),
        requires=section.references("requires", "requirements", tables.requirements, help=_("Ids of requirements.")),
        merits=section.references("merits", "requirements", tables.requirements, help=_("Ids of merits.")),
        prerequisites=read_lines(section, "prerequisites", tables, help=_("What the employer must arrange.")),
        support=read_lines(section, "support", tables, help=_("Support that one gets.")),
        benefits=read_lines(section, "benefits", tables, help=_("What the role gives, for example a supplement.")),
        time=read_interval(section, _("A benchmark in years; left out when there is none.")),
        time_note=read_line(section, "time_note", tables, help=_("What explains the time.")),
    )


def _with_state(section: Section, tables: ReferenceTables, role: Role) -> Role:
    """Return the role with how it hangs together, whom to ask and how fresh it is."""
    return replace(
        role,
        levels=_levels(section, tables),
        good_to_know=read_lines(section, "good_to_know", tables, help=_("Good to know: also what is hard.")),
        ask=read_line(section, "ask", tables, help=_("The function to ask, never a person.")),
        owner=section.text("owner", required=False, help=_("The function that is responsible for the description.")),
        reviewed=section.day("reviewed", help=_("The day when the description was reviewed: YYYY-MM-DD.")),
        internal=section.flag("internal", help=_("true = the role is not shown in the public edition.")),
    )


def _function(section: Section, tables: ReferenceTables) -> TaskGroup:
    section.own_id(help=_("The function's id, once in the role."))
    return TaskGroup(
        section.id,
        section.text("name", help=_("The function's name.")),
        read_lines(section, "tasks", tables, help=_("Tasks.")),
    )


def _levels(section: Section, tables: ReferenceTables) -> ByLevel[Line]:
    found = group(section, "levels", LEVELS, help=_("How it hangs together: the organisation, the group and you."))
    if found is None:
        return ByLevel()
    return ByLevel(*(read_lines(found, level.value, tables, help=LEVEL_HELP[level]) for level in Level))


def read_interval(section: Section, help: str) -> Interval | None:
    """Return the time of a role or a step; `help` says what it means there."""
    found = group(section, "time", TIME, help=help)
    if found is None:
        return None
    least = found.value(
        "least",
        as_years,
        0.0,
        KeySpec("years", required=True, help=_("The least number of years, for example 2 or 0.5.")),
    )
    most = found.value(
        "most", as_years, None, KeySpec("years", help=_("The greatest number of years; left out when it is open."))
    )
    if most is not None and most < least:
        found.report(found.line_of("most"), section.say("'most' must not be smaller than 'least'"))
    return Interval(least, most)
