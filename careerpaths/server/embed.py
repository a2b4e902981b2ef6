"""The single-file edition at /embed: what a busy intranet page frames, without a session or a websocket."""

from __future__ import annotations

from functools import cache
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.content.problems import ContentError
from careerpaths.locale import phrases_for
from careerpaths.picture.edition import editions, policy
from careerpaths.server.headers import frame_rule
from careerpaths.server.letters import language_of
from careerpaths.server.shelf import Asset, store

ASK_AGAIN = "no-cache"
"""Kept by the browser, but asked for each time: a corrected model is seen at once, and an unchanged one costs a 304."""


class Documents:
    """The newest document, with each language first; while a newer one is being written, the last one is sent."""

    def __init__(self) -> None:
        """Begin without any."""
        self._version = ""
        self._kept: dict[str, Asset] = {}
        self._writing = Lock()

    def newest(self, language: str) -> Asset:
        """Return the document that has this language first; raise `ContentError` when there never was a good model."""
        version = store().version
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
    models = [store().current(language) for language in store().languages]
    written = zip(models, editions(models), strict=True)
    return {model.language: Asset.of(f"embed.{model.language}.html", body) for model, body in written}


def send_embed(request: Request) -> Response:
    """Send the document with the asked language first; `?role=`, `?step=` and `?view=` are read by its own script."""
    try:
        language = _language(request)
        found = documents().newest(language)
    except ContentError:
        sentence = phrases_for(language_of(request)).say("The map cannot be shown just now. Try again in a while.")
        return PlainTextResponse(sentence, 503, {"Retry-After": "60", "Cache-Control": "no-store"})
    headers = {
        "Cache-Control": ASK_AGAIN,
        "Content-Language": language,
        "Content-Security-Policy": f"{policy()}; {frame_rule()}",
        "ETag": f'"{found.tag}"',
        "Vary": "Accept-Encoding",
    }
    if _has(request, found.tag):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.zipped, media_type=found.media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(found.body, media_type=found.media_type, headers=headers)


def _language(request: Request) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in store().languages else store().languages[0]


def _has(request: Request, tag: str) -> bool:
    """Return whether the browser has this very document; a proxy that packs anew marks the tag as weak (`W/`)."""
    known = request.headers.get("if-none-match", "").split(",")
    return any(one.strip().removeprefix("W/") in (f'"{tag}"', "*") for one in known)


EMBED_ROUTES = [Route("/embed", send_embed)]
