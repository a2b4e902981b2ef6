"""Every fact of the two articles is rested upon somewhere in the model or the plan, but for the two about the city.

The ids are those of the list of facts that the model was written from: S16-01 … S16-55 and S19-01 … S19-38.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from careerpaths.model.model import Source
from tests.support.models import shipped

FACTS = (*(f"S16-{number:02}" for number in range(1, 56)), *(f"S19-{number:02}" for number in range(1, 39)))
LEFT_OUT = ("S16-54", "S16-55")
"""The city's guiding stars and its number of inhabitants."""

PARTS = ("roles", "steps", "requirements", "measures", "amounts", "glossary", "plan", "timeline")


@cache
def places() -> dict[str, tuple[str, ...]]:
    """Return, for each source, where in the model something rests on it."""
    model = shipped()
    found: dict[str, dict[str, None]] = {}
    for part in PARTS:
        for record in getattr(model, part):
            for source in _sources(record):
                found.setdefault(source.id, {})[f"{part}/{record.id}"] = None
    return {source: tuple(where) for source, where in found.items()}


def _sources(value: object) -> Iterator[Source]:
    if isinstance(value, Source):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _sources(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _sources(getattr(value, part.name))


def test_list_of_facts_is_whole() -> None:
    """There are 55 facts of 2016 and 38 of 2019."""
    assert len(FACTS) == len({*FACTS}) == 93


def test_every_fact_is_rested_upon_unless_it_is_left_out() -> None:
    """Something that is shown rests on the fact; only the two about the city are left out, and those wholly."""
    assert [fact for fact in FACTS if not places().get(fact)] == [*LEFT_OUT]


def test_every_article_source_is_a_fact_with_its_date() -> None:
    """No line rests on a fact that is not in the list, and each carries the day of its article."""
    articles = {source.id: source.date for source in shipped().sources if source.id[:3] in ("S16", "S19")}
    assert {*articles} == {*FACTS} - {*LEFT_OUT}
    assert {str(day) for fact, day in articles.items() if fact < "S17"} == {"2016-01-20"}
    assert {str(day) for fact, day in articles.items() if fact > "S17"} == {"2019-01-29"}


def test_one_persons_pay_is_a_warning_and_nothing_more() -> None:
    """S19-07 says neither sum nor who; it only stands as a note on how to read a change."""
    source = next(one for one in shipped().sources if one.id == "S19-07")
    assert not any(sign.isdigit() for sign in source.text.replace("2019", ""))
    assert places()["S19-07"] == ("timeline/erfarenhetssatsning",)
    notes = [change.note for change in shipped().timeline if change.note and source in change.note.sources]
    assert [any(sign.isdigit() for sign in note.text.replace("2019", "")) for note in notes] == [False]


def test_facts_that_only_the_plan_rests_on_are_known() -> None:
    """Without plan and timeline these facts would be nowhere: what the articles say of planning and of the whole."""
    planned = ("plan/", "timeline/")
    only = {fact for fact in FACTS if places().get(fact) and all(one.startswith(planned) for one in places()[fact])}
    assert {"S16-01", "S16-02", "S16-28", "S16-31", "S16-37", "S19-03", "S19-04", "S19-05", "S19-29", "S19-38"} <= only
