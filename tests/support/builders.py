"""Small models written in code: `model("a b c", step("a", "b", years=1))`, for tests and benchmarks."""

from __future__ import annotations

from datetime import date

from careerpaths.model.model import (
    About,
    Interval,
    Level,
    Line,
    Model,
    Origin,
    Requirement,
    RequirementKind,
    Role,
    RoleKind,
    Source,
    SourceKind,
    Stage,
    Step,
    StepKind,
    TaskGroup,
    Text,
    Track,
)
from careerpaths.model.plan import Evidence, Item, ItemType, ResultKind

FIRST_STAGE = Stage("s0", Text("S0"), Text("S0"))
FIRST_TRACK = Track("t0", Text("T0"))
Years = float | tuple[float, float | None] | None


def role(role_id: str, **other: object) -> Role:
    """Return a position that one is employed as, unless `other` fields of `Role` say something else."""
    fields: dict[str, object] = {
        "name": Text(role_id.upper()),
        "short": Text(role_id.upper()),
        "kind": RoleKind.POSITION,
        "stage": FIRST_STAGE,
        "tracks": (FIRST_TRACK,),
        "origin": Origin.EXAMPLE,
        "purpose": line("purpose"),
        "employed": True,
    }
    return Role(id=role_id, **{**fields, **other})  # type: ignore[arg-type]


def assignment(role_id: str, *beside: str, **other: object) -> Role:
    """Return an assignment that is held beside any of these roles."""
    return role(role_id, kind=RoleKind.ASSIGNMENT, employed=False, beside=beside, **other)


def outside(role_id: str, **other: object) -> Role:
    """Return a phase in which one is not employed."""
    return role(role_id, kind=RoleKind.PHASE, employed=False, **other)


def step(start: str, end: str, years: Years = None, requires: str = "", **other: object) -> Step:
    """Return a step that takes `years` (exact, or least and most) and requires the ids in `requires`.

    An id that ends in `!` is decided by the employer.
    """
    least, most = years if isinstance(years, tuple) else (years, years)
    fields: dict[str, object] = {
        "kind": StepKind.UP,
        "origin": Origin.EXAMPLE,
        "how": line("how"),
        "requires": tuple(requirement(one) for one in requires.split()),
        "time": None if least is None else Interval(least, most),
    }
    return Step(start, end, **{**fields, **other})  # type: ignore[arg-type]


def leaving(end: str, *starts: str) -> tuple[Step, ...]:
    """Return the steps that «every employed role» → `end` stands for."""
    return tuple(step(start, end, kind=StepKind.OUT, wildcard=True) for start in starts)


def requirement(requirement_id: str) -> Requirement:
    """Return a requirement of the person, or of the employer when its id ends in `!`."""
    kind = RequirementKind.EMPLOYER if requirement_id.endswith("!") else RequirementKind.TRAINING
    return Requirement(requirement_id, Text(requirement_id), kind=kind)


def line(line_id: str, text: str = "", *sources: Source, **other: object) -> Line:
    """Return a line whose text is its id, unless given."""
    return Line(line_id, Text(text or line_id), sources, **other)  # type: ignore[arg-type]


def source(source_id: str, kind: SourceKind = SourceKind.ARTICLE) -> Source:
    """Return a source."""
    return Source(source_id, kind, Text(source_id), Text(source_id))


def tasks(*lines: Line) -> tuple[TaskGroup, ...]:
    """Return one function with these tasks."""
    return (TaskGroup("work", Text("Work"), lines),)


def model(roles: str | tuple[Role | str, ...], *steps: Step | tuple[Step, ...]) -> Model:
    """Return a model of roles (ids of positions, or roles) and steps, in the order given."""
    given = tuple(roles.split()) if isinstance(roles, str) else roles
    made = tuple(role(one) if isinstance(one, str) else one for one in given)
    flat = tuple(one for group in steps for one in (group if isinstance(group, tuple) else (group,)))
    return Model(
        language="sv",
        about=About(Text("T"), Text("O"), "1", date(2026, 11, 21), 24, Text("W"), Text("O")),
        stages=tuple(dict.fromkeys(one.stage for one in made)),
        tracks=tuple(dict.fromkeys(track for one in made for track in one.tracks)),
        roles=made,
        steps=flat,
        requirements=tuple({one.id: one for made_step in flat for one in made_step.requires}.values()),
    )


def row(row_id: str, kind: str, links: str = "", **other: object) -> Item:
    """Return a row of a plan at all three levels, on experience, that leads on to the rows in `links`."""
    fields: dict[str, object] = {
        "text": line("", row_id),
        "levels": tuple(Level),
        "evidence": Evidence.EXPERIENCE,
        "links": tuple(links.split()),
    }
    if kind in tuple(ResultKind):
        fields |= {"result": ResultKind(kind)}
    of = ItemType.RESULT if kind in tuple(ResultKind) else ItemType(kind)
    return Item(row_id, of, **{**fields, **other})  # type: ignore[arg-type]
