"""What an editor should look at although the model can be used: unverified, out of date, not translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from careerpaths.content.careers import EVERY, ROLE, STEP
from careerpaths.content.export import lines_of
from careerpaths.content.measures import MEASURE
from careerpaths.content.model import Line, Model, Requirement, Role, Step
from careerpaths.content.problems import Problem
from careerpaths.content.reader import Reading
from careerpaths.locale import Phrases

MOST_NAMES = 6


def unverified(file: str, model: Model, phrases: Phrases) -> Iterator[Problem]:
    """Yield one warning for each role and step with lines that nobody stands behind yet."""
    for label, line, lines in _records(model, phrases):
        own = [one for one in lines if not isinstance(one, Requirement)]
        count = sum(one.is_example for one in own)
        if count:
            message = phrases.say("{n} of {total} lines are examples to be verified", n=count, total=len(own))
            yield Problem(file, line, f"{label}: {message}")
    yield from _requirements(file, model, phrases)
    yield from _plan(file, model, phrases)


def _requirements(file: str, model: Model, phrases: Phrases) -> Iterator[Problem]:
    examples = [requirement for requirement in model.requirements if requirement.is_example]
    if examples:
        message = phrases.say(
            "{n} of {total} requirements are examples to be verified",
            n=len(examples),
            total=len(model.requirements),
        )
        yield Problem(file, examples[0].line, message)


def _plan(file: str, model: Model, phrases: Phrases) -> Iterator[Problem]:
    examples = [item for item in model.plan if item.text.is_example]
    if examples:
        message = phrases.say(
            "{n} of {total} rows of the plan are examples to be verified", n=len(examples), total=len(model.plan)
        )
        yield Problem(file, examples[0].line, message)


def cards_of(model: Model, phrases: Phrases) -> Iterator[tuple[str, int, Iterable[Line]]]:
    """Yield what a message calls a role or step, its line, and the lines on its card; a wildcard step once."""
    for role in model.roles:
        yield phrases.say(ROLE.label, id=role.id), role.line, (line for _, line in lines_of(role))
    for step in {step.line: step for step in model.steps}.values():
        yield phrases.say(STEP.label, id=_address(step)), step.line, (line for _, line in lines_of(step))


def _records(model: Model, phrases: Phrases) -> Iterator[tuple[str, int, Iterable[Line]]]:
    """Yield the same of everything that has lines: roles, steps and measures."""
    yield from cards_of(model, phrases)
    for measure in model.measures:
        yield phrases.say(MEASURE.label, id=measure.id), measure.line, (measure.text,)


def _address(step: Step) -> str:
    return f"{EVERY}.{step.end}" if step.wildcard else step.id


def outdated(file: str, model: Model, phrases: Phrases, today: date) -> Iterator[Problem]:
    """Yield one warning for each role that was reviewed longer ago than the model allows."""
    for role in model.roles:
        if role.reviewed is not None and is_outdated(role, model, today):
            message = phrases.say(
                "reviewed {day}, longer ago than the {n} months of the model",
                day=role.reviewed.isoformat(),
                n=model.about.review_months,
            )
            yield Problem(file, role.line, f"{phrases.say(ROLE.label, id=role.id)}: {message}")


def is_outdated(role: Role, model: Model, today: date) -> bool:
    """Return whether a role was reviewed longer ago than the months its model allows."""
    if role.reviewed is None:
        return False
    months = (today.year - role.reviewed.year) * 12 + today.month - role.reviewed.month
    months -= today.day < role.reviewed.day
    return months >= model.about.review_months and today > role.reviewed


def untranslated(reading: Reading, phrases: Phrases) -> Iterator[Problem]:
    """Yield one warning for each record whose translation lacks texts."""
    for missing in reading.missing:
        names = ", ".join(missing.keys[:MOST_NAMES]) + (" …" if len(missing.keys) > MOST_NAMES else "")
        message = phrases.say("not translated ({n}): {names}", n=len(missing.keys), names=names)
        yield Problem(reading.translation, missing.line, f"{' → '.join(missing.record)}: {message}")
