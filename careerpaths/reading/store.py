"""The model in use: read again when a file changes, kept when the new version is broken."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from careerpaths.locale import DEFAULT_LANGUAGE
from careerpaths.model.model import Model
from careerpaths.model.problems import ContentError, Problem
from careerpaths.model.statement import Statement
from careerpaths.model.text import Text
from careerpaths.reading.load import ReadResult, translations_of
from careerpaths.reading.model import try_read_model
from careerpaths.reading.signature import Signature, signature
from careerpaths.reading.statement import NAME, SHIPPED, try_read_statement

LOG = logging.getLogger(__name__)
TRIES = 3  # readings of files that change while they are read; the next look finds the change too
InOneLanguage = TypeVar("InOneLanguage", Model, Statement)
Made = TypeVar("Made")


@dataclass(frozen=True)
class Snapshot:
    """Models and statements of one reading of the files, one a language, the file's own language first.

    A request takes one snapshot and passes it on, so that it never mixes two versions. `text` is the model's file,
    byte by byte; `problems` are those of the newest files. Derived values are cached in it (`cached`) and go with it.
    `models` is empty when none could be read.
    """

    models: tuple[Model, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: bytes = field(default=b"", repr=False)
    has_own_statement: bool = False
    version: str = ""
    loaded_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    kept: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)

    def model(self, language: str = DEFAULT_LANGUAGE) -> Model:
        """Return the model in a language, or in its own; raise `ContentError` when none can be read."""
        return self._spoken(self.models, language)

    def statement(self, language: str = DEFAULT_LANGUAGE) -> Statement:
        """Return the accessibility statement in a language, or in its own; raise `ContentError` without any."""
        return self._spoken(self.statements, language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the model, its own first; raise `ContentError` when none can be read."""
        return tuple(model.language for model in self.models) or (self.model().language,)

    def cached(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return `make()`, computed once per key; keys must not come from a visitor (the cache is unbounded)."""
        if key not in self.kept:
            self.kept[key] = make()
        return cast("Made", self.kept[key])

    def with_problems(self, problems: tuple[Problem, ...]) -> Snapshot:
        """Return the same snapshot and cache with the problems of newer files."""
        return replace(self, problems=problems)

    def _spoken(self, things: tuple[InOneLanguage, ...], language: str) -> InOneLanguage:
        if not things:
            raise ContentError(self.problems)
        return next((content for content in things if content.language == language), things[0])


class Store:
    """Gives the newest snapshot of a model's files; safe to share between threads.

    Unless `watched`, each call checks the files itself (commands, tests). With `watched` a call touches no file and
    never waits: `web/watch` calls `publish` with the next snapshot.
    """

    def __init__(self, path: Path, messages: str = DEFAULT_LANGUAGE) -> None:
        """Read nothing yet; `messages` is the language of the problems."""
        self.path = path
        self.watched = False
        self._messages = messages
        self._lock = Lock()
        self._seen: Signature | None = None
        self._snapshot = Snapshot()

    def snapshot(self) -> Snapshot:
        """Return what is to be shown now; take it once a request, and pass it on."""
        if not self.watched:
            with self._lock:
                self._refresh()
        return self._snapshot

    def model(self, language: str = DEFAULT_LANGUAGE) -> Model:
        """Return the model of the newest snapshot in a language; raise `ContentError` when there never was one."""
        return self.snapshot().model(language)

    def publish(self, snapshot: Snapshot) -> None:
        """Let a new snapshot be shown; where its model cannot be read the last one stays, with the new problems."""
        for problem in snapshot.problems:
            LOG.error("%s", problem)
        lost = self._snapshot.models and not snapshot.models
        if snapshot.version == self._snapshot.version:
            snapshot.kept.update({**self._snapshot.kept, **snapshot.kept})  # what it lacks is the same as before
        self._snapshot = self._snapshot.with_problems(snapshot.problems) if lost else snapshot

    def last_statements(self) -> tuple[Statement, ...]:
        """Return the organisation's own statement as it was last read, by language; none without any."""
        return self._snapshot.statements if self._snapshot.has_own_statement else ()

    def _refresh(self) -> None:
        """Read the files again if they are not the ones that were read last."""
        found = signature(self.path)
        if found != self._seen:
            self._seen = found
            self.publish(read_snapshot(self.path, self.last_statements(), self._messages))


def read_snapshot(path: Path, last: tuple[Statement, ...] = (), messages: str = DEFAULT_LANGUAGE) -> Snapshot:
    """Return what a model's file, the statement beside it and their translations hold now.

    A fault in a translation holds back that text alone. `last` is the organisation's statement as it was shown last:
    it stays where the newest cannot be read.
    """
    for _ in range(TRIES):
        before = signature(path)
        snapshot = _read_once(path, last, messages)
        if signature(path) == before:
            break
    return snapshot


def _read_once(path: Path, last: tuple[Statement, ...], messages: str) -> Snapshot:
    models, faults = _in_every_language(try_read_model, path, messages)
    own = path.with_name(NAME)
    statements, remarks = _in_every_language(try_read_statement, own, messages) if own.exists() or last else ((), set())
    statements = statements or last
    has_own_statement = bool(statements)
    if not has_own_statement:
        statements, more = _in_every_language(try_read_statement, SHIPPED, messages)
        remarks |= more
    try:
        text = path.read_bytes() if models else b""
    except OSError:  # gone since it was read: the next look finds that
        text = b""
    problems = tuple(sorted(faults | remarks))
    version = _version(models, statements) if models else ""
    return Snapshot(models, statements, problems, text, has_own_statement, version)


def _in_every_language(
    read_file: Callable[[Path, str, str], ReadResult[InOneLanguage]], path: Path, messages: str
) -> tuple[tuple[InOneLanguage, ...], set[Problem]]:
    """Return what a file holds in each language, its own first, nothing where it is broken; and what is wrong."""
    readings = [read_file(path, tag, messages) for tag in ("", *translations_of(path))]
    problems = {problem for reading in readings for problem in reading.problems}
    good = tuple(reading.content for reading in readings if reading.content is not None)
    return (good if readings[0].content is not None else ()), problems


def _version(*shown: object) -> str:
    """Return a short hash of what is shown: the language of a text is, the line it stands on is not."""
    return sha256(repr(_shown(shown)).encode()).hexdigest()[:12]


def _shown(value: object) -> object:
    if isinstance(value, Text):
        return (value.lang, str(value))
    if isinstance(value, tuple):
        return tuple(map(_shown, value))
    if is_dataclass(value):
        return tuple(_shown(getattr(value, one.name)) for one in fields(value) if one.compare)
    return value
