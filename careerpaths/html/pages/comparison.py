"""Two roles under the same headings, as HTML: in common, only here, only there, and the steps between them."""

from __future__ import annotations

from functools import partial

from careerpaths.analysis.comparison import Topic, compare
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import HEADING
from careerpaths.locale import Phrases
from careerpaths.model.model import Question, Role


def comparison_html(context: RenderContext, here: Role, there: Role) -> str:
    """Return the comparison of two roles, with the open questions that touch both."""
    return context.render(
        "compare.html.j2",
        result=compare(here, there, context.model),
        questions=_of_both(context.model.questions, here, there),
        heading=partial(heading_word, context.phrases),
    )


def _of_both(questions: tuple[Question, ...], here: Role, there: Role) -> tuple[Question, ...]:
    return tuple(one for one in questions if {here.id, there.id} <= set(one.roles))


def heading_word(phrases: Phrases, heading: Topic) -> str:
    """Return a heading of the comparison: the same words as on the cards."""
    return phrases.say(HEADING[heading])
