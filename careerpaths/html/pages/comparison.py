"""Two roles under the same headings, as HTML: in common, only here, only there, and the steps between them."""

from __future__ import annotations

from functools import partial

from careerpaths.analysis.comparison import Heading, compare
from careerpaths.html.pages.page_text import Setting
from careerpaths.html.words import HEADING
from careerpaths.locale import Phrases
from careerpaths.model.model import Question, Role


def compared(setting: Setting, here: Role, there: Role) -> str:
    """Return the comparison of two roles, with the open questions that touch both."""
    return setting.filled(
        "compare.html.j2",
        result=compare(here, there, setting.model),
        questions=_of_both(setting.model.questions, here, there),
        heading=partial(heading_word, setting.phrases),
    )


def _of_both(questions: tuple[Question, ...], here: Role, there: Role) -> tuple[Question, ...]:
    return tuple(one for one in questions if {here.id, there.id} <= set(one.roles))


def heading_word(phrases: Phrases, heading: Heading) -> str:
    """Return a heading of the comparison: the same words as on the cards."""
    return phrases.say(HEADING[heading])
