"""What the server sends before any script runs: language, headers, scripts that may be kept, the model as files."""

from __future__ import annotations

import asyncio
import csv
import gzip
import io
import json
import re
import socket
from base64 import b64encode
from hashlib import sha256
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

import brotli
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from careerpaths import settings
from careerpaths.app.seam.error_answers import ERROR_HANDLERS
from careerpaths.app.seam.security_headers import security_headers
from careerpaths.html.content_policy import Page, policy, sent
from tests.support.server import ROOT, Answer, Server

EVERYTHING = (
    "/",
    "/?lang=en",
    "/om",
    "/finns-inte",
    "/_stcore/health",
    "/model.json",
    "/web/x/explorer.js",
    "/web/x/finns-inte.js",
    "/favicon.png",
    "/static/js/finns-inte.js",
    "/tillganglighet",
    "/plan/pdf",
    "/Samtal",
    "//",
)
NAMES = ("page.css", "explorer.css", "explorer.js", "model.sv.json", "model.en.json")


def address_of(server: Server, name: str, query: str = "") -> str:
    """Return where the served page says that one of our files is."""
    found = re.search(rf'href="(web/\w+/{re.escape(name)})"', server.page(f"/{query}").text)
    assert found, f"the page names no {name}"
    return f"/{found[1]}"


def kept_for(answer: Answer) -> int:
    """Return how many seconds a browser may keep an answer without asking again."""
    found = re.search(r"max-age=(\d+)", answer.headers.get("cache-control", ""))
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "sv"),
        ("/?lang=sv", "sv"),
        ("/?lang=en", "en"),
        ("/om?lang=en", "en"),
        ("/?role=mentor&lang=en&embed=true", "en"),
        ("/?lang=xx", "sv"),
        ("/?lang=", "sv"),
        ("/?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "sv"),
    ],
)
def test_page_is_in_the_visitors_language_from_the_first_byte(server: Server, path: str, language: str) -> None:
    """`<html lang>` is right before any script runs; an unknown language is the default."""
    answer = server.page(path)
    assert answer.status == 200
    assert re.findall(r"<html lang=\"([^\"]*)\"", answer.text) == [language]
    assert answer.headers["content-language"] == language
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Karta – Karriärkartan"),
        ("/?lang=en&embed=true", "Map – Karriärkartan"),
        ("/vagar", "Vägar – Karriärkartan"),
        ("/planera?lang=en", "Plan the unit – Karriärkartan"),
    ],
)
def test_page_has_its_title_from_the_first_byte(server: Server, path: str, title: str) -> None:
    """The very title that it has when Streamlit has come.

    A program that takes anything, as curl does, is given the same page.
    """
    page = server.page(path)
    assert re.findall(r"<title>(.*?)</title>", page.text) == [title]
    assert server.ask(path, accept="*/*").body == page.body


def test_page_speaks_to_those_without_script(server: Server) -> None:
    """Without JavaScript the page says so in its own language and offers the model as files that exist."""
    for language, word in (("sv", "JavaScript"), ("en", "needs JavaScript")):
        found = re.search(r"<noscript>(.*?)</noscript>", server.page(f"/?lang={language}").text, re.S)
        assert found
        assert word in found[1]
        for address in re.findall(r'href="([^"]*)"', found[1]):
            assert server.ask(f"/{address}").status == 200


def test_page_says_its_length_and_is_asked_for_again(server: Server) -> None:
    """The rewritten page has its own length, no stamp of the unwritten one, and is never kept unasked."""
    answer = server.page("/")
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert "etag" not in answer.headers
    assert kept_for(answer) == 0
    again = server.ask("/", accept="text/html", if_none_match='"x"', range="bytes=0-10")
    assert (again.status, again.body) == (200, answer.body)


def test_head_of_a_page_has_no_body_and_does_not_lie(server: Server) -> None:
    """HEAD gives the headers of GET; a length, when it is there, is the page's."""
    asked = server.ask("/", method="HEAD", accept="text/html")
    assert (asked.status, asked.body) == (200, b"")
    assert asked.headers.get("content-length", "") in ("", str(len(server.page("/").body)))


def test_page_is_packed_for_who_can_unpack_it(server: Server) -> None:
    """The same page, a third of its size; a proxy is told that there are two."""
    plain, packed = server.page("/"), server.ask("/", accept="text/html", accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) * 2 < len(plain.body)
    assert {one.headers["vary"] for one in (plain, packed)} == {"Accept-Encoding"}


def test_page_names_what_to_fetch_early_and_all_of_it_is_there(server: Server) -> None:
    """Script, rules and prepared model are fetched before anything of Streamlit's: each address answers."""
    for language in ("sv", "en"):
        for path, more in (("/", {"frame.js"}), ("/vagar", set())):
            text = server.page(f"{path}?lang={language}").text
            found = re.findall(r'href="(web/[^"]+)"', text)
            assert {one.rpartition("/")[2] for one in found} == {*NAMES[:3], f"model.{language}.json", *more}
            assert {server.ask(f"/{one}").status for one in found} == {200}


@pytest.mark.parametrize("query", ["", "?lang=en", "?embed=true"])
def test_maps_page_draws_it_before_streamlit_starts(server: Server, query: str) -> None:
    """The page asks for none of Streamlit's scripts itself: ours does, by their addresses, when the map is painted."""
    text = server.page(f"/{query}").text
    assert "./static/js/" not in re.sub(r"<meta[^>]*>", "", text)
    (told,) = re.findall(r'<meta name="karriarkartan" content="([^"]*)">', text)
    parts = json.loads(unescape(told))
    assert parts["streamlit"][0].startswith("./static/js/index.")
    assert len(parts["streamlit"]) > 20
    assert parts["page"]["framed"] == ("embed" in query)
    assert "<header></header>" in text
    for name in ("script", "styles", "model", "head"):
        assert server.ask(f"/{parts[name]}").status == 200


def test_other_pages_start_streamlit_at_once(server: Server) -> None:
    """Only the map's page has something to show without it."""
    for path in ("/om", "/vagar", "/samtal"):
        assert re.search(r'<script type="module" crossorigin src="\./static/js/index', server.page(path).text)
        assert 'class="early"' not in server.page(path).text


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_answer_carries_the_security_headers(server: Server, path: str) -> None:
    """Pages, scripts, files, faults and the framework's own addresses: none goes out without."""
    for answer in (server.page(path), server.ask(path)):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe-eval" not in policy
        assert not re.search(r"script-src[^;]*'unsafe-inline'", policy)
        assert not re.search(r"https?:|\*", policy)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "camera=()" in answer.headers["permissions-policy"]
        assert answer.headers["cache-control"]
        assert {"server", "set-cookie"} & answer.headers.keys() == set()


def test_answer_that_is_no_http_carries_the_security_headers(server: Server) -> None:
    """Also what the server program answers by itself, before any code of ours."""
    with socket.create_connection(("127.0.0.1", server.port), 10) as one:
        one.sendall(b"NONSENSE\r\n\r\n")
        answer = one.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 400 ")
    for name in ("content-security-policy", "x-content-type-options", "cache-control"):
        assert f"\n{name}: " in answer.lower()


@pytest.mark.parametrize("path", ["/", "/embed", "/om/tillganglighet", "/web/x/explorer.js", "/static/manifest.json"])
def test_what_an_answer_depends_on_is_said_once(server: Server, path: str) -> None:
    """`Vary` names the compression once, whoever compressed."""
    for accepted in ("", "gzip", "br"):
        answer = server.ask(path, accept="text/html", accept_encoding=accepted)
        assert answer.headers.get("vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/Samtal?role=mentor", "./samtal?role=mentor"),
        ("/SAMTAL/?lang=en&role=a%20b", "../samtal?lang=en&role=a%20b"),
        ("/samtal/", "../samtal"),
        ("/Embed", "./embed"),
        ("/OM/Tillganglighet", "../om/tillganglighet"),
    ],
)
def test_case_of_an_address_is_forgiven(server: Server, path: str, meant: str) -> None:
    """A page's name in other letters, or with a slash at its end, leads to the page with the query kept."""
    answer = server.page(path)
    assert (answer.status, answer.headers["location"]) == (307, meant)


@pytest.mark.parametrize("path", ["/samtal/x", "/docs", "/app.py", "/robots.txt", "/index.html", "/a/b/c%2Fd"])
def test_unknown_address_leads_to_the_map(server: Server, path: str) -> None:
    """404 with a sentence in the visitor's language and a link to the map that works from there."""
    answers = {
        ("sv-SE,sv;q=0.9,en;q=0.8", ""): ("sv", "Det finns ingen sida på den här adressen."),
        ("en-GB,sv;q=0.5", ""): ("en", "There is no page at this address."),
        ("de, en;q=0", ""): ("sv", "Det finns ingen sida på den här adressen."),
        ("sv", "?lang=en"): ("en", "There is no page at this address."),
    }
    for (spoken, query), (language, sentence) in answers.items():
        answer = server.ask(f"{path}{query}", accept="text/html", accept_language=spoken)
        assert (answer.status, answer.headers["content-language"]) == (404, language)
        assert f"<h1>{sentence}</h1>" in answer.text
        assert f'<html lang="{language}">' in answer.text
        (styles, home) = (
            urljoin(f"{server.address}{path}", one) for one in re.findall(r'href="(\.[^"]*)"', answer.text)
        )
        assert home.partition("?")[0] == f"{server.address}/"
        assert server.ask(urlsplit(styles).path).status == 200
        said, _, way = server.ask(f"{path}{query}", accept_language=spoken).text.rpartition(" ")
        assert said.startswith(sentence)
        assert urljoin(f"{server.address}{path}", way) == home


def test_wrong_method_is_told_the_right_ones(server: Server) -> None:
    """An address of ours that only takes files is no page."""
    answer = server.page("/plan/pdf")
    assert (answer.status, answer.headers["allow"]) == (405, "POST")
    assert server.ask("/healthz", method="POST").headers["allow"] == "GET, HEAD"


def test_fault_of_the_server_is_answered_with_a_sentence() -> None:
    """Starlette answers it outside every middleware: the page and all headers are there all the same."""
    sent: list[Message] = []

    async def fails(_: Request) -> Response:
        raise RuntimeError("hemligt")

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = Starlette(routes=[Route("/a/b", fails)], exception_handlers=ERROR_HANDLERS)
    told = {"headers": [(b"accept", b"text/html")], "query_string": b"", "path": "/a/b", "raw_path": b"/a/b"}
    with pytest.raises(RuntimeError):
        asyncio.run(app({"type": "http", "method": "GET", **told}, receive, send))
    headers = {name.decode() for name, _ in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent).decode()
    assert sent[0]["status"] == 500
    assert "<h1>Något gick fel på servern. Försök igen om en stund.</h1>" in body
    assert 'href="../"' in body
    assert "hemligt" not in body
    assert {name.lower() for name in security_headers()} <= headers


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("br;q=0", None),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0, identity", None),
        ("xgzip", None),
        ("gzip, deflate, br, zstd", "br"),
        ("BR;Q=0.2, gzip;q=0.8", "gzip"),
        ("*", "br"),
        ("*;q=0, gzip", "gzip"),
        ("identity, br;q=0.5", None),
        ("br;q=mycket", None),
        ("", None),
    ],
)
def test_weights_of_compressions_are_obeyed(server: Server, header: str, wanted: str | None) -> None:
    """What is refused with q=0 is not sent, whoever compresses: our files, our pages, Streamlit's."""
    for path in ("/", "/vagar", "/embed", "/web/x/explorer.js", "/om/tillganglighet", "/model.json"):
        answer = server.ask(path, accept="text/html", accept_encoding=header)
        assert answer.headers.get("content-encoding") == wanted, path


def test_policy_allows_the_inline_scripts_and_no_other(server: Server) -> None:
    """The hashes in the policy are those of Streamlit's script and our two, in the page as it is served."""
    answer = server.page("/")
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", answer.text, flags=re.S)
    hashes = {b64encode(sha256(script.encode()).digest()).decode() for script in scripts}
    assert len(hashes) == 3
    assert {*re.findall(r"'sha256-([^']+)'", answer.headers["content-security-policy"])} == hashes


def test_intranet_may_frame_the_map_when_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other origins are named in a setting; nothing else in the policy changes."""
    before = sent(policy(Page.APP))
    monkeypatch.setenv(settings.FRAME_ANCESTORS, "https://intranat.example")
    assert before.endswith("; frame-ancestors 'self'")
    assert sent(policy(Page.APP)) == f"{before} https://intranat.example"


@pytest.mark.parametrize("name", NAMES)
def test_our_files_may_be_kept_for_a_year(server: Server, name: str) -> None:
    """With the right hash in its address a file never changes, so no browser asks for it twice."""
    answer = server.ask(address_of(server, name, "?lang=en" if name == "model.en.json" else ""))
    assert answer.status == 200
    assert kept_for(answer) >= 31_536_000
    assert "immutable" in answer.headers["cache-control"]
    assert "accept-encoding" in answer.headers["vary"].lower()
    wanted = {"js": "text/javascript", "css": "text/css", "json": "application/json"}[name.rpartition(".")[2]]
    assert answer.headers["content-type"].startswith(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_our_files_are_compressed_when_the_browser_takes_that(server: Server, name: str) -> None:
    """The same bytes, in less than half the size; a browser gets the smaller of two ways."""
    plain = server.ask(f"/web/x/{name}")
    gzip_body = server.ask(f"/web/x/{name}", accept_encoding="gzip, deflate")
    brotli_body = server.ask(f"/web/x/{name}", accept_encoding="gzip, deflate, br, zstd")
    assert "content-encoding" not in plain.headers
    assert (gzip_body.headers["content-encoding"], brotli_body.headers["content-encoding"]) == ("gzip", "br")
    assert gzip.decompress(gzip_body.body) == brotli.decompress(brotli_body.body) == plain.body
    assert len(brotli_body.body) < len(gzip_body.body) < len(plain.body) / 2


def test_old_address_gives_the_newest_file_but_it_may_not_be_kept(server: Server) -> None:
    """A tab that was open over a restart goes on working."""
    answer = server.ask("/web/0123456789ab/explorer.js")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-cache"


def test_unchanged_file_is_not_sent_again(server: Server) -> None:
    """A browser that has the file is told so, in a few bytes, with the same headers."""
    address = address_of(server, "explorer.js")
    tag = server.ask(address).headers["etag"]
    for asked in (tag, f"W/{tag}", f'"other", {tag}'):
        answer = server.ask(address, if_none_match=asked)
        assert (answer.status, answer.body) == (304, b""), asked
        assert answer.headers["etag"] == tag
        assert kept_for(answer) >= 31_536_000
    assert server.ask(address, if_none_match='"other"').status == 200


@pytest.mark.parametrize("path", ["/plan/offers?role=mentor", "/model.json"])
def test_copy_that_still_holds_is_not_sent_again(server: Server, path: str) -> None:
    """However it is asked for: a script asks for anything, and a link for a page."""
    tag = server.ask(path).headers["etag"]
    assert {server.ask(path, accept=kind, if_none_match=tag).status for kind in ("*/*", "text/html")} == {304}


@pytest.mark.parametrize(
    "path",
    [
        "/web/x/finns-inte.js",
        "/web/x/model.xx.json",
        "/web/x/model..json",
        "/web/x/..%2f..%2fapp.py",
        "/model.exe",
        "/model.py",
        "/web/x/app.py",
    ],
)
def test_unknown_file_is_not_found(server: Server, path: str) -> None:
    """Only what is on the shelf is served; nothing of the disk can be reached by name."""
    answer = server.ask(path)
    assert answer.status in (400, 404)
    assert b"import" not in answer.body


def test_model_as_yaml_is_the_file_itself(server: Server) -> None:
    """What is downloaded can be put in as it is."""
    answer = server.ask("/model.yaml")
    assert answer.body == (ROOT / "data" / "roles.yaml").read_bytes()
    assert 'filename="karriarkartan.yaml"' in answer.headers["content-disposition"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_model_as_json_is_whole(server: Server, language: str) -> None:
    """Every role and step, in the language asked for."""
    answer = server.ask(f"/model.json?lang={language}")
    model = json.loads(answer.body)
    assert model["language"] == language
    assert len(model["roles"]) == 18
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_model_as_csv_opens_in_a_spreadsheet(server: Server, language: str) -> None:
    """One row a line, marked as UTF-8 for Excel; tests/fast/test_export.py holds that no cell is a formula."""
    answer = server.ask(f"/model.csv?lang={language}")
    assert answer.body.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) > 100


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("role=Mentor", "role=mentor"),
        ("role=mentor%20", "role=mentor"),
        ("role=+mentor", "role=mentor"),
        ("embed=true&amp;role=mentor", "embed=true&role=mentor"),
        ("lang=EN", "lang=en"),
        ("step=Erfaren.Mentor&lang=en", "step=erfaren.mentor&lang=en"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/samtal", "/embed", "/om/tillganglighet"])
def test_address_that_is_almost_right_leads_to_the_right_one(server: Server, path: str, asked: str, meant: str) -> None:
    """What a person or a mail program makes of a link is understood, on every page."""
    answer = server.ask(f"{path}?{asked}")
    assert (answer.status, answer.headers["location"]) == (307, f"?{meant}")
    assert "frame-ancestors" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "query", ["", "role=mentor&lang=en", "role=%3CB%3E", "role=Någon%20Annan", "q=Mentor%20", "lang=XX", "%ff", "role"]
)
def test_other_addresses_are_left_alone(server: Server, query: str) -> None:
    """What is right, what is searched for and what nobody can have meant are not touched."""
    assert server.page(f"/?{quote(query, safe='=&%')}").status == 200


def test_unknown_language_of_a_file_is_the_models_own(server: Server) -> None:
    """A download never fails for its language."""
    assert server.ask("/model.json?lang=xx").body == server.ask("/model.json").body


def test_agent_interface_is_off(server: Server) -> None:
    """Nobody drives the app by programme."""
    assert server.ask("/_stcore/agent/interact", method="POST").status in (403, 404, 405)
