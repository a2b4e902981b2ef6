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
from careerpaths.map.layout.arrange import Band, Shape, arrange
from careerpaths.map.layout.label_positions import label_positions
from careerpaths.map.searchable import beyond_cards, kinds_found
from careerpaths.map.vis_data import drawing
from careerpaths.map.words import words
from careerpaths.model.model import NO_TEXT, Level, Model, Role, Step, StepKind, Text

SOFT_HYPHEN = "\u00ad"

COLOURS = {"line": "#737b87", "far": "#828994", "strong": "#0b4a83"}
"""Lines on the map; each keeps 3:1 against both band colours (tests/fast/test_colours.py)."""

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
        "colours": COLOURS,
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
    return {"id": kind, "word": phrases.say(STEP_KIND[kind]), "dashes": STYLES[kind].dashes}


def _foreign(text: Text, phrases: Phrases) -> str | None:
    return text.lang if text and text.lang != phrases.language else None


def _filter_word(phrases: Phrases, kinds: tuple[StepKind, ...]) -> str:
    if kinds == (StepKind.IN, StepKind.OUT):
        return phrases.say("In and out")
    return phrases.say(STEP_KIND[kinds[0]])


def _drawn(model: Model, phrases: Phrases, shape: Shape) -> dict[str, object]:
    layout = arrange(model, shape)
    drawn = drawing(model, layout)
    names = {stage.id: stage.short for stage in model.stages} | {track.id: track.name for track in model.tracks}
    return {
        "width": layout.width,
        "height": layout.height,
        "places": [{"id": p.role_id, "x": p.x, "y": p.y, "width": p.width, "height": p.height} for p in layout.places],
        "stages": [_band(band, names, phrases) for band in layout.stages],
        "lanes": [_band(band, names, phrases) for band in layout.lanes],
        "nodes": drawn.nodes,
        "edges": [_edge(edge, model) for edge in drawn.edges],
        "spots": {line.step_id: label_positions(layout, line) for line in layout.lines},
        "options": drawn.options,
    }


def _band(band: Band, names: Mapping[str, Text], phrases: Phrases) -> dict[str, object]:
    return asdict(band) | {"name": _breakable(names[band.id]), "lang": _foreign(names[band.id], phrases)}


def _edge(edge: Mapping[str, object], model: Model) -> dict[str, object]:
    """Return a drawn line with what the script must know of its step."""
    step = model.step(str(edge["step"]))
    if step is None:
        raise LookupError(str(edge["step"]))
    return {**edge, "start": step.start, "end": step.end, "kind": step.kind, "wildcard": step.wildcard}
