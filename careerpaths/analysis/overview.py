"""Figures and lists for managers: cells of the map, dead ends, evidence, measures and results, for any model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerpaths.analysis.bottlenecks import Bottleneck, bottlenecks
from careerpaths.analysis.plan.graph import PlanGraph, plan_of
from careerpaths.model.model import Measure, Model, Role, RoleKind, Stage, Step, StepKind, Track
from careerpaths.model.plan import Item, ItemType, TimelineEntry
from careerpaths.model.walk import is_outdated, lines_of

PARTS = ("K", "A", "L")
"""The three parts of the plan (source: S19-28): staffing and competence, conditions of work, pay."""


@dataclass(frozen=True)
class Cell:
    """One stage × track of the map: its roles, the steps into them and on from them (OUT not counted)."""

    stage: Stage
    track: Track
    roles: tuple[Role, ...]
    ways_here: tuple[Step, ...]
    ways_on: tuple[Step, ...]


@dataclass(frozen=True)
class EvidenceCounts:
    """Number of lines with a source, with only the organisation's own verification, and with neither (examples)."""

    source: int
    verified: int
    example: int

    @property
    def total(self) -> int:
        """Return the number of lines."""
        return self.source + self.verified + self.example

    @property
    def share(self) -> float:
        """Return how much of the lines has a source, from 0 to 1."""
        return self.source / (self.total or 1)


@dataclass(frozen=True)
class MeasureResults:
    """A measure with its rows of the plan (`rows`), and the expected and the reported results they lead to.

    `years` are those of the sources that name it.
    """

    measure: Measure
    years: tuple[int, ...]
    rows: tuple[Item, ...]
    expected: tuple[Item, ...]
    reported: tuple[Item, ...]


@dataclass(frozen=True)
class PlanPart:
    """One part of the plan (K, A or L), or the measures that stand in none of them (an empty letter)."""

    letter: str
    measures: tuple[MeasureResults, ...]


@dataclass(frozen=True)
class Results:
    """Expected and reported results, never mixed; each with the activities that lead there."""

    expected: tuple[tuple[Item, tuple[Item, ...]], ...]
    reported: tuple[tuple[Item, tuple[Item, ...]], ...]


@dataclass(frozen=True)
class Overview:
    """Everything on the page «Överblick» on the day `today`.

    `lines` begin with the role that rests most on sources. `inside` are the roles of working life, where one may come
    to a stop: `dead_ends` are those that nothing but leaving leads on from, and `no_way_back` those that one comes to
    from another role and cannot go back from, by a step back or by a step to where one came from.
    """

    today: date
    cells: tuple[Cell, ...]
    inside: tuple[Role, ...]
    dead_ends: tuple[Role, ...]
    bottlenecks: tuple[Bottleneck, ...]
    no_way_back: tuple[Role, ...]
    lines: tuple[tuple[Role, EvidenceCounts], ...]
    outdated: tuple[Role, ...]
    never_reviewed: tuple[Role, ...]
    parts: tuple[PlanPart, ...]
    results: Results
    timeline: tuple[TimelineEntry, ...]

    @property
    def measures(self) -> tuple[MeasureResults, ...]:
        """Return the measures of all parts, those with a reported result first, then those with an expected one."""
        found = (one for part in self.parts for one in part.measures)
        return tuple(sorted(found, key=lambda one: (not one.reported, not one.expected)))

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the sources that name a measure."""
        return tuple(sorted({year for one in self.measures for year in one.years}))


def overview(model: Model, today: date) -> Overview:
    """Return the overview of a model."""
    graph = plan_of(model)
    counted = [(role, _evidence_counts(role)) for role in model.roles]
    inside = tuple(role for role in model.roles if role.employed or role.kind is RoleKind.ASSIGNMENT)
    return Overview(
        today=today,
        cells=_cells(model),
        inside=inside,
        dead_ends=_dead_ends(model, inside),
        bottlenecks=bottlenecks(model),
        no_way_back=_no_way_back(model, inside),
        lines=tuple(sorted(counted, key=lambda pair: -pair[1].share)),
        outdated=tuple(role for role in model.roles if is_outdated(role, model, today)),
        never_reviewed=tuple(role for role in model.roles if role.reviewed is None),
        parts=_parts(model, graph),
        results=_results(graph),
        timeline=model.timeline,
    )


def _cells(model: Model) -> tuple[Cell, ...]:
    """Return the cells that hold roles, stage by stage; a role counts in its first track."""
    staying = tuple(step for step in model.steps if step.kind is not StepKind.OUT)
    squares = ((stage, track) for stage in model.stages for track in model.tracks)
    found = []
    for stage, track in squares:
        roles = tuple(role for role in model.roles_in(stage) if role.track.id == track.id)
        ids = {role.id for role in roles}
        here = tuple(step for step in staying if step.end in ids)
        on = tuple(step for step in staying if step.start in ids)
        if roles:
            found.append(Cell(stage, track, roles, here, on))
    return tuple(found)


def _dead_ends(model: Model, inside: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return the roles that no step but leaving leads on from."""
    going = {step.start for step in model.steps if step.kind is not StepKind.OUT}
    return tuple(role for role in inside if role.id not in going)


def _no_way_back(model: Model, working: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return the roles one cannot go back from; where a career begins is no place to go back to."""
    inside = {role.id for role in working}
    joins = {(step.start, step.end) for step in model.steps if {step.start, step.end} <= inside}
    places = {end for _, end in joins}
    stuck = {end for start, end in joins if start in places}
    stuck -= {start for start, end in joins if (end, start) in joins}
    stuck -= {step.start for step in model.steps if step.kind is StepKind.BACK}
    return tuple(role for role in model.roles if role.id in stuck)


def _evidence_counts(role: Role) -> EvidenceCounts:
    lines = tuple(line for _, line in lines_of(role))
    source = sum(bool(line.sources) for line in lines)
    example = sum(line.is_example for line in lines)
    return EvidenceCounts(source, len(lines) - source - example, example)


def _parts(model: Model, graph: PlanGraph) -> tuple[PlanPart, ...]:
    """Return the parts that have measures, those in none of them last."""
    parts = (
        PlanPart(letter, tuple(_measure_results(one, graph) for one in model.measures if one.kal == letter))
        for letter in (*PARTS, "")
    )
    return tuple(part for part in parts if part.measures)


def _measure_results(measure: Measure, graph: PlanGraph) -> MeasureResults:
    rows = tuple(item for item in graph.items if item.measure == measure.id)
    after = tuple(dict.fromkeys(one for row in rows for one in graph.after(row.id)))
    expected = tuple(one for one in after if one.is_expected)
    years = tuple(sorted({source.date.year for source in measure.sources if source.date}))
    return MeasureResults(measure, years, rows, expected, tuple(one for one in after if one.is_reported))


def _results(graph: PlanGraph) -> Results:
    led = tuple((item, _leading(graph, item)) for item in graph.of_type(ItemType.RESULT))
    return Results(
        tuple(pair for pair in led if pair[0].is_expected), tuple(pair for pair in led if pair[0].is_reported)
    )


def _leading(graph: PlanGraph, item: Item) -> tuple[Item, ...]:
    return tuple(one for one in graph.before(item.id) if one.type is ItemType.ACTIVITY)
