"""What a card says of itself: how many of its lines rest on something, its amounts, and how one comes to the role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from careerpaths.html.words import Badge, shortened
from careerpaths.model.model import Amount, Line, Model, Role, SourceKind, Step, StepKind, Text
from careerpaths.model.walk import lines_of

LONGEST_MARK = 28  # letters of the mark beside a line
PARAGRAPH = re.compile(r"\(\d{4}:\d+\),?\s*(?P<paragraph>.+)")
"""A law is titled «SoL (2025:400) 11 kap. 3 §»: what stands after its number."""


@dataclass(frozen=True)
class Rests:
    """How many lines there are, how many have a source, and how many of the others the organisation has verified."""

    lines: int
    sourced: int
    verified: int

    @property
    def examples(self) -> int:
        """Return how many are examples."""
        return self.lines - self.sourced - self.verified

    @property
    def lacks(self) -> str:
        """Return CSS classes that say which sort of line is not there, for the filter of the card."""
        missing = {"no-sourced": self.examples == self.lines, "no-example": not self.examples}
        return " ".join(name for name, is_missing in missing.items() if is_missing)


def rests(lines: Iterable[Line]) -> Rests:
    """Return what some lines rest on."""
    known = tuple(lines)
    sourced = sum(bool(line.sources) for line in known)
    return Rests(len(known), sourced, sum(not line.is_example for line in known) - sourced)


def card_rests(record: Role | Step) -> Rests:
    """Return what the lines of a card rest on.

    A line is one statement of the model about this role or step (`walk.lines_of`): the purpose, a task, a requirement,
    a merit, something that is provided or gained, the note about time, something good to know, whom to ask, how and by
    whom a step is decided, a question. Names, headings, the names of other roles and steps, and what the plan says are
    no lines of the card.
    """
    return rests(line for _, line in lines_of(record))


def amounts_of(role: Role) -> tuple[Amount, ...]:
    """Return the sums that a role's card states, each once and in its order."""
    amounts = dict.fromkeys(line.amount for _, line in lines_of(role) if line.amount)
    return tuple(amount for amount in amounts if amount.value is not None)


def short_name(role: Role) -> Text:
    """Return a role's short name without the marks that say where the map may divide it."""
    return Text(role.short.replace("|", ""), role.short.lang)


def first_way_here(model: Model, role: Role) -> tuple[Step | None, bool]:
    """Return the step by which one first comes to a role, and whether others are decided otherwise.

    Only steps whose decision is told count, and ways back only where there is nothing else.
    """
    here = [step for step in model.steps if step.end == role.id and step.decided]
    ways = [step for step in here if step.kind is not StepKind.BACK] or here
    decided = {shortened(step.decided.text) for step in ways if step.decided}
    return (ways[0] if ways else None), len(decided) > 1


def mark(badge: Badge) -> str:
    """Return the short mark of what a badge names: its year, the paragraph of a law, else its name."""
    (first, *_) = badge.sources
    if first.kind is not SourceKind.LAW and first.date:
        return str(first.date.year)
    found = PARAGRAPH.search(first.title) if first.kind is SourceKind.LAW else None
    return shortened(Text(found["paragraph"] if found else first.title, first.title.lang), LONGEST_MARK)
