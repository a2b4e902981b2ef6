"""How the values of the model are said, on the page and on paper: a table for each kind of value, times and amounts.

A table holds the English words; `phrases.say(LEVEL[level])` says one of them, and `phrases.words(LEVEL)` all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from careerpaths.analysis.comparison import Topic
from careerpaths.analysis.plan.chain import ColumnKind
from careerpaths.analysis.plan.loose_ends import FlagKind
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
from careerpaths.model.plan import Evidence, ItemType
from careerpaths.model.problems import _
from careerpaths.model.statement import Conformity, Method

MOST_SHORT = 60  # letters of a text that is said shortly beside a name
LEAST_CLAUSE = 20  # letters of a first clause that says something by itself

STEP_KIND = {
    StepKind.IN: _("In"),
    StepKind.UP: _("Upwards"),
    StepKind.SIDEWAYS: _("Sideways"),
    StepKind.DEEPENING: _("Deepening"),
    StepKind.BACK: _("Back"),
    StepKind.OUT: _("Out"),
}

STEP_KIND_MEANING = {
    StepKind.IN: _("into the profession or back into it"),
    StepKind.UP: _("to more responsibility"),
    StepKind.SIDEWAYS: _("to another area, at the same height"),
    StepKind.DEEPENING: _("more of your subject, often beside your position"),
    StepKind.BACK: _("to what you did before"),
    StepKind.OUT: _("a good ending"),
}
"""What a kind of step means, as the legend says it."""

ROLE_KIND = {
    RoleKind.POSITION: _("Position"),
    RoleKind.ASSIGNMENT: _("Assignment beside the position"),
    RoleKind.PHASE: _("Phase"),
}

ROLE_KIND_SHORT = {
    RoleKind.POSITION: _("position"),
    RoleKind.ASSIGNMENT: _("assignment"),
    RoleKind.PHASE: _("phase"),
}
"""For the legend under the map."""

ROLE_KIND_MEANING = {
    RoleKind.POSITION: _("Position: what you are employed as"),
    RoleKind.ASSIGNMENT: _("Assignment: held beside your position"),
    RoleKind.PHASE: _("Phase: a part of working life"),
}
"""What the shape of a box means, as the legend says it."""

LEVEL = {
    Level.ORGANISATION: _("Organisation"),
    Level.GROUP: _("Group"),
    Level.INDIVIDUAL: _("Individual"),
}

LEVEL_ACTOR = {
    Level.ORGANISATION: _("The organisation"),
    Level.GROUP: _("The group"),
    Level.INDIVIDUAL: _("You"),
}
"""Who acts at a level: a role's card speaks to its reader, where the map's filter and the plan name the level."""

HEADING = {
    Topic.TASKS: _("What you do"),
    Topic.REQUIRES: _("What is required"),
    Topic.MERITS: _("An advantage, not a demand"),
    Topic.PREREQUISITES: _("What the employer must provide"),
    Topic.SUPPORT: _("Support"),
    Topic.BENEFITS: _("What you get"),
}
"""The headings of a comparison: the same words as on the cards."""

KAL_PART = {
    "K": _("Competence and staffing (K)"),
    "A": _("Conditions of work (A)"),
    "L": _("Pay formation (L)"),
    "": _("In none of the parts"),
}

ORIGIN = {
    Origin.SOURCE: _("Named in the sources"),
    Origin.PARTLY: _("Partly in the sources"),
    Origin.EXAMPLE: _("Example – to be verified by the organisation"),
}

PERIOD = {
    Period.MONTH: _("per month"),
    Period.YEAR: _("per year"),
    Period.ONCE: _("once"),
    Period.NOT_STATED: _("(period not stated)"),
}

PART = {
    ColumnKind.MISSION: _("Mission"),
    ColumnKind.CHALLENGE: _("Challenge"),
    ColumnKind.CAUSE: _("Cause of turnover"),
    ColumnKind.NEED: _("Competence need"),
    ColumnKind.PREREQUISITE: _("Prerequisite"),
    ColumnKind.ACTIVITY: _("Activity or measure"),
    ColumnKind.EXPECTED: _("Expected result"),
    ColumnKind.REPORTED: _("Reported result"),
}

ITEM_TYPE = {one: _("Result") if one is ItemType.RESULT else PART[ColumnKind(one.value)] for one in ItemType}
"""A type of row is said like its column; results have two."""

EVIDENCE = {
    Evidence.STRONG_RESEARCH: _("strong research"),
    Evidence.WEAK_RESEARCH: _("weak research"),
    Evidence.OWN_FOLLOW_UP: _("own follow-up"),
    Evidence.EXPERIENCE: _("experience"),
    Evidence.ASSUMPTION: _("assumption"),
}

FLAG = {
    FlagKind.CHALLENGE_WITHOUT_NEED: _("Challenge without a competence need or prerequisite: {text}"),
    FlagKind.NEED_WITHOUT_ACTIVITY: _("Need or prerequisite without an activity: {text}"),
    FlagKind.ACTIVITY_WITHOUT_RESULT: _("Activity without an expected result: {text}"),
    FlagKind.ACTIVITY_WITHOUT_CHALLENGE: _("Activity that answers no challenge: {text}"),
    FlagKind.RESULT_WITHOUT_ACTIVITY: _("Expected result that nobody works for: {text}"),
    FlagKind.ONE_LEVEL: _("Challenge with something at one level only ({level}) and nothing at the others: {text}"),
    FlagKind.ONE_ASSUMPTION: _("The whole chain stands on one assumption: {text}"),
}
"""`{text}` is the row, `{level}` the only level with rows."""

CONFORMITY = {
    Conformity.FULLY: _("fully compliant"),
    Conformity.PARTLY: _("partly compliant"),
    Conformity.NOT: _("not compliant"),
}

METHOD = {
    Method.SELF: _("We have judged the service ourselves."),
    Method.EXTERNAL: _("Somebody outside the organisation has judged the service."),
}


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


def amount_as_stated(phrases: Phrases, amount: Amount) -> str:
    """Return an amount with its period and year, and that today's amount has to be checked."""
    if amount.value is None:
        return phrases.say("Amount not stated, as of {year}; check the current amount", year=amount.year)
    return phrases.say(
        "{value} {unit} {period}, as of {year}; check the current amount",
        value=phrases.number(amount.value),
        unit=amount.unit,
        period=phrases.say(PERIOD[amount.period]),
        year=amount.year,
    )


def years(phrases: Phrases, time: Interval) -> str:
    """Return a typical time in years, such as «2–3 år» or «från 5 år»."""
    if time.most is None:
        return phrases.say("from {years} years", years=phrases.number(time.least))
    if time.most == time.least:
        return years_counted(phrases, time.most)
    if time.least == 0:
        return phrases.say("up to {years}", years=years_counted(phrases, time.most))
    return phrases.say("{years} years", years=f"{phrases.number(time.least)}–{phrases.number(time.most)}")


def years_counted(phrases: Phrases, years: float) -> str:
    """Return a number of years, such as «1,5 år»."""
    return phrases.count("{n} year", "{n} years", years)


def shortened(text: Text, most: int = MOST_SHORT) -> Text:
    """Return the first sentence of a text without its full stop, ended with «…» where it is longer than `most` letters.

    It is cut after a clause where there is one, else after a word that says something: not «and», «of» or «the».
    """
    first = re.split(r"\. (?=[^\W\da-zåäö])", text, maxsplit=1)[0].rstrip(".")
    if len(first) <= most:
        return Text(first, text.lang)
    cut = first[:most].rpartition(" ")[0] or first[: most - 1]
    clause = cut.rpartition(", ")[0]
    kept = clause if len(clause) >= LEAST_CLAUSE else re.sub(r"(\W+[a-zåäö]{1,3})+$", "", cut)
    return Text(f"{kept.rstrip(',;: –')}…", text.lang)


def about_years(phrases: Phrases, years: float) -> str:
    """Return a typical time as a guide: «cirka 3 år», or that the model gives none."""
    if years == 0:
        return phrases.say("no time stated")
    return phrases.say("about {years}", years=years_counted(phrases, years))
