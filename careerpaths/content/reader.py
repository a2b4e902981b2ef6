"""What the model's files must hold: files → `Model`, or `ContentError` with every problem."""

from __future__ import annotations

from collections.abc import Mapping as Known
from dataclasses import dataclass, field
from pathlib import Path

from careerpaths.content.careers import read_roles, read_steps
from careerpaths.content.catalogue import read_catalogue
from careerpaths.content.desk import Asked, Desk, Spot
from careerpaths.content.document import read_document
from careerpaths.content.measures import read_about, read_measures, read_questions, read_words, step_addresses
from careerpaths.content.model import Model
from careerpaths.content.nodes import Mapping, Scalar
from careerpaths.content.plans import Subjects, read_plan, read_timeline
from careerpaths.content.problems import Complaints, ContentError, Problem
from careerpaths.content.section import Section
from careerpaths.content.translation import Missing, Translation, read_translation
from careerpaths.content.values import LANGUAGE
from careerpaths.locale import DEFAULT_LANGUAGE, phrases_for


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
    complaints = Complaints(str(path), phrases_for(messages))
    root = read_document(path, complaints)
    original = _own_language(root)
    language = language or original
    other = translation_of(path, language)
    remarks = Complaints(str(other), complaints.phrases)
    translation = Translation(original, original, remarks)
    if language != original and other.exists():
        translation = read_translation(other, language, original, remarks)
    if root is None:
        return Reading(None, (*complaints.problems(), *remarks.problems()))
    desk = Desk(complaints, translation)
    model = _model(Section(root, desk, "file", Spot(), 1), language)
    desk.close()
    if translation.present:
        translation.close()
    problems = (*complaints.problems(), *remarks.problems())
    return Reading(None if problems else model, problems, translation.missing(), str(other), desk.asked)


def translation_of(path: Path, language: str) -> Path:
    """Return the file that translates a model's file, such as `roles.en.yaml` for `roles.yaml`."""
    tag = language if LANGUAGE.fullmatch(language) else "-"
    return path.with_name(f"{path.stem}.{tag}{path.suffix}")


def translations_of(path: Path) -> tuple[str, ...]:
    """Return the languages that a model's file is translated to."""
    tags = (file.stem.removeprefix(f"{path.stem}.") for file in path.parent.glob(f"{path.stem}.*{path.suffix}"))
    return tuple(sorted(tag for tag in tags if LANGUAGE.fullmatch(tag)))


def _own_language(root: Mapping | None) -> str:
    """Return the language that the file says it is written in."""
    groups = [value for key, value in root.pairs if key.value == "model"] if root else []
    for group in groups:
        for key, value in group.pairs if isinstance(group, Mapping) else ():
            if key.value == "language" and isinstance(value, Scalar) and LANGUAGE.fullmatch(value.value):
                return value.value
    return DEFAULT_LANGUAGE


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
