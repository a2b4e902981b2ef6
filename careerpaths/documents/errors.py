"""Why a file is not taken in as a plan, in a sentence for the person who chose it."""

from __future__ import annotations

from enum import StrEnum

from careerpaths.documents.clean_text import clean
from careerpaths.locale import Phrases
from careerpaths.model.problems import _

WHERE_MOST = 80


class Reason(StrEnum):
    """What is wrong with a file that was to be read as a plan."""

    EMPTY = "empty"
    WRONG_KIND = "wrong-kind"
    TOO_BIG = "too-big"
    ENCRYPTED = "encrypted"
    NO_PLAN = "no-plan"
    SEVERAL_PLANS = "several-plans"
    BROKEN = "broken"
    TWICE = "twice"
    OTHER_SCHEMA = "other-schema"
    NEWER_SCHEMA = "newer-schema"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"


SENTENCES = {
    Reason.EMPTY: _("The file is empty."),
    Reason.WRONG_KIND: _(
        "The file is neither a plan file (.json) nor a PDF from Karriärkartan. "
        "Choose the file that was saved after the last talk."
    ),
    Reason.TOO_BIG: _("The file is larger than a plan can be: 200 kB, or 2 MB for a PDF."),
    Reason.ENCRYPTED: _("The PDF is locked, so the plan in it cannot be read. Choose the file without a password."),
    Reason.NO_PLAN: _(
        "The PDF carries no plan. A PDF that was printed anew or scanned has lost it; "
        "choose the one that was downloaded from the talk."
    ),
    Reason.SEVERAL_PLANS: _("The PDF carries more than one plan. Choose a PDF from a single talk."),
    Reason.BROKEN: _("The file is damaged or cut off, so it cannot be read."),
    Reason.TWICE: _("The file says “{where}” twice, and it is not clear which one holds."),
    Reason.OTHER_SCHEMA: _("The file is something else than a plan from Karriärkartan."),
    Reason.NEWER_SCHEMA: _("The plan was saved by a newer Karriärkartan than this one, which cannot read it."),
    Reason.UNKNOWN_KEY: _("The file holds “{where}”, which does not belong in a plan."),
    Reason.MISSING_KEY: _("The file lacks “{where}”, which every plan has."),
    Reason.WRONG_TYPE: _("At “{where}” the file holds another kind of value than a plan does."),
    Reason.WRONG_VALUE: _("At “{where}” the file holds a value that a plan cannot have."),
    Reason.TOO_LONG: _("The text at “{where}” is longer than a plan can hold."),
    Reason.TOO_MANY: _("The list at “{where}” is longer than a plan can hold."),
}


class PlanError(Exception):
    """A file that cannot be read as a plan; `where` names the place in it, in the file's own words."""

    def __init__(self, reason: Reason, where: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        line = " ".join(clean(where[: 2 * WHERE_MOST]).split())
        self.where = line if len(line) <= WHERE_MOST else f"{line[:WHERE_MOST]}…"

    def sentence(self, phrases: Phrases) -> str:
        """Return what is wrong, and that nothing has been changed; plain text, to be escaped where it is shown."""
        unchanged = phrases.say("Nothing has been changed.")
        return f"{phrases.say(SENTENCES[self.reason], where=self.where)} {unchanged}"
