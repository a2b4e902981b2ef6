"""Iteration over every line of a model, and whether a role is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from careerpaths.model.model import ByLevel, Line, Model, Role, Step, TaskGroup


def lines_with_place(model: Model) -> Iterator[tuple[str, str, str, Line]]:
    """Yield every line of the model with its record's kind and id, and the field that it stands in."""
    records: tuple[Role | Step, ...] = (*model.roles, *model.steps)
    for record in records:
        kind = "role" if isinstance(record, Role) else "step"
        yield from ((kind, record.id, name, line) for name, line in lines_of(record))
    yield from (("measure", measure.id, "text", measure.text) for measure in model.measures)
    yield from (("plan", item.id, item.type.value, item.text) for item in model.plan)


def lines_of(record: Role | Step) -> Iterator[tuple[str, Line]]:
    """Yield every line of a role or step with the name of the field it stands in."""
    for part in fields(record):
        yield from ((part.name, line) for line in _lines(getattr(record, part.name)))


def _lines(value: object) -> Iterator[Line]:
    if isinstance(value, Line):
        yield value
    elif isinstance(value, TaskGroup):
        yield from value.tasks
    elif isinstance(value, tuple):
        for part in value:
            yield from _lines(part)
    elif isinstance(value, ByLevel):
        for part in (value.organisation, value.group, value.individual):
            yield from part


def is_outdated(role: Role, model: Model, today: date) -> bool:
    """Return whether a role was reviewed longer ago than the months its model allows."""
    if role.reviewed is None:
        return False
    months = (today.year - role.reviewed.year) * 12 + today.month - role.reviewed.month
    months -= today.day < role.reviewed.day
    return months >= model.about.review_months and today > role.reviewed
