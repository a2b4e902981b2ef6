"""Base class of frozen dataclasses that cache values derived from them, such as an index, for their own lifetime."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar, cast

Made = TypeVar("Made")
CACHE = "_cache"
"""The instance attribute that holds the cache; no dataclass field, so that it is neither compared nor pickled."""


class Cached:
    """A frozen dataclass with a cache of derived values; two threads may at worst compute the same value twice."""

    def cached(self, make: Callable[[Self], Made]) -> Made:
        """Return `make(self)`, computed at the first call and cached by `make` (a function or class)."""
        kept = self.__dict__.setdefault(CACHE, {})
        if make not in kept:
            kept[make] = make(self)
        return cast("Made", kept[make])

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != CACHE}
