"""Read the accessibility statement's file: path → `Statement`, or every problem with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from careerpaths.locale import DEFAULT_LANGUAGE
from careerpaths.model.problems import _
from careerpaths.model.statement import Conformity, Contact, Evaluation, InaccessiblePart, Method, Statement
from careerpaths.reading.load import ReadResult, open_file
from careerpaths.reading.yaml.context import KeySpec
from careerpaths.reading.yaml.convert import as_language, as_url
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.record_kinds import RecordKind
from careerpaths.reading.yaml.records import group, table
from careerpaths.settings import ROOT

NAME = "accessibility.yaml"
SHIPPED = ROOT / "data" / NAME

HEAD = RecordKind("statement")
CONTACT = RecordKind("contact")
EVALUATION = RecordKind("evaluation")
SHORTCOMING = RecordKind("shortcoming", _("shortcoming '{id}'"))
EXEMPTION = RecordKind("exemption", _("exemption '{id}'"))


def read_statement(path: Path, language: str = DEFAULT_LANGUAGE, messages: str = DEFAULT_LANGUAGE) -> Statement:
    """Return the statement in a language; raise `ContentError`, with its messages in the language `messages`."""
    return try_read_statement(path, language, messages).content_or_raise()


def statement_beside(model: Path) -> Path:
    """Return the file of the statement that belongs to a model's file: the one beside it, else the shipped one."""
    own = model.with_name(NAME)
    return own if own.exists() else SHIPPED


def try_read_statement(
    path: Path, language: str, messages: str = DEFAULT_LANGUAGE, place: Path | None = None
) -> ReadResult[Statement]:
    """Read a statement in a language (empty: its own) without raising; see `try_read_model`."""
    return open_file(path, language, messages, "statement", place).read_by(_statement)


def _statement(root: Section, language: str) -> Statement | None:
    head = group(root, "statement", HEAD, required=True)
    contact = group(root, "contact", CONTACT, required=True)
    evaluation = group(root, "evaluation", EVALUATION, required=True)
    aids = root.texts("aids")
    shortcomings = tuple(_part(one) for one in table(root, "shortcomings", SHORTCOMING))
    burden = tuple(_part(one) for one in table(root, "burden", EXEMPTION))
    outside = tuple(_part(one) for one in table(root, "outside", EXEMPTION))
    if head is None or contact is None or evaluation is None:
        return None
    head.value("language", as_language, "", KeySpec("language"))
    actor = head.text("actor", required=False)
    assessed = head.day("assessed")
    reached = _contact(contact)
    return Statement(
        language=language,
        actor=actor,
        service=head.text("service"),
        conformity=head.choice("conformity", Conformity),
        assessed=assessed,
        updated=head.day("updated", required=True) or date.min,
        contact=reached,
        aids=aids,
        evaluation=_evaluation(evaluation),
        shortcomings=shortcomings,
        burden=burden,
        outside=outside,
        blanks=_blanks((head, "actor", actor), (head, "assessed", assessed), (contact, "link", reached.link)),
        conformity_line=head.line_of("conformity"),
    )


def _contact(section: Section) -> Contact:
    link = section.value("link", as_url, "", KeySpec("address"))
    return Contact(section.text("who", required=False), link, section.word("phone", required=False))


def _evaluation(section: Section) -> Evaluation:
    method = section.choice("method", Method)
    return Evaluation(method, section.text("by", required=False), section.texts("tested"), section.texts("untested"))


def _part(section: Section) -> InaccessiblePart:
    what, why = section.text("what"), section.text("why")
    instead = section.text("instead", required=False)
    return InaccessiblePart(section.id, what, why, instead, section.word("criterion", required=False))


def _blanks(*filled: tuple[Section, str, object]) -> dict[str, int]:
    """Return the keys that only the organisation can fill in and has left empty."""
    return {f"{one.id}.{key}": one.line_of(key) for one, key, value in filled if not value}
