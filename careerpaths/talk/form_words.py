"""The words that the talk's script says; `{name}` fields are filled in by the script."""

from __future__ import annotations

from careerpaths.html.form_words import form_words
from careerpaths.locale import Phrases


def talk_words(phrases: Phrases) -> dict[str, str]:
    """Return every sentence of the script by its name there."""
    return {
        **form_words(phrases),
        **_about_choices(phrases),
        **_about_lists(phrases),
        **_about_fields(phrases),
        **_about_files(phrases),
    }


def _about_choices(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "noRole": _("Not chosen"),
        "noGoal": _("No role"),
        "near": _("One step away"),
        "gone": _("{text} (no longer on the map)"),
        "goalTwice": _("{role} is thought about already."),
        "goalIsRole": _("{role} is the role today, so it is not thought about as another."),
        "arrived": _("You came here from “{role}”, which is not in the plan yet."),
        "exampleFilled": _("The example is filled in. Change what you want, or clear it at the end of the page."),
        "listsChanged": _("What it takes, the employer’s part, the suggestions and the questions follow the choice."),
    }


def _about_lists(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "gaps": _("What it takes"),
        "merits": _("What counts as a merit"),
        "chooseRole": _("Choose today’s role first."),
        "chooseAhead": _("Choose a role under Thoughts ahead, or stay and go deeper, to see this."),
        "nothingAsked": _("The map names nothing here for this choice."),
        "noSupplements": _("The map names no supplement for these roles."),
        "own": _("Activity of your own"),
        "allOffered": _("Show all {n} suggestions"),
        "added": _("Added: {text}"),
        "ownAdded": _("An activity of your own is added."),
        "removed": _("Removed: {text}"),
        "restored": _("Back again: {text}"),
        "full": _("The plan cannot hold more activities."),
        "goal": _("Thought about"),
        "activity": _("Activity"),
        "prerequisite": _("The employer’s part"),
        "planned": _("planned {day}"),
    }


def _about_fields(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "pastDay": _("That day has been, or is before the talk. The calendar takes only a day to come."),
        "cleared": _("The form is empty."),
    }


def _about_files(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "calendar": _("Calendar"),
        "needsDay": _("Write the day of the follow-up first: it is what the calendar holds."),
        "fileTooBig": _("The file is larger than a plan can be: 200 kB, or 2 MB for a PDF."),
        "unchanged": _("Nothing has been changed."),
        "loaded": _("The plan of {day} is loaded. Begin by looking back."),
        "loadedNothing": _("The plan of {day} is loaded. It has nothing to look back at."),
        "continued": _("The plan of {day} is loaded as it was, to go on with."),
    }
