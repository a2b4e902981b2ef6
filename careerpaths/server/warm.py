"""Prepares what every visitor fetches before the first one comes, and the single file soon after."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from anyio import create_task_group, sleep, to_thread

from careerpaths.content.problems import ContentError
from careerpaths.server.embed import documents
from careerpaths.server.nodelay import send_at_once
from careerpaths.server.shelf import FILES, asset, store

LOG = logging.getLogger(__name__)
QUIET = 20  # seconds after the start before the single file is written: the first visitors want their map
TURN = 0.0005  # seconds that one thread may work while others wait; ten times that, the default, adds up over a run


@asynccontextmanager
async def warm(_: object) -> AsyncIterator[dict[str, Any]]:
    """Read the model and lay out the map while the server starts; a broken model does not keep it from starting."""
    await to_thread.run_sync(_prepare)
    send_at_once()
    sys.setswitchinterval(TURN)
    async with create_task_group() as tasks:
        tasks.start_soon(_write_single_file)
        yield {}
        tasks.cancel_scope.cancel()


async def _write_single_file() -> None:
    """Write the document of `/embed`, so that nobody has to wait for it; who asks before gets it all the same."""
    await sleep(QUIET)
    with suppress(ContentError):
        await to_thread.run_sync(lambda: documents().newest(store().languages[0]))


def _prepare() -> None:
    try:
        names = [*FILES, "vis-network.js", *(f"model.{language}.json" for language in store().languages)]
    except ContentError as error:
        LOG.error("The model cannot be read; the pages say so. %d faults.", len(error.problems))
        return
    for name in names:
        asset(name)
    LOG.info("Ready with model %s.", store().version)
