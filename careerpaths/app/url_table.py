"""The table of our own URLs, and the endpoint of static assets and prepared models."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.web.assets import asset
from careerpaths.web.download import DOWNLOADS
from careerpaths.web.embed import EMBED_ROUTES
from careerpaths.web.plan_api.talk import TALK_ROUTES
from careerpaths.web.plan_api.unit import UNIT_ROUTES
from careerpaths.web.statement import STATEMENT_ROUTES
from careerpaths.web.stores import store

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"


async def send_asset(request: Request) -> Response:
    """Send one of our scripts, rules or prepared models, compressed when the browser takes that.

    An address with an old hash (a tab left open over a restart) gets the newest, but may not keep it.
    """
    found = asset(request.path_params["name"], store().snapshot())
    if found is None:
        return PlainTextResponse("Not found.", 404)
    body, told = found.encoded(request.headers.get("accept-encoding", ""))
    headers = {
        "Cache-Control": IMMUTABLE if request.path_params["tag"] == found.tag else REVALIDATE,
        "ETag": f'"{found.tag}"',
        "Vary": told["Vary"],
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=found.media_type, headers=headers | told)


ROUTES = [
    Route("/web/{tag}/{name}", send_asset),
    *DOWNLOADS,
    *EMBED_ROUTES,
    *STATEMENT_ROUTES,
    *TALK_ROUTES,
    *UNIT_ROUTES,
]
