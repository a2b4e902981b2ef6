"""Responses that carry a whole page: own security policy, compressed once, revalidated by ETag; and 503 pages."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from careerpaths.html import content_policy
from careerpaths.html.pages.waiting import waiting_page
from careerpaths.locale import phrases_for
from careerpaths.web.assets import Asset
from careerpaths.web.http.languages import language_of

RETRY_SECONDS = 5  # seconds
REVALIDATE = "no-cache"
"""Kept by the browser, but asked for each time: a corrected file is seen at once, and an unchanged one costs a 304."""


def page_response(request: Request, found: Asset, language: str, policy: str) -> Response:
    """Return a page with its content security policy; `frame-ancestors` is added here."""
    return cached_response(
        request, found, {"Content-Language": language, "Content-Security-Policy": content_policy.sent(policy)}
    )


def cached_response(request: Request, found: Asset, headers: Mapping[str, str]) -> Response:
    """Return an asset that must be revalidated, or 304 when the browser has it."""
    body, told = found.encoded(request.headers.get("accept-encoding", ""))
    headers = {"Cache-Control": REVALIDATE, **headers, "ETag": f'"{found.tag}"', "Vary": told["Vary"]}
    if _is_current(request, found.tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=found.media_type, headers=headers | told)


def unavailable(request: Request, message: str) -> Response:
    """Answer with a sentence, for `say` to translate, that a page cannot be shown before its file is mended."""
    sentence = phrases_for(language_of(request.query_params)).say(message)
    return PlainTextResponse(sentence, 503, {"Retry-After": "60", "Cache-Control": "no-store"})


def retry_later(language: str, message: str) -> Response:
    """Return 503 with a page of one sentence (an msgid) that reloads itself after AGAIN_AFTER seconds."""
    say = phrases_for(language).say
    body = waiting_page(language, say("Karriärkartan"), say(message), RETRY_SECONDS)
    headers = {"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store", "Content-Language": language}
    policy = content_policy.sent(content_policy.policy(content_policy.Page.WAITING))
    return HTMLResponse(body, 503, headers | {"Content-Security-Policy": policy})


def _is_current(request: Request, tag: str) -> bool:
    """Whether If-None-Match names this page; a proxy that recompresses marks the tag as weak (`W/`)."""
    known = request.headers.get("if-none-match", "").split(",")
    return any(one.strip().removeprefix("W/") in (f'"{tag}"', "*") for one in known)
