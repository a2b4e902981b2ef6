"""The editor's check: every problem and every warning in one or more models and their translations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from careerpaths.checks.interface_texts import missing_interface_texts, placeholder_problems
from careerpaths.checks.readability import hard_to_read
from careerpaths.checks.warnings import incomplete_statement, missing_statement, outdated, untranslated, unverified
from careerpaths.locale import DEFAULT_LANGUAGE, Phrases, phrases_for
from careerpaths.model.model import Model
from careerpaths.model.problems import Problem
from careerpaths.reading.load import base_of, translations_of
from careerpaths.reading.model import try_read_model
from careerpaths.reading.statement import NAME, try_read_statement


@dataclass(frozen=True)
class CheckedModel:
    """A model that can be used, its file as it was named, and the languages it was checked in."""

    file: str
    model: Model
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What a check found; the files are good when there are no problems."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    models: tuple[CheckedModel, ...] = ()

    def with_problems(self, more: Iterable[Problem]) -> Report:
        """Return the report with problems that were found elsewhere."""
        return replace(self, problems=tuple(sorted({*self.problems, *more})))

    def counts(self, language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
        """Return one line of counts for each model."""
        say = phrases_for(language).say
        return tuple(
            say(
                "{file}: {roles} roles, {steps} steps, {measures} measures, {sources} sources; languages: {languages}",
                file=checked.file,
                roles=len(checked.model.roles),
                steps=len(checked.model.steps),
                measures=len(checked.model.measures),
                sources=len(checked.model.sources),
                languages=", ".join(checked.languages),
            )
            for checked in self.models
        )


def check(
    files: Iterable[Path], language: str = DEFAULT_LANGUAGE, today: date | None = None, place: Path | None = None
) -> Report:
    """Check files, with messages in a language; a translation is checked together with the file it translates.

    With a model goes the accessibility statement that lies beside it. `place` is the model that a file will be moved
    over: where the file has no translation or statement of its own, it is checked with those that lie there.
    """
    models, statements = _grouped(files, place)
    reports = [_check_one(file, tags, language, today or date.today(), place) for file, tags in models.items()]
    reports += [_check_statement(file, tags, phrases_for(language)) for file, tags in statements.items()]
    return Report(
        tuple(sorted({problem for report in reports for problem in report.problems})),
        tuple(sorted({warning for report in reports for warning in report.warnings})),
        tuple(checked for report in reports for checked in report.models),
    )


def _check_one(file: Path, tags: tuple[str, ...], language: str, today: date, place: Path | None) -> Report:
    """Check one model, by itself and in each of its translations."""
    phrases = phrases_for(language)
    own = try_read_model(file, "", language)
    translated = [try_read_model(file, tag, language, place) for tag in tags]
    problems = tuple(problem for reading in (own, *translated) for problem in reading.problems)
    problems += tuple(problem for tag in tags for problem in placeholder_problems(tag, phrases))
    warnings = [
        warning for reading in translated for warning in untranslated(reading.translation, reading.missing, phrases)
    ]
    warnings += [
        one
        for tag, its in zip(tags, translated, strict=True)
        for one in missing_interface_texts(tag, its.translation, phrases)
    ]
    for reading in (own, *translated):
        if reading.content is not None:
            warnings += hard_to_read(str(file), reading.content, phrases)
    if own.content is None:
        return Report(problems, tuple(warnings))
    warnings += missing_statement(file, phrases)
    warnings += [*unverified(str(file), own.content, phrases), *outdated(str(file), own.content, phrases, today)]
    return Report(problems, tuple(warnings), (CheckedModel(str(file), own.content, (own.content.language, *tags)),))


def _check_statement(file: Path, tags: tuple[str, ...], phrases: Phrases) -> Report:
    """Check an accessibility statement, by itself and in each of its translations."""
    own = try_read_statement(file, "", phrases.language)
    translated = [try_read_statement(file, tag, phrases.language) for tag in tags]
    problems = tuple(problem for reading in (own, *translated) for problem in reading.problems)
    warnings = [warning for one in translated for warning in untranslated(one.translation, one.missing, phrases)]
    if own.content is not None:
        warnings += incomplete_statement(str(file), own.content, phrases)
    return Report(problems, tuple(warnings))


Group = dict[Path, tuple[str, ...]]


def _grouped(files: Iterable[Path], place: Path | None) -> tuple[Group, Group]:
    """Return each model's file with the languages to check it in, and each statement's; see `_tagged`."""
    given = tuple(files)
    models = _tagged(file for file in given if base_of(file)[0].name != NAME)
    there = translations_of(place) if place else ()
    models = {file: tuple(sorted({*tags, *there})) for file, tags in models.items()}
    beside = [(file.with_name(NAME), *((place.with_name(NAME),) if place else ())) for file in models]
    found = [next((one for one in near if one.exists()), None) for near in beside]
    named = (file for file in given if base_of(file)[0].name == NAME)
    return models, _tagged([*named, *(file for file in found if file)])


def _tagged(files: Iterable[Path]) -> Group:
    """Return each file with the languages to check it in; a translation without its base stands alone."""
    tags: dict[Path, set[str]] = {}
    for file in files:
        base, tag = base_of(file)
        if tag and base.exists():
            tags.setdefault(base, set()).add(tag)
        else:
            tags.setdefault(file, set()).update(translations_of(file))
    return {file: tuple(sorted(found)) for file, found in tags.items()}
