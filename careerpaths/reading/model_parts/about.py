"""Read the head of the model (`model`), measures, glossary and open questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from careerpaths.model.model import About, Level, Measure, Question, Role, Step, Word
from careerpaths.model.problems import _
from careerpaths.reading.model_parts.lines import read_line
from careerpaths.reading.model_parts.roles import NO_LINE
from careerpaths.reading.model_parts.steps import WILDCARD
from careerpaths.reading.model_parts.tables import ReferenceTables
from careerpaths.reading.yaml.context import KeySpec
from careerpaths.reading.yaml.convert import as_language, as_months, as_url
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import group, table

ABOUT = RecordKind("model", help=_("What the model is called, whose it is and how fresh it must be."))
MEASURE = RecordKind("measure", _("measure '{id}'"), help=_("A measure: something the employer does."))
WORD = RecordKind("word", _("word '{id}'"), help=_("A word of the glossary."))
QUESTION = RecordKind("question", _("question '{id}'"), help=_("A question that only the organisation can answer."))
KAL = ("K", "A", "L")
ARUBA = ("A", "R", "U", "B", "X")


def read_about(root: Section) -> About | None:
    """Return what the model is called, whose it is and how fresh it must be."""
    section = group(
        root, "model", ABOUT, required=True, help=_("What the model is called, whose it is and how fresh it must be.")
    )
    if section is None:
        return None
    section.value("language", as_language, "", KeySpec("language", help=_("The language that the file is written in.")))
    return About(
        title=section.text("title", help=_("The map's name.")),
        organisation=section.text("organisation", help=_("The organisation that the map is for.")),
        version=section.word("version", help=_('The model\'s version in quotes, for example "2026.11".')),
        updated=section.day("updated", required=True, help=_("The day when the content was last changed: YYYY-MM-DD."))
        or date.min,
        review_months=section.value(
            "review_months", as_months, 0, KeySpec("months", required=True, help=_("How many months a review holds."))
        ),
        welcome=section.text("welcome", help=_("The sentence that welcomes before anything is chosen.")),
        owner=section.text("owner", help=_("The function that is responsible for the content, never a person.")),
        vacancies=section.value(
            "vacancies", as_url, "", KeySpec("address", help=_("Address of vacant positions, or an empty text."))
        ),
    )


def read_measures(
    root: Section, tables: ReferenceTables, roles: Mapping[str, Role], steps: tuple[Step, ...]
) -> tuple[Measure, ...]:
    """Return the measures, with the roles and steps they concern."""
    ids = {role: role for role in roles}
    addresses = step_addresses(steps)
    return tuple(
        _measure(section, tables, ids, addresses)
        for section in table(root, "measures", MEASURE, help=_("What the employer does, by id."))
    )


def step_addresses(steps: tuple[Step, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what each address of a step stands for; `*.TO` is every step that the wildcard gave."""
    addresses: dict[str, tuple[str, ...]] = {step.id: (step.id,) for step in steps}
    for step in steps:
        if step.wildcard:
            every = f"{WILDCARD}.{step.end}"
            addresses[every] = (*addresses.get(every, ()), step.id)
    return addresses


def _measure(
    section: Section, tables: ReferenceTables, roles: Mapping[str, str], steps: Mapping[str, tuple[str, ...]]
) -> Measure:
    sources = section.references(
        "source", "sources", tables.sources, single=True, help=_("Id of the source, or a list.")
    )
    text = read_line(section, "text", tables, required=True, help=_("What the measure is.")) or NO_LINE
    addresses = section.references("steps", "steps", steps, help=_('Steps that are concerned, as "FROM.TO".'))
    return Measure(
        id=section.id,
        name=section.text("name", help=_("The measure's name.")),
        text=text if text.sources else replace(text, sources=sources),
        levels=section.choices("levels", Level, help=_("Levels: organisation, group, individual.")),
        kal=section.letter(
            "kal", KAL, help=_("Part of the KAL plan: K = competence and staffing, A = working conditions, L = pay.")
        ),
        aruba=section.letter(
            "aruba", ARUBA, help=_("Part of ARUBA: A = attract, R = recruit, U = develop, B = retain, X = let go.")
        ),
        status=section.text("status", required=False, help=_("How it stands according to the sources.")),
        amounts=section.references("amounts", "amounts", tables.amounts, help=_("Ids of amounts that belong here.")),
        roles=section.references("roles", "roles", roles, help=_("Ids of roles that are concerned.")),
        steps=tuple(dict.fromkeys(address for several in addresses for address in several)),
        sources=sources,
        line=section.line,
    )


def read_words(root: Section, tables: ReferenceTables) -> tuple[Word, ...]:
    """Return the words of the field."""
    return tuple(
        Word(
            id=section.id,
            word=section.text("word", help=_("The word.")),
            meaning=section.text("meaning", help=_("What it means here.")),
            source=section.reference("source", "sources", tables.sources, required=False, help=_("Id of the source.")),
        )
        for section in table(root, "glossary", WORD, help=_("Words of the field and what they mean here, by id."))
    )


def read_questions(root: Section, roles: Mapping[str, Role]) -> tuple[Question, ...]:
    """Return what only the organisation can answer."""
    ids = {role: role for role in roles}
    return tuple(
        Question(
            section.id,
            section.text("text", own=True, help=_("The question.")),
            section.references("roles", "roles", ids, help=_("Ids of roles that the question is about.")),
        )
        for section in table(
            root, "questions", QUESTION, help=_("Questions that only the organisation can answer, by id.")
        )
    )
