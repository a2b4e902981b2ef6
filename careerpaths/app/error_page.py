"""The handler of exceptions in pages: shows a sentence and a way on, never a traceback."""

from __future__ import annotations

import logging

import streamlit as st

from careerpaths.app import address
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.about import unreadable_model_html
from careerpaths.locale import phrases_for
from careerpaths.model.problems import ContentError

LOG = logging.getLogger("careerpaths")


def show_error_page(error: BaseException) -> bool:
    """Show a sentence instead of Streamlit's error box; return True, which tells Streamlit that it is handled."""
    phrases = phrases_for(address.language())
    say = phrases.say
    if isinstance(error, ContentError):
        plain_text.error(say("The model cannot be read. The person who keeps it sees the faults below."))
        st.html(unreadable_model_html(phrases, error.problems, bool(st.context.is_embedded)))
        return True
    LOG.error("A page failed.", exc_info=error)
    plain_text.error(
        say("Something went wrong on this page. What you have written is still there. Reload, or choose another.")
    )
    return True
