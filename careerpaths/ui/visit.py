"""What every page needs of the visit it answers: the model and the words, in the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from careerpaths.content.model import Model
from careerpaths.locale import Phrases, phrases_for
from careerpaths.server.shelf import store
from careerpaths.ui import address


@dataclass(frozen=True)
class Visit:
    """The model as it is now, in the visitor's language, and whether a frame shows the page."""

    model: Model
    phrases: Phrases
    embedded: bool

    def say(self, message: str, **values: object) -> str:
        """Return a sentence in the visitor's language."""
        return self.phrases.say(message, **values)


def here() -> Visit:
    """Return this run's visit; raises ContentError when there never was a readable model."""
    language = address.language()
    return Visit(store().current(language), phrases_for(language), bool(st.context.is_embedded))
