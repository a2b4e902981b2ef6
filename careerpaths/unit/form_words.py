"""The words that the script of Planera says; `{name}` fields are filled in by the script."""

from __future__ import annotations

from careerpaths.html.form_words import form_words
from careerpaths.locale import Phrases


def unit_words(phrases: Phrases) -> dict[str, object]:
    """Return every sentence of the script by its name there."""
    return {
        **form_words(phrases),
        "asks": _asks(phrases),
        **_about_rows(phrases),
        **_about_columns(phrases),
        **_about_editing(phrases),
        **_about_counting(phrases),
        **_about_files(phrases),
    }


def _asks(phrases: Phrases) -> dict[str, str]:
    """Return what each column asks when the reasoning is turned round."""
    _ = phrases.say
    return {
        "activity": _("What is done?"),
        "expected": _("Which result is expected?"),
        "reported": _("What has been reported?"),
        "need": _("Which need or prerequisite does it meet?"),
        "challenge": _("Which challenge does it answer?"),
        "mission": _("Is it the right thing to do?"),
    }


def _about_rows(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "noText": _("(no text yet)"),
        "gone": _("{text} (no longer there)"),
        "astray": _("{text} (leads back along the chain, so it does not count)"),
        "own": _("Own row"),
        "changed": _("Changed by the unit"),
        "noLevel": _("no level chosen"),
        "leads": _("Leads on to"),
        "answers": _("Comes from"),
        "concerns": _("Concerns"),
        "responsible": _("Responsible: {function}"),
        "when": _("When: {when}"),
        "status": _("Status: {status}"),
        "noStatus": _("status not stated"),
        "rests": _("Rests on: {evidence}"),
        "reportedOn": _("Reported {day}"),
        "expected": _("Expected, not yet seen"),
        "sorted": _("Our sorting: {letters}"),
        "kal": _("part {letter} of the plan"),
        "aruba": _("ARUBA {letter}"),
    }


def _about_columns(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "nothing": _("Nothing here in this chain."),
        "noRows": _("No rows."),
        "others": _("Others ({n})"),
        "rightThing": _("No challenge is linked to it: is it the right thing to do?"),
        "loose": _("What hangs loose ({n})"),
        "nothingLoose": _("Nothing hangs loose."),
        "chosen": _("Chosen: {text}"),
        "itemGone": _("The row that the link points to is not in the plan."),
        "levelNote": _("Only rows at this level are shown: {level}."),
        "levelLifted": _("All levels are shown again, so that the row can be seen."),
    }


def _about_editing(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "add": _("Add a row: {part}"),
        "rowAdded": _("A row is added. Write what it says."),
        "removed": _("Removed: {text}"),
        "restored": _("Back again: {text}"),
        "asBefore": _("The row is as it was before."),
        "ready": _("The row is ready."),
        "full": _("The plan cannot hold more rows."),
        "cleared": _("Only the library’s rows are left."),
    }


def _about_counting(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "years": _("{first}–{last}"),
        "too-few": _("Too few to be shown."),
        "period": _("The period must be one of those in the list."),
        "not-over": _("The period is not over yet."),
        "left": _("{n} left the organisation {first}–{last}."),
        "moved": _("{n} moved to other work within the organisation. They have not left."),
        "movedFew": _("Moved within the organisation: too few to be shown."),
        "causesFew": _("Causes: too few to be shown. At least ten must have left."),
        "causesNone": _("Causes: none was named by at least five."),
        "causes": _("Causes that at least five named, the most named first:"),
        "notANumber": _("Write a whole number."),
    }


def _about_files(phrases: Phrases) -> dict[str, str]:
    _ = phrases.say
    return {
        "table": _("Table (CSV)"),
        "fileTooBig": _("The file is larger than a plan can be: 200 kB."),
        "loaded": _("The plan of {day} is loaded."),
        "planOf": _("Plan of {day}."),
        "planChanged": _("Plan of {day}, changed {later}."),
        "mended": _(
            "Rows that stood twice in the file: {rows}. Those that were alike are one row now; "
            "where they differed both are kept."
        ),
        "goneRows": _("Some of what it points to is no longer there. It is kept, and marked."),
        "typeHead": _("Link of the chain"),
        "text": _("What it says"),
        "levels": _("Level"),
        "function": _("Responsible function"),
        "whenHead": _("When"),
        "statusHead": _("Status"),
        "evidenceHead": _("Rests on"),
        "day": _("Reported on"),
        "roles": _("Roles"),
        "steps": _("Steps"),
        "whose": _("Whose row"),
        "library": _("The library"),
    }
