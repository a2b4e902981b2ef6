"""How hard a Swedish text is to read, by LIX, and which cards are too hard for plain language.

LIX (Björnsson 1968) is words a sentence plus the per cent of long words. Under 40 is easy, over 50 is the prose of
authorities. It was made for Swedish and says nothing of other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerpaths.checks.warnings import cards_of
from careerpaths.locale import Phrases
from careerpaths.model.model import Model
from careerpaths.model.problems import Problem

LANGUAGE = "sv"
MOST_LIX = 50
LONG_WORD = 6  # letters; a word is long when it has more
WORD = re.compile(r"\w+(?:[-–:.’']\w+)*")
SENTENCE_END = re.compile(r"[.!?…][”’»)]*(?=\s+[^\W\d_a-zåäö]|\s*$)")
"""Not where a small letter or a digit follows, as after «t.ex.» and «10 kap.»."""


def lix(lines: Iterable[str]) -> float:
    """Return the LIX of a text in lines, 0 when it has no words; a line without a full stop is a sentence too."""
    words = sentences = long_words = 0
    for line in lines:
        found = WORD.findall(line)
        words += len(found)
        long_words += sum(sum(map(str.isalpha, word)) > LONG_WORD for word in found)
        sentences += max(1, len(SENTENCE_END.findall(line))) if found else 0
    return words / sentences + 100 * long_words / words if words else 0.0


def hard_to_read(file: str, model: Model, phrases: Phrases) -> Iterator[Problem]:
    """Yield one warning for each role and step whose Swedish card has a LIX over 50."""
    if model.language != LANGUAGE:
        return
    for label, place, lines in cards_of(model, phrases):
        found = lix(line.text for line in lines if line.text.lang == LANGUAGE)
        if found > MOST_LIX:
            message = phrases.say(
                "the card has LIX {lix}, over {most}; write shorter sentences and shorter words",
                lix=phrases.number(round(found)),
                most=phrases.number(MOST_LIX),
            )
            yield Problem(file, place, f"{label}: {message}")
