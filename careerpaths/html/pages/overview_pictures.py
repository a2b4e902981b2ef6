"""The pictures of «Överblick»: where roles lie, where it stops, what rests on sources, planned beside reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from careerpaths.analysis.bottlenecks import Bottleneck
from careerpaths.analysis.overview import EvidenceCounts, MeasureResults, Overview
from careerpaths.charts.rows import Bar, Cell, Drawing, Mark
from careerpaths.html.templating import TrustedMarkup
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Role

MOST_BOTTLENECKS = 8
MOST_ROWS = 24
"""How many rows a picture has; its table has all of them."""


@dataclass(frozen=True)
class Picture:
    """A picture in both widths, as markup."""

    wide: TrustedMarkup
    narrow: TrustedMarkup


Pictures = dict[str, Picture]
"""By what they show: `places`, `stops`, `sources`, `results`; one that would be empty is missing."""


def overview_pictures(model: Model, phrases: Phrases, seen: Overview) -> Pictures:
    """Draw the pictures of an overview in a language.

    Only here the library is loaded, which takes 0.3 s and 36 MB: the process that prepares a snapshot draws.
    """
    from careerpaths.charts.pictures import bars, marks, numbers

    say = phrases.say
    kinds = {"source": say("Source"), "verified": say("Verified"), "example": say("Example")}
    if not any(counts.verified for _, counts in seen.lines):
        del kinds["verified"]
    shares = [_share(phrases, role, counts, kinds) for role, counts in seen.lines[:MOST_ROWS]]
    drawn = {
        "places": numbers(
            list(_squares(model, seen)), [track.name for track in model.tracks], [stage.short for stage in model.stages]
        ),
        "sources": bars(shares, list(kinds.values())),
    }
    if stops := [_stop(model, phrases, one) for one in seen.bottlenecks[:MOST_BOTTLENECKS]]:
        drawn["stops"] = bars(stops, [say("Bottlenecks")])
    results, measures = seen.results.expected or seen.results.reported, seen.measures[:MOST_ROWS]
    if results and measures:
        columns = [*map(str, seen.years), say("Expected result"), say("Reported result")]
        drawn["results"] = marks(list(_marked(measures, seen.years)), [one.measure.name for one in measures], columns)
    return {name: _markup(drawing) for name, drawing in drawn.items()}


def _markup(drawing: Drawing) -> Picture:
    return Picture(TrustedMarkup(drawing.wide), TrustedMarkup(drawing.narrow))


def _squares(model: Model, seen: Overview) -> Iterator[Cell]:
    """Yield the number of roles in every stage and track, also where there are none."""
    held = {(cell.track.id, cell.stage.id): len(cell.roles) for cell in seen.cells}
    for row, track in enumerate(model.tracks):
        for column, stage in enumerate(model.stages):
            yield Cell(row, column, held.get((track.id, stage.id), 0))


def _stop(model: Model, phrases: Phrases, found: Bottleneck) -> Bar:
    ends = [found.place] if isinstance(found.place, Role) else [found.place.start, found.place.end]
    roles = (end if isinstance(end, Role) else model.role(end) for end in ends)
    share = phrases.share(found.dependent / found.pairs)
    return Bar(" → ".join(short_name(role) for role in roles if role), (found.dependent,), share)


def _share(phrases: Phrases, role: Role, counts: EvidenceCounts, kinds: Iterable[str]) -> Bar:
    said = phrases.say("{n} of {all}", n=phrases.number(counts.source), all=phrases.number(counts.total))
    return Bar(short_name(role), tuple(getattr(counts, kind) for kind in kinds), said)


def short_name(role: Role) -> str:
    """Return the name in a role's box, without the places where it may be broken."""
    return role.short.replace("|", "")


def _marked(measures: Sequence[MeasureResults], years: Sequence[int]) -> Iterator[Cell]:
    """Yield a mark for each year that names a measure, and for its expected and its reported result."""
    for row, one in enumerate(measures):
        yield from (Cell(row, years.index(year), Mark.DOT) for year in one.years)
        if one.expected:
            yield Cell(row, len(years), Mark.RING)
        if one.reported:
            yield Cell(row, len(years) + 1, Mark.SQUARE)
