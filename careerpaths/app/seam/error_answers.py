"""What is answered when an address, a request or the server is at fault: a sentence and a way to the map."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from careerpaths.app.seam.security_headers import security_headers
from careerpaths.html.pages.error_page import error_page
from careerpaths.html.site_map import page_link, shared_query
from careerpaths.locale import DEFAULT_LANGUAGE, languages, phrases_for
from careerpaths.model.problems import _
from careerpaths.web.assets import address_of
from careerpaths.web.http.negotiation import best, weights
from careerpaths.web.stores import store

SENTENCES = {
    400: _("This request cannot be understood."),
    404: _("There is no page at this address."),
    405: _("This address cannot be used in that way."),
    500: _("Something went wrong on the server. Try again in a while."),
}
STYLES = "statement.css"


def error_answer(asked: HTTPConnection, status: int, headers: dict[str, str] | None = None) -> Response:
    """Return the answer to what went wrong: a page for who asks for one, else the sentence alone."""
    language = wanted_language(asked)
    phrases = phrases_for(language)
    sentence = phrases.say(SENTENCES.get(status) or SENTENCES[500 if status >= 500 else 400])
    told = {**(headers or {}), "Content-Language": language, "Cache-Control": "no-store"}
    up, embedded = way_up(asked.scope), asked.query_params.get("embed") == "true"
    home = page_link(up, shared_query(language, embedded))
    if "text/html" not in asked.headers.get("accept", ""):
        way = phrases.say("To the map")
        return PlainTextResponse(f"{sentence} {way}: {home}", status, told)
    styles = f"{up}{address_of(STYLES, store().snapshot())}"
    return HTMLResponse(error_page(sentence, phrases, home, styles), status, told)


def wanted_language(asked: HTTPConnection) -> str:
    """Return the language that the address asks for, else the browser's favourite among ours, else the default."""
    named = asked.query_params.get("lang", "")
    if named in languages():
        return named
    weighed: dict[str, float] = {}
    for tag, weight in weights(asked.headers.get("accept-language", "")).items():
        weighed |= {tag: weight} | ({} if tag.split("-")[0] in weighed else {tag.split("-")[0]: weight})
    return best(weighed, languages()) or DEFAULT_LANGUAGE


def way_up(scope: Scope) -> str:
    """Return the site's root seen from a request's address; relative, as a proxy may add a folder."""
    return "../" * (scope["raw_path"].decode("latin-1").count("/") - 1) or "./"


def _answer_http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # noqa: S101 - what it is registered for
    return error_answer(request, fault.status_code, dict(fault.headers or {}))


def _answer_fault(request: Request, _fault: Exception) -> Response:
    """Answer a fault of ours; Starlette does that outside every middleware, so the headers are written here."""
    return error_answer(request, 500, security_headers())


ERROR_HANDLERS = {HTTPException: _answer_http, Exception: _answer_fault}
