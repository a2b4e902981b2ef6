"""What surrounds the roles in the file: measures, words, open questions, and what the model is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from careerpaths.content.careers import EVERY, NO_LINE
from careerpaths.content.catalogue import Catalogue, read_line
from careerpaths.content.desk import Asked
from careerpaths.content.groups import Kind, group, table
from careerpaths.content.model import About, Level, Measure, Question, Role, Step, Word
from careerpaths.content.problems import _
from careerpaths.content.section import Section
from careerpaths.content.values import as_address, as_day, as_language, as_months

ABOUT = Kind("model")
MEASURE = Kind("measure", _("measure '{id}'"))
WORD = Kind("word", _("word '{id}'"))
QUESTION = Kind("question", _("question '{id}'"))
KAL = ("K", "A", "L")
ARUBA = ("A", "R", "U", "B", "X")


def read_about(root: Section) -> About | None:
    """Return what the model is called, whose it is and how fresh it must be."""
    section = group(root, "model", ABOUT, required=True)
    if section is None:
        return None
    section.value("language", as_language, "", Asked("language"))
    return About(
        title=section.text("title"),
        organisation=section.text("organisation"),
        version=section.word("version"),
        updated=section.value("updated", as_day, date.min, Asked("date", required=True)),
        review_months=section.value("review_months", as_months, 0, Asked("months", required=True)),
        welcome=section.text("welcome"),
        owner=section.text("owner"),
        vacancies=section.value("vacancies", as_address, "", Asked("address")),
    )


def read_measures(
    root: Section, catalogue: Catalogue, roles: Mapping[str, Role], steps: tuple[Step, ...]
) -> tuple[Measure, ...]:
    """Return the measures, with the roles and steps they concern."""
    ids = {role: role for role in roles}
    addresses = step_addresses(steps)
    return tuple(_measure(section, catalogue, ids, addresses) for section in table(root, "measures", MEASURE))


def step_addresses(steps: tuple[Step, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what each address of a step stands for; `*.TO` is every step that the wildcard gave."""
    addresses: dict[str, tuple[str, ...]] = {step.id: (step.id,) for step in steps}
    for step in steps:
        if step.wildcard:
            every = f"{EVERY}.{step.end}"
            addresses[every] = (*addresses.get(every, ()), step.id)
    return addresses


def _measure(
    section: Section, catalogue: Catalogue, roles: Mapping[str, str], steps: Mapping[str, tuple[str, ...]]
) -> Measure:
    sources = section.references("source", "sources", catalogue.sources, single=True)
    text = read_line(section, "text", catalogue, required=True) or NO_LINE
    addresses = section.references("steps", "steps", steps)
    return Measure(
        id=section.id,
        name=section.text("name"),
        text=text if text.sources else replace(text, sources=sources),
        levels=section.choices("levels", Level),
        kal=section.letter("kal", KAL),
        aruba=section.letter("aruba", ARUBA),
        status=section.text("status", required=False),
        amounts=section.references("amounts", "amounts", catalogue.amounts),
        roles=section.references("roles", "roles", roles),
        steps=tuple(dict.fromkeys(address for several in addresses for address in several)),
        sources=sources,
        line=section.line,
    )


def read_words(root: Section, catalogue: Catalogue) -> tuple[Word, ...]:
    """Return the words of the field."""
    return tuple(
        Word(
            id=section.id,
            word=section.text("word"),
            meaning=section.text("meaning"),
            source=section.optional_reference("source", "sources", catalogue.sources),
        )
        for section in table(root, "glossary", WORD)
    )


def read_questions(root: Section, roles: Mapping[str, Role]) -> tuple[Question, ...]:
    """Return what only the organisation can answer."""
    ids = {role: role for role in roles}
    return tuple(
        Question(section.id, section.text("text", own=True), section.references("roles", "roles", ids))
        for section in table(root, "questions", QUESTION)
    )
