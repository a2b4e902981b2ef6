"""Streamlit's texts and controls with their Markdown escaped: texts from the address or a file are shown literally.

Streamlit reads every text that it is given as Markdown, and has no option against it. So nothing else in the product
gives it a text (`tests/fast/test_house.py` holds that): each goes through `to_the_letter` here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+\-=|~$:&@^]|(?<=\d)\.")
"""Characters with a meaning in Markdown."""

LATER = re.compile(r"(?<=:)(?=//|[\w/+-]+:)|(?<=www)(?=\.)|(?=@)|(?<=[<>~=-])(?=[<>=-])", re.IGNORECASE)
"""Where Streamlit finds links, pictograms and arrows after Markdown has been read, and a backslash is gone."""

JOINER = "\N{WORD JOINER}"  # has no width, and is not spoken
SPACES = re.compile(r"[ \t\r\n\f\v]+")


def to_the_letter(text: str) -> str:
    """Return the Markdown that shows a text as it stands, on one line."""
    return SIGNS.sub(r"\\\g<0>", LATER.sub(JOINER, SPACES.sub(" ", text).strip(" ")))


def title(text: str) -> None:
    """Show the page's title."""
    st.title(to_the_letter(text), anchor=False)


def heading(text: str) -> None:
    """Show a heading below the title."""
    st.header(to_the_letter(text), anchor=False)


def paragraph(text: str) -> None:
    """Show a sentence or two."""
    st.markdown(to_the_letter(text))


def warning(text: str) -> None:
    """Show a sentence that something is otherwise than was asked."""
    st.warning(to_the_letter(text))


def note(text: str) -> None:
    """Show a sentence that is good to know."""
    st.info(to_the_letter(text))


def error(text: str) -> None:
    """Show a sentence that something went wrong."""
    st.error(to_the_letter(text))


def expander(label: str) -> DeltaGenerator:
    """Return a folded part of the page, to be filled in a `with` statement."""
    return st.expander(to_the_letter(label))


def checkbox(label: str, key: str) -> bool:
    """Show a box to tick; return whether it is ticked."""
    return st.checkbox(to_the_letter(label), key=key)


def radio(label: str, options: Sequence[str], format_func: Callable[[str], str], **settings: Any) -> str:
    """Show options side by side; return the chosen one. `settings` are Streamlit's own."""
    chosen: str = st.radio(
        to_the_letter(label), options, format_func=lambda one: to_the_letter(format_func(one)), **settings
    )
    return chosen
