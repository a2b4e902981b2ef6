"""Handle POST requests from our own pages: same origin, limited size, time and number; answers are sentences.

A handler gets the whole body and the language and runs in a thread. Nothing received is logged or stored: of an
exception only its type and place reach the log, since its message could quote the body.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import cache

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from careerpaths.documents.errors import PlanError, Reason
from careerpaths.locale import phrases_for
from careerpaths.web.http.languages import language_of
from careerpaths.web.plan_api.limits import Limits, TooManyError
from careerpaths.web.plan_api.paper_worker import PaperError
from careerpaths.worker import place

LOG = logging.getLogger(__name__)
NO_STORE = {"Cache-Control": "no-store"}
MOST_HANDLERS = 4  # bodies at the same time, of those that are here
BODY_TIMEOUT = 5  # seconds that a body may take beyond what it takes over the slowest connection
SLOWEST = 16_000  # bytes a second: whoever sends less holds a place that others wait for
Handler = Callable[[bytes, str], Response]


class RequestRefusedError(Exception):
    """Raised to answer a request with a sentence and a status."""

    def __init__(self, status: int, sentence: str) -> None:
        """Keep status and sentence, which is in the language asked for."""
        super().__init__(status)
        self.status = status
        self.sentence = sentence


async def handle_post(request: Request, most: int, work: Handler) -> Response:
    """Return what `work` makes of a body of at most so many bytes from one of our own pages."""
    language = language_of(request.query_params)
    say = phrases_for(language).say
    try:
        if not is_same_origin(request):
            raise RequestRefusedError(403, say("Only the pages of Karriärkartan itself may ask for this."))
        with limits().slot(request.client.host if request.client else None):
            body = await _read_body(request, most)
            return await run_sync(work, body, language, limiter=_threads())
    except TooManyError as many:
        return _too_many(many, language)
    except RequestRefusedError as turned:
        return sentence_response(turned.sentence, turned.status, language)
    except PlanError as refusal:
        status = 413 if refusal.reason is Reason.TOO_BIG else 400
        return sentence_response(refusal.sentence(phrases_for(language)), status, language)
    except (TimeoutError, ClientDisconnect):
        return sentence_response(say("The file did not arrive. Nothing has been changed. Try again."), 408, language)
    except Exception as fault:
        LOG.error("A talk's request failed: %s", _fault_without_message(fault))
        return sentence_response(say("The server could not do this. Nothing you have written is lost."), 500, language)


@cache
def limits() -> Limits:
    """Return the limits of this process."""
    return Limits()


@cache
def _threads() -> CapacityLimiter:
    return CapacityLimiter(MOST_HANDLERS)


def _too_many(many: TooManyError, language: str) -> Response:
    """Return 429 (own limit) or 503 (everybody's), with Retry-After in seconds."""
    say = phrases_for(language).say
    told = (
        say("You have asked for many files in a short time. Wait a moment and try again. Nothing is lost.")
        if many.own
        else say("Many are asking for files just now. Wait a moment and try again. Nothing is lost.")
    )
    answer = sentence_response(told, 429 if many.own else 503, language)
    answer.headers["Retry-After"] = str(many.seconds)
    return answer


def is_same_origin(request: Request) -> bool:
    """Whether one of our own pages asks (Sec-Fetch-Site, else Origin); a GET may also come from the address bar."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin" or (request.method == "GET" and site == "none")
    origin = request.headers.get("origin")
    if origin is not None:
        return origin.partition("://")[2] == request.headers.get("host")
    return request.method == "GET"


def sentence_response(text: str, status: int, language: str) -> Response:
    """Return an answer that holds one sentence."""
    return PlainTextResponse(text, status, NO_STORE | {"Content-Language": language})


async def _read_body(request: Request, most: int) -> bytes:
    """Return the body; stop at the first byte too many, and when it comes too slowly."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > most:
        raise PlanError(Reason.TOO_BIG)
    body = bytearray()
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(BODY_TIMEOUT) as limit:
        async for part in request.stream():
            body += part
            if len(body) > most:
                raise PlanError(Reason.TOO_BIG)
            limit.reschedule(began + BODY_TIMEOUT + len(body) / SLOWEST)
    return bytes(body)


def _fault_without_message(fault: Exception) -> str:
    """Return what a fault was, without its message, which could quote the body."""
    return str(fault) if isinstance(fault, PaperError) else place(fault)
