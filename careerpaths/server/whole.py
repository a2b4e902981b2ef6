"""A whole page of ours as an answer: with a policy of its own, compressed once, and asked for again at no cost."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from careerpaths.locale import phrases_for
from careerpaths.server.headers import frame_rule
from careerpaths.server.letters import language_of
from careerpaths.server.shelf import Asset

ASK_AGAIN = "no-cache"
"""Kept by the browser, but asked for each time: a corrected file is seen at once, and an unchanged one costs a 304."""


def whole(request: Request, found: Asset, language: str, policy: str) -> Response:
    """Send a page with its content security policy; who may frame it is added here."""
    body, told = found.packed(request.headers.get("accept-encoding", ""))
    headers = {
        "Cache-Control": ASK_AGAIN,
        "Content-Language": language,
        "Content-Security-Policy": f"{policy}; {frame_rule()}",
        "ETag": f'"{found.tag}"',
        "Vary": told["Vary"],
    }
    if _has(request, found.tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=found.media_type, headers=headers | told)


def not_now(request: Request, message: str) -> Response:
    """Answer with a sentence, for `say` to translate, that a page cannot be shown before its file is mended."""
    sentence = phrases_for(language_of(request)).say(message)
    return PlainTextResponse(sentence, 503, {"Retry-After": "60", "Cache-Control": "no-store"})


def _has(request: Request, tag: str) -> bool:
    """Return whether the browser has this very page; a proxy that packs anew marks the tag as weak (`W/`)."""
    known = request.headers.get("if-none-match", "").split(",")
    return any(one.strip().removeprefix("W/") in (f'"{tag}"', "*") for one in known)
