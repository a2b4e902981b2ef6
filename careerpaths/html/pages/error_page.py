"""The HTML of an error answer: one sentence and a link to the map, without a script."""

from __future__ import annotations

from careerpaths.html.templating import TEMPLATES
from careerpaths.locale import Phrases


def error_page(sentence: str, phrases: Phrases, home: str, styles: str) -> bytes:
    """Return the page; `home` and `styles` are the relative addresses of the map and of the style sheet."""
    template = TEMPLATES.get_template("error_page.html.j2")
    return template.render(
        sentence=sentence, language=phrases.language, home=home, styles=styles, _=phrases.say
    ).encode()
