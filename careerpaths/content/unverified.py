"""Which lines of the model are examples that the organisation has to verify."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.content.export import lines_of
from careerpaths.content.model import Line, Model, Role, Step, Text


@dataclass(frozen=True)
class Unverified:
    """One role or step and its lines that rest on nothing yet."""

    id: str
    title: Text
    lines: tuple[Line, ...]


def unverified(model: Model) -> tuple[Unverified, ...]:
    """Return every role and step that holds examples, in the order of the file."""
    found = []
    records: tuple[Role | Step, ...] = (*model.roles, *(step for step in model.steps if not step.wildcard))
    for record in records:
        examples = tuple(line for _, line in lines_of(record) if line.is_example)
        if examples:
            found.append(Unverified(record.id, _title(model, record.id), examples))
    return tuple(found)


def counted(model: Model) -> tuple[int, int]:
    """Return how many lines of roles and steps are examples, and how many lines there are."""
    records: tuple[Role | Step, ...] = (*model.roles, *model.steps)
    lines = [line for record in records for _, line in lines_of(record)]
    return sum(line.is_example for line in lines), len(lines)


def _title(model: Model, record_id: str) -> Text:
    names = [role.name for part in record_id.split(".") if (role := model.role(part))]
    return Text(" → ".join(names), names[0].lang)
