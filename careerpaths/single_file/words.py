"""Interface texts of the single file's script; it fills in the `{name}` fields."""

from __future__ import annotations

from careerpaths.analysis.comparison import MOST_AT_A_GLANCE, Topic
from careerpaths.html.pages.comparison import heading_word, same_role
from careerpaths.html.pages.routes import MOST_YEARS, TAB, USUAL_YEARS
from careerpaths.html.words import years_counted
from careerpaths.locale import Phrases


def single_file_words(phrases: Phrases) -> dict[str, object]:
    """Return every sentence of the script by its name there."""
    routes = {**_routes(phrases), **_other_routes(phrases), **_reach(phrases)}
    return {
        **_pages(phrases),
        **routes,
        **_comparison(phrases),
        "headings": _headings(phrases),
        "glance": MOST_AT_A_GLANCE,
    }


def _pages(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "name": _("Karriärkartan"),
        "ownName": phrases.own_name.capitalize(),
        "skip": _("Skip to the content"),
        "pages": _("Pages"),
        "menu": _("Menu"),
        "apart": _("Open in a window of its own"),
        "map": _("Map"),
        "routes": _("Routes"),
        "compare": _("Compare"),
        "overview": _("Overview"),
        "about": _("About the model"),
        "aboutIntro": _("What the map rests on: words, sources and open questions."),
        "marking": _("A line with a mark has a source. The others are examples for the organisation to verify."),
    }


def _routes(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "from": _("Here I am"),
        "to": _("There I want to be"),
        "within": _("Reach within"),
        "found": _("Routes from {start} to {goal}: {n}."),
        "questionsOfRoutes": _("Questions about routes"),
        "directly": _("Route {n}: directly"),
        "byWayOf": _("Route {n}: by way of {roles}"),
        "andLast": _("{first} and {last}"),
        "time": _("Typical time"),
        "missing": _("What is missing?"),
        "why": _("Why this one?"),
        "returns": _("This route leaves working life and comes back. It is shown because no other exists."),
        "stepByStep": _("Step by step"),
        "assignment": _("you keep your position beside it"),
        "legMore": _("What it requires, and the support"),
        "requires": _("What it requires"),
        "support": _("Support"),
        "youCan": _("You can do this"),
        "employer": _("The employer decides"),
        "merits": _("An advantage, not a demand"),
        "held": _("Counted as met, since your role requires it:"),
    }


def _other_routes(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "others": _("Other routes"),
        "tellThis": _("Tell this route, and show it on the map"),
        "reckoned": _("How this is reckoned"),
        "sum": _(
            "The sum of typical times. A guide: neither a demand nor a promise; "
            "what can be done side by side takes less."
        ),
        "asGood": _("Sideways and back are as good as up."),
        "change": _("What would change the answer?"),
        "wayIn": _("What the way in requires"),
        "nearest": _("The nearest role that can be reached"),
        "further": _("Further on from here"),
        "onward": _("See where you can go from {role}"),
        "noRouteMeans": _(
            "That the map has no route does not mean that nobody has gone it. Ask in your planning talk."
        ),
    }


def _reach(phrases: Phrases) -> dict[str, object]:
    _ = phrases.say
    return {
        "tabs": phrases.words(TAB),
        "years": [years_counted(phrases, number) for number in range(1, MOST_YEARS + 1)],
        "usualYears": USUAL_YEARS,
        "withinFrom": _("Within {years} from {role}"),
        "noneWithin": _("No other role within that time. Choose more years, or look below."),
        "nothing": _("No step in the model leads on from {start}."),
        "nothingNew": _("Nothing new is required"),
        "somethingNew": _("Something new is required"),
        "longer": _("Takes longer"),
        "or": _("or"),
    }


def _comparison(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "one": _("One role"),
        "other": _("Another role"),
        "compared": _("{one} and {other}, compared."),
        "compareThese": _("Compare the two roles"),
        "both": _("Both"),
        "alike": _("In common – {headings}."),
        "noneAlike": _("No line is the same for both."),
        "counted": _("in common: {both}; only one has: {here} and {there}"),
        "sameRole": same_role(phrases),
        "stepMore": _("how it happens, what prepares you, what changes"),
        "wholeStep": _("The whole step"),
        "noStep": _("The model has no step directly between the two."),
        "seeRoutes": _("See the routes"),
        "how": _("How it happens"),
        "prepares": _("What prepares you"),
        "changes": _("What changes"),
        "questions": _("Questions for the talk"),
        "notSettled": _("Not settled"),
        "only": _("Only {role}"),
        "meritElsewhere": _("Required for {there}, an advantage for {here}:"),
    }


def _headings(phrases: Phrases) -> list[dict[str, str]]:
    """Return the topics of a comparison: id, heading, and the card's heading under which the lines are."""
    beneath = {Topic.MERITS: Topic.REQUIRES}
    words = {heading: heading_word(phrases, heading) for heading in Topic}
    return [{"is": heading, "word": words[heading], "in": words[beneath.get(heading, heading)]} for heading in Topic]
