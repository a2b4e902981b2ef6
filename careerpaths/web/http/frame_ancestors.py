"""Which other sites may frame us: read from the environment, said in every policy."""

from __future__ import annotations

from functools import cache

from careerpaths import settings


@cache
def frame_rule() -> str:
    """Return who may frame us, as a rule of a policy: our own site, and the origins that the environment names."""
    return " ".join(("frame-ancestors 'self'", *settings.frame_ancestors()))
