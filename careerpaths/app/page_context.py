"""The context of one run of a page: snapshot, model and phrases in the visitor's language."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

import streamlit as st

from careerpaths.app import address
from careerpaths.locale import Phrases, phrases_for
from careerpaths.model.model import Model
from careerpaths.reading.store import Snapshot
from careerpaths.web.stores import store


@dataclass(frozen=True)
class Visit:
    """The snapshot that this run shows, its model in the visitor's language, and whether a frame shows the page."""

    snapshot: Snapshot
    model: Model
    phrases: Phrases
    embedded: bool

    def say(self, message: str, **values: object) -> str:
        """Return a sentence in the visitor's language."""
        return self.phrases.say(message, **values)


_RUN: ContextVar[Visit | None] = ContextVar("visit", default=None)
"""The visit of the run that is going on in this thread."""


def begin_visit() -> Visit:
    """Return a new run's visit; raises ContentError when there never was a readable model."""
    language, snapshot = address.language(), store().snapshot()
    visit = Visit(snapshot, snapshot.model(language), phrases_for(language), bool(st.context.is_embedded))
    _RUN.set(visit)
    return visit


def current_visit() -> Visit:
    """Return this run's visit, which main.py has begun: a page shows the snapshot that its frame shows."""
    return _RUN.get() or begin_visit()
