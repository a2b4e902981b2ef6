"""The JSON document that `scripts/explorer.js` draws: layouts, cards and words, for one model and language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from careerpaths.analysis.steps import kinds_used
from careerpaths.html import cards
from careerpaths.html.line_styles import STYLES
from careerpaths.html.words import LEVEL, ROLE_KIND, STEP_KIND, shortened, years
from careerpaths.locale import Phrases
from careerpaths.map.graph import graph
from careerpaths.map.layout.arrange import Band, Shape, arrange
from careerpaths.map.searchable import beyond_cards, kinds_found
from careerpaths.map.words import words
from careerpaths.model.model import NO_TEXT, Level, Model, Role, Step, StepKind, Text

SOFT_HYPHEN = "\u00ad"

FILTERS = ((StepKind.UP,), (StepKind.SIDEWAYS,), (StepKind.DEEPENING,), (StepKind.IN, StepKind.OUT), (StepKind.BACK,))
"""The kinds that one filter button switches together."""


def explorer_json(model: Model, phrases: Phrases) -> bytes:
    """Return the document as UTF-8 JSON."""
    texts = {
        "list": cards.list_html(model, phrases),
        "glossary": cards.glossary(model, phrases),
        "elsewhere": beyond_cards(model, phrases),
    }
    whole = {**explorer_data(model, phrases), **texts}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def explorer_data(model: Model, phrases: Phrases) -> dict[str, object]:
    """Return the document without list and glossary, which the single file holds as HTML, and the app's pages."""
    used = kinds_used(model)
    return {
        "language": phrases.language,
        "words": words(phrases),
        "roles": [_role(role, model, phrases) for role in model.roles],
        "steps": [_step(step, phrases) for step in model.steps],
        "stages": [{"id": stage.id, "name": stage.name} for stage in model.stages],
        "levels": [{"id": level, "word": phrases.say(LEVEL[level])} for level in Level],
        "found": kinds_found(phrases),
        "elsewhere": [],
        "kinds": [_kind(kind, phrases) for kind in used],
        "filters": [{"kinds": kinds, "word": _filter_word(phrases, kinds)} for kinds in FILTERS if {*kinds} & {*used}],
        "wide": _drawn(model, phrases, Shape.WIDE),
        "tall": _drawn(model, phrases, Shape.TALL),
        "signs": cards.signs(),
        "legend": cards.legend(model, phrases),
        "welcome": cards.welcome(model, phrases),
    }


def _role(role: Role, model: Model, phrases: Phrases) -> dict[str, object]:
    out = [step for step in model.steps if step.start == role.id]
    steps = phrases.count("{n} step from here", "{n} steps from here", len(out))
    said = f"{_rest_of_name(role)}{phrases.say(ROLE_KIND[role.kind])}, {role.stage.name}, {steps}"
    return {
        "id": role.id,
        "name": role.name,
        "short": _breakable(role.short),
        "kind": role.kind,
        "said": said,
        "stage": role.stage.id,
        "steps": len(out),
        "aliases": list(role.aliases),
        "leaves": any(step.wildcard for step in out),
        "time": years(phrases, role.time) if role.time else "",
        "lang": _foreign(role.name, phrases),
    }


def _breakable(text: str) -> str:
    """Return a short name whose `|` marks («Verksamhets|utvecklare») have become soft hyphens."""
    return text.replace("|", SOFT_HYPHEN)


def _rest_of_name(role: Role) -> str:
    """Return the full name before the kind when the box shows a shorter one, so that both are heard."""
    return "" if role.short.replace("|", "") == role.name else f"{role.name}, "


def _step(step: Step, phrases: Phrases) -> dict[str, object]:
    decided = shortened(step.decided.text) if step.decided else NO_TEXT
    return {
        "id": step.id,
        "start": step.start,
        "end": step.end,
        "kind": step.kind,
        "word": phrases.say(STEP_KIND[step.kind]),
        "wildcard": step.wildcard,
        "time": years(phrases, step.time) if step.time else "",
        "decided": decided,
        "decidedLang": _foreign(decided, phrases),
    }


def _kind(kind: StepKind, phrases: Phrases) -> dict[str, object]:
    return {"id": kind, "word": phrases.say(STEP_KIND[kind]), **asdict(STYLES[kind])}


def _foreign(text: Text, phrases: Phrases) -> str | None:
    return text.lang if text and text.lang != phrases.language else None


def _filter_word(phrases: Phrases, kinds: tuple[StepKind, ...]) -> str:
    if kinds == (StepKind.IN, StepKind.OUT):
        return phrases.say("In and out")
    return phrases.say(STEP_KIND[kinds[0]])


def _drawn(model: Model, phrases: Phrases, shape: Shape) -> dict[str, object]:
    layout = arrange(model, shape)
    drawn = graph(model, layout, phrases.words(STEP_KIND))
    names = {stage.id: stage.short for stage in model.stages} | {track.id: track.name for track in model.tracks}
    return {
        "width": layout.width,
        "height": layout.height,
        "gutter": layout.gutter,
        "head": layout.head,
        "places": drawn.nodes,
        "lines": drawn.edges,
        "frames": [asdict(frame) for frame in layout.frames],
        "trunks": drawn.trunks,
        "stages": [_band(band, names, phrases) for band in layout.stages],
        "tracks": [_band(band, names, phrases) for band in layout.tracks],
    }


def _band(band: Band, names: Mapping[str, Text], phrases: Phrases) -> dict[str, object]:
    return asdict(band) | {"name": _breakable(names[band.id]), "lang": _foreign(names[band.id], phrases)}
