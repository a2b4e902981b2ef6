"""What the model has to offer a talk: requirements, prerequisites, activities, questions and supplements.

Everywhere `current` is the id of the role today and `goals` the ids of the roles that are thought about; no
goals means staying and going deeper. Ids that the model does not have are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from careerpaths.analysis.routes.finder import finder_of
from careerpaths.model.model import Amount, Level, Line, Model, Requirement, RequirementKind, Role, Step, StepKind
from careerpaths.talk.plan import Activity, Gap, Held, Prerequisite, TalkQuestion


def gap_list(model: Model, current: str, goals: Sequence[str]) -> tuple[Gap, ...]:
    """Return what the goals and the way to them require of a person; for who stays, the role's merits.

    What the role today already requires counts as fulfilled until somebody says otherwise.
    """
    role = model.role(current)
    fulfilled = {one.id for one in role.requires} if role else set()
    asked = _required(model, current, goals) if goals else (role.merits if role else ())
    personal = {one.id: one for one in asked if one.kind is not RequirementKind.EMPLOYER}
    return tuple(
        Gap(one.id, text=str(one.text), status=Held.HAS if one.id in fulfilled else Held.UNKNOWN)
        for one in personal.values()
    )


def prerequisites(model: Model, current: str, goals: Sequence[str]) -> tuple[Prerequisite, ...]:
    """Return what the employer answers for: prerequisites of the roles, and requirements that it decides."""
    decided = {one.id: one for one in _required(model, current, goals) if one.kind is RequirementKind.EMPLOYER}
    lines = [
        (f"roles/{role.id}/prerequisites/{line.id}", line)
        for role in _roles(model, goals or (current,))
        for line in role.prerequisites
    ]
    lines += [(f"requirements/{one.id}", one) for one in decided.values()]
    return tuple(Prerequisite(address, text=text) for address, text in _once(lines))


def offered_activities(model: Model, current: str, goals: Sequence[str]) -> tuple[Activity, ...]:
    """Return what prepares and supports the choice: lines of its steps and roles, and measures for a person."""
    steps, roles = steps_of(model, current, goals), _roles(model, goals or (current,))
    lines = [(f"steps/{step.id}/prepares/{line.id}", line) for step in steps for line in step.prepares]
    lines += [(f"steps/{step.id}/support/{line.id}", line) for step in steps for line in step.support]
    lines += [(f"roles/{role.id}/support/{line.id}", line) for role in roles for line in role.support]
    measures = [
        (f"measures/{measure.id}", Line(measure.id, measure.name))
        for measure in model.measures
        if Level.INDIVIDUAL in measure.levels
        and not measure.amounts
        and ({*measure.roles} & {role.id for role in roles} or {*measure.steps} & {step.id for step in steps})
    ]
    return tuple(Activity(address, what=text) for address, text in _once([*lines, *measures]))


def offered_questions(model: Model, current: str, goals: Sequence[str]) -> tuple[TalkQuestion, ...]:
    """Return the questions for the talk from the steps of the choice."""
    lines = [
        (f"steps/{step.id}/questions/{line.id}", line)
        for step in steps_of(model, current, goals)
        for line in step.questions
    ]
    return tuple(TalkQuestion(address, text=text) for address, text in _once(lines))


def supplements(model: Model, role_id: str) -> tuple[Amount, ...]:
    """Return the amounts that may concern a role, each once: nobody's entitlement, and never to be added up."""
    role = model.role(role_id)
    if role is None:
        return ()
    lines = (*role.benefits, *role.support, *role.prerequisites, *role.good_to_know)
    named = [line.amount for line in lines if line.amount]
    linked = [amount for measure in model.measures if role_id in measure.roles for amount in measure.amounts]
    return tuple({amount.id: amount for amount in (*named, *linked)}.values())


def steps_of(model: Model, current: str, goals: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps on the way to each goal; for who stays, the deepening steps out of the role."""
    if not goals:
        return tuple(s for s in model.steps if s.start == current and s.kind is StepKind.DEEPENING)
    found = {step.id: step for goal in goals for step in way(model, current, goal)}
    return tuple(found.values())


def way(model: Model, start: str, goal: str) -> tuple[Step, ...]:
    """Return the way that the page of routes shows first, as steps; none if there is none."""
    return next((route.legs for route in finder_of(model).routes(start, goal)), ())


def addresses(model: Model) -> frozenset[str]:
    """Return the address of everything in the model that a plan can point to."""
    found = [f"requirements/{one.id}" for one in model.requirements]
    found += [f"measures/{one.id}" for one in model.measures]
    for role in model.roles:
        found.append(f"roles/{role.id}")
        found += [f"roles/{role.id}/prerequisites/{line.id}" for line in role.prerequisites]
        found += [f"roles/{role.id}/support/{line.id}" for line in role.support]
    for step in model.steps:
        lists = {"prepares": step.prepares, "support": step.support, "questions": step.questions}
        found += [f"steps/{step.id}/{name}/{line.id}" for name, lines in lists.items() for line in lines]
    return frozenset(found)


def _required(model: Model, current: str, goals: Sequence[str]) -> Iterator[Requirement]:
    """Yield what each goal requires, then what the steps on the way to it do."""
    for goal in _roles(model, goals):
        yield from goal.requires
        for step in way(model, current, goal.id):
            yield from step.requires


def _roles(model: Model, ids: Iterable[str]) -> tuple[Role, ...]:
    found = (model.role(role_id) for role_id in ids)
    return tuple(role for role in found if role is not None)


def _once(lines: Iterable[tuple[str, Line]]) -> tuple[tuple[str, str], ...]:
    """Return each text once, with the address where it stands first."""
    found: dict[str, str] = {}
    for address, line in lines:
        found.setdefault(str(line.text), address)
    return tuple((address, text) for text, address in found.items())
