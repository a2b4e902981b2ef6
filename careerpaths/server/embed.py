"""The single-file edition at /embed: what a busy intranet page frames, without a session or a websocket."""

from __future__ import annotations

from functools import cache
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.content.problems import ContentError
from careerpaths.locale import phrases_for
from careerpaths.picture.edition import edition, policy
from careerpaths.server.headers import frame_rule
from careerpaths.server.letters import language_of
from careerpaths.server.shelf import Asset, store

ASK_AGAIN = "no-cache"
"""Kept by the browser, but asked for each time: a corrected model is seen at once, and an unchanged one costs a 304."""


class Documents:
    """The newest document in each language; while a newer one is being written, the last one is sent."""

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: dict[str, tuple[str, Asset]] = {}
        self._writing = Lock()

    def newest(self, language: str) -> Asset:
        """Return the document that has this language first; raise `ContentError` when there never was a good model."""
        version = store().version
        kept = self._kept.get(language)
        if kept is not None and (kept[0] == version or self._writing.locked()):
            return kept[1]
        with self._writing:
            kept = self._kept.get(language)
            if kept is None or kept[0] != version:
                kept = self._kept[language] = (version, _written(language))
            return kept[1]


@cache
def documents() -> Documents:
    """Return the documents of this process."""
    return Documents()


def _written(language: str) -> Asset:
    others = [other for other in store().languages if other != language]
    body = edition([store().current(one) for one in (language, *others)])
    return Asset.of(f"embed.{language}.html", body)


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
