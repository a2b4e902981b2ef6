"""Read the model's YAML files: path → `Model`, or `ContentError` with every problem."""

from __future__ import annotations

from pathlib import Path

from careerpaths.locale import DEFAULT_LANGUAGE
from careerpaths.model.model import Model
from careerpaths.reading.load import ReadResult, open_file
from careerpaths.reading.model_parts.about import read_about, read_measures, read_questions, read_words, step_addresses
from careerpaths.reading.model_parts.plan import Subjects, read_plan
from careerpaths.reading.model_parts.roles import read_roles
from careerpaths.reading.model_parts.steps import read_steps
from careerpaths.reading.model_parts.tables import read_tables
from careerpaths.reading.model_parts.timeline import read_timeline
from careerpaths.reading.yaml.record import Section


def read_model(path: Path, language: str = DEFAULT_LANGUAGE, messages: str = DEFAULT_LANGUAGE) -> Model:
    """Return the model in a language; raise `ContentError`, with its messages in the language `messages`.

    Texts that the translation `<name>.<language>.yaml` beside the file lacks keep their own language.
    """
    return try_read_model(path, language, messages).content_or_raise()


def try_read_model(
    path: Path, language: str, messages: str = DEFAULT_LANGUAGE, place: Path | None = None
) -> ReadResult[Model]:
    """Read a model in a language (empty: its own) without raising; the result holds the model or the problems.

    `place`: see `open_file`.
    """
    return open_file(path, language, messages, "model", place).read_by(model_of)


def model_of(root: Section, language: str) -> Model | None:
    """Return the model in an opened file, or None when its group `model` is missing."""
    about = read_about(root)
    tables = read_tables(root)
    roles = read_roles(root, tables)
    steps = read_steps(root, tables, roles)
    measures = read_measures(root, tables, roles, steps)
    words = read_words(root, tables)
    questions = read_questions(root, roles)
    plan = read_plan(root, tables, Subjects(roles, step_addresses(steps), {one.id: one for one in measures}))
    timeline = read_timeline(root, tables)
    if about is None:
        return None
    return Model(
        language=language,
        about=about,
        stages=tuple(tables.stages.values()),
        tracks=tuple(tables.tracks.values()),
        roles=tuple(roles.values()),
        steps=steps,
        requirements=tuple(tables.requirements.values()),
        measures=measures,
        amounts=tuple(tables.amounts.values()),
        sources=tuple(tables.sources.values()),
        glossary=words,
        questions=questions,
        plan=plan,
        timeline=timeline,
    )
