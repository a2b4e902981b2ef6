"""The plan as a paper: which headings, texts and tables stand in it, in which order, and what they say."""

from __future__ import annotations

from collections.abc import Iterable

from careerpaths.documents.blocks import Block, Facts, Heading, Paper, Prose, Room, Signatures, Table
from careerpaths.locale import Phrases, phrases_for
from careerpaths.model.model import Model
from careerpaths.talk.plan import Direction, Earlier, FromModel, Plan
from careerpaths.talk.supplements import supplement_rows
from careerpaths.talk.words import AGREED, DIRECTION, HELD, OUTCOME


def paper(plan: Plan, model: Model) -> Paper:
    """Return the plan as a paper in the plan's language; the model gives the organisation and the amounts."""
    phrases = phrases_for(plan.language)
    _ = phrases.say
    day = phrases.day(plan.created)
    return Paper(
        language=plan.language,
        title=_("Development plan {day}", day=day),
        letterhead=str(model.about.organisation),
        lead=_("From the planning talk on {day}. The map: version {version}.", day=day, version=plan.model_version),
        blocks=tuple(_blocks(plan, model, phrases)),
        foot=_("Development plan {day}", day=day),
        page=_("Page {page} of {pages}"),
    )


def _blocks(plan: Plan, model: Model, phrases: Phrases) -> Iterable[Block]:
    yield from _looking_back(plan, phrases)
    yield from _direction(plan, phrases)
    yield from _gaps(plan, phrases)
    yield from _prerequisites(plan, phrases)
    yield from _activities(plan, phrases)
    yield from _questions(plan, phrases)
    yield from _notes(plan, phrases)
    yield from _supplements(plan, model, phrases)
    yield from _ending(plan, phrases)


def _looking_back(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    if plan.looking_back:
        _ = phrases.say
        yield Heading(2, _("Looking back"))
        rows = (
            (_was_planned(one, phrases), _(OUTCOME[one.status]) if one.status else _("Not answered"), one.note)
            for one in plan.looking_back
        )
        yield Table((_("What was planned"), _("Outcome"), _("Note")), tuple(rows), (5, 2, 4))


def _was_planned(one: Earlier, phrases: Phrases) -> str:
    lines = (_named(one, one.text, phrases), one.details, phrases.day(one.planned))
    return "\n".join(line for line in lines if line)


def _direction(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    _ = phrases.say
    blank = _("Not filled in")
    role = _named(plan.role, plan.role.text, phrases) if plan.role else blank
    goals = [_named(goal, goal.text, phrases) for goal in plan.goals] if plan.direction is Direction.ROLES else []
    ahead = "\n".join(goals) or _(DIRECTION[plan.direction])
    yield Heading(2, _("Today and ahead"))
    since = plan.since.strip() or blank
    yield Facts(((_("Role today"), role), (_("In the role since"), since), (_("Direction"), ahead)))


def _gaps(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    if plan.gaps:
        _ = phrases.say
        stays = plan.direction is Direction.STAY
        rows = ((_named(gap, gap.text, phrases), _(HELD[gap.status])) for gap in plan.gaps)
        yield Heading(2, _("What counts as a merit") if stays else _("What is required"))
        yield Table((_("Merit") if stays else _("Requirement"), _("How it stands")), tuple(rows), (5, 1))


def _prerequisites(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    if plan.prerequisites:
        _ = phrases.say
        yield Heading(2, _("What the employer answers for"))
        note = _("Prerequisites that the employer arranges. They are not requirements on the employee.")
        yield Prose(note, quiet=True)
        rows = ((_named(one, one.text, phrases), _(AGREED[one.agreed]), one.note) for one in plan.prerequisites)
        yield Table((_("Prerequisite"), _("Agreed"), _("Note")), tuple(rows), (9, 4, 7))


def _activities(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    if plan.activities:
        _ = phrases.say
        yield Heading(2, _("Activities"))
        rows = ((_named(one, one.what, phrases), one.when, one.responsible) for one in plan.activities)
        yield Table((_("What will be done"), _("When"), _("Responsible function")), tuple(rows), (5, 2, 3))


def _questions(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    if plan.questions:
        _ = phrases.say
        yield Heading(2, _("Questions for the talk"))
        rows = ((_named(one, one.text, phrases), one.note) for one in plan.questions)
        yield Table((_("Question"), _("Note")), tuple(rows), (1, 1))


def _notes(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    _ = phrases.say
    yield Heading(2, _("Notes"))
    notes = {_("Before the talk"): plan.before, _("During the talk"): plan.during, _("After the talk"): plan.after}
    for heading, note in notes.items():
        yield Heading(3, heading)
        yield Prose(note) if note.strip() else Room(3)


def _supplements(plan: Plan, model: Model, phrases: Phrases) -> Iterable[Block]:
    rows = supplement_rows(plan, model, phrases)
    if rows:
        _ = phrases.say
        yield Heading(2, _("Supplements that may concern the role"))
        note = _("What a source has stated, not an agreement. That it stands here gives no right to it.")
        yield Prose(note, quiet=True)
        yield Table((_("Supplement and role"), _("As stated"), _("Condition")), rows, (5, 4, 5))


def _ending(plan: Plan, phrases: Phrases) -> Iterable[Block]:
    _ = phrases.say
    yield Heading(2, _("Follow-up"))
    yield Prose(phrases.day(plan.follow_up)) if plan.follow_up else Room(1)
    yield Heading(2, _("Signatures"))
    yield Signatures((_("Employee"), _("Manager")), _("Date"))
    yield Heading(2, _("How this plan is handled"))
    yield Prose(_handling(phrases), quiet=True)


def _handling(phrases: Phrases) -> str:
    return phrases.say(
        "Karriärkartan keeps nothing: the plan is only in the files that were saved from the talk. The PDF and the "
        "plan file can be loaded at the next talk. Keep the plan where the employer has decided that such plans are "
        "kept. A finished plan may be an official document that others can ask for. The plan is support for a talk, "
        "not an agreement on a post or on pay."
    )


def _named(item: FromModel, text: str, phrases: Phrases) -> str:
    return phrases.say("{text} (no longer on the map)", text=text) if item.gone else text
