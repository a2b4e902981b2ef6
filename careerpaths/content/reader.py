"""What the model's files must hold: files → `Model`, or `ContentError` with every problem."""

from __future__ import annotations

from collections.abc import Mapping as Known
from dataclasses import dataclass, field
from pathlib import Path

from careerpaths.content.careers import read_roles, read_steps
from careerpaths.content.catalogue import read_catalogue
from careerpaths.content.desk import Asked
from careerpaths.content.measures import read_about, read_measures, read_questions, read_words, step_addresses
from careerpaths.content.model import Model
from careerpaths.content.opening import opened
from careerpaths.content.plans import Subjects, read_plan, read_timeline
from careerpaths.content.problems import ContentError, Problem
from careerpaths.content.section import Section
from careerpaths.content.translation import Missing
from careerpaths.locale import DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Reading:
    """One attempt to read a model: the model, or why there is none; and which texts its translation file lacks."""

    model: Model | None
    problems: tuple[Problem, ...]
    missing: tuple[Missing, ...] = ()
    translation: str = ""
    asked: Known[str, Known[str, Asked]] = field(default_factory=dict)


def read_model(path: Path, language: str = DEFAULT_LANGUAGE, messages: str = DEFAULT_LANGUAGE) -> Model:
    """Return the model in a language; raise `ContentError`, with its messages in the language `messages`.

    Texts that the translation `<name>.<language>.yaml` beside the file lacks keep their own language.
    """
    reading = read(path, language, messages)
    if reading.model is None:
        raise ContentError(reading.problems)
    return reading.model


def read(path: Path, language: str, messages: str = DEFAULT_LANGUAGE) -> Reading:
    """Read a model in a language, or in its own when that is empty, and return everything that was found."""
    found = opened(path, language, messages, "model")
    if found.root is None:
        return Reading(None, found.problems)
    model = _model(found.root, found.language)
    found.close()
    problems = found.problems
    missing = found.desk.translation.missing()
    return Reading(None if problems else model, problems, missing, str(found.other), found.desk.asked)


def _model(root: Section, language: str) -> Model | None:
    about = read_about(root)
    catalogue = read_catalogue(root)
    roles = read_roles(root, catalogue)
    steps = read_steps(root, catalogue, roles)
    measures = read_measures(root, catalogue, roles, steps)
    words = read_words(root, catalogue)
    questions = read_questions(root, roles)
    plan = read_plan(root, catalogue, Subjects(roles, step_addresses(steps), {one.id: one for one in measures}))
    timeline = read_timeline(root, catalogue)
    if about is None:
        return None
    return Model(
        language=language,
        about=about,
        stages=tuple(catalogue.stages.values()),
        tracks=tuple(catalogue.tracks.values()),
        roles=tuple(roles.values()),
        steps=steps,
        requirements=tuple(catalogue.requirements.values()),
        measures=measures,
        amounts=tuple(catalogue.amounts.values()),
        sources=tuple(catalogue.sources.values()),
        glossary=words,
        questions=questions,
        plan=plan,
        timeline=timeline,
    )
