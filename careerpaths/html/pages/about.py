"""The page about the model, and the foot of every page, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from careerpaths.checks.unverified import GroupKind, Unverified, count_examples, unverified
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.pages.statement import statement_link
from careerpaths.html.templating import TEMPLATES, render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Source, Text
from careerpaths.model.problems import Problem

Problems = tuple[Problem, ...]


@dataclass(frozen=True)
class Tab:
    """A part of the page: what names it in the address, its title, and the anchor that old addresses have."""

    part: str
    title: str
    anchor: str
    query: str


PARTS = {
    "": "about",
    "sources": "sources",
    "glossary": "glossary",
    "embed": "embedding",
    "data": "downloads",
    "verify": "verify",
}
"""The parts of the page by their names in the address, each with the anchor that led there when all was one page."""


def about_html(
    context: RenderContext, part: str = "", problems: Problems = (), loose: Problems = (), *, embedded: bool = False
) -> str:
    """Return one part of the page about the model: who keeps it, sources, glossary, downloads, or what to verify.

    First come the `problems` of an edit that cannot be read, and reachability problems (`loose`) of the model shown.
    The part about embedding is a form, and here no more than its heading.
    """
    model, phrases = context.model, context.phrases
    examples, total = count_examples(model)
    return context.render(
        "about.html.j2",
        part=part,
        tabs=_tabs(context, embedded),
        body=f"about_{part or 'short'}.html.j2",
        kept=context.kept,
        statement_link=statement_link(phrases.language, embedded),
        problems=problems,
        loose=loose,
        file_name=file_name,
        unverified=_by_kind(unverified(model)),
        others=_others(phrases),
        counted=lambda records: phrases.number(sum(len(record.lines) for record in records)),
        examples=examples,
        total=total,
        sources_by_title=by_title(model.sources),
    )


def _tabs(context: RenderContext, embedded: bool) -> tuple[Tab, ...]:
    """Return the parts as links; the page that frames this one does not embed it again."""
    return tuple(
        Tab(part, title, PARTS[part], f"?part={part}{context.followed}" if part else context.kept)
        for part, title in part_titles(context.phrases).items()
        if not (embedded and part == "embed")
    )


def part_titles(phrases: Phrases) -> dict[str, str]:
    """Return the titles of the parts by their names in the address."""
    _ = phrases.say
    titles = (_("In short"), _("Sources"), _("Glossary"), _("Embed"), _("Data"), _("To verify"))
    return dict(zip(PARTS, titles, strict=True))


def _by_kind(records: Iterable[Unverified]) -> dict[str, list[Unverified]]:
    found: dict[str, list[Unverified]] = {kind: [] for kind in GroupKind}
    for record in records:
        found[record.heading].append(record)
    return found


def _others(phrases: Phrases) -> tuple[tuple[GroupKind, str], ...]:
    """Return the kinds of records beside the roles, with their headings."""
    _ = phrases.say
    return (
        (GroupKind.STEP, _("Steps")),
        (GroupKind.EVERY, _("Steps from every role")),
        (GroupKind.MEASURE, _("Measures")),
        (GroupKind.REQUIREMENTS, _("Requirements")),
        (GroupKind.PLAN, _("The plan's rows")),
    )


def file_name(problem: Problem) -> str:
    """Return the name of a problem's file: where it lies on the server is nobody else's business."""
    return Path(problem.file).name


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
    return TEMPLATES.get_template("unreadable.html.j2").render(
        _=phrases.say, statement_link=link, problems=problems, file_name=file_name
    )


def by_title(sources: Iterable[Source]) -> tuple[tuple[Text, tuple[Source, ...]], ...]:
    """Return the sources grouped by the document they are in, in the order of the file."""
    found: dict[Text, list[Source]] = {}
    for source in sources:
        found.setdefault(source.title, []).append(source)
    return tuple((title, tuple(group)) for title, group in found.items())
