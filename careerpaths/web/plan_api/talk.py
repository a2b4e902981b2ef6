"""Endpoints of the page «Samtal»: suggestions for a choice, the plan as a file, and reading a saved plan.

Nothing is stored: a plan comes in, a file goes out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import partial
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careerpaths.documents.calendar_entry import follow_up_entry
from careerpaths.documents.pdf_attachment import PDF_MOST, PLAN_MOST
from careerpaths.documents.strict_json import plain
from careerpaths.documents.word import word
from careerpaths.locale import Phrases, phrases_for
from careerpaths.model.model import Model
from careerpaths.talk.carry_over import next_plan
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.papers.pdf import pdf_texts, set_pdf
from careerpaths.talk.plan import Choice, Direction, FromModel, Plan
from careerpaths.talk.plan_file import FileKind, Loaded, Remark, filename, read_plan
from careerpaths.talk.suggestions import gap_list, offered_activities, offered_questions, prerequisites
from careerpaths.talk.supplements import supplement_rows
from careerpaths.talk.words import REMARK
from careerpaths.web.http.languages import language_of
from careerpaths.web.http.today import day_of
from careerpaths.web.plan_api.guarded_post import (
    NO_STORE,
    RequestRefusedError,
    handle_post,
    is_same_origin,
    sentence_response,
)
from careerpaths.web.plan_api.paper_worker import paper_worker
from careerpaths.web.stores import store

LONGEST_ID = 100
MOST_GOALS = 2
ANSWER = "application/json"


def send_offers(request: Request) -> Response:
    """Send what the model has for a role and its goals (ids in the address); the browser asks if it still holds."""
    language = language_of(request.query_params)
    phrases = phrases_for(language)
    if not is_same_origin(request):
        return sentence_response(phrases.say("Only the pages of Karriärkartan itself may ask for this."), 403, language)
    role = request.query_params.get("role", "")[:LONGEST_ID]
    goals = [goal for goal in request.query_params.get("goals", "").split(",") if goal][:MOST_GOALS]
    body = _json(_offers(store().model(language), phrases, role, goals))
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'  # of the body: its sentences change with a new snapshot of ours
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Language": language}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=ANSWER, headers=headers)


async def send_file(kind: FileKind, request: Request) -> Response:
    """Send the plan in the body as a PDF, a Word document or a calendar entry."""
    return await handle_post(request, PLAN_MOST, partial(_file, kind))


async def send_next_plan(request: Request) -> Response:
    """Read the saved file in the body; send its plan, and the plan for the next talk made from it."""
    return await handle_post(request, PDF_MOST, partial(_read, day_of(request)))


def _offers(model: Model, phrases: Phrases, role: str, goals: list[str]) -> dict[str, object]:
    """Return the lists of suggestions; supplements are separate rows and never added up."""
    names = ("name", "stated", "condition")
    rows = supplement_rows(_chosen(model, role, goals), model, phrases)
    return {
        "gaps": _listed(gap_list(model, role, goals)),
        "prerequisites": _listed(prerequisites(model, role, goals)),
        "activities": _listed(offered_activities(model, role, goals)),
        "questions": _listed(offered_questions(model, role, goals)),
        "supplements": [dict(zip(names, row, strict=True)) for row in rows],
    }


def _listed(items: Iterable[FromModel]) -> list[object]:
    return [plain(item) for item in items]


def _chosen(model: Model, role: str, goals: list[str]) -> Plan:
    """Return a plan that holds only the role and its goals."""
    role_id, *goal_ids = (_choice(model, one) for one in (role, *goals))
    found = tuple(goal for goal in goal_ids if goal)
    return Plan(
        model.about.version,
        model.language,
        model.about.updated,
        role=role_id,
        direction=Direction.ROLES if found else Direction.STAY,
        goals=found,
    )


def _choice(model: Model, role_id: str) -> Choice | None:
    role = model.role(role_id)
    return Choice(role.id, text=str(role.name)) if role else None


def _file(kind: FileKind, body: bytes, language: str) -> Response:
    """Return the plan as a file in the plan's own language."""
    loaded = read_plan(body, store().model(language))
    plan = loaded.plan
    model = store().model(plan.language)
    day = plan.created
    if kind is FileKind.PDF:
        data = paper_worker().make(set_pdf, *pdf_texts(plan, model))
    elif kind is FileKind.WORD:
        data = paper_worker().make(word, paper(plan, model), day)
    else:
        day, data = _calendar(loaded, language)
    name = filename(kind, day)
    headers = NO_STORE | {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": plan.language}
    return Response(data, media_type=kind.mime, headers=headers)


def _calendar(loaded: Loaded, language: str) -> tuple[date, bytes]:
    plan, say = loaded.plan, phrases_for(language).say
    if Remark.FOLLOW_UP in loaded.remarks:
        raise RequestRefusedError(400, say(REMARK[Remark.FOLLOW_UP]))
    if plan.follow_up is None:
        raise RequestRefusedError(400, say("Write the day of the follow-up first: it is what the calendar holds."))
    now = datetime.now(UTC).replace(microsecond=0)
    uid = plan.follow_up_uid or uuid4().hex
    return plan.follow_up, follow_up_entry(plan.follow_up, phrases_for(plan.language), uid, now)


def _read(today: date, body: bytes, language: str) -> Response:
    phrases, model = phrases_for(language), store().model(language)
    loaded = read_plan(body, model)
    following = next_plan(loaded.plan, model, today)
    remarks = [phrases.say(REMARK[remark]) for remark in loaded.remarks]
    if following.before:
        remarks.append(
            phrases.say(
                "There is more to look back on than a plan has room for. The oldest stands as a note before the talk, "
                "and the earlier file has all of it: keep that file too."
            )
        )
    answer = {
        "day": phrases.day(loaded.plan.created),
        "next": plain(following),
        "whole": plain(loaded.plan),
        "gone": sorted(_gone(loaded)),
        "remarks": remarks,
    }
    return Response(_json(answer), media_type=ANSWER, headers=NO_STORE | {"Content-Language": language})


def _gone(loaded: Loaded) -> set[str]:
    """Return the addresses of items in the plan that the model no longer has."""
    plan = loaded.plan
    lists = (plan.goals, plan.gaps, plan.prerequisites, plan.activities, plan.questions, plan.looking_back)
    items: list[FromModel] = [item for items in lists for item in items]
    return {item.address for item in [*items, *([plan.role] if plan.role else [])] if item.gone}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


FILES = (FileKind.PDF, FileKind.WORD, FileKind.CALENDAR)
TALK_ROUTES = [
    Route("/plan/offers", send_offers),
    Route("/plan/read", send_next_plan, methods=["POST"]),
    *(Route(f"/plan/{kind}", partial(send_file, kind), methods=["POST"]) for kind in FILES),
]
