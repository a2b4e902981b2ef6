"""The plan and what the model offers it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from careerpaths.analysis.routes.finder import RouteFinder, finder_of
from careerpaths.model.model import Level, Line, Model, Requirement, RequirementKind, StepKind, Text
from careerpaths.talk import plan as plan_module
from careerpaths.talk.carry_over import look_back, next_plan
from careerpaths.talk.plan import Direction, Held, Outcome, Part, Plan
from careerpaths.talk.suggestions import (
    addresses,
    gap_list,
    offered_activities,
    offered_questions,
    prerequisites,
    steps_of,
    supplements,
)
from tests.support.models import shipped, small
from tests.support.route_oracle import small_model
from tests.support.sample_plans import TODAY, talk


def test_empty_plan_holds_the_day_the_model_and_nothing_else() -> None:
    """A talk begins with an empty form."""
    plan = Plan.empty(small(), TODAY)
    assert (plan.created, plan.language, plan.model_version) == (TODAY, "sv", "2026.1")
    assert plan == Plan("2026.1", "sv", TODAY)


def test_no_field_asks_for_a_person() -> None:
    """There is no field for a name, a number or an address of anybody, anywhere in a plan."""
    kinds = [kind for kind in vars(plan_module).values() if isinstance(kind, type) and is_dataclass(kind)]
    names = {one.name for kind in kinds for one in fields(kind)}
    assert len(kinds) >= 8
    assert not names & {"name", "person", "employee", "manager", "email", "phone", "number", "personal_number"}


def test_gap_list_holds_what_goal_and_way_require() -> None:
    """What the role today already requires counts as fulfilled; the rest is not known."""
    model = small()
    erfaren = replace(model.role("erfaren"), requires=())
    other = replace(model, roles=tuple(erfaren if role.id == "erfaren" else role for role in model.roles))
    held = {gap.id: gap.status for gap in gap_list(model, "nyexaminerad", ["erfaren"])}
    assert held == {"socionomexamen": Held.HAS, "tva-ars-erfarenhet": Held.UNKNOWN}
    assert {gap.id for gap in gap_list(other, "nyexaminerad", ["erfaren"])} <= set(held)


def test_gap_list_has_each_requirement_once_and_none_of_the_employers() -> None:
    """What the employer decides is no gap of a person; it stands with the prerequisites."""
    model = small()
    gaps = gap_list(model, "erfaren", ["mentor", "enhetschef", "mentor"])
    ids = [gap.id for gap in gaps]
    employers = {one.id for one in model.requirements if one.kind is RequirementKind.EMPLOYER}
    assert len(ids) == len(set(ids))
    assert not set(ids) & employers
    assert "requirements/ledig-tjanst" in {one.id for one in prerequisites(model, "erfaren", ["enhetschef"])}


def test_who_stays_sees_merits_and_the_own_roles_prerequisites() -> None:
    """Staying and going deeper is a choice of its own."""
    model = small()
    assert [gap.id for gap in gap_list(model, "erfaren", [])] == ["flexibilitet"]
    assert all(step.kind is StepKind.DEEPENING for step in steps_of(model, "erfaren", []))


def test_offers_point_to_where_they_stand() -> None:
    """Everything offered has an address that the model knows."""
    model = small()
    known = addresses(model)
    for goals in (["mentor"], ["mentor", "enhetschef"], []):
        for ask in (gap_list, prerequisites, offered_activities, offered_questions):
            assert {item.address for item in ask(model, "erfaren", goals)} <= known


def test_offered_activities_and_questions_come_from_the_steps_and_the_goal() -> None:
    """The step's preparation and questions are offered, and they are the model's."""
    offered = offered_activities(small(), "erfaren", ["mentor"])
    assert "steps/erfaren.mentor/prepares/utbildning" in {one.id for one in offered}
    assert all(one.id for one in offered)
    assert offered_questions(small(), "erfaren", ["mentor"])


def test_a_measure_for_a_person_is_offered_but_not_one_about_money() -> None:
    """A supplement is nothing to do; a course for a person is."""
    model = small()
    mentorstillagg = model.measures[0]
    studies = replace(mentorstillagg, id="studier", name=Text("Studier på deltid"), amounts=())
    offered = offered_activities(replace(model, measures=(mentorstillagg, studies)), "erfaren", ["mentor"])
    assert [one.id for one in offered if one.id.startswith("measures/")] == ["measures/studier"]


def test_a_measure_is_offered_where_it_is_for_a_person_and_for_the_choice() -> None:
    """What an organisation or a group does is nobody's activity, nor is what belongs to other roles and steps."""
    model = small()
    studies = replace(model.measures[0], name=Text("Studier på deltid"), amounts=(), roles=(), steps=())
    measures = (
        replace(studies, id="role", roles=("mentor",)),
        replace(studies, id="step", name=Text("Kurs"), steps=("erfaren.mentor",)),
        replace(studies, id="group", name=Text("Nätverk"), roles=("mentor",), levels=(Level.ORGANISATION, Level.GROUP)),
        replace(studies, id="other", name=Text("Annat"), roles=("enhetschef",)),
        replace(studies, id="nobody", name=Text("Ingens")),
    )
    offered = offered_activities(replace(model, measures=measures), "erfaren", ["mentor"])
    assert [one.id for one in offered if one.id.startswith("measures/")] == ["measures/role", "measures/step"]


def test_the_same_text_is_offered_once() -> None:
    """A line that step and role share is offered once, from where it stands first."""
    model = small()
    role = model.role("mentor")
    step = model.step("erfaren.mentor")
    assert role is not None
    assert step is not None
    same = (Line("samma", Text("Samma stöd")),)
    other = replace(
        model,
        roles=tuple(replace(one, support=same) if one.id == "mentor" else one for one in model.roles),
        steps=tuple(replace(one, support=same, prepares=()) if one.id == step.id else one for one in model.steps),
    )
    offered = [one for one in offered_activities(other, "erfaren", ["mentor"]) if one.what == "Samma stöd"]
    assert [one.id for one in offered] == ["steps/erfaren.mentor/support/samma"]


@pytest.mark.parametrize("model", [shipped(), small(), *map(small_model, range(30))])
def test_the_talk_goes_the_way_that_the_page_of_routes_shows_first(model: Model) -> None:
    """All pairs: what is asked, prepared and talked about belongs to the legs of the first route, and none is left out."""
    finder = RouteFinder(model)
    for start, goal in ((one, other) for one in model.roles for other in model.roles):
        first = next(iter(finder.routes(start.id, goal.id)), None)
        legs = first.legs if first else ()
        assert steps_of(model, start.id, [goal.id]) == legs
        asked = (*goal.requires, *(one for leg in legs for one in leg.requires))
        gaps = {gap.id for gap in gap_list(model, start.id, [goal.id])}
        assert gaps == {one.id for one in asked if one.kind is not RequirementKind.EMPLOYER}
        assert {one.text for one in offered_questions(model, start.id, [goal.id])} == {
            str(line.text) for leg in legs for line in leg.questions
        }


def test_the_way_is_found_without_indexing_the_model_again() -> None:
    """The finder is made once a model: not at each request, and not at each of the lists that a request asks for."""
    model = shipped()
    assert finder_of(model) is finder_of(model)
    assert finder_of(replace(model)) is not finder_of(model), "another reading of the model has its own"


def test_supplements_are_amounts_with_year_and_condition_each_once() -> None:
    """An amount that a line and a measure both name stands there once, and nothing is added up."""
    found = supplements(small(), "mentor")
    assert [(one.id, one.value, one.year) for one in found] == [("tillagg-2019", 2000, 2019)]
    assert all(one.condition for one in found)
    assert supplements(small(), "finns-inte") == ()


def test_look_back_takes_goals_activities_and_what_was_agreed() -> None:
    """Next year begins with what was planned this year."""
    plan = talk()
    items = look_back(plan)
    assert {item.part for item in items} == set(Part)
    assert {item.text for item in items} >= {"Mentor", "Följa med i introduktionen"}
    assert "Färre ärenden" not in {item.text for item in items}
    assert [item.details for item in items if item.text == "Följa med i introduktionen"] == ["våren 2027 · Enhetschef"]
    assert all(item.status is None for item in items)


def test_look_back_carries_on_what_is_neither_done_nor_dropped() -> None:
    """Nothing that was planned falls away in silence."""
    plan = talk()
    earlier = plan.looking_back[0]
    for status, stays in ((Outcome.DONE, False), (Outcome.DROPPED, False), (Outcome.ONGOING, True), (None, True)):
        items = look_back(replace(plan, looking_back=(replace(earlier, status=status),)))
        assert (earlier.text in {item.text for item in items}) is stays
        assert {item.status for item in items} == {None}, "what became of it is asked anew"
    again = [item for item in look_back(plan) if item.text == "Mentor"]
    assert [item.planned for item in again] == [TODAY]


def test_look_back_holds_no_goal_of_who_stayed() -> None:
    """Roles that were looked at before staying was chosen were not planned."""
    items = look_back(replace(talk(), direction=Direction.STAY, looking_back=()))
    assert Part.GOAL not in {item.part for item in items}


def test_next_plan_keeps_the_role_and_begins_with_looking_back() -> None:
    """The new talk is empty but for the role and the look back."""
    year_later = date(2027, 11, 20)
    plan = next_plan(talk(), small(), year_later)
    assert plan.created == year_later
    assert plan.role == talk().role
    assert plan.looking_back == look_back(talk())
    assert (plan.activities, plan.gaps, plan.during, plan.direction) == ((), (), "", Direction.UNDECIDED)


@pytest.mark.parametrize("current", ["", "finns-inte", "erfaren"])
@pytest.mark.parametrize("goals", [[], ["finns-inte"], ["", "mentor"]])
def test_unknown_roles_are_passed_over(current: str, goals: list[str]) -> None:
    """A plan from another map asks for roles that are not here; that is no error."""
    for ask in (gap_list, prerequisites, offered_activities, offered_questions):
        assert isinstance(ask(small(), current, goals), tuple)


def test_requirements_of_every_kind_have_a_place() -> None:
    """A requirement is a gap or a prerequisite, never both and never neither."""
    model = small()
    wanted = tuple(Requirement(f"r-{kind}", Text(kind), kind=kind) for kind in RequirementKind)
    roles = tuple(replace(role, requires=wanted) if role.id == "mentor" else role for role in model.roles)
    other = replace(model, roles=roles, requirements=wanted)
    gaps = {gap.id for gap in gap_list(other, "erfaren", ["mentor"]) if gap.id.startswith("r-")}
    asked = {one.id.removeprefix("requirements/") for one in prerequisites(other, "erfaren", ["mentor"])}
    assert gaps == {one.id for one in wanted} - {"r-employer"}
    assert "r-employer" in asked
