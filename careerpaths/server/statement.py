"""The accessibility statement at /om/tillganglighet: there also without a script, a websocket or a readable model."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careerpaths.content.model import Model
from careerpaths.content.problems import ContentError, _
from careerpaths.locale import phrases_for
from careerpaths.picture.statement import ADDRESS, Surroundings, statement_page
from careerpaths.server.letters import language_of
from careerpaths.server.shelf import Asset, address_of, statements, store
from careerpaths.server.whole import not_now, whole

RULES = ("page.css", "statement.css")
POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
TELLS = "height.js"
"""What tells a host page the height of its frame: the only script, and only there."""
SHORT = "/tillganglighet"
"""An address for paper, and for the intranet's own pages."""


def send_statement(request: Request) -> Response:
    """Send the page in the asked language, without head and foot where a frame shows it."""
    language = language_of(request)
    embedded = request.query_params.get("embed") == "true"
    try:
        found = _page(statements().version, _model_version(), language, embedded)
    except ContentError:
        return not_now(request, _("The accessibility statement cannot be shown just now. Try again in a while."))
    return whole(request, found, language, f"{POLICY}; script-src 'self'" if embedded else POLICY)


def send_on(request: Request) -> Response:
    """Send a visitor of another spelling to the page, with the query kept; relative, as a proxy may add a folder."""
    up = "../" * (request.url.path.count("/") - 1)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{up}{ADDRESS}{query}", 307)


@lru_cache(maxsize=16)
def _page(version: str, model_version: str, language: str, embedded: bool) -> Asset:
    """Return the page of a version of the statement and of the model; made once."""
    rules = tuple(f"../{address_of(name)}" for name in RULES)
    around = Surroundings(rules, embedded, f"../{address_of(TELLS)}" if embedded else "")
    body = statement_page(statements().current(language), _model(language), phrases_for(language), around)
    return Asset.of(f"statement.{language}.html", body)


def _model(language: str) -> Model | None:
    """Return the model, or None where there never was a readable one: the statement must be there all the same."""
    try:
        return store().current(language)
    except ContentError:
        return None


def _model_version() -> str:
    try:
        return store().version
    except ContentError:
        return ""


STATEMENT_ROUTES = [
    Route(f"/{ADDRESS}", send_statement),
    Route(f"/{ADDRESS}/", send_on),
    Route(SHORT, send_on),
]
