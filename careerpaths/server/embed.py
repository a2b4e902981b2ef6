"""The single-file edition at /embed: what a busy intranet page frames, without a session or a websocket."""

from __future__ import annotations

import logging
from functools import cache
from subprocess import SubprocessError
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careerpaths.content.model import Model
from careerpaths.content.problems import ContentError, _
from careerpaths.content.statement import Statement
from careerpaths.picture.edition import editions, policy
from careerpaths.server.aside import aside
from careerpaths.server.shelf import Asset, statements, store
from careerpaths.server.whole import not_now, whole

LOG = logging.getLogger(__name__)


class Documents:
    """The newest document, with each language first; while a newer one is being written, the last one is sent."""

    def __init__(self) -> None:
        """Begin without any."""
        self._version = ""
        self._kept: dict[str, Asset] = {}
        self._writing = Lock()

    def newest(self, language: str) -> Asset:
        """Return the document that has this language first; raise `ContentError` when there never was a good model."""
        version = f"{store().version} {statements().version}"
        if self._version != version and not (self._kept and self._writing.locked()):
            with self._writing:
                if self._version != version:
                    self._kept = _written()
                    self._version = version
        return self._kept.get(language) or next(iter(self._kept.values()))


@cache
def documents() -> Documents:
    """Return the documents of this process."""
    return Documents()


def _written() -> dict[str, Asset]:
    """Return the documents of the newest model and statement, by language.

    A process of its own writes them: two seconds of Python in this one would make every visitor wait for their turn.
    """
    models = tuple(store().current(language) for language in store().languages)
    stated = tuple(statements().current(model.language) for model in models)
    try:
        return aside(written, models, stated)
    except (OSError, SubprocessError):  # no room for another process: late is better than never
        LOG.warning("The single file is written by the server itself; visitors may have to wait meanwhile.")
        return written(models, stated)


def written(models: tuple[Model, ...], stated: tuple[Statement, ...]) -> dict[str, Asset]:
    """Return the document with each language first, by language."""
    bodies = zip(models, editions(models, statements=stated), strict=True)
    return {model.language: Asset.of(f"embed.{model.language}.html", body) for model, body in bodies}


def send_embed(request: Request) -> Response:
    """Send the document with the asked language first; `?role=`, `?step=` and `?view=` are read by its own script."""
    try:
        language = _language(request)
        found = documents().newest(language)
    except ContentError:
        return not_now(request, _("The map cannot be shown just now. Try again in a while."))
    return whole(request, found, language, policy())


def _language(request: Request) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in store().languages else store().languages[0]


EMBED_ROUTES = [Route("/embed", send_embed)]
