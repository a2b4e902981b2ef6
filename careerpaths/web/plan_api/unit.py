"""Endpoints of the page «Planera»: the plan as a Word document, and reading a saved plan. Nothing is stored."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careerpaths.documents.pdf_attachment import PLAN_MOST
from careerpaths.documents.strict_json import plain
from careerpaths.documents.word import word
from careerpaths.locale import languages
from careerpaths.talk.plan_file import FileKind
from careerpaths.unit.paper import unit_paper
from careerpaths.unit.plan_file import filename, gone, read_unit
from careerpaths.web.plan_api.guarded_post import NO_STORE, Handler, handle_post
from careerpaths.web.plan_api.paper_worker import paper_worker
from careerpaths.web.stores import store


async def _send(work: Handler, request: Request) -> Response:
    return await handle_post(request, PLAN_MOST, work)


def _word(body: bytes, language: str) -> Response:
    """Return the plan as a Word document, in the plan's own language where we have it."""
    plan = read_unit(body)
    spoken = plan.language if plan.language in languages() else language
    sheet = unit_paper(replace(plan, language=spoken), store().model(spoken))
    data = paper_worker().make(word, sheet, plan.newest_day)
    disposition = f'attachment; filename="{filename(plan, FileKind.WORD)}"'
    headers = NO_STORE | {"Content-Disposition": disposition, "Content-Language": spoken}
    return Response(data, media_type=FileKind.WORD.mime, headers=headers)


def _read(body: bytes, language: str) -> Response:
    """Return a saved plan for the page, and which of its ids the model no longer has."""
    plan = read_unit(body)
    answer = {"plan": plain(plan), "gone": gone(plan, store().model(language)), "mended": plain(plan.mended)}
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return Response(text, media_type="application/json", headers=NO_STORE | {"Content-Language": language})


UNIT_ROUTES = [
    Route("/unit/docx", partial(_send, _word), methods=["POST"]),
    Route("/unit/read", partial(_send, _read), methods=["POST"]),
]
