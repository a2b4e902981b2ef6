"""The stores of this process: the model and the accessibility statement, as they are now."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from careerpaths import settings
from careerpaths.reading.store import Store

ROOT = Path(__file__).parents[2]
"""What is served by its name; a script with all that it imports."""


@cache
def store() -> Store:
    """Return the one store of this process."""
    return Store(settings.model_file())
