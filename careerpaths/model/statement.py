"""The accessibility statement: what the law asks of it, as the organisation's file has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careerpaths.model.text import NO_TEXT, Text


class Conformity(StrEnum):
    """How far the service meets the law; the law knows these three answers."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


class Method(StrEnum):
    """How that was judged: by those who own the service, or by somebody outside."""

    SELF = "self"
    EXTERNAL = "external"


@dataclass(frozen=True)
class InaccessiblePart:
    """A part of the service that is not accessible, exempted or not covered: which, why, and what there is instead."""

    id: str
    what: Text
    why: Text
    instead: Text = NO_TEXT
    criterion: str = ""


@dataclass(frozen=True)
class Contact:
    """How a visitor tells the organisation of a fault: `link` is a form's address or a `mailto:`."""

    who: Text
    link: str
    phone: str


@dataclass(frozen=True)
class Evaluation:
    """How the service was judged, what the tests hold, and what nobody has tried."""

    method: Method
    by: Text
    tested: tuple[Text, ...]
    untested: tuple[Text, ...]


@dataclass(frozen=True)
class MissingField:
    """Something that only the organisation knows and has not filled in: the key, and the line it belongs on."""

    key: str
    line: int = field(compare=False)


@dataclass(frozen=True)
class Statement:
    """The whole statement in one language."""

    language: str
    actor: Text
    service: Text
    conformity: Conformity
    assessed: date | None
    updated: date
    contact: Contact
    aids: tuple[Text, ...]
    evaluation: Evaluation
    shortcomings: tuple[InaccessiblePart, ...]
    burden: tuple[InaccessiblePart, ...]
    outside: tuple[InaccessiblePart, ...]
    missing_fields: tuple[MissingField, ...]
    conformity_line: int = field(default=1, compare=False)
