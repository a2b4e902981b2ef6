"""The data model of the accessibility statement that the law (2018:1937) requires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careerpaths.model.text import NO_TEXT, Text


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


Method = StrEnum("Method", "SELF EXTERNAL")
"""How conformity was assessed: by the owner of the service or by an external party."""


@dataclass(frozen=True)
class Evaluation:
    """How the service was judged, what the tests hold, and what nobody has tried."""

    method: Method
    by: Text
    tested: tuple[Text, ...]
    untested: tuple[Text, ...]


Conformity = StrEnum("Conformity", "FULLY PARTLY NOT")
"""How far the service complies with the law, which knows these three answers."""


@dataclass(frozen=True)
class Statement:
    """The whole statement in one language.

    `blanks`: the keys that only the organisation can fill in and has left empty, each with the line that it belongs on.
    """

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
    blanks: Mapping[str, int] = field(compare=False)
    conformity_line: int = field(default=1, compare=False)
