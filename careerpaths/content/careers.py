"""Roles and steps: what every one of them must hold in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from careerpaths.content.catalogue import Catalogue, read_line, read_lines
from careerpaths.content.desk import Asked
from careerpaths.content.groups import Kind, by_ends, group, members, table
from careerpaths.content.model import (
    Interval,
    Level,
    Levels,
    Line,
    Origin,
    Role,
    RoleKind,
    Stage,
    Step,
    StepKind,
    TaskGroup,
    Text,
    Track,
)
from careerpaths.content.problems import _
from careerpaths.content.section import Section
from careerpaths.content.values import as_day, as_flag, as_years

ROLE = Kind("role", _("role '{id}'"))
STEP = Kind("step", _("step '{id}'"), naming=by_ends)
FUNCTION = Kind("function", _("function '{id}'"))
LEVELS = Kind("levels")
TIME = Kind("time")
EVERY = "*"
NO_LINE = Line("", Text(""))
NO_STAGE = Stage("", Text(""), Text(""))
NO_TRACK = Track("", Text(""))


def read_roles(root: Section, catalogue: Catalogue) -> dict[str, Role]:
    """Return the roles by id, in the order of the file."""
    sections = list(table(root, "roles", ROLE, required=True))
    ids = {section.id: section.id for section in sections}
    roles = {section.id: _role(section, catalogue, ids) for section in sections}
    if roles and not any(section.has("entry") or section.is_misspelt("entry") for section in sections):
        message = root.say("no role is a way in; write «entry: true» at the roles where a career begins")
        root.report(root.line_of("roles"), message)
    return roles


def _role(section: Section, catalogue: Catalogue, ids: Mapping[str, str]) -> Role:
    role = Role(
        id=section.id,
        name=section.text("name"),
        short=section.text("short"),
        aliases=section.texts("aliases"),
        kind=section.choice("kind", RoleKind),
        employed=section.value("employed", as_flag, False, Asked("flag", required=True)),
        entry=section.value("entry", as_flag, False, Asked("flag")),
        beside=section.references("beside", "roles", ids),
        stage=section.reference("stage", "stages", catalogue.stages) or NO_STAGE,
        tracks=section.references("tracks", "tracks", catalogue.tracks, required=True) or (NO_TRACK,),
        origin=section.choice("origin", Origin),
        sources=section.references("sources", "sources", catalogue.sources),
        purpose=read_line(section, "purpose", catalogue, required=True) or NO_LINE,
        line=section.line,
    )
    return _with_state(section, catalogue, _with_terms(section, catalogue, role))


def _with_terms(section: Section, catalogue: Catalogue, role: Role) -> Role:
    """Return the role with what it does, what it takes and what it gives."""
    return replace(
        role,
        functions=tuple(_function(found, catalogue) for found in members(section, "functions", FUNCTION)),
        requires=section.references("requires", "requirements", catalogue.requirements),
        merits=section.references("merits", "requirements", catalogue.requirements),
        prerequisites=read_lines(section, "prerequisites", catalogue),
        support=read_lines(section, "support", catalogue),
        benefits=read_lines(section, "benefits", catalogue),
        time=_interval(section),
        time_note=read_line(section, "time_note", catalogue),
    )


def _with_state(section: Section, catalogue: Catalogue, role: Role) -> Role:
    """Return the role with how it hangs together, whom to ask and how fresh it is."""
    return replace(
        role,
        levels=_levels(section, catalogue),
        good_to_know=read_lines(section, "good_to_know", catalogue),
        ask=read_line(section, "ask", catalogue),
        owner=section.text("owner", required=False),
        reviewed=section.value("reviewed", as_day, None, Asked("date")),
        internal=section.value("internal", as_flag, False, Asked("flag")),
    )


def _function(section: Section, catalogue: Catalogue) -> TaskGroup:
    section.word("id")
    return TaskGroup(section.id, section.text("name"), read_lines(section, "tasks", catalogue))


def _levels(section: Section, catalogue: Catalogue) -> Levels:
    found = group(section, "levels", LEVELS)
    if found is None:
        return Levels()
    return Levels(*(read_lines(found, level.value, catalogue) for level in Level))


def _interval(section: Section) -> Interval | None:
    found = group(section, "time", TIME)
    if found is None:
        return None
    least = found.value("least", as_years, 0.0, Asked("years", required=True))
    most = found.value("most", as_years, None, Asked("years"))
    if most is not None and most < least:
        found.report(found.line_of("most"), section.say("'most' must not be smaller than 'least'"))
    return Interval(least, most)


def read_steps(root: Section, catalogue: Catalogue, roles: Mapping[str, Role]) -> tuple[Step, ...]:
    """Return the steps in the order of the file; `from: "*"` gives one step for each employed role."""
    written = [_step(section, catalogue, roles) for section in members(root, "steps", STEP)]
    if not all(step.start and step.end for step in written):
        root.desk.broken.add(("steps", ""))
        root.desk.translation.spoil(("steps",))
    taken = {step.id for step in written}
    return tuple(step for one in written for step in _expanded(one, roles, taken))


def _expanded(step: Step, roles: Mapping[str, Role], taken: set[str]) -> Iterator[Step]:
    """Yield the step, or what a wildcard stands for: a step that is written out goes before it."""
    if step.start != EVERY:
        yield step
        return
    for role in roles.values():
        single = replace(step, start=role.id, wildcard=True)
        if role.employed and role.id != step.end and single.id not in taken:
            yield single


def _step(section: Section, catalogue: Catalogue, roles: Mapping[str, Role]) -> Step:
    ids = {role: role for role in roles}
    step = Step(
        start=section.reference("from", "roles", {**ids, EVERY: EVERY}) or "",
        end=section.reference("to", "roles", ids) or "",
        kind=section.choice("kind", StepKind),
        origin=section.choice("origin", Origin),
        sources=section.references("sources", "sources", catalogue.sources),
        how=read_line(section, "how", catalogue, required=True) or NO_LINE,
        decided=read_line(section, "decided", catalogue),
        talk_to=read_line(section, "talk_to", catalogue),
        time=_interval(section),
        internal=section.value("internal", as_flag, False, Asked("flag")),
        line=section.line,
    )
    if step.start and step.start == step.end:
        section.report(section.line_of("to"), section.say("the step leads from the role to the role itself"))
    return _with_content(section, catalogue, step)


def _with_content(section: Section, catalogue: Catalogue, step: Step) -> Step:
    """Return the step with what it takes, what prepares for it and what it changes."""
    return replace(
        step,
        requires=section.references("requires", "requirements", catalogue.requirements),
        merits=section.references("merits", "requirements", catalogue.requirements),
        prepares=read_lines(section, "prepares", catalogue),
        support=read_lines(section, "support", catalogue),
        changes=read_lines(section, "changes", catalogue),
        way_back=read_line(section, "way_back", catalogue),
        questions=read_lines(section, "questions", catalogue),
    )
