"""List the lines that are examples: without a source, and not verified by the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from careerpaths.model.model import Line, Model, Requirement, Role, Step, Text
from careerpaths.model.text import NO_TEXT
from careerpaths.model.walk import lines_of


class GroupKind(StrEnum):
    """What a group of lines belongs to; a step of every role is told apart, as its title is a role's name."""

    ROLE = "role"
    STEP = "step"
    EVERY = "every"
    MEASURE = "measure"
    REQUIREMENTS = "requirements"
    PLAN = "plan"


@dataclass(frozen=True)
class Unverified:
    """A role, a step or a measure, or all requirements or rows of the plan, and its lines that rest on nothing yet.

    A wildcard step, which leads from every employed role, has the title of the role it leads to.
    """

    title: Text
    lines: tuple[Line, ...]
    heading: GroupKind


def unverified(model: Model) -> tuple[Unverified, ...]:
    """Return everything that holds examples, in the order of the cards; every line of the file at most once."""
    found = ((title, _examples(lines), heading) for title, lines, heading in _groups(model))
    return tuple(Unverified(title, lines, heading) for title, lines, heading in found if lines)


def count_examples(model: Model) -> tuple[int, int]:
    """Return how many lines of the model are examples, and how many lines there are."""
    lines = [line for _, lines, _ in _groups(model) for line in lines]
    return len(_examples(lines)), len(lines)


def _groups(model: Model) -> Iterator[tuple[Text, tuple[Line, ...], GroupKind]]:
    """Yield every line once: requirements, which many steps share, by themselves; a wildcard step as one."""
    for role in model.roles:
        yield role.name, _own(role), GroupKind.ROLE
    for step in {step.line: step for step in model.steps}.values():
        end = model.role(step.end) if step.wildcard else None
        yield model.name_of(end or step), _own(step), GroupKind.EVERY if end else GroupKind.STEP
    for measure in model.measures:
        yield measure.name, (measure.text,), GroupKind.MEASURE
    yield NO_TEXT, model.requirements, GroupKind.REQUIREMENTS
    yield NO_TEXT, tuple(item.text for item in model.plan), GroupKind.PLAN


def _own(record: Role | Step) -> tuple[Line, ...]:
    return tuple(line for _, line in lines_of(record) if not isinstance(line, Requirement))


def _examples(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.is_example)
