"""The part of a model that anyone may see: without the lines, roles and steps that are marked internal.

What is left says nothing about what was taken away. A role without its purpose, a step without how it happens and a
measure without its text cannot be shown, so one of those marked internal takes its owner along. So does the last role
that an assignment could be held beside. The plan, what changed over time, and the questions that only the organisation
can answer are for those who work there, and stay out.
Sources, amounts and requirements stay if something left rests on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from careerpaths.model.model import Amount, Line, Model, Requirement, Role, Source, Step

Record = TypeVar("Record", Role, Step)
Named = TypeVar("Named", Amount, Requirement, Source)


def without_internal(model: Model) -> Model:
    """Return the public extract of a model."""
    roles = tuple(_redacted(role) for role in _public_roles(model))
    kept = {role.id for role in roles}
    steps = tuple(
        _redacted(step) for step in model.steps if _is_public(step, step.how) and {step.start, step.end} <= kept
    )
    ways = {step.id for step in steps}
    measures = (one for one in model.measures if not one.text.internal)
    left = replace(
        model,
        roles=tuple(replace(role, beside=_known(role.beside, kept)) for role in roles),
        steps=steps,
        stages=tuple(stage for stage in model.stages if any(stage == role.stage for role in roles)),
        tracks=tuple(track for track in model.tracks if any(track in role.tracks for role in roles)),
        measures=tuple(replace(one, roles=_known(one.roles, kept), steps=_known(one.steps, ways)) for one in measures),
        questions=(),
        plan=(),
        timeline=(),
    )
    return _without_orphans(left, model)


def _public_roles(model: Model) -> tuple[Role, ...]:
    """Return the roles that may be seen; an assignment that only internal ones could hold goes with them."""
    roles = tuple(role for role in model.roles if _is_public(role, role.purpose))
    while True:
        kept = {role.id for role in roles}
        able = tuple(role for role in roles if not role.beside or kept & {*role.beside})
        if able == roles:
            return roles
        roles = able


def _is_public(record: Role | Step, needed: Line) -> bool:
    return not (record.internal or needed.internal)


def _known(ids: tuple[str, ...], kept: set[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in kept)


def _redacted(record: Record) -> Record:
    """Return a role or step without the lines marked internal."""
    return replace(record, **{part.name: _visible(getattr(record, part.name)) for part in fields(record)})


def _visible(value: Any) -> Any:
    """Return a field's value without internal lines; a heading that has lost all its lines goes too."""
    if isinstance(value, Line):
        return None if value.internal else value
    if isinstance(value, tuple):
        return tuple(shown for part in value if (shown := _visible(part)) is not None)
    if hasattr(value, "tasks"):
        tasks = _visible(value.tasks)
        return replace(value, tasks=tasks) if tasks or not value.tasks else None
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: _visible(getattr(value, part.name)) for part in fields(value) if part.init})
    return value


def _without_orphans(left: Model, whole: Model) -> Model:
    """Return what is left without the sources, amounts and requirements that only what was taken away rested on."""

    def kept(kind: type[Named], all_of_them: tuple[Named, ...]) -> tuple[Named, ...]:
        used = [{one.id for one in _within(_resting(model), kind)} for model in (whole, left)]
        gone = used[0] - used[1]
        return tuple(one for one in all_of_them if one.id not in gone)

    return replace(
        left,
        amounts=kept(Amount, left.amounts),
        requirements=kept(Requirement, left.requirements),
        sources=kept(Source, left.sources),
    )


def _resting(model: Model) -> tuple[object, ...]:
    """Return the records that refer to sources, amounts and requirements."""
    return (model.roles, model.steps, model.measures, model.glossary, model.plan, model.timeline)


def _within(value: object, kind: type[Named]) -> Iterator[Named]:
    """Yield everything of a kind inside a value, however deep."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for part in value:
            yield from _within(part, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name), kind)
