"""What the sections of one file share, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from careerpaths.model.problems import ProblemLog
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.translation import Translation


class Closable(Protocol):
    """Something that can tell, at the end, which of its keys nobody asked for."""

    def close(self) -> None:
        """Report every key that nobody asked for."""


@dataclass(frozen=True)
class KeySpec:
    """What the reader asked a key for: the shape of its value, whether it must be there, and the words allowed.

    `help` says what the key is for (a message for `say`); `kind` is that of the records inside, where there are any.
    """

    shape: str
    required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    kind: RecordKind | None = None


@dataclass(frozen=True)
class Location:
    """Where a section stands: the labels for a message, and the path of ids for the translation."""

    labels: tuple[str, ...] = ()
    path: tuple[str, ...] = ()

    def into(self, label: str, *steps: str) -> Location:
        """Return the spot one level further in; below the top, the key it stands under is named too."""
        within = (steps[0], label) if self.labels and len(steps) > 1 else (label,)
        return Location((*self.labels, *within), (*self.path, *steps))


@dataclass
class ReadingContext:
    """What the sections of one file share: its complaints, its translation, and what they were asked for.

    `known_faulty` holds the (table, id) whose fault is reported already, so that nothing that refers to them is;
    an empty id stands for the whole table.
    """

    problem_log: ProblemLog
    translation: Translation
    expected_keys: dict[str, dict[str, KeySpec]] = field(default_factory=dict)
    sections: list[Closable] = field(default_factory=list)
    known_faulty: set[tuple[str, str]] = field(default_factory=set)

    def report(self, location: Location, line: int, message: str, *within: str) -> None:
        """Report a problem at a spot, or with something within it."""
        where = " → ".join((*location.labels, *within))
        self.problem_log.add(line, f"{where}: {message}" if where else message)

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for section in self.sections:
            section.close()
