"""Render HTML from templates, always escaped; defines the variables and functions that templates can use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from careerpaths.analysis.plan.graph import plan_of
from careerpaths.analysis.plan.role_concerns import Concern, role_concerns
from careerpaths.analysis.routes.route import is_personal
from careerpaths.analysis.steps import StepGraph, kinds_used
from careerpaths.html import words
from careerpaths.html.card_facts import amounts_of, card_rests, first_way_here, mark, rests, short_name
from careerpaths.html.glossary import Explainer, Glossary
from careerpaths.html.line_styles import STYLES
from careerpaths.locale import Phrases
from careerpaths.model.model import ByLevel, Level, Line, Model, Role, RoleKind, Text

FOLDERS = sorted(Path(__file__).parents[1].rglob("templates"))
"""Each package keeps its own templates; their names are unique over all of them."""

TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDERS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

ALWAYS = {
    "followed": "",
    "at": "",  # begins every id, where a document holds more than one language
    "statement_link": "",  # where the accessibility statement is, where there is one to link to
    "planned": False,  # whether the page of the plan is there to link to
    "sources_apart": False,  # whether the document has a list of sources that the badges can point into
    "line_styles": tuple(STYLES.items()),
}
"""Variables that are the same for every model, unless a page says otherwise."""


@dataclass(frozen=True)
class TrustedMarkup:
    """Markup that a template inserts unescaped: HTML from our own templates, a picture, or code made safe."""

    text: str

    def __html__(self) -> str:
        """Return the markup; Jinja2 then does not escape it."""
        return self.text


def render(name: str, model: Model, phrases: Phrases, **more: object) -> str:
    """Render a template for a model in a language, with `more` variables."""
    template = TEMPLATES.get_template(name)
    return template.render(_context(model, phrases) | more)


def _context(model: Model, phrases: Phrases) -> dict[str, object]:
    """Return the variables and functions of every template."""
    step_graph = model.cached(StepGraph)
    together = model.cached(_together)
    explainer = Explainer(model.cached(_glossary))
    asked = {
        "role_of": model.role,
        "next_steps": lambda role: step_graph.next_steps(role.id),
        "ways_here": lambda role: step_graph.ways_here(role.id),
        "levels": _levels,
        "rests": rests,
        "card_rests": card_rests,
        "amounts_of": amounts_of,
        "first_way_here": partial(first_way_here, model),
        "concerns": lambda role, level: together(role.id).at(level),
        "personal": lambda requirements: tuple(one for one in requirements if is_personal(one)),
        "begin_card": explainer.begin,
        "in_card": explainer.in_card,
        "explained": lambda text: explainer.pieces(Text(text, phrases.language)),
        "decided_by_employer": lambda requirements: tuple(one for one in requirements if not is_personal(one)),
    }
    return {
        **ALWAYS,
        **_used(model),
        "model": model,
        "page_language": phrases.language,
        "_": phrases.say,
        "count": phrases.count,
        **_formatters(phrases),
        **asked,
    }


def _used(model: Model) -> dict[str, object]:
    """Return what of the legend a model has: nothing else is explained."""
    return {
        "step_kinds": kinds_used(model),
        "role_kinds": tuple(kind for kind in RoleKind if any(role.kind is kind for role in model.roles)),
        "exit": any(step.wildcard for step in model.steps),  # whether every employee may take some step
    }


def _glossary(model: Model) -> Glossary:
    return Glossary(model.glossary)


def _together(model: Model) -> Callable[[str], ByLevel[Concern]]:
    """Return what tells how a role hangs together with the plan; each role is looked up once."""
    return cache(partial(role_concerns, plan_of(model)))


def _formatters(phrases: Phrases) -> dict[str, object]:
    """Return functions that put values of the model into words."""
    return {
        "number": phrases.number,
        "day": phrases.day,
        "period": lambda amount: phrases.say(words.PERIOD[amount.period]),
        "years": partial(words.years, phrases),
        "years_counted": partial(words.years_counted, phrases),
        "about_years": partial(words.about_years, phrases),
        "steps_counted": lambda number: phrases.count("{n} step", "{n} steps", number),
        "kind_word": phrases.words(words.STEP_KIND).__getitem__,
        "kind_meaning": phrases.words(words.STEP_KIND_MEANING).__getitem__,
        "level_word": phrases.words(words.LEVEL_ACTOR).__getitem__,
        "role_kind": lambda role: phrases.say(words.ROLE_KIND[role.kind]),
        "role_kind_meaning": phrases.words(words.ROLE_KIND_MEANING).__getitem__,
        "role_kind_short": phrases.words(words.ROLE_KIND_SHORT).__getitem__,
        "origin_word": phrases.words(words.ORIGIN).__getitem__,
        "badges": words.badges,
        "mark": mark,
        "short_name": short_name,
        "shortened": words.shortened,
    }


def _levels(role: Role) -> tuple[tuple[Level, tuple[Line, ...]], ...]:
    return tuple((level, role.levels.at(level)) for level in Level if role.levels.at(level))
