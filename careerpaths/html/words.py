"""How the values of the model are said: kinds, levels, periods, times, and where a line comes from."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.locale import Phrases
from careerpaths.model.model import (
    Amount,
    Interval,
    Level,
    Line,
    Origin,
    Period,
    RoleKind,
    Source,
    SourceKind,
    StepKind,
    Text,
)


@dataclass(frozen=True)
class Badge:
    """What a line rests on: one badge a document, with the paraphrases it opens."""

    kind: SourceKind
    title: Text
    sources: tuple[Source, ...]


def badges(line: Line) -> tuple[Badge, ...]:
    """Return one badge for each article, statute or page the line rests on, in the line's order."""
    titles = dict.fromkeys((source.kind, source.title) for source in line.sources)
    return tuple(
        Badge(kind, title, tuple(s for s in line.sources if (s.kind, s.title) == (kind, title)))
        for kind, title in titles
    )


def kind_word(phrases: Phrases, kind: StepKind) -> str:
    """Return the word for a kind of step."""
    _ = phrases.say
    return {
        StepKind.IN: _("In"),
        StepKind.UP: _("Upwards"),
        StepKind.SIDEWAYS: _("Sideways"),
        StepKind.DEEPENING: _("Deepening"),
        StepKind.BACK: _("Back"),
        StepKind.OUT: _("Out"),
    }[kind]


def kind_meaning(phrases: Phrases, kind: StepKind) -> str:
    """Return what a kind of step means, as the legend says it."""
    _ = phrases.say
    return {
        StepKind.IN: _("into the profession or back into it"),
        StepKind.UP: _("to more responsibility"),
        StepKind.SIDEWAYS: _("to another area, at the same height"),
        StepKind.DEEPENING: _("more of your subject, often beside your position"),
        StepKind.BACK: _("to what you did before"),
        StepKind.OUT: _("a good ending"),
    }[kind]


def role_kind_word(phrases: Phrases, kind: RoleKind) -> str:
    """Return the word for a kind of role."""
    _ = phrases.say
    return {
        RoleKind.POSITION: _("Position"),
        RoleKind.ASSIGNMENT: _("Assignment beside the position"),
        RoleKind.PHASE: _("Phase"),
    }[kind]


def role_kind_short(phrases: Phrases, kind: RoleKind) -> str:
    """Return the shortest word for a kind of role, for the legend under the map."""
    _ = phrases.say
    return {
        RoleKind.POSITION: _("position"),
        RoleKind.ASSIGNMENT: _("assignment"),
        RoleKind.PHASE: _("phase"),
    }[kind]


def role_kind_meaning(phrases: Phrases, kind: RoleKind) -> str:
    """Return what the shape of a box means, as the legend says it."""
    _ = phrases.say
    return {
        RoleKind.POSITION: _("Position: what you are employed as"),
        RoleKind.ASSIGNMENT: _("Assignment: held beside your position"),
        RoleKind.PHASE: _("Phase: a part of working life"),
    }[kind]


def level_word(phrases: Phrases, level: Level) -> str:
    """Return who acts at a level, as a role card's heading."""
    _ = phrases.say
    return {
        Level.ORGANISATION: _("The organisation"),
        Level.GROUP: _("The group"),
        Level.INDIVIDUAL: _("You"),
    }[level]


def origin_word(phrases: Phrases, origin: Origin) -> str:
    """Return how much of a role or step the sources name."""
    _ = phrases.say
    return {
        Origin.SOURCE: _("Named in the sources"),
        Origin.PARTLY: _("Partly in the sources"),
        Origin.EXAMPLE: _("Example – to be verified by the organisation"),
    }[origin]


def period_word(phrases: Phrases, amount: Amount) -> str:
    """Return how often an amount is paid, or that the source does not say."""
    _ = phrases.say
    return {
        Period.MONTH: _("per month"),
        Period.YEAR: _("per year"),
        Period.ONCE: _("once"),
        Period.NOT_STATED: _("(period not stated)"),
    }[amount.period]


def years(phrases: Phrases, time: Interval) -> str:
    """Return a typical time in years, such as «2–3 år» or «från 5 år»."""
    if time.most is None:
        return phrases.say("from {years} years", years=phrases.number(time.least))
    if time.most == time.least:
        return phrases.count("{n} year", "{n} years", time.most)
    if time.least == 0:
        return phrases.say("up to {years}", years=phrases.count("{n} year", "{n} years", time.most))
    interval = f"{phrases.number(time.least)}–{phrases.number(time.most)}"
    return phrases.say("{years} years", years=interval)


def years_counted(phrases: Phrases, years: float) -> str:
    """Return a number of years, such as «1,5 år»."""
    return phrases.count("{n} year", "{n} years", years)


def about_years(phrases: Phrases, years: float) -> str:
    """Return a typical time as a guide: «cirka 3 år», or that the model gives none."""
    if years == 0:
        return phrases.say("no time stated")
    return phrases.say("about {years}", years=years_counted(phrases, years))
