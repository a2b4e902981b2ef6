"""The model as a file to take home: `/model.yaml`, `/model.json` and `/model.csv`, made once an edition."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.model import export
from careerpaths.reading.store import Edition
from careerpaths.web.assets import SELDOM, Asset
from careerpaths.web.cached_page import sent
from careerpaths.web.http.languages import language_of
from careerpaths.web.stores import store

ENDINGS = ("yaml", "json", "csv")


async def send_model(request: Request) -> Response:
    """Send the model in the asked language, or in its own; the YAML file is the one that is shown, as it stands."""
    ending, edition = request.path_params["ending"], store().edition()
    if ending not in ENDINGS:
        return PlainTextResponse("Not found.", 404)
    found = download(edition, ending, language_of(request.query_params, edition.languages))
    return sent(request, found, {"Content-Disposition": f'attachment; filename="karriarkartan.{ending}"'})


def downloads(edition: Edition) -> None:
    """Make every file of an edition."""
    for language in edition.languages if edition.models else ():
        for ending in ENDINGS:
            download(edition, ending, language)


def download(edition: Edition, ending: str, language: str) -> Asset:
    """Return one file; `ending` is one of `ENDINGS`, the language one of the edition's."""
    if ending == "yaml":
        return edition.cached(("file", ending), lambda: Asset.of("roles.yaml", edition.text, SELDOM))
    make = export.as_json if ending == "json" else export.as_csv
    return edition.cached(
        ("file", ending, language), lambda: Asset.of(f"model.{ending}", make(edition.model(language)), SELDOM)
    )


DOWNLOADS = [Route("/model.{ending}", send_model)]
