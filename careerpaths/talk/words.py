"""How the values of a plan are said, on the screen and on paper."""

from __future__ import annotations

from careerpaths.locale import Phrases
from careerpaths.model.model import Amount, Period
from careerpaths.talk.plan import Direction, Held, Outcome


def direction_word(phrases: Phrases, direction: Direction) -> str:
    """Return what a direction is called."""
    _ = phrases.say
    return {
        Direction.UNDECIDED: _("Not decided yet"),
        Direction.ROLES: _("Another role"),
        Direction.STAY: _("Stay and go deeper"),
    }[direction]


def held_word(phrases: Phrases, held: Held) -> str:
    """Return whether a requirement is fulfilled, in a word or two."""
    _ = phrases.say
    return {Held.HAS: _("Has"), Held.MISSING: _("Missing"), Held.UNKNOWN: _("Do not know")}[held]


def agreed_word(phrases: Phrases, agreed: bool) -> str:
    """Return whether something is agreed on."""
    return phrases.say("Yes") if agreed else phrases.say("Not yet")


def outcome_word(phrases: Phrases, outcome: Outcome | None) -> str:
    """Return what became of something planned, or that nobody has said."""
    _ = phrases.say
    words = {Outcome.DONE: _("Done"), Outcome.ONGOING: _("Ongoing"), Outcome.DROPPED: _("Dropped")}
    return words[outcome] if outcome else _("Not answered")


def amount_as_stated(phrases: Phrases, amount: Amount) -> str:
    """Return an amount with its period and year, and that today's amount has to be checked."""
    _ = phrases.say
    if amount.value is None:
        return _("Amount not stated, as of {year}; check the current amount", year=amount.year)
    return _(
        "{value} {unit} {period}, as of {year}; check the current amount",
        value=phrases.number(amount.value),
        unit=amount.unit,
        period=_period(phrases, amount.period),
        year=amount.year,
    )


def _period(phrases: Phrases, period: Period) -> str:
    _ = phrases.say
    return {
        Period.MONTH: _("per month"),
        Period.YEAR: _("per year"),
        Period.ONCE: _("once"),
        Period.NOT_STATED: _("(period not stated)"),
    }[period]
