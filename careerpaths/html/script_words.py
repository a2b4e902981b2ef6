"""What a script says, in a language: the script has the English itself, and gets the words that it says."""

from __future__ import annotations

from careerpaths.browser.assemble import said_by
from careerpaths.browser.files import FILES
from careerpaths.locale import Phrases


def script_words(name: str, phrases: Phrases) -> dict[str, str]:
    """Return English → this language for each sentence of a script (`talk.js`), without those that are the same."""
    said = {english: phrases.say(english) for english in sorted(said_by(FILES[name]))}
    return {english: word for english, word in said.items() if word != english}
