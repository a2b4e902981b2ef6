"""The single-file edition at /embed: what a busy intranet page frames, without a session or a websocket."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careerpaths.background import Again, Background
from careerpaths.model.problems import _
from careerpaths.reading.store import Store
from careerpaths.single_file.document import policy
from careerpaths.web.assets import Asset
from careerpaths.web.cached_page import not_now, soon, whole
from careerpaths.web.http.languages import language_of
from careerpaths.web.prepare import packed, single_files
from careerpaths.web.stores import store
from careerpaths.worker import WorkerError, run

LOG = logging.getLogger(__name__)
EVERY = 0.25  # s between two looks whether there is something to write
SPREAD = 10.0  # s over which replicas that start or see an edit together begin to write, if nobody asks before
WRITTEN_WITHIN = 300.0  # s
GIVES_WAY = 15  # how much the writing's priority is lowered: everybody has something to look at meanwhile


class Documents:
    """The newest document, with each language first; while a newer one is being written, the last one is sent."""

    def __init__(self, shown: Store, within: float = WRITTEN_WITHIN) -> None:
        """Begin without any; writing may take `within` seconds."""
        self._store = shown
        self._within = within
        self._written: Mapping[str, Asset] = {}
        self._tried = ""
        self._waiting = ""
        self._due = 0.0
        self._asked = False
        self._again = Again()
        self.failed = False

    @property
    def lacking(self) -> bool:
        """Return whether there is nothing to send and none is being written: the writing failed."""
        return self.failed and not self._written

    def newest(self, language: str) -> Asset | None:
        """Return the newest document that has this language first, or None where none has been written yet."""
        written = self._written
        self._asked = not written  # where there is one to send, a newer one has time
        return written.get(language) or next(iter(written.values()), None)

    def write(self) -> None:
        """Write the document of the edition that is shown, when it is due; after a failure again, but seldom."""
        edition = self._store.edition()
        if not edition.models or (edition.version == self._tried and not self._again.due):
            return
        if edition.version != self._waiting:
            self._waiting = edition.version
            self._due = time.monotonic() + random.uniform(0, SPREAD)  # noqa: S311 - no secret
        if not self._asked and time.monotonic() < self._due:
            return
        self._tried = edition.version
        try:
            self._written = run(single_files, packed(edition), seconds=self._within, gives_way=GIVES_WAY)
            self.failed = False
            self._again.worked()
        except WorkerError as fault:
            self.failed = True
            self._again.failed()
            LOG.error("The single file of model %s could not be written: %s", edition.version, fault)


@cache
def documents() -> Documents:
    """Return the documents of this process."""
    return Documents(store())


@cache
def writing() -> Background:
    """Return the thread that writes them."""
    return Background("Writing the single file", documents().write, EVERY)


async def send_embed(request: Request) -> Response:
    """Send the document with the asked language first; `?role=`, `?step=` and `?view=` are read by its own script."""
    edition = store().edition()
    spoken = [model.language for model in edition.models]
    language = language_of(request.query_params, spoken)
    found = documents().newest(language) if spoken else None
    if not spoken or documents().lacking:
        return not_now(request, _("The map cannot be shown just now. Try again in a while."))
    if found is None:
        return soon(
            language_of(request.query_params),
            _("The map is being prepared. This page asks for it again in a few seconds."),
        )
    return whole(request, found, language, policy())


EMBED_ROUTES = [Route("/embed", send_embed)]
