"""What a stranger may try: foreign names, foreign pages, odd paths, too much, nonsense. The answers come from a server."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from itertools import islice, product
from pathlib import Path

import pytest
from serving import ROOT, Server, serving
from streamlit.testing.v1 import AppTest

from careerpaths.server.hosts import host_name

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
MEGABYTE = 1_000_000
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/app/static/",
    "/component/x/index.html",
)
HIDDEN = ("/.streamlit/secrets.toml", "/.streamlit/config.toml", "/.git/config", "/.env", "/vagar/.git/HEAD")
UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "%2e%2e%5c", "....//", "..%252f", "..%c0%af", "..;/")
ROOTS = (
    "/",
    "/web/x/",
    "/web/",
    "/media/",
    "/static/",
    "/component/",
    "/_stcore/bidi-components/x/",
    "/model.yaml/",
    "/plan/",
)
ODD_HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "evil.example:80",
    "localhost@evil.example",
    "evil@localhost",
    "",
    "localhost:x",
    "[::1",
    "a b",
    "local\xadhost",
)
PAGES = ("", "vagar", "jamfor", "om", "samtal", "embed", "om/tillganglighet", "model.json", "plan/offers")
NAMES = ("role", "lang", "view", "embed", "goals")
READ = {
    "karta": ("lang",),
    "vagar": ("from", "to", "years", "route"),
    "jamfor": ("a", "b"),
    "om": ("role", "lang"),
    "samtal": ("role",),
}
NONSENSE = (
    "%00",
    "%ff%fe",
    "%",
    "%zz",
    "..%2f..%2fetc%2fpasswd",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "'%20OR%201=1--",
    "{{7*7}}",
    "%24%7Bjndi:x%7D",
    "-1",
    "99999999999999999999",
    "1e309",
    "NaN",
    "null",
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "a" * 3000,
    ".",
    "..",
    "%0d%0aX-Evil:%201",
    "mentor.mentor",
    "__proto__",
)


def raw(
    server: Server, method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of a request that is sent exactly as written."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": server.host} | headers).items():
            connection.putheader(name, value.encode("latin-1"))
        connection.endheaders(body or None)
        answer: HTTPResponse = connection.getresponse()
        return (
            answer.status,
            {name.lower(): value for name, value in answer.getheaders()},
            answer.read() if answer.status != 101 else b"",
        )
    finally:
        connection.close()


def faults(server: Server) -> list[str]:
    """Return the log's lines that tell of a fault in the program."""
    return [
        line for line in server.log.read_text(encoding="utf-8").splitlines() if '"fault"' in line or "Traceback" in line
    ]


@pytest.mark.parametrize("path", CLOSED + HIDDEN)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_what_is_not_used_is_closed(server: Server, path: str, method: str) -> None:
    """Agent API, counts of visitors, logging in, open folders, hidden files: there is nothing, also no description."""
    status, headers, body = raw(server, method, path, {})
    assert (status, body) == (404, b"Not found.")
    assert "frame-ancestors" in headers["content-security-policy"]


@pytest.mark.parametrize("start", ROOTS)
def test_no_path_leads_out(server: Server, start: str) -> None:
    """No spelling of «the folder above» reaches a file of the machine or of the program."""
    for up, target in product(UP, ("etc/passwd", "app.py", ".streamlit/config.toml")):
        status, _, body = raw(server, "GET", f"{start}{up * 6}{target}", {})
        assert status in (200, 400, 404), (start, up)
        assert b"root:" not in body
        assert b"st.App(" not in body
        assert b"[server]" not in body
        assert status != 200 or b"<title>" in body  # Streamlit's own page, which then says that there is no such page


@pytest.mark.parametrize("host", ODD_HOSTS)
def test_no_answer_under_a_foreign_name(server: Server, host: str) -> None:
    """A name that somebody else points here gets no page and no websocket (DNS rebinding)."""
    assert raw(server, "GET", "/", {"Host": host})[0] in (400, 421)
    assert raw(server, "GET", "/_stcore/stream", {**UPGRADE, "Host": host, "Origin": f"http://{host}"})[0] in (400, 403)


def test_known_names_are_read_strictly() -> None:
    """A name with a port is that name; what is no name is none."""
    assert host_name("Karriar.Example.se:8443") == "karriar.example.se"
    assert host_name("[::1]:80") == "::1"
    assert {host_name(odd) for odd in ("a@b", "a/b", "a:b", "a b", "-a", "a.", "")} == {""}


def foreign(server: Server) -> list[str]:
    """Return origins that are not the server's own, to the letter."""
    other = server.port + 1
    return [
        "http://evil.example",
        f"http://127.0.0.1:{other}",
        "http://127.0.0.1",
        f"http://localhost:{server.port}",
        "null",
        "file://",
        "http://[::1",
        "",
    ]


def test_websocket_of_another_site_is_refused(server: Server) -> None:
    """Another page may not open one, neither from another port of the same machine; our own page may."""
    for origin in foreign(server):
        assert raw(server, "GET", "/_stcore/stream", {**UPGRADE, "Origin": origin})[0] == 403, origin
    assert raw(server, "GET", "/_stcore/stream", {**UPGRADE, "Origin": server.address})[0] == 101


def test_hundred_foreign_websockets_do_not_stop_the_server(server: Server) -> None:
    """The health address answers all the while; benchmarks/refusals.py measures it against 50 ms."""
    sockets = [socket.create_connection(("127.0.0.1", server.port), 10) for _ in range(100)]
    lines = "".join(
        f"{name}: {value}\r\n"
        for name, value in {**UPGRADE, "Origin": "http://evil.example", "Host": server.host}.items()
    )
    for number, one in enumerate(sockets):
        one.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{lines}\r\n".encode())
        if number < 20:
            assert server.ask("/healthz", timeout=3).status == 200
    assert all(one.recv(100).startswith(b"HTTP/1.1 403") for one in sockets)
    for one in sockets:
        one.close()


def test_refusals_do_not_fill_the_log(server: Server) -> None:
    """However many there are, the log gets a line a minute, and never what they sent."""
    log = server.log.read_text(encoding="utf-8")
    assert log.count("Refused for their") <= 6
    assert "evil" not in log


def test_upload_needs_a_token_and_is_bounded(server: Server) -> None:
    """Streamlit's own upload address takes nothing without the token, and nothing above a megabyte with it."""
    address = "/_stcore/upload_file/00000000-0000-0000-0000-000000000000/1"
    small, big = b"x" * 10, b"x" * (MEGABYTE * 3 // 2)
    assert raw(server, "PUT", address, {"Content-Length": "10"}, small)[0] == 403
    cookie = raw(server, "GET", "/_stcore/health", {})[1]["set-cookie"].partition(";")[0]
    token = {
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
        "Content-Type": "multipart/form-data; boundary=x",
    }
    assert raw(server, "PUT", address, {**token, "Content-Length": str(len(big))}, big)[0] in (400, 413)
    assert "samesite=lax" in raw(server, "GET", "/_stcore/health", {})[1]["set-cookie"].lower()


@pytest.mark.parametrize("path", ["/plan/read", "/plan/pdf", "/plan/docx", "/plan/ics"])
def test_too_big_a_file_is_refused(server: Server, path: str) -> None:
    """What our own page would never send is turned away with a sentence, whether its length is told or not."""
    status, _, body = raw(
        server, "POST", path, {"Content-Length": str(12 * MEGABYTE), "Origin": server.address}, b"x" * 10
    )
    assert status == 413
    assert b"<" not in body


def queries() -> Iterator[tuple[str, str]]:
    """Yield pages with nonsense behind the question mark."""
    for page, (name, value) in product(PAGES, product(NAMES, NONSENSE)):
        yield page, f"{name}={value}"
    yield from (
        (page, query)
        for page, query in product(
            PAGES, ("&&&&", "=", "==&=", "?" * 50, "role", "role=&role=mentor", "lang[]=sv", "%", ";")
        )
    )


def test_nonsense_in_the_address_is_answered(server: Server) -> None:
    """A hundred odd questions: no fault, no trace, and nothing that was asked stands as HTML in the page."""
    before, asked = faults(server), 0
    for page, query in islice(queries(), 0, None, 7):
        status, headers, body = raw(server, "GET", f"/{page}?{query}", {"Accept": "text/html"})
        assert status < 500, (page, query)
        assert b"Traceback" not in body
        assert b"<script>alert(1)" not in body
        assert "x-evil" not in headers
        asked += 1
    assert asked > 100
    assert faults(server) == before


@pytest.mark.parametrize(("page", "name"), [(page, name) for page, names in READ.items() for name in names])
def test_pages_take_nonsense_for_a_choice(page: str, name: str) -> None:
    """Each page shows itself with whatever stands in its address: no exception, no fault, and no echo as HTML."""
    values = (
        "\x00",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "-1",
        "9" * 30,
        "NaN",
        "mentor.mentor",
        "a" * 3000,
        "\u202e",
        "__proto__",
    )
    app = AppTest.from_file(str(ROOT / "careerpaths" / "ui" / "main.py"), default_timeout=30)
    app.run()
    if page != "karta":
        app.switch_page(f"{ROOT}/careerpaths/ui/screens/{page}.py")
    for value in values:
        app.query_params[name] = value
        app.run()
        assert not app.exception, (page, name, value)
        assert not app.error, (page, name, value)


def test_framework_is_told_to_keep_quiet(server: Server) -> None:
    """The client is told that no other page may steer it, and no other host is asked."""
    told = json.loads(server.ask("/_stcore/host-config").body)
    assert told["allowedOrigins"] == []
    assert not told["metricsUrl"]


def test_log_is_one_json_line_a_fault_without_what_was_sent(tmp_path: Path) -> None:
    """A fault inside the framework becomes one line with its kind and places, and no word of the visitor's."""
    with serving(tmp_path / "log.txt") as server:
        with socket.create_connection(("127.0.0.1", server.port), 10) as one:
            lines = "".join(f"{name}: {value}\r\n" for name, value in {**UPGRADE, "Host": server.host}.items())
            one.sendall(f"GET /_stcore/stream?secret=hemlig HTTP/1.1\r\n{lines}\r\n".encode())
            one.recv(500)
            one.sendall(b"\x81\x86\x00\x00\x00\x00hemlig")  # text, where Streamlit takes only bytes
            one.recv(500)
        wait_for_line(server)
        log = server.log.read_text(encoding="utf-8")
    assert "hemlig" not in log
    assert "Traceback" not in log
    told = [json.loads(re.sub(r"^[A-Z]+: +", "", line)) for line in log.splitlines() if line.strip()]
    assert any("fault" in line and line["through"] for line in told)
    assert all({"time", "level", "from", "said"} <= line.keys() for line in told)


def wait_for_line(server: Server) -> None:
    """Wait until the log holds a fault, at most five seconds."""
    for _ in range(50):
        if '"fault"' in server.log.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)


def test_small_answers_leave_at_once(server: Server) -> None:
    """An answer's two packets do not wait for each other (Nagle), over a connection that is kept."""
    took = []
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    for _ in range(40):
        began = time.perf_counter()
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        took.append(time.perf_counter() - began)
    connection.close()
    assert min(took[10:]) < 0.03  # with the wait it is never under 40 ms
