"""Which addresses there are: our own, the pages, and the few of the framework's that the product needs.

All else is answered with 404 and a way to the map: uploads, logging in, open folders, counts of visitors, the agent's
interface, hidden files, and whatever a later version of the framework adds.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from careerpaths.app.seam.error_answers import error_answer, way_up
from careerpaths.app.seam.streamlit_files import INSTALLED
from careerpaths.html.site_map import page_paths

ASKED_BY_STREAMLIT = frozenset({"/_stcore/health", "/_stcore/host-config"})
"""What Streamlit's own script asks before it opens the websocket."""


class AllowedAddresses:
    """Middleware: passes on what is known, corrects the case of a page's letters, and refuses the rest."""

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        """Wrap the application; `routes` are our own."""
        self.app = app
        self.routes = tuple(routes)
        self.pages = page_paths()
        self.framework = ASKED_BY_STREAMLIT | _static_files()
        self.spelled = self.pages | {one.path for one in routes if "{" not in one.path}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        answer = self._answer(scope) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        """Return the answer to a request for what there is not, or None to pass it on."""
        path = scope["path"]
        matches = {one.matches(scope)[0] for one in self.routes}
        if path in self.pages or path in self.framework or Match.FULL in matches:
            return None
        asked = HTTPConnection(scope)
        meant = path.lower().rstrip("/")
        if meant in self.spelled and meant != path:
            query = f"?{asked.url.query}" if asked.url.query else ""
            return RedirectResponse(f"{way_up(scope)}{meant.lstrip('/')}{query}", 307)
        if Match.PARTIAL not in matches:
            return error_answer(asked, 404)
        methods = sorted({method for one in self.routes if _is_at(one, scope) for method in one.methods or ()})
        return error_answer(asked, 405, {"Allow": ", ".join(methods)})


def _is_at(route: Route, scope: Scope) -> bool:
    return route.matches(scope)[0] is not Match.NONE


def _static_files() -> frozenset[str]:
    """Return the addresses of the files that Streamlit's page asks for."""
    files = (one for one in INSTALLED.static.rglob("*") if one.is_file() and one.suffix != ".html")
    return frozenset(f"/{one.relative_to(INSTALLED.static).as_posix()}" for one in files)
