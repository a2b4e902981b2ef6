"""The map before Streamlit: the served page draws head and map at once, and Streamlit starts when they are painted.

Streamlit needs half a second before it can show anything; the map needs nothing of it. `app/seam/scripts/early.js`
stands in the page itself, allowed by its hash, so that Streamlit
starts even if none of our files can be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from html import escape

from careerpaths.app.seam.streamlit_files import ENTRY, FONT, HEAD, LATER, ROOT, changed
from careerpaths.browser.assemble import assembled
from careerpaths.browser.files import FILES, source
from careerpaths.html.site_map import card_links, head_data, shared_query
from careerpaths.locale import phrases_for
from careerpaths.model.problems import ContentError, _
from careerpaths.reading.store import Snapshot
from careerpaths.web.assets import asset

MAP_PARTS = {
    "script": "explorer.js",
    "styles": "explorer.css",
    "model": "model.{language}.json",
}
"""What draws a map, by its use."""

COMING = _("The page is being fetched …")
"""What is seen until there is more to see, said by `page.css` where Streamlit would show grey boxes."""


def drawn_early(page: str, language: str, embedded: bool, snapshot: Snapshot) -> str:
    """Return Streamlit's page with what draws the map first, or as it was where that cannot be."""
    streamlit, root = ENTRY.search(page), ROOT.search(page)
    try:
        parts = addresses({"head": "frame.js", **MAP_PARTS}, language, snapshot)
    except ContentError:
        return page
    if not streamlit or not root:
        return page
    told = {
        **parts,
        "streamlit": [streamlit[1], *LATER.findall(page)],
        "embedded": embedded,
        "links": card_links(shared_query(language, embedded)),
        "page": head_data(phrases_for(language), "", embedded),
    }
    meta = f'<meta name="karriarkartan" content="{escape(json.dumps(told))}">'
    first = f"{fetches(parts.values())}{meta}{_font(page)}"
    page = LATER.sub("", changed(changed(page, HEAD, f"<head>{first}"), ENTRY, ""))
    return changed(page, ROOT, f'{_place(language)}{root[0]}<script type="module">{early_script()}</script>')


@cache
def early_script() -> str:
    """Return the script in the page; its hash is in the content security policy."""
    return assembled(FILES["early.js"])


@cache
def sandboxed_script() -> str:
    """Return the script that stands in every page; its hash is in the content security policy."""
    return source("sandboxed.js")


def addresses(parts: dict[str, str], language: str, snapshot: Snapshot) -> dict[str, str]:
    """Return where files of ours are, by their use; raises ContentError when there never was a readable model."""
    found = {use: asset(name.format(language=language), snapshot) for use, name in parts.items()}
    return {use: one.address for use, one in found.items() if one}


def fetches(addresses: Iterable[str]) -> str:
    """Return links that let the browser fetch scripts and data of ours before the page asks for them."""
    script, data = '<link rel="modulepreload" href="{}">', '<link rel="preload" as="fetch" crossorigin href="{}">'
    return "".join((script if where.endswith(".js") else data).format(where) for where in addresses)


def _font(page: str) -> str:
    """Return the rule for Streamlit's own typeface, which it would only write when it runs."""
    found = FONT.search(page)
    source = f"font-family:'Source Sans';font-weight:200 900;src:url({found[1]}) format('woff2')" if found else ""
    return f"<style>@font-face{{{source}}}</style>" if source else ""


@cache
def _place(language: str) -> str:
    """Return where head and map are drawn until Streamlit's own places for them have come."""
    coming = escape(phrases_for(language).say(COMING))
    rules = source("frame.css")
    top = f'<div><template shadowrootmode="open"><style>{rules}</style><header></header></template></div>'
    return f'<div class="early">{top}<main><p class="coming">{coming}</p></main></div>'
