"""The single file: one HTML document that needs no server, no network and no other file.

It is a document first: the list with every role and step, the glossary and the sources, to be read and printed as it
is. The explorer's script, when it runs, takes the list out of it and draws the map; so the cards are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import rcssmin

from careerpaths.analysis.overview import overview
from careerpaths.browser.assemble import assembled
from careerpaths.browser.files import FILES, source
from careerpaths.html import cards, content_policy
from careerpaths.html.pages.about import by_title
from careerpaths.html.pages.overview import overview_view
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.statement import statement_context
from careerpaths.html.templating import TrustedMarkup, render
from careerpaths.locale import Phrases, phrases_for
from careerpaths.map.explorer_data import explorer_data
from careerpaths.model.model import Model
from careerpaths.model.public import without_internal
from careerpaths.model.statement import Statement
from careerpaths.single_file.precomputed import RouteAnswers, SentenceTable, comparisons
from careerpaths.single_file.words import single_file_words

RULES = ("explorer.css", "overview.css", "edition.css")


@dataclass(frozen=True)
class LanguagePart:
    """The document in one language; `at` begins its ids, so that they differ from those of the other languages."""

    language: str
    name: str
    at: str
    body: TrustedMarkup


def single_file(models: Sequence[Model], public: bool = False, statements: Sequence[Statement] = ()) -> bytes:
    """Return one model in one or more languages as a document; `public` leaves out what is marked internal.

    The accessibility `statements` are one for each model; without any the document has no such section.
    """
    return next(single_files(models, public, statements))


def single_files(
    models: Sequence[Model], public: bool = False, statements: Sequence[Statement] = ()
) -> Iterator[bytes]:
    """Yield the same document once with each language first, in the order of the models."""
    shown = tuple(without_internal(model) for model in models) if public else tuple(models)
    spoken = tuple((model, phrases_for(model.language)) for model in shown)
    stated = tuple(statements) or (None,) * len(spoken)
    parts = tuple(
        _part(*one, shown[0], {"public": public, **_statement_view(statement, one[1])})
        for one, statement in zip(spoken, stated, strict=True)
    )
    data = _data(_prepared(spoken))
    for place, first in enumerate(spoken):
        others = (part for part in parts if part is not parts[place])
        yield _document(first, (parts[place], *others), data)


def _document(first: tuple[Model, Phrases], parts: tuple[LanguagePart, ...], data: TrustedMarkup) -> bytes:
    return render(
        "edition.html.j2",
        *first,
        parts=parts,
        data=data,
        policy=policy(),
        styles=_styles(),
        start=_start(),
        script=_script(),
    ).encode()


@cache
def policy() -> str:
    """Return the document's content security policy, with the hashes of its own scripts and rules."""
    scripts = content_policy.hashed(*(script.text for script in (_start(), _script())))
    return content_policy.policy(content_policy.Page.SINGLE_FILE, scripts, content_policy.hashed(_styles().text))


def _part(model: Model, phrases: Phrases, first: Model, view: Mapping[str, object]) -> LanguagePart:
    at = "" if model is first else f"{model.language}_"  # no id of a model holds «_»
    seen = overview(model, model.about.updated)
    body = render(
        "edition_part.html.j2",
        model,
        phrases,
        at=at,
        sources_apart=True,
        sources_by_title=by_title(model.sources),
        statement_link=f"#{at}_accessibility" if view["statement"] else "",
        **overview_view(model, phrases, seen, overview_pictures(model, phrases, seen)),
        **view,
    )
    return LanguagePart(model.language, phrases.own_name.capitalize(), at, TrustedMarkup(body))


def _statement_view(statement: Statement | None, phrases: Phrases) -> dict[str, object]:
    """Return the template variables of the accessibility statement, if there is one."""
    return {"statement": None} if statement is None else statement_context(statement, phrases)


def _prepared(spoken: Sequence[tuple[Model, Phrases]]) -> dict[str, object]:
    """Return the script's data: layouts, words, and precomputed answers."""
    sentences = SentenceTable()
    answers = sentences.numbered([RouteAnswers(model, phrases).answers() for model, phrases in spoken])
    first, *others = [_language_data(model, phrases, sentences, place) for place, (model, phrases) in enumerate(spoken)]
    differences = [_difference(first, other) for other in others]
    languages = [model.language for model, _ in spoken]
    return {"answers": answers, "spoken": dict(zip(languages, [first, *differences], strict=True))}


def _difference(first: object, other: object) -> object:
    """Return the parts of `other` that differ from `first`, by key or index (the script merges them).

    A list that differs in length or in half of its items is given whole.
    """
    if isinstance(first, dict) and isinstance(other, dict):
        return {key: _difference(first[key], other[key]) for key in other if first[key] != other[key]}
    if isinstance(first, list) and isinstance(other, list) and len(first) == len(other):
        different = [place for place, part in enumerate(other) if part != first[place]]
        if len(different) < len(other) / 2:
            return {str(place): _difference(first[place], other[place]) for place in different}
    return other


def _language_data(model: Model, phrases: Phrases, sentences: SentenceTable, place: int) -> dict[str, object]:
    welcome = render("welcome.html.j2", model, phrases, doors=_doors(phrases))
    return {
        "model": {**explorer_data(model, phrases), "welcome": welcome},
        "words": single_file_words(phrases),
        "sentences": sentences.spoken(place),
        "common": comparisons(model),
    }


def _doors(phrases: Phrases) -> tuple[cards.StartLink, ...]:
    _ = phrases.say
    return (
        cards.StartLink(
            "?view=routes&tab=reach", _("Where can I go?"), _("Choose your role and see the routes from it.")
        ),
        cards.StartLink("?view=compare", _("How do two roles differ?"), _("Put them side by side.")),
        cards.StartLink("?view=list", _("I want to read or print"), _("Every role and step as one text.")),
    )


@cache
def _styles() -> TrustedMarkup:
    return TrustedMarkup(rcssmin.cssmin("\n".join(_web(name) for name in RULES)))


@cache
def _start() -> TrustedMarkup:
    return _code(assembled(FILES["start.js"]))


@cache
def _script() -> TrustedMarkup:
    return _code(assembled(FILES["edition.js"]))


def _web(name: str) -> str:
    return source(name)


def _code(text: str) -> TrustedMarkup:
    r"""Return a script that cannot end its own element; in its texts and patterns `<\/` and `<\!` mean the same.

    The address of a source map goes, since a browser's tools would ask for it.
    """
    text = re.sub(r"^//# sourceMappingURL=.*\n?", "", text, flags=re.M)
    return TrustedMarkup(re.sub(r"<(?=/script|!--)", r"<\\", text, flags=re.I))


def _data(value: object) -> TrustedMarkup:
    """Return JSON that cannot end its element or open a comment in it."""
    return TrustedMarkup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
