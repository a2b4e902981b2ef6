"""Two roles under the same headings: what they have in common, what only one of them has, and the steps between.

Requirements are the same when their ids are. Other lines are the same when they say the same words, when they state
the same amount, or when they rest on the same sources and either share their id or the sources are facts of an
article, each of which is one statement. An id alone is not enough: ids are unique within a list only, and
«handledning» is support in hard cases for one role and help to lead for another. Nor is a shared law or page, which
holds many statements. Where the words differ the pair keeps both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerpaths.model.model import Line, Model, Requirement, Role, SourceKind, Step

MOST_AT_A_GLANCE = 4  # lines under a heading that are shown without being asked for

Topic = StrEnum("Topic", "TASKS REQUIRES MERITS PREREQUISITES SUPPORT BENEFITS")
"""The fields that two roles are compared by, in the order in which they are shown."""


@dataclass(frozen=True)
class SharedLine:
    """A line that both roles have, in the words of each."""

    here: Line
    there: Line

    @property
    def same_words(self) -> bool:
        """Whether both use the same words, so that one of them is enough to show."""
        return _words(self.here) == _words(self.there)


@dataclass(frozen=True)
class TopicLines:
    """The lines of both roles under one heading, in the order of the file."""

    heading: Topic
    common: tuple[SharedLine, ...]
    only_here: tuple[Line, ...]
    only_there: tuple[Line, ...]

    @property
    def size(self) -> int:
        """Return how many lines there are."""
        return len(self.common) + len(self.only_here) + len(self.only_there)

    @property
    def is_short(self) -> bool:
        """Return whether the lines are few enough to be read at a glance."""
        return self.size <= MOST_AT_A_GLANCE


@dataclass(frozen=True)
class Comparison:
    """Two roles, heading by heading, with the steps between them.

    `merit_here` is required there and a merit here, `merit_there` the other way round.
    """

    here: Role
    there: Role
    parts: tuple[TopicLines, ...]
    steps_there: tuple[Step, ...]
    steps_back: tuple[Step, ...]
    merit_here: tuple[Requirement, ...] = ()
    merit_there: tuple[Requirement, ...] = ()

    def part(self, heading: Topic) -> TopicLines:
        """Return the lines of one topic."""
        return next(part for part in self.parts if part.heading is heading)


def compare(a: Role, b: Role, model: Model) -> Comparison:
    """Return what two roles of a model have in common and what sets them apart; seen from `a`, which is here."""
    return Comparison(
        here=a,
        there=b,
        parts=tuple(_part(heading, a, b) for heading in Topic),
        steps_there=tuple(step for step in model.steps if (step.start, step.end) == (a.id, b.id)),
        steps_back=tuple(step for step in model.steps if (step.start, step.end) == (b.id, a.id)),
        merit_here=_merits_only(a, b),
        merit_there=_merits_only(b, a),
    )


def _merits_only(one: Role, other: Role) -> tuple[Requirement, ...]:
    """Return the merits of one role that the other requires."""
    required = {requirement.id for requirement in other.requires}
    return tuple(merit for merit in one.merits if merit.id in required)


def _part(heading: Topic, a: Role, b: Role) -> TopicLines:
    tests = (_same_id,) if heading in {Topic.REQUIRES, Topic.MERITS} else (_same_words, _same_amount, _same_fact)
    here, there = lines_under(a, heading), list(lines_under(b, heading))
    pairs: dict[int, Line] = {}
    for test in tests:
        for place, line in enumerate(here):
            match = None if place in pairs else next((other for other in there if test(line, other)), None)
            if match is not None:
                pairs[place] = match
                there.remove(match)
    common = tuple(SharedLine(line, pairs[place]) for place, line in enumerate(here) if place in pairs)
    return TopicLines(
        heading, common, tuple(line for place, line in enumerate(here) if place not in pairs), tuple(there)
    )


def lines_under(role: Role, heading: Topic) -> tuple[Line, ...]:
    """Return the lines of a role for one topic, in the order of the file."""
    return {
        Topic.TASKS: tuple(task for function in role.functions for task in function.tasks),
        Topic.REQUIRES: role.requires,
        Topic.MERITS: role.merits,
        Topic.PREREQUISITES: role.prerequisites,
        Topic.SUPPORT: role.support,
        Topic.BENEFITS: role.benefits,
    }[heading]


def _same_id(line: Line, other: Line) -> bool:
    return line.id == other.id


def _same_words(line: Line, other: Line) -> bool:
    return _words(line) == _words(other)


def _same_amount(line: Line, other: Line) -> bool:
    return line.amount is not None and other.amount is not None and line.amount.id == other.amount.id


def _same_fact(line: Line, other: Line) -> bool:
    if not line.sources or {one.id for one in line.sources} != {one.id for one in other.sources}:
        return False
    if line.amount != other.amount:
        return False
    return line.id == other.id or all(one.kind is SourceKind.ARTICLE for one in line.sources)


def _words(line: Line) -> str:
    """Return the words of a line without regard to case, spacing and the full stop."""
    return " ".join(line.text.casefold().split()).rstrip(".")
