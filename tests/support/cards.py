"""A model with every text made hostile."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from careerpaths.model.model import Model, Text

EVIL = (
    "<script>alert(1)</script>\"onmouseover=\"alert(1)\" 'onfocus='alert(1)' {{7*7}} {% raw %} javascript:alert(1) "
    "</article></ul><img src=x onerror=alert(1)><!-- --> <a href=javascript:alert(1)> &lt;b&gt; &amp; ${7*7} </span>"
)

HARMLESS = "en helt vanlig text"

NOT_SHOWN_AS_TEXT = {"id", "start", "end", "line", "vacancies", "beside", "roles", "steps", "language", "levels_of"}
"""Ids and addresses: the reader lets through only small letters, digits and hyphens, and web or mail addresses."""


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
