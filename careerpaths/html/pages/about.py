"""The page about the model, and the foot of every page, as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from careerpaths.checks.unverified import count_examples, unverified
from careerpaths.html.pages.statement import statement_link
from careerpaths.html.templating import TEMPLATES, render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Source, Text
from careerpaths.model.problems import Problem

Problems = tuple[Problem, ...]


def about_html(
    model: Model, phrases: Phrases, problems: Problems = (), loose: Problems = (), *, embedded: bool = False
) -> str:
    """Return sources, what to verify, glossary, data handling, accessibility and downloads.

    First come the `problems` of an edit that cannot be read, and reachability problems (`loose`) of the model shown.
    """
    examples, total = count_examples(model)
    return render(
        "about.html.j2",
        model,
        phrases,
        statement_link=statement_link(phrases.language, embedded),
        problems=problems,
        loose=loose,
        unverified=unverified(model),
        examples=examples,
        total=total,
        sources_by_title=by_title(model.sources),
        origin_list=lambda sources: ", ".join(source.id for source in sources),
    )


def foot(model: Model, phrases: Phrases) -> str:
    """Return the foot: owner and date of the model, its purpose, and the accessibility statement."""
    return render("foot.html.j2", model, phrases, statement_link=statement_link(phrases.language))


def short_foot(phrases: Phrases, embedded: bool) -> str:
    """Return the foot for a page in a frame, where the intranet has a foot of its own, or without a model."""
    link = statement_link(phrases.language, embedded)
    return TEMPLATES.get_template("short_foot.html.j2").render(_=phrases.say, statement_link=link)


def unreadable_model_html(phrases: Phrases, problems: Problems, embedded: bool) -> str:
    """Return the problems of a model that could never be read, and the link that every page must have."""
    link = statement_link(phrases.language, embedded)
    return TEMPLATES.get_template("unreadable.html.j2").render(_=phrases.say, statement_link=link, problems=problems)


def by_title(sources: Iterable[Source]) -> tuple[tuple[Text, tuple[Source, ...]], ...]:
    """Return the sources grouped by the document they are in, in the order of the file."""
    found: dict[Text, list[Source]] = {}
    for source in sources:
        found.setdefault(source.title, []).append(source)
    return tuple((title, tuple(group)) for title, group in found.items())
