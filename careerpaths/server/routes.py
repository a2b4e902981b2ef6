"""Our own addresses: scripts and prepared models with a long life, and the model as files."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.content import export
from careerpaths.server.embed import EMBED_ROUTES
from careerpaths.server.shelf import asset, store
from careerpaths.server.statement import STATEMENT_ROUTES
from careerpaths.server.talk import TALK_ROUTES
from careerpaths.server.unit import UNIT_ROUTES

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def send_asset(request: Request) -> Response:
    """Send one of our scripts, rules or prepared models, compressed when the browser takes that.

    An address with an old hash (a tab left open over a restart) gets the newest, but may not keep it.
    """
    found = asset(request.path_params["name"])
    if found is None:
        return PlainTextResponse("Not found.", 404)
    body, told = found.packed(request.headers.get("accept-encoding", ""))
    headers = {
        "Cache-Control": FOREVER if request.path_params["tag"] == found.tag else ASK_AGAIN,
        "ETag": f'"{found.tag}"',
        "Vary": told["Vary"],
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=found.media_type, headers=headers | told)


def send_model(request: Request) -> Response:
    """Send the model as a file to take home: `/model.yaml`, `/model.json` or `/model.csv`."""
    ending = request.path_params["ending"]
    kept = store()
    model = kept.current(_language(request))
    bodies: dict[str, Callable[[], tuple[bytes, str]]] = {
        "yaml": lambda: (kept.path.read_bytes(), "application/yaml"),
        "json": lambda: (export.as_json(model), "application/json"),
        "csv": lambda: (export.as_csv(model), "text/csv"),
    }
    if ending not in bodies:
        return PlainTextResponse("Not found.", 404)
    body, media_type = bodies[ending]()
    headers = {"Content-Disposition": f'attachment; filename="karriarkartan.{ending}"', "Cache-Control": ASK_AGAIN}
    return Response(body, media_type=media_type, headers=headers)


def _language(request: Request) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in store().languages else store().languages[0]


ROUTES = [
    Route("/web/{tag}/{name}", send_asset),
    Route("/model.{ending}", send_model),
    *EMBED_ROUTES,
    *STATEMENT_ROUTES,
    *TALK_ROUTES,
    *UNIT_ROUTES,
]
