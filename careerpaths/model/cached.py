"""A value that keeps what has been made of it, such as an index, as long as it lives itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar, cast

Made = TypeVar("Made")
CACHE = "_cache"
"""Where it is kept: in no field, as it is no part of what the value says."""


class Cached:
    """A frozen dataclass that is asked the same things often."""

    def cached(self, make: Callable[[Self], Made]) -> Made:
        """Return what `make`, a function or class of ours, makes of this value; made once."""
        kept = self.__dict__.setdefault(CACHE, {})
        if make not in kept:
            kept[make] = make(self)
        return cast("Made", kept[make])

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != CACHE}
