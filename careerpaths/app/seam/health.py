"""What a proxy asks: whether the process must be started again, and whether a visitor gets a working page.

Neither touches a file or waits for a thread. deploy/README.md says which probe asks which.
"""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime import Runtime, RuntimeState

from careerpaths.model.problems import ContentError
from careerpaths.web.embed import single_file_writer, writer_task
from careerpaths.web.stores import store
from careerpaths.web.watch import watcher_task

FRESH = {"Cache-Control": "no-store"}
ENDED = (RuntimeState.STOPPING, RuntimeState.STOPPED)


async def alive(_: Request) -> Response:
    """Answer `ok`, or 503 when only a new process helps: Streamlit or a thread of ours has ended under the server."""
    if watcher_task().has_died or writer_task().has_died or _state() in ENDED:
        return PlainTextResponse("restart", 503, headers=FRESH)
    return PlainTextResponse("ok", headers=FRESH)


async def ready(_: Request) -> Response:
    """Answer with the version and age (seconds) of the model that is shown, or 503 and in one word `why` there is none.

    `starting`: nothing has been read yet; `ended`: Streamlit no longer runs pages; `model`: no model can be read;
    `embed`: the single file could not be written and there is no older one.
    """
    snapshot, state = store().snapshot(), _state()
    starting = state in (None, RuntimeState.INITIAL) or not (snapshot.models or snapshot.problems)
    lacks = {
        "ended": state in ENDED,
        "starting": starting,
        "model": not snapshot.models,
        "embed": single_file_writer().lacking,
    }
    why = next((word for word, lacking in lacks.items() if lacking), "")
    faults = {"faults": len(snapshot.problems)}
    if why:
        return JSONResponse({"ready": False, "why": why} | faults, 503, headers=FRESH)
    age = round((datetime.now(UTC) - snapshot.loaded_at).total_seconds())
    return JSONResponse({"ready": True, "model": snapshot.version, "age": age} | faults, headers=FRESH)


def _state() -> RuntimeState | None:
    """Return what Streamlit's runtime does, or None before there is one."""
    return Runtime.instance().state if Runtime.exists() else None


def say_no_model(_: Request, error: Exception) -> Response:
    """Answer that there is no readable model; where the faults are stands on the page and in the log."""
    count = len(error.problems) if isinstance(error, ContentError) else 0
    return PlainTextResponse(f"The model cannot be read ({count} faults).", 503, headers=FRESH)


REFUSALS = {ContentError: say_no_model}
HEALTH = [Route("/healthz", alive), Route("/readyz", ready)]
