"""The lines of the map: a step and its way back share one, and lines of one kind at one role run together in a net."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careerpaths.model.model import Step, StepKind

Look = tuple[StepKind, StepKind | None]
Root = tuple[Look, str, int]


@dataclass(frozen=True)
class Line:
    """One line to draw: between two roles (by index), with the step that leads there and the one that leads back."""

    start: int
    end: int
    there: Step
    back: Step | None

    @property
    def look(self) -> Look:
        """Return what decides how it is drawn; only lines that look alike may share a way."""
        return self.there.kind, self.back.kind if self.back else None

    @property
    def roots(self) -> tuple[Root, Root]:
        """Return the two nets that it could belong to: of all like it from its start, and of all to its end."""
        if self.back and self.back.kind == self.there.kind:  # both ends are alike
            return (self.look, "at", self.start), (self.look, "at", self.end)
        return (self.look, "from", self.start), (self.look, "to", self.end)


def lines_of(steps: Sequence[Step], index: Mapping[str, int]) -> list[Line]:
    """Return a line for each step, or for a step with its way back: another of its kind, or one of kind back."""
    by_ends = {(one.start, one.end): one for one in steps}
    lines: list[Line] = []
    done: set[str] = set()
    for one in steps:
        other = by_ends.get((one.end, one.start))
        leads_back = other is not None and one.kind == StepKind.BACK != other.kind  # then the other brings it along
        if one.id in done or leads_back:
            continue
        back = other if other and other.kind in (one.kind, StepKind.BACK) else None
        done |= {step.id for step in (one, back) if step}
        lines.append(Line(index[one.start], index[one.end], one, back))
    return lines


def nets_of(lines: Sequence[Line]) -> tuple[list[int], list[bool]]:
    """Return for each line the number of its net, and whether the net's root is the line's end.

    The largest sets of lines alike from or to one role come first. A line is in one net only, so that whoever follows
    a trunk always finds its one root.
    """
    left, net, ends_there = dict.fromkeys(range(len(lines))), [0] * len(lines), [False] * len(lines)
    sizes = Counter(root for line in lines for root in line.roots)
    number = 0
    while left:
        root = max((root for one in left for root in lines[one].roots), key=sizes.__getitem__)
        for one in [one for one in left if root in lines[one].roots]:
            net[one], ends_there[one] = number, root == lines[one].roots[1]
            sizes.subtract(lines[one].roots)
            del left[one]
        number += 1
    return net, ends_there
