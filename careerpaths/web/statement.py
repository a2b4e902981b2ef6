"""The accessibility statement at /om/tillganglighet; it needs no script, no websocket and no readable model."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careerpaths.html.content_policy import Page, policy
from careerpaths.html.pages.statement import ADDRESS, StatementFrame, statement_page
from careerpaths.locale import languages, phrases_for
from careerpaths.model.problems import ContentError, _
from careerpaths.reading.store import Snapshot
from careerpaths.web.assets import Asset, address_of
from careerpaths.web.cached_page import page_response, unavailable
from careerpaths.web.http.languages import language_of
from careerpaths.web.stores import store

RULES = ("page.css", "statement.css")
HEIGHT_SCRIPT = "height.js"
"""What tells a host page the height of its frame."""
SHORT_ADDRESS = "/tillganglighet"
"""An address for paper, and for the intranet's own pages."""


async def send_statement(request: Request) -> Response:
    """Send the page in the asked language, without head and foot where a frame shows it."""
    language = language_of(request.query_params)
    embedded = request.query_params.get("embed") == "true"
    try:
        found = _page(store().snapshot(), language, embedded)
    except ContentError:
        return unavailable(request, _("The accessibility statement cannot be shown just now. Try again in a while."))
    return page_response(request, found, language, policy(Page.FRAMED_STATEMENT if embedded else Page.STATEMENT))


async def redirect_to_statement(request: Request) -> Response:
    """Send a visitor of another spelling to the page, with the query kept; relative, as a proxy may add a folder."""
    up = "../" * (request.url.path.count("/") - 1)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{up}{ADDRESS}{query}", 307)


def prepare_pages(snapshot: Snapshot) -> None:
    """Make the page in every language, with and without a frame around it, where there is a statement to show."""
    for language in languages() if snapshot.statements else ():
        for embedded in (False, True):
            _page(snapshot, language, embedded)


def _page(snapshot: Snapshot, language: str, embedded: bool) -> Asset:
    """Return the page in a language; the statement must be there also where no model can be read."""

    def make() -> Asset:
        rules = tuple(f"../{address_of(name, snapshot)}" for name in RULES)
        around = StatementFrame(rules, embedded, f"../{address_of(HEIGHT_SCRIPT, snapshot)}" if embedded else "")
        model = snapshot.model(language) if snapshot.models else None
        body = statement_page(snapshot.statement(language), model, phrases_for(language), around)
        return Asset.of(f"statement.{language}.html", body)

    return snapshot.cached(("statement", language, embedded), make)


STATEMENT_ROUTES = [
    Route(f"/{ADDRESS}", send_statement),
    Route(f"/{ADDRESS}/", redirect_to_statement),
    Route(SHORT_ADDRESS, redirect_to_statement),
]
