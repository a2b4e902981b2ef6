"""Read choices from the query of the address, accepting only known values."""

from __future__ import annotations

from collections.abc import Container

import streamlit as st

from careerpaths.web.http.languages import language_of

LONGEST = 60  # characters of an unknown value that are shown back


def language() -> str:
    """Return the language of the address, or the default."""
    return language_of(st.query_params)


def known_value(name: str, known: Container[str]) -> str | None:
    """Return the address's value of `name` when it is a known id, else None."""
    asked = st.query_params.get(name)
    return asked if asked is not None and asked in known else None


def unknown_value(name: str, known: Container[str]) -> str | None:
    """Return the address's value of `name` when it is not known, shortened, else None."""
    asked = st.query_params.get(name)
    return asked[:LONGEST] if asked and asked not in known else None
