"""`Section`: typed access to the keys of one record, which reports wrong values, and unknown and missing keys."""

from __future__ import annotations

from collections.abc import Mapping as Known
from datetime import date
from enum import StrEnum
from typing import TypeVar

from careerpaths.model.model import Text
from careerpaths.reading.yaml.context import KeySpec
from careerpaths.reading.yaml.convert import as_boolean, as_date, as_nonempty_text, as_text
from careerpaths.reading.yaml.keys import Keys
from careerpaths.reading.yaml.nodes import Scalar

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class Section(Keys):
    """One group of keys whose values are read by what they must be."""

    def word(self, key: str, *, required: bool = True, help: str = "") -> str:
        """Return a text that is the same in every language."""
        return self.value(key, as_nonempty_text if required else as_text, "", KeySpec("text", required, help=help))

    def flag(self, key: str, *, required: bool = False, help: str = "") -> bool:
        """Return true or false; false where the key is missing."""
        return self.value(key, as_boolean, False, KeySpec("flag", required, help=help))

    def day(self, key: str, *, required: bool = False, help: str = "") -> date | None:
        """Return a date, or None."""
        return self.value(key, as_date, None, KeySpec("date", required, help=help))

    def own_id(self, *, required: bool = True, help: str = "") -> None:
        """Read the id that a record in a list carries; the list has judged it already."""
        self.value("id", as_nonempty_text if required else as_text, "", KeySpec("id", required, help=help))

    def text(self, key: str, *, required: bool = True, own: bool = False, help: str = "") -> Text:
        """Return a text in the model's language; `own` when the record as a whole is translated by it."""
        original = self.word(key, required=required, help=help)
        return self.context.translation.text(self.location.path if own else (*self.location.path, key), original)

    def texts(self, key: str, *, help: str = "") -> tuple[Text, ...]:
        """Return a list of texts in the model's language."""
        node = self.take(key, KeySpec("texts", help=help))
        items = () if node is None else self.items(node, key)
        originals = [self.converted(item, as_nonempty_text, "", key) for item in items]
        return self.context.translation.texts((*self.location.path, key), [text for text in originals if text])

    def choice(self, key: str, kind: type[Choice], *, help: str = "") -> Choice:
        """Return one of the words of `kind`."""
        words = tuple(kind)
        node = self.take(key, KeySpec("choice", True, words, help))
        chosen = None if node is None else self.known_as(node, {word.value: word for word in words}, key)
        return words[0] if chosen is None else chosen

    def choices(self, key: str, kind: type[Choice], *, required: bool = True, help: str = "") -> tuple[Choice, ...]:
        """Return a list of the words of `kind`."""
        node = self.take(key, KeySpec("choices", required, tuple(kind), help))
        known = {word.value: word for word in kind}
        return () if node is None else self.all_known(self.items(node, key), known, key)

    def letter(self, key: str, letters: tuple[str, ...], *, required: bool = False, help: str = "") -> str:
        """Return one of some letters or words, or an empty text where none of them stands here."""
        node = self.take(key, KeySpec("choice", required, letters, help))
        return "" if node is None else self.known_as(node, {letter: letter for letter in letters}, key) or ""

    def reference(
        self, key: str, table: str, known: Known[str, T], *, required: bool = True, help: str = ""
    ) -> T | None:
        """Return the record that an id in the file's `table` refers to, or None."""
        node = self.take(key, KeySpec("reference", required, help=help))
        return None if node is None else self.known_as(node, known, key, table)

    def references(
        self,
        key: str,
        table: str,
        known: Known[str, T],
        *,
        single: bool = False,
        required: bool = False,
        help: str = "",
    ) -> tuple[T, ...]:
        """Return what a list of ids stands for; with `single`, one id may stand without a list."""
        node = self.take(key, KeySpec("reference or references" if single else "references", required, help=help))
        if node is None:
            return ()
        alone = single and isinstance(node, Scalar)
        return self.all_known((node,) if alone else self.items(node, key), known, key, table)
