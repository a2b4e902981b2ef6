"""Warnings about usable files: lines to verify, roles out of date, missing translations, an unfinished statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from careerpaths.locale import Phrases
from careerpaths.model.known_faults import FRAMEWORK, KNOWN_FAULTS
from careerpaths.model.model import Line, Model, Requirement, Step
from careerpaths.model.problems import Problem
from careerpaths.model.statement import Conformity, Statement
from careerpaths.model.walk import is_outdated, lines_of
from careerpaths.reading.model_parts.about import MEASURE
from careerpaths.reading.model_parts.roles import ROLE
from careerpaths.reading.model_parts.steps import STEP, WILDCARD
from careerpaths.reading.statement import NAME
from careerpaths.reading.yaml.translation import MissingTranslation

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
    return f"{WILDCARD}.{step.end}" if step.wildcard else step.id


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


def untranslated(file: str, missing: Iterable[MissingTranslation], phrases: Phrases) -> Iterator[Problem]:
    """Yield one warning for each record whose translation, in `file`, lacks texts."""
    for one in missing:
        names = ", ".join(one.keys[:MOST_NAMES]) + (" …" if len(one.keys) > MOST_NAMES else "")
        message = phrases.say("not translated ({n}): {names}", n=len(one.keys), names=names)
        yield Problem(file, one.line, f"{' → '.join(one.record)}: {message}")


def missing_statement(file: Path, phrases: Phrases) -> Iterator[Problem]:
    """Yield a warning where no accessibility statement lies beside a model's file."""
    if not file.with_name(NAME).exists():
        message = phrases.say(
            "there is no accessibility.yaml beside this file, so visitors read the one that comes with the program; "
            "copy it here and fill it in"
        )
        yield Problem(str(file), 1, message)


def incomplete_statement(file: str, statement: Statement, phrases: Phrases) -> Iterator[Problem]:
    """Yield one warning for each thing that only the organisation can fill in, and for a judgement that is too good."""
    for key, line in statement.blanks.items():
        message = phrases.say("'{key}' is empty; the law asks for it, and only the organisation knows", key=key)
        yield Problem(file, line, message)
    count = len(statement.shortcomings) + len(KNOWN_FAULTS)
    if statement.conformity is Conformity.FULLY and count:
        message = phrases.say(
            "says that everything is accessible, but shortcomings are listed: {n} (those of {framework} among them)",
            n=count,
            framework=FRAMEWORK,
        )
        yield Problem(file, statement.conformity_line, f"conformity: {message}")
