"""The one `Store` of this process: the current model and accessibility statement."""

from __future__ import annotations

from functools import cache

from careerpaths import settings
from careerpaths.reading.store import Store


@cache
def store() -> Store:
    """Return the one store of this process."""
    return Store(settings.model_file())
