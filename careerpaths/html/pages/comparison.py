"""Two roles under the same headings, as HTML: what only one has, what both have, and the steps between them."""

from __future__ import annotations

from functools import partial

from careerpaths.analysis.comparison import Comparison, Topic, TopicLines, compare
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import HEADING
from careerpaths.locale import Phrases
from careerpaths.model.model import Question, Role


def comparison_html(context: RenderContext, here: Role, there: Role) -> str:
    """Return the comparison of two roles, with the open questions that touch both."""
    if here.id == there.id:
        return context.render("same_role.html.j2", sentence=same_role(context.phrases))
    result = compare(here, there, context.model)
    return context.render(
        "compare.html.j2",
        result=result,
        parts=[part for part in result.parts if part.size],
        shared=shared(context.phrases, result),
        steps=result.steps_there + result.steps_back,
        questions=_of_both(context.model.questions, here, there),
        heading=partial(heading_word, context.phrases),
        counted=partial(counted, context.phrases),
    )


def same_role(phrases: Phrases) -> str:
    """Return what is said when a role is compared with itself."""
    return phrases.say("You have chosen the same role twice. Choose another one to compare with.")


def shared(phrases: Phrases, result: Comparison) -> str:
    """Return how much two roles have in common, under which headings."""
    alike = [(part.heading, len(part.common)) for part in result.parts if part.common]
    if not alike:
        return phrases.say("No line is the same for both.")
    told = "; ".join(f"{heading_word(phrases, heading)}: {number}" for heading, number in alike)
    return phrases.say("In common – {headings}.", headings=told)


def counted(phrases: Phrases, part: TopicLines) -> str:
    """Return how many lines of a heading both roles have, and how many only one of them."""
    return phrases.say(
        "in common: {both}; only one has: {here} and {there}",
        both=len(part.common),
        here=len(part.only_here),
        there=len(part.only_there),
    )


def _of_both(questions: tuple[Question, ...], here: Role, there: Role) -> tuple[Question, ...]:
    return tuple(one for one in questions if {here.id, there.id} <= set(one.roles))


def heading_word(phrases: Phrases, heading: Topic) -> str:
    """Return a heading of the comparison: the same words as on the cards."""
    return phrases.say(HEADING[heading])
