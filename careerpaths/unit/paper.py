"""The unit's plan as a paper: one table for each link of the chain, and what hangs loose."""

from __future__ import annotations

from collections.abc import Iterable

from careerpaths.analysis.plan.chain import FORWARD, ColumnKind, column_of
from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.analysis.plan.loose_ends import Flag, flags
from careerpaths.documents.blocks import Block, Heading, Paper, Prose, Table
from careerpaths.html.words import EVIDENCE, FLAG, LEVEL, PART
from careerpaths.locale import Phrases, phrases_for
from careerpaths.model.model import Model, Role, Step
from careerpaths.model.plan import Item, ItemType
from careerpaths.unit.plan import UnitPlan

Names = dict[str, str]
"""What each role and step is called; one that the model no longer has, what it was called in the plan."""


def unit_paper(plan: UnitPlan, model: Model) -> Paper:
    """Return the plan as a paper in its language; the model gives the library and the organisation's name."""
    phrases = phrases_for(plan.language)
    _ = phrases.say
    title = _("Plan of the unit {day}", day=phrases.day(plan.newest_day))
    lead = _("The map: version {version}. Rows from the library, and the unit’s own.", version=plan.model_version)
    return Paper(
        language=plan.language,
        title=title,
        letterhead=str(model.about.organisation),
        lead=f"{_days(plan, phrases)} {lead}".strip(),
        blocks=tuple(_blocks(plan.graph(model), _names(plan, model), phrases)),
        foot=title,
        page=_("Page {page} of {pages}"),
    )


def _days(plan: UnitPlan, phrases: Phrases) -> str:
    """Return when the plan was made and changed, where those are two days."""
    if plan.newest_day == plan.created:
        return ""
    day, later = phrases.day(plan.created), phrases.day(plan.newest_day)
    return phrases.say("Plan of {day}, changed {later}.", day=day, later=later)


def _names(plan: UnitPlan, model: Model) -> Names:
    then = {one.id: one.text for row in plan.rows for one in (*row.roles, *row.steps)}
    places: tuple[Role | Step, ...] = (*model.roles, *model.steps)
    return {**then, **{place.id: model.name_of(place) for place in places}}


def _blocks(graph: PlanGraph, names: Names, phrases: Phrases) -> Iterable[Block]:
    for part in FORWARD:
        items = tuple(item for item in graph.items if column_of(item) is part)
        if items:
            yield Heading(2, phrases.say(PART[part]))
            yield _table(items, part, graph, names, phrases)
    loose = flags(graph)
    yield Heading(2, phrases.say("What hangs loose"))
    yield from (Prose(flag_sentence(flag, phrases)) for flag in loose)
    if not loose:
        yield Prose(phrases.say("Nothing hangs loose."))


def _table(items: Iterable[Item], part: ColumnKind, graph: PlanGraph, names: Names, phrases: Phrases) -> Table:
    _ = phrases.say
    day = part is ColumnKind.REPORTED
    head = (_("Row"), _("Level"), _("Reported on") if day else _("Responsible and when"), _("Leads on to"))
    rows = (
        (
            _row(item, names, phrases),
            "\n".join(_(LEVEL[level]) for level in item.levels),
            _day(item, phrases) if day else "\n".join(text for text in (item.function, item.when, item.status) if text),
            "\n".join(f"– {_next(one, phrases)}" for one in graph.after(item.id)),
        )
        for item in items
    )
    return Table(head, tuple(rows), (6, 3, 4, 5))


def _row(item: Item, names: Names, phrases: Phrases) -> str:
    """Return what a row says, what it rests on, and which roles and steps it concerns."""
    text = item.text.text or phrases.say("(no text yet)")
    basis = phrases.say("Rests on: {evidence}", evidence=phrases.say(EVIDENCE[item.evidence]))
    concerned = ", ".join(names[one] for one in (*item.roles, *item.steps))
    concerns = phrases.say("Concerns: {places}", places=concerned) if concerned else ""
    own = phrases.say("Own row") if item.own else ""
    return "\n".join(part for part in (text, basis, concerns, own) if part)


def _next(item: Item, phrases: Phrases) -> str:
    """Return a row that another leads on to; a result with its kind, and the day where it is reported."""
    if item.type is not ItemType.RESULT:
        return str(item.text.text)
    kind = phrases.say(PART[column_of(item)])
    return f"{kind} {_day(item, phrases)}: {item.text.text}" if item.is_reported else f"{kind}: {item.text.text}"


def flag_sentence(flag: Flag, phrases: Phrases) -> str:
    """Return a flag in words, as the page says it."""
    level = phrases.say(LEVEL[flag.level]).lower() if flag.level else ""
    return phrases.say(FLAG[flag.kind], level=level, text=flag.item.text.text)


def _day(item: Item, phrases: Phrases) -> str:
    return phrases.day(item.day) if item.day else phrases.say("day not stated")
