"""The words of a form that is filled in on the page, whichever it is; `{name}` fields are filled in by its script."""

from __future__ import annotations

from careerpaths.locale import Phrases


def form_words(phrases: Phrases) -> dict[str, str]:
    """Return every such sentence by its name in the scripts."""
    return {**_about_fields(phrases), **_about_files(phrases), **_about_the_tab(phrases)}


def _about_fields(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "tooLong": _("The text is longer than a plan can hold: at most {most} characters."),
        "notADay": _("Write the day as year, month and day, such as {day}."),
        "noSuchDay": _("There is no such day. Write for instance {day}."),
        "farDay": _("Write a year between 1900 and 2200."),
        "mend": _("First mend what is marked."),
    }


def _about_files(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "away": _("The server does not answer right now. Everything you have written is still here. Try again."),
        "again": _("Try again"),
        "stranger": _(
            "Something else than Karriärkartan answered, perhaps a sign-in page. Open Karriärkartan in a new tab, "
            "sign in there, and try again here. Everything you have written is still here."
        ),
        "making": _("{name} is being made …"),
        "handed": _("{name} is in your downloads."),
        "planFile": _("File for next time"),
        "planTooLong": _("The plan is longer than a file can hold. Shorten a note and try again."),
        "unreadable": _("The file could not be opened. Nothing has been changed."),
        "loading": _("The file is being read …"),
    }


def _about_the_tab(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "saved": _("Saved in this tab"),
        "notSaved": _(
            "This browser does not let the page keep anything. Save the file for next time before you close."
        ),
        "asideName": _("Kept aside"),
        "aside": _(
            "What this tab remembered could not be read by this version of Karriärkartan. It is kept aside: "
            "save it as a file before you close the tab."
        ),
        "asideFile": _("Save what is kept aside"),
        "asideGone": _("Throw it away"),
    }
