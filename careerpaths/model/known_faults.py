"""Accessibility faults of Streamlit itself that we cannot fix, as the accessibility statement must list them.

tests/browser/test_axe.py checks that each entry still occurs, so an entry that Streamlit has fixed must be removed when
its version is raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerpaths.model.problems import _


class VisibleWhen(StrEnum):
    """In which state of the page a fault can be observed."""

    OPENED = "as soon as the page is open"
    SERVER_GONE = "when the server does not answer"


@dataclass(frozen=True)
class KnownFault:
    """A fault in markup that is not ours; `what`, `reason` and `instead` are English, for `say` to translate.

    The field `{quoted}` in the reason stands for what the framework says, which no catalogue translates.
    """

    rule: str
    """axe's name of the rule, or the number of WCAG's criterion where axe has no rule for it."""
    place: str
    """A piece of the faulty element's HTML that identifies it."""
    opens: str
    """A path of the app where it occurs; the test opens it."""
    visible_when: VisibleWhen
    what: str
    reason: str
    quoted: str
    instead: str
    upstream: str

    @property
    def found_by_axe(self) -> bool:
        """Whether axe has a rule for it."""
        return not self.rule[0].isdigit()


FRAMEWORK = "Streamlit 1.67.0"
"""The pinned version of the framework; tests compare it with requirements.txt."""

_NO_LANGUAGES = "https://github.com/streamlit/streamlit/issues/1353"

KNOWN_FAULTS = (
    KnownFault(
        "3.1.2",
        "Connection error",
        "/jamfor",
        VisibleWhen.SERVER_GONE,
        _("An English message when the connection is lost"),
        _("When the server does not answer, a box says “{quoted}” and more in English."),
        "Connection error",
        _("Nothing you have written is lost. Close the box with Escape and reload the page in a while."),
        _NO_LANGUAGES,
    ),
)
