"""Checks of the interface's catalogues, for the languages that a model is translated to."""

from __future__ import annotations

from collections.abc import Iterator

from careerpaths.checks.warnings import MOST_NAMES
from careerpaths.locale import Phrases, languages
from careerpaths.locale.po_files import files_of, folders, placeholder_mismatches, untranslated
from careerpaths.model.problems import Problem, shortened

ORIGINAL = "en"  # the language of the code, which needs no catalogue


def missing_interface_texts(language: str, translation: str, phrases: Phrases) -> Iterator[Problem]:
    """Yield a warning when the interface has no words in the language of a translation, or lacks some."""
    if language not in languages():
        message = phrases.say(
            "the interface has no words in '{language}', so nobody can choose it; put {language}.po in the folder "
            "that KARRIARKARTAN_LOCALES names",
            language=language,
        )
        yield Problem(translation, 1, message)
    elif language != ORIGINAL and (missing := untranslated(language)):
        texts = ", ".join(f"«{shortened(text)}»" for text in missing[:MOST_NAMES])
        more = " …" if len(missing) > MOST_NAMES else ""
        message = phrases.say("the interface says {n} texts in English: {texts}", n=len(missing), texts=texts + more)
        yield Problem(str(files_of(language, folders())[0]), 1, message)


def placeholder_problems(language: str, phrases: Phrases) -> Iterator[Problem]:
    """Yield a problem for each text of the interface whose translation has other `{fields}` than the text."""
    for found in placeholder_mismatches(language):
        message = phrases.say(
            "the translation of «{text}» must have the same fields in braces", text=shortened(found.text)
        )
        yield Problem(str(found.file), found.line, message)
