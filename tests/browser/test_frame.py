"""On the intranet's page, which is another site: whoever is named may frame the map and it works whole; others may not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.support.server import Server, serving

HOST_PAGE = """<!doctype html><html lang="sv"><title>Intranätet</title><body style="margin: 0">
<button id="before">före</button><p style="height: 200px">Intranätets egen text.</p>
<iframe src="{address}" title="Karriärkartan" width="1200" height="{height}" style="border: 0" allow="clipboard-write" {sandbox}></iframe>
<button id="after">efter</button><p style="height: 2000px">Mer text.</p>
<script>{script}</script></body></html>"""
HEIGHT = """
addEventListener("message", (event) => {
  const frame = document.querySelector("iframe");
  if (event.origin !== new URL(frame.src).origin || event.source !== frame.contentWindow) return;
  if (event.data?.type === "karriarkartan:height") frame.style.height = `${event.data.height}px`;
});"""
"""The host's script as deploy/README.md gives it."""
HEARD = "window.heard = []; addEventListener('message', (event) => heard.push([event.origin, event.data]));"
Framed = Callable[..., tuple[Page, FrameLocator]]


class Intranet(ThreadingHTTPServer):
    """A host page on a port of its own; what it frames is set for each test."""

    page = ""


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Send the host page."""
        body = self.server.page.encode()  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def intranet() -> Iterator[Intranet]:
    """Run the host's server."""
    with Intranet(("127.0.0.1", 0), _Answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture(scope="module")
def framable(tmp_path_factory: pytest.TempPathFactory, intranet: Intranet) -> Iterator[Server]:
    """Run the product so that the host under the name «localhost» may frame it, and under no other name."""
    log = tmp_path_factory.mktemp("frame") / "log.txt"
    with serving(log, KARRIARKARTAN_FRAME_ANCESTORS=f"http://localhost:{intranet.server_port}") as running:
        yield running


@pytest.fixture
def framed(browser: Browser, framable: Server, intranet: Intranet) -> Iterator[Framed]:
    """Return a maker of host pages; the app is on 127.0.0.1, the host on localhost: two sites."""
    contexts = []

    def open_host(
        path: str, host: str = "localhost", height: int = 700, script: str = "", sandbox: str = ""
    ) -> tuple[Page, FrameLocator]:
        address = f"{framable.address}{path}"
        intranet.page = HOST_PAGE.format(address=address, height=height, script=script, sandbox=sandbox)
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE")
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"http://{host}:{intranet.server_port}/")
        return page, page.frame_locator("iframe")

    yield open_host
    for context in contexts:
        context.close()


def drawn(inside: FrameLocator) -> None:
    """Wait until the map in the frame can be used."""
    inside.locator(".explorer:not([aria-busy])").wait_for()


def test_named_host_may_frame_and_choices_leave_its_history_alone(framed: Framed) -> None:
    """A deep link opens its card; clicks work; the host's Back button stays its own; the address in the frame follows."""
    page, inside = framed("/?embed=true&role=mentor&lang=en")
    drawn(inside)
    expect(inside.locator(".card-pane article .name")).to_have_text("Mentor")
    expect(inside.get_by_role("heading", name="What you do")).to_be_visible()
    before = page.evaluate("() => history.length")
    for role in ("specialist", "enhetschef", "mentor"):
        inside.locator(f'button.box[data-role="{role}"]').click()
        expect(inside.locator(".card-pane article")).to_have_attribute("data-role", role)
    page.wait_for_timeout(600)  # also after the server has heard of it
    assert page.evaluate("() => history.length") == before
    assert "role=mentor" in page.frames[1].url


def test_another_host_is_refused(framed: Framed) -> None:
    """Under a name that nobody allowed the same page gets an empty frame, and the browser says why."""
    page, inside = framed("/_stcore/health", host="127.0.0.1")  # nothing that moves
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in one for one in said)
    expect(inside.locator("body")).not_to_contain_text("ok")


def test_tab_goes_in_and_out_and_arrows_move_on_the_map(framed: Framed) -> None:
    """The frame is no trap: Tab enters it, goes through it and leaves it at the end, and Shift+Tab goes back in."""
    page, inside = framed("/?embed=true")
    drawn(inside)
    page.locator("#before").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.frames[1].evaluate("() => !!document.activeElement?.shadowRoot?.activeElement?.matches('button.box')"):
            break
    else:
        pytest.fail("Tab does not reach the map")
    page.keyboard.press("Enter")
    expect(inside.locator(".card-pane article")).to_be_visible()
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "after":
            break
    else:
        pytest.fail("Tab does not leave the frame")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.tagName") == "IFRAME"


def test_frame_gets_the_height_of_its_content_and_the_wheel_scrolls_the_host(framed: Framed) -> None:
    """With the host's six lines the frame is as high as what is in it; then the plain wheel belongs to the host page.

    What is told is one number, and the host gets it only from the frame's own origin.
    """
    page, inside = framed("/?embed=true&role=mentor", script=HEIGHT + HEARD, height=300)
    drawn(inside)
    page.wait_for_function("() => document.querySelector('iframe').offsetHeight > 600")
    page.wait_for_timeout(1000)
    ours = page.evaluate("() => heard.filter(([, data]) => data?.type === 'karriarkartan:height')")
    assert {origin for origin, _ in ours} == {page.frames[1].evaluate("() => location.origin")}
    assert all(set(data) == {"type", "height"} and isinstance(data["height"], int) for _, data in ours)
    high = page.evaluate("() => document.querySelector('iframe').offsetHeight")
    assert high < 8000
    page.wait_for_timeout(1000)
    assert abs(page.evaluate("() => document.querySelector('iframe').offsetHeight") - high) < 5  # it has come to rest
    assert (
        page.frames[1].evaluate(
            "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollHeight - main.clientHeight }"
        )
        <= 2
    )
    page.mouse.move(500, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => scrollY > 200")


def test_statement_is_as_high_as_its_text_too(framed: Framed) -> None:
    """The page that every other leads to has a script only here, and only for this."""
    page, inside = framed("/om/tillganglighet?embed=true", script=HEIGHT, height=300)
    expect(inside.locator("h1")).to_be_visible()
    page.wait_for_function("() => document.querySelector('iframe').offsetHeight > 600")
    assert page.frames[1].evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 2


def test_frame_that_keeps_our_origin_from_us_says_so(framed: Framed, framable: Server) -> None:
    """Where the host's sandbox stops Streamlit: a sentence, the page in a window of its own, and the map that works there."""
    framable.until("/embed", lambda answer: answer.status == 200)
    _, inside = framed("/samtal?embed=true&role=mentor", sandbox='sandbox="allow-scripts allow-popups"')
    expect(inside.get_by_text("tillåter inte det som kartan behöver")).to_be_visible(timeout=3_000)
    window = inside.get_by_role("link", name="Öppna kartan i ett eget fönster")
    assert urlsplit(window.get_attribute("href") or "")[2:4] == ("/samtal", "role=mentor")
    expect(window).to_have_attribute("target", "_blank")
    inside.get_by_role("link", name="Hela kartan som en fil").click()
    expect(inside.locator("button.box").first).to_be_visible()


def test_download_works_in_a_frame(framed: Framed) -> None:
    """The model can be taken home from the page about it."""
    page, inside = framed("/om?embed=true&part=data")
    with page.expect_download() as coming:
        inside.locator('a[href^="model.csv"]').click()
    assert coming.value.suggested_filename == "karriarkartan.csv"


def test_talk_takes_and_loads_a_file_on_another_site(framed: Framed) -> None:
    """Streamlit's own upload would be refused there (its cookie is not sent); the talk's own way needs none."""
    page, inside = framed("/samtal?embed=true", height=1000)
    inside.locator(".talk:not([aria-busy])").wait_for()
    inside.locator('[data-do="example"]').click()
    inside.locator(".steps").get_by_role("link", name="Gapet").click()
    inside.locator('[data-list="gaps"] > [data-row]').first.wait_for()
    inside.locator(".steps").get_by_role("link", name="Ta med").click()
    with page.expect_download() as coming:
        inside.locator('[data-file="pdf"]').click()
    file = {"name": "utvecklingsplan.pdf", "mimeType": "application/pdf", "buffer": coming.value.path().read_bytes()}
    page, inside = framed("/samtal?embed=true", height=1000)
    inside.locator(".talk:not([aria-busy])").wait_for()
    inside.locator("[data-load]").set_input_files(file)  # type: ignore[arg-type]
    expect(inside.locator('section[data-part="looking_back"]')).to_be_visible()


def test_about_gives_the_code_that_frames_the_map(browser: Browser, framable: Server) -> None:
    """The code has an address that works, a title, and leave to copy links; a button copies it, another shows it."""
    context = browser.new_context(
        locale="sv-SE", permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{framable.address}/om?role=mentor")
    field = page.locator("#frame-app")
    expect(field).to_have_value(
        f'<iframe src="{framable.address}/?embed=true&amp;role=mentor" title="Karriärkartan: Mentor" width="100%" height="900" '
        'style="border: 0" allow="clipboard-write"></iframe>'
    )
    page.get_by_role("button", name="Kopiera koden").first.click()
    expect(page.get_by_text("Kopierad")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == field.input_value()
    assert "embed?role=mentor" in page.locator("#frame-embed").input_value()
    assert framable.address in page.locator("#frame-it").input_value()
    page.get_by_role("button", name="Visa här").first.click()
    expect(page.frame_locator(".shown iframe").locator("article.role .name").first).to_have_text("Mentor")
    context.close()
