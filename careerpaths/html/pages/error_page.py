"""The HTML of an error answer: one sentence and a link to the map, without a script."""

from __future__ import annotations

from careerpaths.html.site_map import page_link, shared_query
from careerpaths.html.templating import TEMPLATES
from careerpaths.locale import Phrases


def error_page(sentence: str, phrases: Phrases, root: str, styles: str) -> bytes:
    """Return the page; `root` and `styles` are the relative addresses of the site and of the style sheet."""
    template = TEMPLATES.get_template("error_page.html.j2")
    home = page_link(root, shared_query(phrases.language, embedded=False))
    return template.render(
        sentence=sentence, language=phrases.language, home=home, styles=styles, _=phrases.say
    ).encode()
