"""Interface texts of the single file's script; it fills in the `{name}` fields."""

from __future__ import annotations

from careerpaths.analysis.comparison import Topic
from careerpaths.html.pages.comparison import heading_word
from careerpaths.locale import Phrases


def single_file_words(phrases: Phrases) -> dict[str, object]:
    """Return every sentence of the script by its name there."""
    return {**_pages(phrases), **_routes(phrases), **_comparison(phrases), "headings": _headings(phrases)}


def _pages(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "name": _("Karriärkartan"),
        "ownName": phrases.own_name.capitalize(),
        "skip": _("Skip to the content"),
        "pages": _("Pages"),
        "map": _("Map"),
        "routes": _("Routes"),
        "compare": _("Compare"),
        "about": _("About the model"),
        "aboutIntro": _("What the map rests on: words, sources and open questions."),
        "example": _("Example"),
        "chooseRole": _("Choose a role"),
    }


def _routes(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "routesIntro": _("Choose where you are and where you want to go. Sideways and back are as good as up."),
        "from": _("Here I am"),
        "to": _("There I want to be"),
        "found": _("Routes from {start} to {goal}: {n}."),
        "reach": _("What can I reach from {role}?"),
        "nothing": _("No step in the model leads on from {start}."),
        "directly": _("Route {n}: directly"),
        "byWayOf": _("Route {n}: by way of {roles}"),
        "andLast": _("{first} and {last}"),
        "sum": _(
            "The sum of typical times. A guide: neither a demand nor a promise; "
            "what can be done side by side takes less."
        ),
        "returns": _("This route leaves working life and comes back. It is shown because no other exists."),
        "onMap": _("Show on the map"),
        "assignment": _("An assignment: you keep your position beside it."),
        "legMore": _("What it requires, and the support"),
        "requires": _("What it requires"),
        "support": _("Support"),
        "why": _("Why this one?"),
        "missing": _("What is missing?"),
        "whyNot": _("Why not another?"),
        "change": _("What would change the answer?"),
        "noRoute": _("No route in the model"),
        "nearest": _("The nearest role that can be reached:"),
        "noRouteMeans": _(
            "That the map has no route does not mean that nobody has gone it. Ask in your planning talk."
        ),
    }


def _comparison(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "compareIntro": _(
            "Two roles under the same headings: what they have in common, and what only one of them has."
        ),
        "one": _("One role"),
        "other": _("Another role"),
        "compared": _("{one} and {other}, compared."),
        "compareThese": _("Compare the two roles"),
        "between": _("The steps between them"),
        "wholeStep": _("The whole step"),
        "noStep": _("The model has no step directly between the two."),
        "seeRoutes": _("See the routes"),
        "how": _("How it happens"),
        "prepares": _("What prepares you"),
        "changes": _("What changes"),
        "questions": _("Questions for the talk"),
        "notSettled": _("Not settled"),
        "inCommon": _("In common"),
        "only": _("Only {role}"),
        "meritElsewhere": _("Required for {there}, an advantage for {here}:"),
    }


def _headings(phrases: Phrases) -> list[dict[str, str]]:
    """Return the topics of a comparison: id, heading, and the card's heading under which the lines are."""
    beneath = {Topic.MERITS: Topic.REQUIRES}
    words = {heading: heading_word(phrases, heading) for heading in Topic}
    return [{"is": heading, "word": words[heading], "in": words[beneath.get(heading, heading)]} for heading in Topic]
