"""What a proxy asks: whether the process is alive, and whether it can show a model."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from careerpaths.content.problems import ContentError
from careerpaths.server.shelf import store

FRESH = {"Cache-Control": "no-store"}


async def alive(_: Request) -> Response:
    """Answer that the process runs; touches no file."""
    return PlainTextResponse("ok", headers=FRESH)


def ready(_: Request) -> Response:
    """Answer with the version and age (seconds) of the model that is shown, or 503 when there is none."""
    kept = store()
    try:
        loaded_at = kept.loaded_at  # first, as this may read the files
        age = (datetime.now(UTC) - loaded_at).total_seconds()
        answer = {"ready": True, "model": kept.version, "age": round(age), "faults": len(kept.problems)}
    except ContentError as error:
        return JSONResponse({"ready": False, "faults": len(error.problems)}, 503, headers=FRESH)
    return JSONResponse(answer, headers=FRESH)


def say_no_model(_: Request, error: Exception) -> Response:
    """Answer that there is no readable model; where the faults are stands on the page and in the log."""
    count = len(error.problems) if isinstance(error, ContentError) else 0
    return PlainTextResponse(f"The model cannot be read ({count} faults).", 503, headers=FRESH)


REFUSALS = {ContentError: say_no_model}
HEALTH = [Route("/healthz", alive), Route("/readyz", ready)]
