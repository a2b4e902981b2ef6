"""Two roles beside each other: what counts as the same, and what stands between them."""

from __future__ import annotations

from datetime import date

import pytest

from careerpaths.analysis.comparison import Comparison, Topic, compare
from careerpaths.model.model import Amount, Line, Period, Role, SourceKind, Text
from tests.support.builders import line, model, requirement, role, source, step, tasks
from tests.support.models import shipped

FACT, OTHER_FACT = source("S1"), source("S2")
LAW = source("L1", SourceKind.LAW)
EXTRA = Amount("extra", Text("Extra"), 1, "kr", Period.MONTH, Text("when"), 2019, FACT)


def compared(a: Role, b: Role) -> Comparison:
    """Return the comparison of two roles without steps."""
    return compare(a, b, model((a, b)))


def support(here: Line, there: Line) -> bool:
    """Return whether two lines of support are the same thing."""
    part = compared(role("a", support=(here,)), role("b", support=(there,))).part(Topic.SUPPORT)
    assert len(part.common) + len(part.only_here) == 1
    return bool(part.common)


def test_requirements_are_the_same_when_their_ids_are() -> None:
    """In common, only here, only there; each in the order of its own role."""
    a = role("a", requires=tuple(requirement(one) for one in ("x", "y", "z")))
    b = role("b", requires=tuple(requirement(one) for one in ("w", "z", "x")))
    part = compared(a, b).part(Topic.REQUIRES)
    assert [one.here.id for one in part.common] == ["x", "z"]
    assert [one.id for one in part.only_here] == ["y"]
    assert [one.id for one in part.only_there] == ["w"]


def test_a_requirement_of_one_that_is_a_merit_of_the_other_is_told() -> None:
    """It is not quite «only there»."""
    a, b = role("a", merits=(requirement("x"),)), role("b", requires=(requirement("x"),))
    assert [one.id for one in compared(a, b).merit_here] == ["x"]
    assert compared(a, b).merit_there == ()
    assert [one.id for one in compared(b, a).merit_there] == ["x"]


def test_tasks_are_compared_across_the_functions_they_stand_in() -> None:
    """The same words are the same task, whatever their id, case and full stop."""
    a = role("a", functions=(*tasks(line("one", "Talks with people.")), *tasks(line("two", "Writes"))))
    b = role("b", functions=tasks(line("three", "Listens"), line("four", "talks  with people")))
    part = compared(a, b).part(Topic.TASKS)
    assert [one.here.id for one in part.common] == ["one"]
    assert part.common[0].same_words
    assert ([one.id for one in part.only_here], [one.id for one in part.only_there]) == (["two"], ["three"])


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        (line("x", "A"), line("x", "B"), False),
        (line("x", "A", FACT), line("y", "B", FACT), True),
        (line("x", "A", FACT), line("x", "B", OTHER_FACT), False),
        (line("x", "A", FACT), line("y", "B", FACT, OTHER_FACT), False),
        (line("x", "A", LAW), line("y", "B", LAW), False),
        (line("x", "A", LAW), line("x", "B", LAW), True),
        (line("x", "A", amount=EXTRA), line("y", "B", FACT, amount=EXTRA), True),
        (line("x", "A", FACT, amount=EXTRA), line("y", "B", FACT), False),
    ],
)
def test_lines_in_different_words_are_the_same_only_if_they_state_the_same(here: Line, there: Line, same: bool) -> None:
    """An id alone, or a law that holds many statements, is not enough; one fact of an article, or an amount, is."""
    assert support(here, there) is same


def test_what_is_said_in_different_words_keeps_both() -> None:
    """So that nothing a source says of one role is put in the mouth of the other."""
    a, b = role("a", benefits=(line("x", "A", FACT),)), role("b", benefits=(line("y", "B", FACT),))
    part = compared(a, b).part(Topic.BENEFITS)
    assert (part.common[0].here.text, part.common[0].there.text) == ("A", "B")
    assert not part.common[0].same_words


def test_a_line_is_paired_once_and_with_the_same_words_first() -> None:
    """Two lines of one fact do not both claim the one on the other side."""
    a = role("a", support=(line("x", "A", FACT), line("y", "B", FACT)))
    part = compared(a, role("b", support=(line("z", "B", FACT),))).part(Topic.SUPPORT)
    assert [one.here.id for one in part.common] == ["y"]
    assert [one.id for one in part.only_here] == ["x"]


def test_verified_lines_compare_like_others() -> None:
    """A date of verification says nothing about sameness."""
    assert support(line("x", "A", verified=date(2026, 11, 21)), line("y", "A"))


def test_steps_in_both_directions_are_there() -> None:
    """Also a step that stands for every employed role."""
    a, b = role("a"), role("b")
    found = compare(a, b, model((a, b, "c"), step("a", "b", 1), step("b", "a", wildcard=True), step("a", "c")))
    assert [one.id for one in found.steps_there] == ["a.b"]
    assert [one.id for one in found.steps_back] == ["b.a"]


def test_a_role_compared_with_itself_has_everything_in_common() -> None:
    """Nothing is only here or only there."""
    found = shipped()
    for one in found.roles:
        for part in compare(one, one, found).parts:
            assert part.only_here == part.only_there == ()


def test_the_way_from_children_to_older_people_shows_what_is_alike_and_what_differs() -> None:
    """SOC-5: the individual in focus and motivating work are alike; health care contacts and the supplements differ."""
    found = shipped()
    a, b = found.role("soc-barn-unga"), found.role("bistandshandlaggare")
    assert a is not None
    assert b is not None
    shown = compare(a, b, found)
    alike = {one.here.id for one in shown.part(Topic.TASKS).common}
    assert {"individen-i-centrum", "motiverar"} <= alike
    assert shown.part(Topic.TASKS).only_there
    assert shown.part(Topic.BENEFITS).only_there
    assert [one.id for one in shown.steps_there] == ["soc-barn-unga.bistandshandlaggare"]
