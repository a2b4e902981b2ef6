"""The accessibility statement as HTML: a page of its own that needs no script, and a section of the single file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careerpaths.html.site_map import page_link, shared_query, site_pages
from careerpaths.html.templating import TEMPLATES
from careerpaths.html.words import CONFORMITY, METHOD
from careerpaths.locale import Phrases, languages, phrases_for
from careerpaths.model.known_faults import FRAMEWORK, KNOWN_FAULTS
from careerpaths.model.model import Model
from careerpaths.model.statement import Statement

ADDRESS = "om/tillganglighet"
"""Where the page is, from the site's root."""

COMPLAINT = "https://www.digg.se/tdosanmalan"
"""Where the authority takes complaints; Digg's list asks for this very link."""

TITLE_LEVEL = {"page": 1, "section": 2}


@dataclass(frozen=True)
class StatementFrame:
    """Style sheets of the page; in a frame (`embedded`) also the script that reports its height to the host page."""

    rules: tuple[str, ...]
    embedded: bool
    script: str = ""

    def address(self, path: str, language: str) -> str:
        """Return a page's address from this page, with the language and the frame kept."""
        return page_link(f"../{path}", shared_query(language, self.embedded))


@dataclass(frozen=True)
class FrameworkFault:
    """A `KnownFault` translated; its reason is `before` + `quoted` (the framework's own English) + `after`."""

    what: str
    before: str
    quoted: str
    after: str
    instead: str
    criterion: str
    upstream: str


def statement_context(statement: Statement, phrases: Phrases, whole_page: bool = False) -> dict[str, object]:
    """Return the template variables of statement.html.j2."""
    return {
        "statement": statement,
        "shortfalls": tuple(_shortfalls(phrases)),
        "framework": FRAMEWORK,
        "conformity": phrases.say(CONFORMITY[statement.conformity]),
        "method": phrases.say(METHOD[statement.evaluation.method]),
        "complaint": COMPLAINT,
        "level": TITLE_LEVEL["page" if whole_page else "section"],
    }


def statement_page(statement: Statement, model: Model | None, phrases: Phrases, around: StatementFrame) -> bytes:
    """Return the whole page; without a readable model (None) the foot does not name its owner."""
    language = phrases.language
    spoken = languages()
    other = spoken[(spoken.index(language) + 1) % len(spoken)]
    return (
        TEMPLATES.get_template("statement_page.html.j2")
        .render(
            statement_context(statement, phrases, whole_page=True),
            _=phrases.say,
            day=phrases.day,
            page_language=language,
            at="",
            model=model,
            embedded=around.embedded,
            rules=around.rules,
            script=around.script,
            home=around.address("", language),
            pages=[(one.title, around.address(one.address, language)) for one in site_pages(phrases)],
            other=(other, phrases_for(other).own_name.capitalize(), around.address(ADDRESS, other)),
            statement_link="",
        )
        .encode()
    )


def statement_link(language: str, embedded: bool = False) -> str:
    """Return the page's address from the site's root, with the language and the frame kept."""
    return StatementFrame((), embedded).address(ADDRESS, language).removeprefix("../")


def _shortfalls(phrases: Phrases) -> Iterator[FrameworkFault]:
    say = phrases.say
    for one in KNOWN_FAULTS:
        criterion = "" if one.found_by_axe else one.rule
        before, _, after = say(one.reason).partition("{quoted}")
        yield FrameworkFault(say(one.what), before, one.quoted, after, say(one.instead), criterion, one.upstream)
