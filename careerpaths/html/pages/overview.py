"""The page «Överblick» for managers, as HTML: six numbers, then four pictures with their tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careerpaths.analysis.overview import Overview
from careerpaths.checks.unverified import count_examples
from careerpaths.html.pages.overview_pictures import Pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import KAL_PART
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


@dataclass(frozen=True)
class Figure:
    """A number that matters: what it counts, and what it is computed from and for when."""

    value: str
    counts: str
    basis: str


def overview_html(context: RenderContext, seen: Overview, pictures: Pictures) -> str:
    """Return the overview as a document."""
    return context.render("overview.html.j2", **overview_view(context.model, context.phrases, seen, pictures))


def overview_view(model: Model, phrases: Phrases, seen: Overview, pictures: Pictures) -> dict[str, object]:
    """Return the variables of the overview's template."""
    held = ((stage, len(tuple(model.roles_in(stage)))) for stage in model.stages)
    return {
        "seen": seen,
        "figures": tuple(_figures(model, phrases, seen)),
        "pictures": pictures,
        "fullest": max(held, key=lambda pair: pair[1]),
        "place": model.name_of,
        "share": phrases.share,
        "part_word": phrases.words(KAL_PART).__getitem__,
    }


def _figures(model: Model, phrases: Phrases, seen: Overview) -> Iterator[Figure]:
    """Yield the numbers: where it goes on, where it stops, what it rests on, what came of it, what is open."""
    say, number, share, count = phrases.say, phrases.number, phrases.share, len(seen.inside)
    day = phrases.day(model.about.updated)
    steps = say("By the map’s steps, {day}. Leaving is not counted.", day=day)
    lead = say("{n} of {all}", n=number(count - len(seen.dead_ends)), all=number(count))
    yield Figure(lead, say("roles in working life lead on to another role"), steps)
    yield Figure(number(len(seen.no_way_back)), say("roles have no way back"), steps)
    if seen.bottlenecks:
        worst = seen.bottlenecks[0]
        pairs = say("{n} of {all} pairs of roles with a way between them", n=worst.dependent, all=worst.pairs)
        hangs = say("of the pairs of roles are joined only by way of {place}", place=model.name_of(worst.place))
        yield Figure(share(worst.dependent / worst.pairs), hangs, f"{pairs}, {day}.")
    examples, lines = count_examples(model)
    rests = say("{n} of {all} lines, {day}.", n=number(lines - examples), all=number(lines), day=day)
    yield Figure(share((lines - examples) / (lines or 1)), say("of the lines have a source or are verified"), rests)
    if seen.measures and (seen.results.expected or seen.results.reported):
        yield _results(phrases, seen)
    asked = say("By the map’s list of what is to be verified, {day}.", day=day)
    if model.questions:
        yield Figure(number(len(model.questions)), say("questions that only the organisation can answer"), asked)


def _results(phrases: Phrases, seen: Overview) -> Figure:
    reported = [one for one in seen.measures if one.reported]
    years = sorted({item.day.year for one in reported for item in one.reported if item.day})
    basis = phrases.say("As reported {years}; the map holds nothing later.", years=", ".join(map(str, years)))
    return Figure(
        phrases.say("{n} of {all}", n=phrases.number(len(reported)), all=phrases.number(len(seen.measures))),
        phrases.say("measures have a reported result"),
        basis if years else phrases.say("The map holds no reported result."),
    )
