"""Prepares what every visitor fetches before the first one comes."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import to_thread

from careerpaths.content.problems import ContentError
from careerpaths.server.embed import documents
from careerpaths.server.nodelay import send_at_once
from careerpaths.server.shelf import FILES, asset, store

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warm(_: object) -> AsyncIterator[dict[str, Any]]:
    """Read the model and lay out the map while the server starts; a broken model does not keep it from starting."""
    await to_thread.run_sync(_prepare)
    send_at_once()
    yield {}


def _prepare() -> None:
    try:
        names = [*FILES, "vis-network.js", *(f"model.{language}.json" for language in store().languages)]
    except ContentError as error:
        LOG.error("The model cannot be read; the pages say so. %d faults.", len(error.problems))
        return
    for name in names:
        asset(name)
    documents().newest(store().languages[0])
    LOG.info("Ready with model %s.", store().version)
