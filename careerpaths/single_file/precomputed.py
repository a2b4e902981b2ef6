"""Precompute every route and comparison of a model, for the single file, which has no server.

What is the same in every language is kept once: which steps, which lines. Sentences are numbered, each once, and kept
a language at a time. The rest, what a step asks and what a role offers, the script finds in the cards themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from careerpaths.analysis.comparison import Comparison, Topic, TopicLines, compare, lines_under
from careerpaths.analysis.routes.explanations import missing_requirements
from careerpaths.analysis.routes.finder import Blocked, Obstacle, Route, finder_of
from careerpaths.analysis.routes.route import is_personal
from careerpaths.html import words
from careerpaths.html.pages import route_sentences
from careerpaths.html.pages.routes import heading
from careerpaths.locale import Phrases
from careerpaths.model.model import Line, Model, Requirement, Role

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
        """Return the answer for every pair of roles, `[start][goal]`, and what each role leads to."""
        roles = self.model.roles
        return {
            "ways": [[self.answer(start, goal) for goal in roles] for start in roles],
            "reach": [self._reach(start) for start in roles],
        }

    def answer(self, start: Role, goal: Role) -> Answer:
        """Return the routes from one role to another, or why there is none."""
        offered = self._finder.routes(start.id, goal.id)
        if not offered:
            blocked = self._finder.blocked(start.id, goal.id)
            return {} if blocked is None else self._refusal(start, goal, blocked)
        about = words.about_years(self.phrases, offered[0].years)
        return {"about": about, "routes": [self._route(one, offered) for one in offered]}

    def _reach(self, start: Role) -> list[Answer]:
        """Return the roles that can ever be reached: how much is new, and years and asks of each smallest set."""
        return [
            [
                self._role[one.role.id],
                route_sentences.new_counted(self.phrases, one),
                [[route.years, _texts(route.new_requirements)] for route in one.routes],
            ]
            for one in self._finder.within(start.id, inf)
        ]

    def _route(self, route: Route, offered: tuple[Route, ...]) -> Answer:
        missing = missing_requirements(route)
        return {
            "legs": [self._step[leg.id] for leg in route.legs],
            "time": words.years(self.phrases, route.time),
            "steps": self.phrases.count("{n} step", "{n} steps", len(route.legs)),
            "heading": heading(self.phrases, route, offered),
            "why": route_sentences.why(self.phrases, route, offered),
            "counted": route_sentences.missing_counted(self.phrases, missing),
            "personal": _texts(missing.personal),
            "employer": _texts(missing.employer),
            "merits": _texts(missing.merits),
            "held": _texts(missing.held),
            "change": route_sentences.change(self.phrases, route, offered),
            "differs": [route_sentences.differs(self.phrases, route, other) for other in offered],
            **({"returns": True} if route.returns else {}),
        }

    def _refusal(self, start: Role, goal: Role, blocked: Blocked) -> Answer:
        nearest: dict[str, Answer] = {}
        if blocked.nearest is not None:
            about = words.about_years(self.phrases, blocked.years)
            nearest = {"nearest": self._role[blocked.nearest.id], "about": about}
        heading = self.phrases.say(route_sentences.NO_ROUTE_HEADING[blocked.obstacle])
        reason = route_sentences.obstacle(self.phrases, blocked, start, goal)
        asked = blocked.obstacle in {Obstacle.SAME_ROLE, Obstacle.HELD}
        told = {} if asked else {"blocked": True}
        return {"heading": heading, "reason": reason, "asks": _texts(blocked.requirements), **told, **nearest}


def _texts(requirements: Sequence[Requirement]) -> list[Answer]:
    return [one.text for one in requirements]


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
