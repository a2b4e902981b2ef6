"""The language that a request asks for."""

from __future__ import annotations

from starlette.requests import Request

from careerpaths.locale import DEFAULT_LANGUAGE, languages


def language_of(request: Request) -> str:
    """Return the language that the address asks for, or the default."""
    asked = request.query_params.get("lang", "")
    return asked if asked in languages() else DEFAULT_LANGUAGE
