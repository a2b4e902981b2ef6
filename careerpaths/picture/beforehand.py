"""Every route and every comparison of a model, computed beforehand for a document that has no server to ask.

The numbers are the same in every language; the sentences are numbered, each once, and kept a language at a time.
The script finds the rest, what a step asks and what a role offers, in the cards themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from careerpaths.content.model import Model, Role
from careerpaths.graph.comparison import Heading, Part, compare
from careerpaths.graph.routes import Blocked, Route, RouteFinder
from careerpaths.locale import Phrases
from careerpaths.picture import answers, wording

NOTHING: frozenset[str] = frozenset()
Spoken = tuple[Model, Phrases]


@dataclass
class Sentences:
    """Sentences by number: the same number means the same in every language."""

    _numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    def number(self, in_each_language: tuple[str, ...]) -> int:
        """Return the number of a sentence, given in every language."""
        return self._numbers.setdefault(in_each_language, len(self._numbers))

    def spoken(self, place: int) -> list[str]:
        """Return every sentence in one of the languages, by number."""
        return [sentence[place] for sentence in self._numbers]


class Guide:
    """Answers, in one language, what the page Vägar would say about two roles."""

    def __init__(self, spoken: Spoken) -> None:
        """Index the model."""
        self.model, self.phrases = spoken
        self.finder = RouteFinder(self.model)

    def offered(self, start: Role, goal: Role) -> tuple[Route, ...]:
        """Return the routes between two roles of this language's model."""
        return self.finder.routes(start.id, goal.id)

    def told(self, offered: tuple[Route, ...], route: Route) -> tuple[str, ...]:
        """Return what is said about a route: time, steps, why, what is missing, who decides, what would change; why not each other."""
        phrases = self.phrases
        others = [(number, other) for number, other in enumerate(offered, start=1) if other is not route]
        return (
            wording.years(phrases, route.time),
            phrases.count("{n} step", "{n} steps", len(route.legs)),
            answers.why(phrases, route, offered),
            answers.missing(phrases, route, NOTHING),
            answers.employer(phrases, route),
            answers.change(phrases, route, offered),
            *(answers.why_not(phrases, route, other, number) for number, other in others),
        )

    def refused(self, start: Role, goal: Role, blocked: Blocked) -> tuple[str, ...]:
        """Return why there is no route: the sentence, then each requirement that stands in the way."""
        reason = answers.obstacle(self.phrases, blocked, start, goal)
        return (reason, *(one.text for one in blocked.requirements))


def routes_beforehand(spoken: Sequence[Spoken], sentences: Sentences) -> list[list[dict[str, object]]]:
    """Return the routes of every pair of roles, `[start][goal]` in the order of the model."""
    guides = [Guide(one) for one in spoken]
    roles = list(zip(*(model.roles for model, _ in spoken), strict=True))
    return [[_answer(guides, start, goal, sentences) for goal in roles] for start in roles]


def _answer(guides: list[Guide], starts: tuple[Role, ...], goals: tuple[Role, ...], sentences: Sentences) -> dict[str, object]:
    offers = [guide.offered(start, goal) for guide, start, goal in zip(guides, starts, goals, strict=True)]
    if not offers[0]:
        return _refusal(guides, starts, goals, sentences)
    told = [
        _numbered(sentences, [guide.told(offer, offer[place]) for guide, offer in zip(guides, offers, strict=True)])
        for place in range(len(offers[0]))
    ]
    number = {step.id: place for place, step in enumerate(guides[0].model.steps)}
    legs = [[number[leg.id] for leg in route.legs] for route in offers[0]]
    returns = [route.returns for route in offers[0]]
    about = sentences.number(tuple(wording.about_years(g.phrases, o[0].years) for g, o in zip(guides, offers, strict=True)))
    return {"legs": legs, "told": told, "years": offers[0][0].years, "about": about} | ({"returns": returns} if any(returns) else {})


def _refusal(guides: list[Guide], starts: tuple[Role, ...], goals: tuple[Role, ...], sentences: Sentences) -> dict[str, object]:
    found = [guide.finder.blocked(start.id, goal.id) for guide, start, goal in zip(guides, starts, goals, strict=True)]
    blocked = [one for one in found if one is not None]
    refused = [guide.refused(*rest) for guide, *rest in zip(guides, starts, goals, blocked, strict=True)]
    reason, *asks = _numbered(sentences, refused)
    nearest = {"nearest": blocked[0].nearest.id} if blocked[0].nearest else {}
    return {"reason": reason, "asks": asks} | nearest


def _numbered(sentences: Sentences, in_each_language: Sequence[tuple[str, ...]]) -> list[int]:
    return [sentences.number(one) for one in zip(*in_each_language, strict=True)]


def comparisons_beforehand(model: Model) -> list[list[list[object]]]:
    """Return what every two roles have in common, `[here][there]`: the places of the lines in the two cards.

    One list a heading of `[place here, place there]`, with a 1 after them where the words differ; then the places of
    the merits here that are required there, and the other way round.
    """
    return [[_compared(here, there, model) for there in model.roles] for here in model.roles]


def _compared(here: Role, there: Role, model: Model) -> list[object]:
    if here.id == there.id:
        return []
    found = compare(here, there, model)
    common: list[object] = [list(_places(part, here, there)) for part in found.parts]
    merits = [[here.merits.index(one) for one in found.merit_here], [there.merits.index(one) for one in found.merit_there]]
    return [*common, *merits]
