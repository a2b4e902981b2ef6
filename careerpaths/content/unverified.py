"""Which lines of the model are examples that the organisation has to verify."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.content.export import places
from careerpaths.content.lines import NO_TEXT
from careerpaths.content.model import Line, Model, Text

PLAN = "plan"
"""The id that stands for all rows of the plan."""


@dataclass(frozen=True)
class Unverified:
    """One role, step or measure, or the plan, and its lines that rest on nothing yet; the plan has no title."""

    id: str
    title: Text
    lines: tuple[Line, ...]


def unverified(model: Model) -> tuple[Unverified, ...]:
    """Return everything that holds examples, in the order of the file; a wildcard step stands once."""
    wildcards = {step.id for step in model.steps if step.wildcard}
    found: dict[tuple[str, str], list[Line]] = {}
    for kind, record_id, _, line in places(model):
        if line.is_example and record_id not in wildcards:
            found.setdefault((kind, PLAN if kind == PLAN else record_id), []).append(line)
    return tuple(Unverified(key[1], _title(model, *key), tuple(lines)) for key, lines in found.items())


def counted(model: Model) -> tuple[int, int]:
    """Return how many lines of the model are examples, and how many lines there are."""
    lines = [line for *_, line in places(model)]
    return sum(line.is_example for line in lines), len(lines)


def _title(model: Model, kind: str, record_id: str) -> Text:
    if kind == PLAN:
        return NO_TEXT
    if kind == "measure":
        return next(measure.name for measure in model.measures if measure.id == record_id)
    names = [role.name for part in record_id.split(".") if (role := model.role(part))]
    return Text(" → ".join(names), names[0].lang)
