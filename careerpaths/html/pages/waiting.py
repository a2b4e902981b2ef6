"""A page of one sentence that reloads itself until the real one is ready."""

from __future__ import annotations

from careerpaths.html.templating import TEMPLATES


def waiting_page(language: str, title: str, sentence: str, seconds: int) -> str:
    """Return the page; after so many seconds a browser asks for its address again."""
    template = TEMPLATES.get_template("waiting.html.j2")
    return template.render(language=language, title=title, sentence=sentence, seconds=seconds)
