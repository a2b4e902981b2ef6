"""The server's lifespan: prepare the model before the first request, then watch its files in the background."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from anyio import to_thread

from careerpaths.app.seam.assumptions.report import tell
from careerpaths.app.seam.connections import guard_connections
from careerpaths.app.seam.served_page import rewritten
from careerpaths.app.seam.streamlit_files import INSTALLED
from careerpaths.app.seam.tcp_nodelay import send_at_once
from careerpaths.locale import languages, phrases_for
from careerpaths.single_file.document import policy
from careerpaths.web.assets import load_files
from careerpaths.web.embed import writer_task
from careerpaths.web.stores import store
from careerpaths.web.watch import READ_TIMEOUT, watcher_task

LOG = logging.getLogger(__name__)
SWITCH_INTERVAL = (
    0.0005  # seconds that one thread may work while others wait; ten times that, the default, adds up over a run
)


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[dict[str, Any]]:
    """Watch the model and write the single file while the server runs; neither can end it or keep it from starting."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    counts = {"server configuration": guard_connections(), "listening socket": send_at_once()}
    Thread(target=tell, args=(counts,), daemon=True).start()  # half a second of reading
    store().watched = True
    watcher_task().start()
    await to_thread.run_sync(_load_constants)
    await to_thread.run_sync(watcher_task().first_run_done.wait, READ_TIMEOUT + 5, abandon_on_cancel=True)
    await to_thread.run_sync(draw_once)
    writer_task().start()
    try:
        yield {}
    finally:
        watcher_task().stop()
        writer_task().stop()


def _load_constants() -> None:
    """Load what never changes (catalogues, scripts, style sheets) before the first request."""
    for language in languages():
        phrases_for(language)
    load_files()
    policy()


def draw_once() -> None:
    """Make the first page of each language for nobody: what it reads and compiles, no visitor waits for."""
    for language in languages():
        rewritten(INSTALLED.page, language, store().snapshot())
