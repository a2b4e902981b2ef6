"""Interface texts of the explorer's script; it fills in the `{name}` fields."""

from __future__ import annotations

from careerpaths.locale import Phrases


def words(phrases: Phrases) -> dict[str, str]:
    """Return every sentence of the script by its name there."""
    return {**_tools(phrases), **_around(phrases), **_announcements(phrases)}


def _tools(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "title": _("Map of roles and steps"),
        "mapName": _("Map with {roles} roles and {steps} steps"),
        "card": _("Description"),
        "search": _("Search"),
        "searchHint": _("Search role, task or word"),
        "noHit": _("Nothing is called “{text}”. Try another word, or show the list."),
        "alsoIn": _("{place}, and {n} more"),
        "myRole": _("What is your role today?"),
        "myRoleHint": _("Type, or choose in the list"),
        "noRole": _("No role is called “{text}”. Try another word, or take the one most like yours."),
        "filter": _("Filter"),
        "filters": _("Kinds of step"),
        "level": _("Level"),
        "allLevels": _("All levels"),
        "views": _("Show as"),
        "map": _("The whole map"),
        "from": _("From here"),
        "list": _("List"),
        "zoom": _("Zoom"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "zoomWhole": _("Show the whole map"),
        "whole": _("Whole"),
        "clear": _("Clear"),
        "copyLink": _("Copy link"),
        "embed": _("Embed"),
        "copied": _("The link is copied."),
        "copyByHand": _("Address to copy"),
        "compare": _("Compare"),
        "talk": _("Take to the talk"),
        "routes": _("Routes from here"),
        "explained": _("{word}, explained"),
        "onlySourced": _("Show only what has a source"),
        "onlyExamples": _("Show only the examples"),
        "openAll": _("Open all"),
        "closeAll": _("Close all"),
    }


def _around(phrases: Phrases) -> dict[str, str]:
    """Return the words of a role with the ways to and from it."""
    _ = phrases.say
    return {
        "hereAndOn": _("{role}: the ways here and on"),
        "hereHelp": _(
            "By keyboard: the arrows follow the lines, Enter puts a role in the middle, Tab reaches its step, "
            "Escape clears."
        ),
        "waysHere": _("Ways here"),
        "waysOn": _("Where you can go from here"),
        "twoAway": _("Two steps away"),
        "twoSteps": _("Show two steps away"),
        "oneStep": _("Show one step away"),
        "onWholeMap": _("Show on the whole map"),
        "aboutStep": _("About the step"),
        "via": _("by way of"),
        "allLeave": _("All employees can also go to {role}."),
        "allHere": _("All employees can come here."),
        "noWayHere": _("No step in the model leads here."),
        "noWayOn": _("No step in the model leads on from here."),
    }


def _announcements(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "help": _(
            "By keyboard: the right arrow follows a step, the left arrow goes back, up and down stay in the stage, "
            "Enter opens, Escape clears. Zoom with the buttons, or with Ctrl and the wheel."
        ),
        "rolePicked": _("{role} chosen, {n} steps from here."),
        "stepPicked": _("The step from {start} to {end} chosen."),
        "cleared": _("Nothing is chosen."),
        "noWay": _("No step leads that way."),
        "sourcedShown": _("Only what has a source is shown."),
        "exampleShown": _("Only the examples are shown."),
        "allShown": _("All lines are shown."),
        "stepsShown": _("{n} steps are shown."),
        "zoomed": _("{percent} per cent."),
        "unknown": _(
            "There is no “{id}” on the map. It may have a new name. Choose a role on the map, or search for it."
        ),
    }
