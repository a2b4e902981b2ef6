"""What is being shown of a content file: read again when the file changes, kept when the new one is broken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Generic, Protocol, TypeVar

from careerpaths.content.model import Model
from careerpaths.content.opening import Reading, translation_of, translations_of
from careerpaths.content.problems import ContentError, Problem
from careerpaths.content.reader import read
from careerpaths.locale import DEFAULT_LANGUAGE

LOG = logging.getLogger(__name__)
Signature = tuple[tuple[str, int, int, int, int], ...]


class Spoken(Protocol):
    """What a file holds, in one language."""

    @property
    def language(self) -> str:
        """The language it is in."""


Thing = TypeVar("Thing", bound=Spoken)
Read = Callable[[Path, str, str], Reading[Thing]]
"""How a file is read: its path, the language (empty: its own) and that of the problems."""


@dataclass(frozen=True)
class Edition(Generic[Thing]):
    """One good reading: what the file holds in every language, its own first, and when it was read."""

    things: tuple[Thing, ...]
    version: str
    loaded_at: datetime

    def spoken(self, language: str) -> Thing:
        """Return what the file holds in a language, or in its own where there is no translation."""
        return next((thing for thing in self.things if thing.language == language), self.things[0])


class Store(Generic[Thing]):
    """Gives the newest good reading of a file and its translations; safe to share between threads."""

    def __init__(self, path: Path, read_file: Read[Thing], messages: str = DEFAULT_LANGUAGE) -> None:
        """Read nothing yet; `messages` is the language of the problems."""
        self.path = path
        self._read = read_file
        self._messages = messages
        self._lock = RLock()
        self._seen: Signature | None = None
        self._edition: Edition[Thing] | None = None
        self._problems: tuple[Problem, ...] = ()

    def current(self, language: str = DEFAULT_LANGUAGE) -> Thing:
        """Return the last good reading in a language; raise `ContentError` when there never was one."""
        return self._newest().spoken(language)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the newest files; empty when they are the ones shown."""
        with self._lock:
            self._refresh()
            return self._problems

    @property
    def version(self) -> str:
        """A short hash of what is shown, for addresses."""
        return self._newest().version

    @property
    def loaded_at(self) -> datetime:
        """When what is shown was read, in UTC."""
        return self._newest().loaded_at

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of what is shown, its own first."""
        return tuple(thing.language for thing in self._newest().things)

    def _newest(self) -> Edition[Thing]:
        with self._lock:
            self._refresh()
            if self._edition is None:
                raise ContentError(self._problems)
            return self._edition

    def _refresh(self) -> None:
        """Read the files again if they are not the ones that were read last."""
        signature = self._signature()
        if signature == self._seen:
            return
        self._seen = signature
        tags = ("", *translations_of(self.path))
        readings = [self._read(self.path, tag, self._messages) for tag in tags]
        self._problems = tuple(sorted({problem for reading in readings for problem in reading.problems}))
        for problem in self._problems:
            LOG.error("%s", problem)
        things = tuple(reading.thing for reading in readings if reading.thing is not None)
        if readings[0].thing is not None and not (self._problems and self._edition):
            version = sha256(repr(things).encode()).hexdigest()[:12]
            self._edition = Edition(things, version, datetime.now(UTC))

    def _signature(self) -> Signature:
        files = [self.path, *(translation_of(self.path, tag) for tag in translations_of(self.path))]
        return tuple(_stamp(file) for file in files)


class ModelStore(Store[Model]):
    """Gives the newest good model of a file and its translations."""

    def __init__(self, path: Path, messages: str = DEFAULT_LANGUAGE) -> None:
        """Read nothing yet; `messages` is the language of the problems."""
        super().__init__(path, read, messages)


def _stamp(file: Path) -> tuple[str, int, int, int, int]:
    """Return what changes when a file is written again; zeros when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return (file.name, 0, 0, 0, 0)
    return (file.name, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
