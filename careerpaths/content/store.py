"""The model that is being shown: read again when its files change, kept when the new ones are broken."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import RLock

from careerpaths.content.model import Model
from careerpaths.content.problems import ContentError, Problem
from careerpaths.content.reader import read, translation_of, translations_of
from careerpaths.locale import DEFAULT_LANGUAGE

LOG = logging.getLogger(__name__)
Signature = tuple[tuple[str, int, int, int, int], ...]


@dataclass(frozen=True)
class Edition:
    """One good reading: the model in every language, its own first, and when it was read."""

    models: tuple[Model, ...]
    version: str
    loaded_at: datetime

    def model(self, language: str) -> Model:
        """Return the model in a language, or in its own where there is no translation."""
        return next((model for model in self.models if model.language == language), self.models[0])


class ModelStore:
    """Gives the newest good model of a file and its translations; safe to share between threads."""

    def __init__(self, path: Path, messages: str = DEFAULT_LANGUAGE) -> None:
        """Read nothing yet; `messages` is the language of the problems."""
        self.path = path
        self._messages = messages
        self._lock = RLock()
        self._seen: Signature | None = None
        self._edition: Edition | None = None
        self._problems: tuple[Problem, ...] = ()

    def current(self, language: str = DEFAULT_LANGUAGE) -> Model:
        """Return the last good model in a language; raise `ContentError` when there never was one."""
        return self._newest().model(language)

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
        return tuple(model.language for model in self._newest().models)

    def _newest(self) -> Edition:
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
        readings = [read(self.path, tag, self._messages) for tag in ("", *translations_of(self.path))]
        self._problems = tuple(sorted({problem for reading in readings for problem in reading.problems}))
        for problem in self._problems:
            LOG.error("%s", problem)
        models = tuple(reading.model for reading in readings if reading.model is not None)
        if readings[0].model is not None and not (self._problems and self._edition):
            version = sha256(repr(models).encode()).hexdigest()[:12]
            self._edition = Edition(models, version, datetime.now(UTC))

    def _signature(self) -> Signature:
        files = [self.path, *(translation_of(self.path, tag) for tag in translations_of(self.path))]
        return tuple(_stamp(file) for file in files)


def _stamp(file: Path) -> tuple[str, int, int, int, int]:
    """Return what changes when a file is written again; zeros when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return (file.name, 0, 0, 0, 0)
    return (file.name, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
