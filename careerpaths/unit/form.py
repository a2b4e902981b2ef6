"""Everything the page Planera needs, prepared once a model and language: the library's rows, roles, words, skeleton.

The result is one JSON document. The script in `unit/scripts/unit.js` lays the unit's own rows over it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from careerpaths.analysis.plan.chain import BACKWARD, FORWARD
from careerpaths.html.script_words import script_words
from careerpaths.html.templating import render
from careerpaths.html.words import EVIDENCE, FLAG, ITEM_TYPE, LEVEL, PART
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, StepKind, Text
from careerpaths.model.plan import POSITIONS, Item


@dataclass(frozen=True)
class UnitLimits:
    """What a unit's plan can hold: characters of a short and a long text, rows, and bytes of its file."""

    short: int
    long: int
    rows: int
    plan: int


def prepared_unit(model: Model, phrases: Phrases, limits: UnitLimits) -> bytes:
    """Return the page in one language as UTF-8 JSON."""
    shared = {
        "part": phrases.words(PART),
        "type": phrases.words(ITEM_TYPE),
        "level": phrases.words(LEVEL),
        "evidence": phrases.words(EVIDENCE),
        "flag": phrases.words(FLAG),
    }
    content = {
        "language": phrases.language,
        "region": phrases.region.replace("_", "-"),
        "version": model.about.version,
        "said": script_words("unit.js", phrases),
        "words": shared,
        "limits": asdict(limits),
        "places": POSITIONS,
        "forward": FORWARD,
        "turned": BACKWARD,
        "rows": [_row(item, model) for item in model.plan],
        "roles": [{"id": role.id, "name": role.name, "lang": role.name.lang} for role in model.roles],
        "steps": {step.id: model.name_of(step) for step in model.steps},
        "html": render("unit.html.j2", model, phrases, limits=limits, leaving=_leaving(model), shared=shared),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _row(item: Item, model: Model) -> dict[str, object]:
    measure = next((one for one in model.measures if one.id == item.measure), None)
    return {
        "id": item.id,
        "type": item.type,
        "text": item.text.text,
        "lang": _language(item.text.text, model),
        "levels": item.levels,
        "function": item.function,
        "when": item.when,
        "status": item.status,
        "evidence": item.evidence,
        "result": item.result,
        "day": item.day.isoformat() if item.day else None,
        "measure": item.measure,
        "kal": measure.kal if measure else "",
        "aruba": measure.aruba if measure else "",
        "roles": item.roles,
        "steps": item.steps,
        "before": [],
        "links": item.links,
    }


def _language(text: str, model: Model) -> str:
    return text.lang if isinstance(text, Text) else model.language


def _leaving(model: Model) -> object:
    """Return the role that leaving leads to, which carries the checklist of a good ending; None if there is none."""
    return next((model.role(step.end) for step in model.steps if step.kind is StepKind.OUT), None)
