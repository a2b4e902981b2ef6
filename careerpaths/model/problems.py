"""Problems in content files: a message with file and line, and `ProblemLog`, which collects them for one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from careerpaths.locale import Phrases

MOST_PROBLEMS = 1_000
LONGEST_QUOTE = 60
SIMILARITY = 0.65


def _(message: str) -> str:
    """Mark a message for translation (gettext's N_); `Phrases.say` translates it later."""
    return message


@dataclass(frozen=True, order=True)
class Problem:
    """An error, or a warning, on a line counted from 1; its message is already in the reader's language."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the problem as `FILE:LINE: message`."""
        return f"{self.file}:{self.line}: {self.message}"


class ContentError(Exception):
    """Raised when content cannot be used; `problems` holds all of them, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and drop duplicates."""
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class ProblemLog:
    """Collects the problems of one file of `length` lines, at most MOST_PROBLEMS, in the language of `phrases`."""

    file: str
    phrases: Phrases
    length: int = 1
    _found: dict[Problem, None] = field(default_factory=dict)
    _left_out: int = 0

    @property
    def full(self) -> bool:
        """Whether the limit is reached: reading may stop."""
        return len(self._found) >= MOST_PROBLEMS

    def say(self, message: str, **values: object) -> str:
        """Return a message in the reader's language."""
        return self.phrases.say(message, **values)

    def add(self, line: int, message: str) -> None:
        """Add a problem; the line is clamped to the file. Beyond the limit problems are only counted."""
        if self.full:
            self._left_out += 1
            return
        self._found[Problem(self.file, max(1, min(line, self.length)), message)] = None

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems by line, and one more that says how many were left out."""
        found = sorted(self._found)
        if self._left_out:
            rest = self.say("and {n} more problems that are not shown", n=self._left_out)
            found.append(Problem(self.file, found[-1].line, rest))
        return tuple(found)

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Return the known word most similar to `word`, or an empty string."""
        if self.full or len(word) > LONGEST_QUOTE:
            return ""
        names = {name.casefold(): name for name in known}
        near = get_close_matches(word.casefold(), names, n=1, cutoff=SIMILARITY)
        return names[near[0]] if near else ""

    def did_you_mean(self, word: str, known: Iterable[str]) -> str:
        """Return «; did you mean …?» for the known word nearest to `word`, or an empty text."""
        near = self.nearest(word, known)
        return self.say("; did you mean '{near}'?", near=near) if near else ""


def shortened(text: str) -> str:
    """Return a text on one line, cut so that it can be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
