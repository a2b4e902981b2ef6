"""Read the steps, and expand those with the wildcard `*` into one step for each employed role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from careerpaths.model.model import Origin, Role, Step, StepKind
from careerpaths.model.problems import _
from careerpaths.reading.model_parts.lines import read_line, read_lines
from careerpaths.reading.model_parts.roles import NO_LINE, read_interval
from careerpaths.reading.model_parts.tables import ReferenceTables
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind, by_ends
from careerpaths.reading.yaml.records import members

STEP = RecordKind("step", _("step '{id}'"), help=_("A step: a way from one role to another."), id_of=by_ends)
WILDCARD = "*"


def read_steps(root: Section, tables: ReferenceTables, roles: Mapping[str, Role]) -> tuple[Step, ...]:
    """Return the steps in the order of the file; `from: "*"` gives one step for each employed role."""
    written = [
        _step(section, tables, roles) for section in members(root, "steps", STEP, help=_("The ways between the roles."))
    ]
    if not all(step.start and step.end for step in written):
        root.context.known_faulty.add(("steps", ""))
        root.context.translation.ignore(("steps",))
    taken = {step.id for step in written}
    return tuple(step for one in written for step in _expanded(one, roles, taken))


def _expanded(step: Step, roles: Mapping[str, Role], taken: set[str]) -> Iterator[Step]:
    """Yield the step, or what a wildcard stands for: a step that is written out goes before it."""
    if step.start != WILDCARD:
        yield step
        return
    for role in roles.values():
        single = replace(step, start=role.id, wildcard=True)
        if role.employed and role.id != step.end and single.id not in taken:
            yield single


def _step(section: Section, tables: ReferenceTables, roles: Mapping[str, Role]) -> Step:
    ids = {role: role for role in roles}
    step = Step(
        start=section.reference(
            "from",
            "roles",
            {**ids, WILDCARD: WILDCARD},
            help=_('Id of the role one comes from; "*" stands for every role that is an employment.'),
        )
        or "",
        end=section.reference("to", "roles", ids, help=_("Id of the role one comes to.")) or "",
        kind=section.choice(
            "kind",
            StepKind,
            help=_("in = in, up = upwards, sideways = sideways, deepening = deepening, back = back, out = out."),
        ),
        origin=section.choice(
            "origin", Origin, help=_("source = named in the sources, partly = in part, example = an example.")
        ),
        sources=section.references("sources", "sources", tables.sources, help=_("Ids of sources that name the step.")),
        how=read_line(section, "how", tables, required=True, help=_("How one takes the step.")) or NO_LINE,
        decided=read_line(section, "decided", tables, help=_("How it is decided, and by which function.")),
        talk_to=read_line(section, "talk_to", tables, help=_("The function to talk to.")),
        time=read_interval(section, _("A benchmark: years in the first role before the step.")),
        internal=section.flag("internal", help=_("true = the step is not shown in the public edition.")),
        line=section.line,
    )
    if step.start and step.start == step.end:
        section.report(section.line_of("to"), section.say("the step leads from the role to the role itself"))
    return _with_content(section, tables, step)


def _with_content(section: Section, tables: ReferenceTables, step: Step) -> Step:
    """Return the step with what it takes, what prepares for it and what it changes."""
    return replace(
        step,
        requires=section.references("requires", "requirements", tables.requirements, help=_("Ids of requirements.")),
        merits=section.references("merits", "requirements", tables.requirements, help=_("Ids of merits.")),
        prepares=read_lines(section, "prepares", tables, help=_("What prepares you.")),
        support=read_lines(section, "support", tables, help=_("Support during the step.")),
        changes=read_lines(section, "changes", tables, help=_("What changes for you.")),
        way_back=read_line(section, "way_back", tables, help=_("The way back.")),
        questions=read_lines(section, "questions", tables, help=_("Questions for the planning talk.")),
    )
