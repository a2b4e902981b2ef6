"""Corrects Streamlit's page on its way out: language, title, our style rules, and what to fetch early.

Streamlit writes `<html lang="en">` and an English title and has no option for either (issue #15726 there).
"""

from __future__ import annotations

import json
from html import escape
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from careerpaths.app.seam import streamlit_files as files
from careerpaths.app.seam.early_map import COMING, MAP_PARTS, addresses, drawn_early, fetches, sandboxed_script
from careerpaths.html.site_map import full_title, page_link, page_paths, shared_query, site_pages
from careerpaths.locale import DEFAULT_LANGUAGE, Phrases, languages, phrases_for
from careerpaths.model.problems import ContentError
from careerpaths.reading.store import Snapshot
from careerpaths.web.assets import SELDOM, Asset
from careerpaths.web.stores import store

FRONT, ROUTES = "/", "/vagar"  # the map stands first, or further down
WITHOUT_SCRIPT = "@media(scripting:none){.coming{display:none}}"  # here, as a frame may keep our files away too
UNASKED = {b"accept-encoding", b"if-none-match", b"range"}


class ServedPage:
    """Middleware: rewrites every page of Streamlit's; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app
        self.pages = page_paths()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, rewriting it when it is a page."""
        if scope["type"] != "http" or scope["path"] not in self.pages or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name not in UNASKED]
        await self.app({**scope, "method": "GET", "headers": plain}, receive, _Rewriter(send, scope))


class _Rewriter:
    """Holds a page back until it is whole, then sends it corrected."""

    def __init__(self, send: Send, scope: Scope) -> None:
        self.send = send
        self.language = language_of(scope)
        self.path = scope["path"]
        self.embedded = b"embed=true" in scope["query_string"].split(b"&")
        self.accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if not _is_page(message):
                await self.send(message)
            else:
                self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            await self.collect(message)

    async def collect(self, message: Message) -> None:
        assert self.start is not None  # noqa: S101 - told apart by the caller
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        page = rewritten(self.body.decode(), self.language, store().snapshot(), self.path, self.embedded).encode()
        page, told = Asset.of("page.html", page, SELDOM).encoded(self.accepted)
        headers = [(n, v) for n, v in self.start["headers"] if n not in (b"content-length", b"etag", b"last-modified")]
        headers += [(name.lower().encode(), text.encode()) for name, text in told.items()]
        headers += [(b"content-language", self.language.encode())]
        await self.send({**self.start, "headers": [*headers, (b"content-length", str(len(page)).encode())]})
        await self.send({"type": "http.response.body", "body": page})


def rewritten(page: str, language: str, snapshot: Snapshot, path: str = FRONT, embedded: bool = False) -> str:
    """Return Streamlit's page in the visitor's language, with our rules in its head and, on the map's page, the map."""
    phrases = phrases_for(language)
    say = phrases.say
    titles = {f"/{one.address}": full_title(one.title) for one in site_pages(phrases)}
    title = escape(titles.get(path, say("Karriärkartan")))
    without_script = f"<noscript><p>{_without_script(phrases)}</p></noscript>"
    changes = {
        files.LANGUAGE: f'<html lang="{escape(language)}">',
        files.TITLE: f"<title>{title}</title>",
        files.SERVICE: "",
        files.NO_SCRIPT: without_script,
        files.HEAD_END: f"{_head(language, snapshot, path, embedded)}</head>",
    }
    for pattern, ours in changes.items():
        page = files.changed(page, pattern, ours)
    if path == FRONT:
        page = drawn_early(page, language, embedded, snapshot)
    coming = escape(say(COMING))
    return files.changed(page, files.ROOT, f'<div id="root"><p class="coming">{coming}</p></div>')


def language_of(scope: Scope) -> str:
    """Return the language the address asks for, or the default."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    return asked if asked in languages() else DEFAULT_LANGUAGE


def _without_script(phrases: Phrases) -> str:
    sentence = escape(phrases.say("This page needs JavaScript. The whole map can be read without it here:"))
    address = escape(page_link("embed", shared_query(phrases.language, embedded=False)))
    name = escape(phrases.say("Karriärkartan"))
    return f'{sentence} <a href="{address}">{name}</a>.'


def _head(language: str, snapshot: Snapshot, path: str, embedded: bool) -> str:
    """Return our rules, and on a page with a map further down links that let the browser fetch it meanwhile."""
    ours = addresses({"rules": "page.css", "travel": "travel.js", "late": "late.js"}, language, snapshot)
    scripts = "".join(f'<script type="module" src="{ours[name]}"></script>' for name in ("travel", "late"))
    always = f'{_inline(language, embedded)}<link rel="stylesheet" href="{ours["rules"]}">{scripts}'
    if path != ROUTES:
        return always
    try:
        return always + fetches(addresses(MAP_PARTS, language, snapshot).values())
    except ContentError:
        return always  # the page says that there is no readable model


def _inline(language: str, embedded: bool) -> str:
    """Return what stands in the page itself: what its scripts say, the one for a sandbox, and a rule with words."""
    coming = json.dumps(phrases_for(language).say(COMING), ensure_ascii=False).replace("<", "\\3c ")
    rules = f"{WITHOUT_SCRIPT}:root{{--coming:{coming}}}"
    return f"{_late(language, embedded)}<script>{sandboxed_script()}</script><style>{rules}</style>"


def _late(language: str, embedded: bool) -> str:
    """Return what `late.js` says when the page does not come, and `sandboxed.js` where it cannot."""
    say = phrases_for(language).say
    alone = {
        "href": page_link("embed", shared_query(language, embedded=False)),
        "text": say("The whole map as one file"),
    }
    told = {
        "sentence": say(
            "The page has not come yet. Many may be here at once, or your network may stop websockets, which this page "
            "needs."
        ),
        "slow": say("The server answers slowly. The page is still being fetched."),
        "again": say("Try again"),
        "ways": [{"href": page_link("./", shared_query(language, embedded)), "text": say("To the map")}, alone],
        "sandboxed": say("The site that shows this frame does not allow what the map needs."),
        "open": say("Open the map in a window of its own"),
        "alone": alone,
    }
    return f'<meta name="late" content="{escape(json.dumps(told))}">'


def _is_page(message: Message) -> bool:
    kind: bytes = dict(message["headers"]).get(b"content-type", b"")
    return kind.startswith(b"text/html")
