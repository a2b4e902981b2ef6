"""Downloads of the model: `/model.yaml`, `/model.json` and `/model.csv`, made once per snapshot."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.model import export
from careerpaths.reading.store import Snapshot
from careerpaths.web.assets import SELDOM, Asset
from careerpaths.web.cached_page import cached_response
from careerpaths.web.http.languages import language_of
from careerpaths.web.stores import store

ENDINGS = ("yaml", "json", "csv")


async def send_model(request: Request) -> Response:
    """Send the model in the language asked for, or in its own; YAML is the file itself, unchanged."""
    ending, snapshot = request.path_params["ending"], store().snapshot()
    if ending not in ENDINGS:
        return PlainTextResponse("Not found.", 404)
    found = model_file(snapshot, ending, language_of(request.query_params, snapshot.languages))
    return cached_response(request, found, {"Content-Disposition": f'attachment; filename="karriarkartan.{ending}"'})


def prepare_downloads(snapshot: Snapshot) -> None:
    """Make every file of a snapshot."""
    for language in snapshot.languages if snapshot.models else ():
        for ending in ENDINGS:
            model_file(snapshot, ending, language)


def model_file(snapshot: Snapshot, ending: str, language: str) -> Asset:
    """Return one file; `ending` is one of `ENDINGS`, the language one of the snapshot's."""
    if ending == "yaml":
        return snapshot.cached(("file", ending), lambda: Asset.of("roles.yaml", snapshot.text, SELDOM))
    make = export.as_json if ending == "json" else export.as_csv
    return snapshot.cached(
        ("file", ending, language), lambda: Asset.of(f"model.{ending}", make(snapshot.model(language)), SELDOM)
    )


DOWNLOADS = [Route("/model.{ending}", send_model)]
