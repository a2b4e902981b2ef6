"""Role cards, step cards, the list and the welcome: HTML from Jinja2, always escaped.

The list is a whole document of articles; the map's cards are those articles, so the two cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.html.line_styles import STYLES
from careerpaths.html.templating import TEMPLATES, render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


@dataclass(frozen=True)
class StartLink:
    """A link of the welcome: the page it leads to, its title and its text."""

    page: str
    title: str
    text: str


def list_html(model: Model, phrases: Phrases) -> str:
    """Return every role and step as one HTML fragment: the list, from which the script also takes the cards."""
    return render("list.html.j2", model, phrases, planned=True)


def welcome(model: Model, phrases: Phrases) -> str:
    """Return the HTML shown in place of a card while nothing is selected."""
    return render("welcome.html.j2", model, phrases, doors=_doors(phrases))


def legend(model: Model, phrases: Phrases) -> str:
    """Return the legend under the map."""
    return render("legend.html.j2", model, phrases)


def glossary(model: Model, phrases: Phrases) -> str:
    """Return the glossary entries that cards explain, by id."""
    return render("glossary.html.j2", model, phrases)


def signs() -> str:
    """Return one SVG symbol a kind of step, for the legend and the cards."""
    return TEMPLATES.get_template("signs.html.j2").render(line_styles=tuple(STYLES.items()))


def _doors(phrases: Phrases) -> tuple[StartLink, ...]:
    _ = phrases.say
    return (
        StartLink("vagar?tab=reach", _("Where can I go?"), _("Choose your role and see the routes from it.")),
        StartLink("samtal", _("We are going to have a talk"), _("Fill in a plan together and take it with you.")),
        StartLink("planera", _("I plan the unit"), _("From challenge to activity, and back from measure to result.")),
    )
