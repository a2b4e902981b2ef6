"""State shared by all sections of one file (`ReadingContext`), and where a section stands (`Location`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from careerpaths.model.problems import ProblemLog
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.translation import Translation


class Closable(Protocol):
    """Something with keys; `close` reports the unknown ones."""

    def close(self) -> None:
        """Report every key that nobody asked for."""


@dataclass(frozen=True)
class KeySpec:
    """Specification of a key: the shape of its value, whether it is required, and the allowed words.

    `help` says what the key is for (a message for `say`); `kind` is that of the records inside, where there are any.
    """

    shape: str
    required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    kind: RecordKind | None = None


@dataclass(frozen=True)
class Location:
    """Where a section stands: labels for messages, and the path of ids by which its translation is found."""

    labels: tuple[str, ...] = ()
    path: tuple[str, ...] = ()

    def into(self, label: str, *steps: str) -> Location:
        """Return the location of a child; below the top level its key is part of the label."""
        within = (steps[0], label) if self.labels and len(steps) > 1 else (label,)
        return Location((*self.labels, *within), (*self.path, *steps))


@dataclass
class ReadingContext:
    """Shared state of one file's sections: problems, translation, and the keys read so far by kind of record.

    `known_faulty` holds each (table, id) whose fault has been reported, so that references to it are not reported too;
    an empty id stands for the whole table.
    """

    problem_log: ProblemLog
    translation: Translation
    expected_keys: dict[str, dict[str, KeySpec]] = field(default_factory=dict)
    sections: list[Closable] = field(default_factory=list)
    known_faulty: set[tuple[str, str]] = field(default_factory=set)

    def report(self, location: Location, line: int, message: str, *within: str) -> None:
        """Report a problem at a location, or at the keys `within` it."""
        where = " → ".join((*location.labels, *within))
        self.problem_log.add(line, f"{where}: {message}" if where else message)

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for section in self.sections:
            section.close()
