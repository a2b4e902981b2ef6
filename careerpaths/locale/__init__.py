"""Translations of the interface: gettext catalogues, and numbers and dates formatted by language.

English is the language of the code, so its catalogue is empty; every other language is a file
`<language>.po` here or in the folder that KARRIARKARTAN_LOCALES names (see `po_files`).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

from careerpaths.locale.po_files import LANGUAGE, files_of, folders, has_same_placeholders, read_catalogue, tags

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGE", "Phrases", "languages", "phrases_for"]

LOG = logging.getLogger(__name__)
Value = TypeVar("Value")
DEFAULT_LANGUAGE = "sv"
REGIONS = {"en": "en_GB"}  # whose manner of dates and numbers a language takes, where its own tag would mislead


@dataclass(frozen=True)
class Phrases:
    """Messages, plurals, numbers and dates in one language."""

    language: str
    catalogue: NullTranslations

    def say(self, message: str, **values: object) -> str:
        """Return the message in this language, with `{name}` fields filled in."""
        text = self.catalogue.gettext(message)
        return text.format(**values) if values else text

    def words(self, table: Mapping[Value, str]) -> dict[Value, str]:
        """Return a table of messages in this language."""
        return {value: self.say(message) for value, message in table.items()}

    def count(self, one: str, many: str, number: float) -> str:
        """Return the singular or plural form, with `{n}` filled in."""
        whole = int(number) if number == int(number) else 2  # «1,5 år» takes the plural
        return self.catalogue.ngettext(one, many, whole).format(n=self.number(number))

    def number(self, value: float) -> str:
        """Return a number as this language writes it, with no-break spaces between thousands."""
        return _number(value, self.region)

    def share(self, part: float) -> str:
        """Return a part of the whole, from 0 to 1, in percent: «31 %»."""
        return format_percent(part, locale=self.region)

    def day(self, value: date) -> str:
        """Return a date written out, such as «20 januari 2016»."""
        return format_date(value, format="long", locale=self.region)

    @property
    def region(self) -> str:
        """Return the locale whose numbers and dates are used."""
        return REGIONS.get(self.language, self.language.replace("-", "_"))

    @property
    def own_name(self) -> str:
        """Return the language's own name, such as «svenska»."""
        return Locale.parse(self.language, sep="-").get_display_name() or self.language


def phrases_for(language: str) -> Phrases:
    """Return the phrases of a language; missing messages fall back to English."""
    return _phrases(language, folders())


def languages() -> tuple[str, ...]:
    """Return the languages that have words: the default first, then the others by tag."""
    found = tags(folders()) | {"en"}
    return tuple(sorted(found, key=lambda tag: (tag != DEFAULT_LANGUAGE, tag)))


@lru_cache(maxsize=64)
def _phrases(language: str, within: tuple[Path, ...]) -> Phrases:
    catalogue = NullTranslations()
    for file in files_of(language, within):
        part = _read(file)
        if part is not None:
            part.add_fallback(catalogue)
            catalogue = part
    return Phrases(language, catalogue)


@lru_cache(maxsize=1024)
def _number(value: float, region: str) -> str:
    return format_decimal(value, locale=region)


def _read(file: Path) -> Translations | None:
    """Return a catalogue without the texts that could not be filled in, or None where it cannot be read at all.

    A slip in one text must not take a page away: it is logged, and the text is said as if it were not there.
    """
    compiled = BytesIO()
    try:
        catalogue = read_catalogue(file)
        for message in [one for one in catalogue if one.id and not has_same_placeholders(one)]:
            LOG.error("%s:%s: this translation has other {fields} than its text and is left out.", file, message.lineno)
            catalogue.delete(message.id, message.context)
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return Translations(compiled)
    except (OSError, ValueError, PoFileError) as fault:
        LOG.error("%s: this catalogue cannot be read and is left out: %s", file, fault)
        return None
