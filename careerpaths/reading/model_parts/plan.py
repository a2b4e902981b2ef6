"""Read the rows of the plan's library and the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from careerpaths.model.model import Level, Line, Measure, Role
from careerpaths.model.plan import ORDER, Evidence, Item, ItemType, ResultKind, may_lead
from careerpaths.model.problems import _
from careerpaths.reading.model_parts.lines import read_line
from careerpaths.reading.model_parts.roles import NO_LINE
from careerpaths.reading.model_parts.steps import WILDCARD
from careerpaths.reading.model_parts.tables import ReferenceTables
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import table

ITEM = RecordKind("item", _("plan row '{id}'"), help=_("A row of the plan."))
TYPE_HELP = _(
    "mission = mission, challenge = challenge, cause = cause of turnover, need = competence need, "
    "prerequisite = prerequisite, activity = activity, result = result."
)
EVIDENCE_HELP = _(
    "What the row rests on: strong-research = strong research, weak-research = weak research, "
    "own-follow-up = our own follow-up, experience = experience, assumption = an assumption (where nothing is said)."
)
PLAN = "plan"


class Row(NamedTuple):
    """Target of a link: the id and type of a row."""

    id: str
    type: ItemType


@dataclass(frozen=True)
class Subjects:
    """Records that a plan row can refer to, by id."""

    roles: Mapping[str, Role]
    steps: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, Measure]

    @property
    def role_ids(self) -> Mapping[str, tuple[str, ...]]:
        """Return the roles that each word stands for; `*` is every one of them."""
        return {**{role: (role,) for role in self.roles}, WILDCARD: tuple(self.roles)}


def read_plan(root: Section, tables: ReferenceTables, subjects: Subjects) -> tuple[Item, ...]:
    """Return the rows of the plan's library, in the order of the file."""
    sections = list(
        table(root, PLAN, ITEM, help=_("The plan's library: from mission and challenge to activity and result, by id."))
    )
    words = {section.id: section.letter("type", tuple(ItemType), required=True, help=TYPE_HELP) for section in sections}
    rows = {row: Row(row, ItemType(word)) for row, word in words.items() if word}
    root.context.known_faulty.update((PLAN, row) for row in words if row not in rows)
    return tuple(_item(section, tables, subjects, rows) for section in sections)


def _item(section: Section, tables: ReferenceTables, subjects: Subjects, rows: Mapping[str, Row]) -> Item:
    links = section.references("links", PLAN, rows, help=_("Ids of the rows that this one leads on to."))
    item = replace(_read(section, tables, subjects), type=_type(section, rows), links=tuple(row.id for row in links))
    _check_order(section, item, links)
    return _with_measure(section, subjects, _with_result(section, item))


def _type(section: Section, rows: Mapping[str, Row]) -> ItemType:
    return rows[section.id].type if section.id in rows else ItemType.ACTIVITY


def _has_type(section: Section) -> bool:
    """Return whether the row's own type is known; otherwise what suits only one type is not judged."""
    return (PLAN, section.id) not in section.context.known_faulty


def _read(section: Section, tables: ReferenceTables, subjects: Subjects) -> Item:
    return Item(
        id=section.id,
        type=ItemType.ACTIVITY,
        text=read_line(section, "text", tables, help=_("What the row says. Not needed when measure is there."))
        or NO_LINE,
        levels=section.choices(
            "levels",
            Level,
            required=False,
            help=_("Levels: organisation, group, individual. Not needed when measure is there."),
        ),
        function=section.text("function", required=False, help=_("The responsible function, never a person.")),
        when=section.text("when", required=False, help=_("When it is to be done, in your own words.")),
        status=section.text("status", required=False, help=_("How it stands.")),
        evidence=Evidence(section.letter("evidence", tuple(Evidence), help=EVIDENCE_HELP) or Evidence.ASSUMPTION),
        roles=_each(
            section.references(
                "roles", "roles", subjects.role_ids, help=_('Ids of roles that the row is about; "*" stands for all.')
            )
        ),
        steps=_each(
            section.references("steps", "steps", subjects.steps, help=_('Steps that the row is about, as "FROM.TO".'))
        ),
        line=section.line,
    )


def _each(several: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for group in several for one in group))


def _with_result(section: Section, item: Item) -> Item:
    """Return a result with its kind and, where it is reported, the day of the report."""
    kind = section.letter(
        "result", tuple(ResultKind), help=_("Only for results: expected = expected, reported = reported.")
    )
    day = section.day("date", help=_("Only for reported results: the day of the report."))
    if item.type is not ItemType.RESULT:
        _refuse(section, ItemType.RESULT, "result", "date")
        return item
    if not section.has("result"):
        _miss(section, "result")
    elif kind == ResultKind.REPORTED and not section.has("date"):
        _miss(section, "date")
    elif kind == ResultKind.EXPECTED and section.has("date"):
        message = section.say("only a result that is {kind} has a date", kind=ResultKind.REPORTED)
        section.report(section.line_of("date"), message)
    return replace(item, result=ResultKind(kind or ResultKind.EXPECTED), day=day)


def _refuse(section: Section, type_: ItemType, *keys: str) -> None:
    """Report keys that only a row of another type may have."""
    for key in keys:
        if section.has(key) and _has_type(section):
            message = section.say("only a row of the type {type} has '{key}'", type=type_, key=key)
            section.report(section.line_of(key), message)


def _with_measure(section: Section, subjects: Subjects, item: Item) -> Item:
    """Return an activity that is a measure with what the measure says: name, levels, status, roles and steps."""
    measure = section.reference(
        "measure",
        "measures",
        subjects.measures,
        required=False,
        help=_("Only for activities: id of the measure that the row is."),
    )
    if item.type is not ItemType.ACTIVITY:
        _refuse(section, ItemType.ACTIVITY, "measure")
    if not section.has("measure"):
        for key in ("text", "levels"):
            if not section.has(key):
                _miss(section, key)
    if measure is None:
        return item
    return replace(
        item,
        measure=measure.id,
        text=item.text if section.has("text") else Line("", measure.name, measure.sources, line=item.line),
        levels=item.levels or measure.levels,
        status=item.status or measure.status,
        roles=_each((measure.roles, item.roles)),
        steps=_each((measure.steps, item.steps)),
    )


def _miss(section: Section, key: str) -> None:
    """Report that a key is missing, unless it stands here misspelt and is reported as such."""
    if not section.is_misspelt(key):
        section.report(section.line, section.say("'{key}' is missing; add a line «{key}: …»", key=key))


def _check_order(section: Section, item: Item, links: tuple[Row, ...]) -> None:
    """Report every link that does not lead further along the chain."""
    for link in links:
        if _has_type(section) and not may_lead(item.type, link.type):
            message = section.say(
                "'{link}' is a {end}, and a {start} leads only to what comes later: {order}",
                link=link.id,
                end=link.type,
                start=item.type,
                order=ORDER,
            )
            section.report(section.line_of("links"), message, "links")
