"""Precompute every route and comparison of a model, for the single file, which has no server.

What is the same in every language is kept once: which steps, which lines. Sentences are numbered, each once, and kept
a language at a time. The rest, what a step asks and what a role offers, the script finds in the cards themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerpaths.analysis.comparison import Comparison, Topic, TopicLines, compare, lines_under
from careerpaths.analysis.routes.finder import Blocked, Route, finder_of
from careerpaths.analysis.routes.route import is_personal
from careerpaths.html import words
from careerpaths.html.pages import route_sentences
from careerpaths.locale import Phrases
from careerpaths.model.model import Line, Model, Role

NOTHING: frozenset[str] = frozenset()
SEPARATOR = "; "
Answer = str | float | list["Answer"] | dict[str, "Answer"]
"""JSON of an answer: texts are sentences in one language, roles and steps are numbers."""


class RouteAnswers:
    """The answers of the page «Vägar» for every pair of roles, in one language."""

    def __init__(self, model: Model, phrases: Phrases) -> None:
        """Index the model."""
        self.model = model
        self.phrases = phrases
        self._finder = finder_of(model)
        self._role = {role.id: place for place, role in enumerate(model.roles)}
        self._step = {step.id: place for place, step in enumerate(model.steps)}

    def answers(self) -> Answer:
        """Return the answer for every pair of roles, `[start][goal]`."""
        return [[self.answer(start, goal) for goal in self.model.roles] for start in self.model.roles]

    def answer(self, start: Role, goal: Role) -> Answer:
        """Return the routes from one role to another, or why there is none."""
        offered = self._finder.routes(start.id, goal.id)
        if not offered:
            blocked = self._finder.blocked(start.id, goal.id)
            return {} if blocked is None else self._refusal(start, goal, blocked)
        about = words.about_years(self.phrases, offered[0].years)
        return {"about": about, "years": offered[0].years, "routes": [self._route(one, offered) for one in offered]}

    def _route(self, route: Route, offered: tuple[Route, ...]) -> Answer:
        others = [(number, other) for number, other in enumerate(offered, start=1) if other is not route]
        return {
            "legs": [self._step[leg.id] for leg in route.legs],
            "time": words.years(self.phrases, route.time),
            "steps": self.phrases.count("{n} step", "{n} steps", len(route.legs)),
            "why": route_sentences.why(self.phrases, route, offered),
            "missing": _pieces(route_sentences.missing(self.phrases, route, NOTHING)),
            "employer": _pieces(route_sentences.employer(self.phrases, route)),
            "change": route_sentences.change(self.phrases, route, offered),
            "whyNot": [route_sentences.why_not(self.phrases, route, other, number) for number, other in others],
            **({"returns": True} if route.returns else {}),
        }

    def _refusal(self, start: Role, goal: Role, blocked: Blocked) -> Answer:
        nearest: dict[str, Answer] = {}
        if blocked.nearest is not None:
            about = words.about_years(self.phrases, blocked.years)
            nearest = {"nearest": self._role[blocked.nearest.id], "about": about}
        reason = route_sentences.obstacle(self.phrases, blocked, start, goal)
        return {"reason": reason, "asks": [one.text for one in blocked.requirements], **nearest}


def _pieces(text: str) -> list[Answer]:
    """Return a sentence in pieces, since hundreds of them are made of the same few requirements."""
    return [*text.split(SEPARATOR)] if text else []


class SentenceTable:
    """Interns sentences: the same number is the same sentence in every language."""

    def __init__(self) -> None:
        """Begin without any."""
        self._numbers: dict[tuple[Answer, ...], int] = {}

    def numbered(self, versions: Sequence[Answer]) -> Answer:
        """Merge the answers of all languages into one, with numbers instead of sentences."""
        first = versions[0]
        if isinstance(first, str):
            return self._numbers.setdefault(tuple(versions), len(self._numbers))
        if isinstance(first, list):
            return [self.numbered(parts) for parts in zip(*versions, strict=True)]
        if isinstance(first, dict):
            return {key: self.numbered([one[key] for one in versions]) for key in first}  # type: ignore[index, call-overload]
        return first

    def spoken(self, place: int) -> list[Answer]:
        """Return the sentences of one of the languages, by number."""
        return [versions[place] for versions in self._numbers]


def comparisons(model: Model) -> list[list[list[object]]]:
    """Return the common lines of every pair of roles, `[here][there]`, as indexes of lines on their cards.

    One list a heading of `[place here, place there]`, with a 1 after them where the words differ; then the places of
    the merits here that are required there, and the other way round.
    """
    return [[_compared(compare(here, there, model)) for there in model.roles] for here in model.roles]


def _compared(found: Comparison) -> list[object]:
    if found.here.id == found.there.id:
        return []
    common: list[object] = [list(_places(part, found)) for part in found.parts]
    here = [found.here.merits.index(one) for one in found.merit_here]
    there = [found.there.merits.index(one) for one in found.merit_there]
    return [*common, here, there]


def _on_card(role: Role, heading: Topic) -> list[Line]:
    """Return a role's lines of one topic in the order of its card, where what the employer decides comes last."""
    decided = {one.id for one in role.requires if not is_personal(one)} if heading is Topic.REQUIRES else set()
    return sorted(lines_under(role, heading), key=lambda line: line.id in decided)


def _places(part: TopicLines, found: Comparison) -> Iterator[list[int]]:
    here, there = _on_card(found.here, part.heading), _on_card(found.there, part.heading)
    for pair in part.common:
        yield [here.index(pair.here), there.index(pair.there), *([] if pair.same_words else [1])]
