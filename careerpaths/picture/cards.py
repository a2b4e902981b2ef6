"""Role cards, step cards, the list and the welcome: HTML from Jinja2, always escaped.

The list is a whole document of articles; the map's cards are those articles, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from careerpaths.content.model import Level, Line, Model, Role, RoleKind, StepKind, Text
from careerpaths.graph.legs import is_personal
from careerpaths.graph.plan import plan_of
from careerpaths.graph.steps import CareerMap
from careerpaths.graph.together import Together, hangs_together
from careerpaths.locale import Phrases
from careerpaths.picture import wording
from careerpaths.picture.explained import Explainer, Glossary
from careerpaths.picture.lines import STYLES

TEMPLATES = Environment(
    loader=PackageLoader("careerpaths.picture"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Door:
    """One of the sensible beginnings that the welcome offers."""

    page: str
    title: str
    text: str


def document(model: Model, phrases: Phrases) -> str:
    """Return every role and every step as one HTML fragment: the list, and the store of the cards."""
    return rendered("list.html.j2", model, phrases, planned=True)


def welcome(model: Model, phrases: Phrases) -> str:
    """Return what the card's place holds before anything is selected."""
    return rendered("welcome.html.j2", model, phrases, doors=_doors(phrases))


def legend(model: Model, phrases: Phrases) -> str:
    """Return the legend under the map."""
    return rendered("legend.html.j2", model, phrases, exit=any(step.wildcard for step in model.steps))


def glossary(model: Model, phrases: Phrases) -> str:
    """Return the words that cards explain where they stand, each once, to be looked up by id."""
    return rendered("glossary.html.j2", model, phrases)


def signs() -> str:
    """Return one SVG symbol a kind of step, for the legend and the cards."""
    return TEMPLATES.get_template("signs.html.j2").render(line_styles=tuple(STYLES.items()))


def rendered(name: str, model: Model, phrases: Phrases, **more: object) -> str:
    """Return one of our templates, filled in."""
    template = TEMPLATES.get_template(name)
    return template.render(_view(model, phrases) | more)


def _view(model: Model, phrases: Phrases) -> dict[str, object]:
    """Return what the templates may ask: the model, its graph, and how things are said."""
    career_map = model.cached(CareerMap)
    together = model.cached(_together)
    explainer = Explainer(model.cached(_glossary))
    asked = {
        "role_of": model.role,
        "next_steps": lambda role: career_map.next_steps(role.id),
        "ways_here": lambda role: career_map.ways_here(role.id),
        "levels": _levels,
        "concerns": lambda role, level: together(role.id).at(level),
        "personal": lambda requirements: tuple(one for one in requirements if is_personal(one)),
        "begin_card": explainer.begin,
        "in_card": explainer.in_card,
        "explained": lambda text: explainer.pieces(Text(text, phrases.language)),
        "decided_by_employer": lambda requirements: tuple(one for one in requirements if not is_personal(one)),
    }
    things = {
        "model": model,
        "page_language": phrases.language,
        "followed": "",
        "at": "",  # begins every id, where a document holds more than one language
        "statement_link": "",  # where the accessibility statement is, where there is one to link to
        "planned": False,  # whether the page of the plan is there to link to
        "sources_apart": False,  # whether the document has a list of sources that the badges can point into
        "step_kinds": tuple(StepKind),
        "_": phrases.say,
    }
    return {**things, **_sayings(phrases), **asked, "role_kinds": tuple(RoleKind), "line_styles": tuple(STYLES.items())}


def _glossary(model: Model) -> Glossary:
    return Glossary(model.glossary)


def _together(model: Model) -> Callable[[str], Together]:
    """Return what tells how a role hangs together with the plan; each role is looked up once."""
    return cache(partial(hangs_together, plan_of(model)))


def _sayings(phrases: Phrases) -> dict[str, object]:
    """Return how the values of the model are said."""
    return {
        "number": phrases.number,
        "day": phrases.day,
        "period": partial(wording.period_word, phrases),
        "years": partial(wording.years, phrases),
        "years_counted": partial(wording.years_counted, phrases),
        "about_years": partial(wording.about_years, phrases),
        "steps_counted": lambda number: phrases.count("{n} step", "{n} steps", number),
        "kind_word": partial(wording.kind_word, phrases),
        "kind_meaning": partial(wording.kind_meaning, phrases),
        "level_word": partial(wording.level_word, phrases),
        "role_kind": lambda role: wording.role_kind_word(phrases, role.kind),
        "role_kind_meaning": partial(wording.role_kind_meaning, phrases),
        "role_kind_short": partial(wording.role_kind_short, phrases),
        "origin_word": partial(wording.origin_word, phrases),
        "badges": wording.badges,
    }


def _levels(role: Role) -> tuple[tuple[Level, tuple[Line, ...]], ...]:
    return tuple((level, role.levels.at(level)) for level in Level if role.levels.at(level))


def _doors(phrases: Phrases) -> tuple[Door, ...]:
    _ = phrases.say
    return (
        Door("vagar", _("Where can I go?"), _("Choose your role and see the routes from it.")),
        Door("samtal", _("We are going to have a talk"), _("Fill in a plan together and take it with you.")),
        Door("planera", _("I plan the unit"), _("From challenge to activity, and back from measure to result.")),
    )
