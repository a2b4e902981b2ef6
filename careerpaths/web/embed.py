"""The single file at /embed, for intranet pages with many visitors: no session, no websocket."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careerpaths.background import Again, PeriodicTask
from careerpaths.model.problems import _
from careerpaths.reading.store import Store
from careerpaths.single_file.document import policy
from careerpaths.web.assets import Asset
from careerpaths.web.cached_page import page_response, retry_later, unavailable
from careerpaths.web.http.languages import language_of
from careerpaths.web.prepare import pickled_contents, single_files_by_language
from careerpaths.web.stores import store
from careerpaths.worker import WorkerError, run

LOG = logging.getLogger(__name__)
POLL_SECONDS = 0.25  # s between two looks whether there is something to write
MOST_DELAY = 10.0  # s over which replicas that start or see an edit together begin to write, if nobody asks before
WRITE_TIMEOUT = 300.0  # s
NICENESS = 15  # how much the writing's priority is lowered: everybody has something to look at meanwhile


class SingleFileWriter:
    """Writes the single file of the snapshot shown, once with each language first; until then the last one is sent."""

    def __init__(self, shown: Store, within: float = WRITE_TIMEOUT) -> None:
        """Begin without any; writing may take `within` seconds."""
        self._store = shown
        self._within = within
        self._written: Mapping[tuple[str, bool], Asset] = {}
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

    def newest(self, language: str, public: bool = False) -> Asset | None:
        """Return the newest document that has this language first, or None where none has been written yet."""
        written = self._written
        self._asked = not written  # where there is one to send, a newer one has time
        others = (found for (_, edition), found in written.items() if edition is public)
        return written.get((language, public)) or next(others, None)

    def write(self) -> None:
        """Write the document of the snapshot that is shown, when it is due; after a failure again, but seldom."""
        snapshot = self._store.snapshot()
        if not snapshot.models or (snapshot.version == self._tried and not self._again.due):
            return
        if snapshot.version != self._waiting:
            self._waiting = snapshot.version
            self._due = time.monotonic() + random.uniform(0, MOST_DELAY)  # noqa: S311 - no secret
        if not self._asked and time.monotonic() < self._due:
            return
        self._tried = snapshot.version
        try:
            for public in (False, True):  # most ask for the whole one: it is sent while the other is written
                given = (pickled_contents(snapshot), public)
                found = run(single_files_by_language, *given, seconds=self._within, niceness=NICENESS)
                self._written = {**self._written, **found}
            self.failed = False
            self._again.worked()
        except WorkerError as fault:
            self.failed = True
            self._again.failed()
            LOG.error("The single file of model %s could not be written: %s", snapshot.version, fault)


@cache
def single_file_writer() -> SingleFileWriter:
    """Return the one writer of this process."""
    return SingleFileWriter(store())


@cache
def writer_task() -> PeriodicTask:
    """Return the thread that writes them."""
    return PeriodicTask("Writing the single file", single_file_writer().write, POLL_SECONDS)


async def send_embed(request: Request) -> Response:
    """Send the document with the asked language first; `?role=`, `?step=` and `?view=` are read by its own script.

    `?edition=public` is the edition without what is meant for employees only.
    """
    snapshot = store().snapshot()
    spoken = [model.language for model in snapshot.models]
    language = language_of(request.query_params, spoken)
    public = request.query_params.get("edition") == "public"
    found = single_file_writer().newest(language, public) if spoken else None
    if not spoken or single_file_writer().lacking:
        return unavailable(request, _("The map cannot be shown just now. Try again in a while."))
    if found is None:
        return retry_later(
            language_of(request.query_params),
            _("The map is being prepared. This page asks for it again in a few seconds."),
        )
    return page_response(request, found, language, policy())


EMBED_ROUTES = [Route("/embed", send_embed)]
