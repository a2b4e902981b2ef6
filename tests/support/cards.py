"""The shipped cards as they are drawn, each made once; and a model with every text made hostile."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from careerpaths.html.cards import list_html
from careerpaths.locale import phrases_for
from careerpaths.map.explorer_data import explorer_json
from careerpaths.model.model import Model, Text
from tests.support.html_tree import Element, read
from tests.support.models import shipped

EVIL = (
    "<script>alert(1)</script>\"onmouseover=\"alert(1)\" 'onfocus='alert(1)' {{7*7}} {% raw %} javascript:alert(1) "
    "</article></ul><img src=x onerror=alert(1)><!-- --> <a href=javascript:alert(1)> &lt;b&gt; &amp; ${7*7} </span>"
)

HARMLESS = "en helt vanlig text"

NOT_SHOWN_AS_TEXT = {"id", "start", "end", "line", "vacancies", "beside", "roles", "steps", "language", "levels_of"}
"""Ids and addresses: the reader lets through only small letters, digits and hyphens, and web or mail addresses."""


@cache
def drawn(language: str) -> str:
    """Return the shipped model's list with all its cards."""
    return list_html(shipped(language), phrases_for(language))


@cache
def listed(language: str) -> Element:
    """Return the same, read."""
    return read(drawn(language))


@cache
def for_script(language: str) -> dict[str, Any]:
    """Return what the browser is given of the shipped model."""
    given: dict[str, Any] = json.loads(explorer_json(shipped(language), phrases_for(language)))
    return given


@cache
def filled_model(text: str, plain: str) -> Model:
    """Return the shipped model filled with two texts."""
    made: Model = filled(shipped(), text, plain)
    return made


def filled(value: Any, text: str, plain: str) -> Any:
    """Return a part of the model with every text in it replaced, and what belongs to no language by `plain`."""
    if isinstance(value, Text):
        return Text(text, value.lang) if value else value
    if isinstance(value, str) and not isinstance(value, Enum):
        return plain if value else value
    if isinstance(value, tuple):
        return tuple(filled(part, text, plain) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: getattr(value, part.name) for part in fields(value) if part.name not in NOT_SHOWN_AS_TEXT}
        if isinstance(value, Model):
            parts["roles"], parts["steps"] = value.roles, value.steps
        return replace(value, **{name: filled(part, text, plain) for name, part in parts.items()})
    return value
