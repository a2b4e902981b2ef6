"""Find the first occurrence of each glossary word in a text, so that a template can explain it there.

A word is found whole and in its simple endings («mentor», «mentorn», «mentorernas»). One with several capitals («VFU»)
is found as it is written, also as the head of a compound («VFU-perioden»), so that «sol» is not SoL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careerpaths.model.model import Text, Word

TOKEN = re.compile(r"\w+(?:[-:]\w+)*")
MOST_TOKENS = 4  # words in the longest entry that is looked for
AFTER_CONSONANT = ("en", "et", "n", "t", "ar", "er", "arna", "erna")
AFTER_VOWEL = ("n", "t", "r", "na", "rna")
LEAST_INFLECTED = 3  # letters of a word that may take endings


@dataclass(frozen=True)
class TextPiece:
    """A part of a text; `word` when it is the first occurrence of that glossary word."""

    text: Text
    word: Word | None = None


class Glossary:
    """Index of the inflected forms of every glossary word, by language; made once a model."""

    def __init__(self, glossary: Iterable[Word]) -> None:
        """Learn the forms."""
        self.words: dict[tuple[str, str], Word] = {}
        for word in glossary:
            for form in forms(word.word):
                self.words.setdefault((word.word.lang, form), word)
        self.beginnings = {(language, TOKEN.findall(form)[0].lower()) for language, form in self.words}


class Explainer:
    """Finds the words of a glossary in one text after another; each word once, until the next card begins."""

    def __init__(self, glossary: Glossary) -> None:
        """Start outside any card, with nothing explained."""
        self._words, self._beginnings = glossary.words, glossary.beginnings
        self._done: set[str] = set()
        self._in_card = False

    def begin(self, *titles: Text) -> str:
        """Start a card: reset what has been explained; words in its titles are not explained."""
        self._in_card = True
        self._done = {word.id for title in titles for _, _, word in self._found(title)}
        return ""

    def in_card(self, text: Text) -> tuple[TextPiece, ...]:
        """Return a line's text in pieces, or whole outside a card."""
        return self.pieces(text) if self._in_card else (TextPiece(text),)

    def pieces(self, text: Text) -> tuple[TextPiece, ...]:
        """Return a text in pieces, those apart that are a word to explain."""
        return tuple(self._pieces(text))

    def _pieces(self, text: Text) -> Iterator[TextPiece]:
        at = 0
        for start, end, word in self._found(text):
            if word.id in self._done:
                continue
            self._done.add(word.id)
            if start > at:
                yield TextPiece(Text(text[at:start], text.lang))
            yield TextPiece(Text(text[start:end], text.lang), word)
            at = end
        if at < len(text):
            yield TextPiece(Text(text[at:], text.lang))

    def _found(self, text: Text) -> Iterator[tuple[int, int, Word]]:
        """Yield (start, end, word) of each occurrence, the longest match first."""
        tokens = list(TOKEN.finditer(text))
        done = 0
        for place, first in enumerate(tokens):
            if first.start() < done or not self._may_begin(first[0], text.lang):
                continue
            for last in reversed(tokens[place : place + MOST_TOKENS]):
                start, end = first.start(), last.end()
                word = self._known(text[start:end], text.lang)
                if word is not None:
                    yield start, end, word
                    done = end
                    break

    def _may_begin(self, token: str, language: str) -> bool:
        """Return whether a word of the glossary can begin with this one: most of a text need not be looked up."""
        low = token.lower()
        return (language, low) in self._beginnings or (language, _head(low)) in self._beginnings

    def _known(self, text: str, language: str) -> Word | None:
        head = _head(text) if TOKEN.fullmatch(text) else ""
        names = (text, text.lower(), *((head,) if is_acronym(head) else ()))
        return next((self._words[language, name] for name in names if (language, name) in self._words), None)


def _head(token: str) -> str:
    """Return the first part of a compound: «VFU» of «VFU-perioden»."""
    return re.split("[-:]", token, maxsplit=1)[0]


def forms(entry: Text) -> Iterator[str]:
    """Yield the forms of an entry: «Uppdrag, särskilt» is «uppdrag», «VFU (placement)» is «VFU», with their endings."""
    word = re.sub(r"\s*\(.*?\)", "", entry).split(",")[0].strip()
    if not word or not TOKEN.match(word):
        return
    if not is_acronym(word):
        word = word.lower()
    yield word
    if len(word) >= LEAST_INFLECTED:
        yield from inflected(word, entry.lang)


def is_acronym(word: str) -> bool:
    """Return whether a word has several capitals."""
    return sum(map(str.isupper, word)) > 1


def inflected(word: str, language: str) -> Iterator[str]:
    """Yield a word with the simple endings of its language, none where we know none."""
    if language == "en":
        yield from (word + "s", word + "es")
    if language == "sv":
        endings = AFTER_VOWEL if word[-1] in "aeiouyåäö" else AFTER_CONSONANT
        stems = [word + ending for ending in endings]
        if word.endswith("a"):
            stems += [word[:-1] + "or", word[:-1] + "orna"]
        yield from (form for stem in (word, *stems) for form in (stem, stem + "s") if form != word)
