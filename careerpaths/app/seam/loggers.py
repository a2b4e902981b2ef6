"""Streamlit gives each of its loggers a handler of its own, when the logger is first asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit


def handle_with(hand_up: Callable[[logging.Logger], None]) -> None:
    """Let what we do to a logger be done to those of Streamlit's that are still to come, in place of that."""
    streamlit.logger.setup_formatter = hand_up  # type: ignore[assignment] # its argument has no name in the type
