"""Three replicas behind nginx: visitors spread, one replica dies under a visitor, all are renewed with a new model.

    python benchmarks/replicas.py

Prints what was seen; ends with 1 when something did not hold.
"""

from __future__ import annotations

import re
import shutil
import signal
import ssl
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/replicas.py`

from benchmarks.proxied import ROOT, Replica, free_port, proxy, replicas

COUNT = 3
VISITORS = 120
WITHIN = 5.0  # seconds in which a visitor must be able to go on
ASKED = ("/", "/om?lang=en", "/model.json", "/_stcore/health", "/embed", "/om/tillganglighet")
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname = False
UNCHECKED.verify_mode = ssl.CERT_NONE
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)


def ask(address: str, cookie: str = "", accept: str = "text/html") -> tuple[int, str, bytes]:
    """Return status, the cookie that was set, and the body; 0 when nobody answered."""
    headers = {"Accept": accept} | ({"Cookie": cookie} if cookie else {})
    try:
        with urlopen(Request(address, headers=headers), timeout=20, context=UNCHECKED) as answer:  # noqa: S310 - our own
            return answer.status, (answer.headers["Set-Cookie"] or "").partition(";")[0], answer.read()
    except HTTPError as fault:
        return fault.code, "", b""
    except (URLError, OSError):
        return 0, "", b""


def last_homes(log: Path, count: int, before: int) -> list[str]:
    """Return the replicas of the last so many requests, once nginx has written them down."""
    for _ in range(100):
        lines = log.read_text().splitlines() if log.exists() else []
        if len(lines) >= before + count:
            return [line.split()[0] for line in lines[-count:]]
        time.sleep(0.01)
    raise TimeoutError("nginx did not write down who answered.")


def written(log: Path) -> int:
    """Return how many requests nginx has written down."""
    return len(log.read_text().splitlines()) if log.exists() else 0


def spread(site: str, log: Path) -> Counter[str]:
    """Let many visitors come, each twice; return how many each replica got, and hold that each stayed."""
    homes: Counter[str] = Counter()
    for _ in range(VISITORS):
        before = written(log)
        _, cookie, _ = ask(f"{site}/om")
        ask(f"{site}/om", cookie)
        first, second = last_homes(log, 2, before)
        homes[first] += 1
        if first != second:
            raise AssertionError(f"a visitor was moved from {first} to {second}")
    return homes


def home_of(page: Page, site: str, log: Path) -> int:
    """Return the port of the replica that a browser's visitor is on."""
    cookie = next(one for one in page.context.cookies() if one.get("name") == "karriarkartan_share")
    time.sleep(0.5)  # let the browser's own requests be written first
    before = written(log)
    ask(f"{site}/om", f"karriarkartan_share={cookie.get('value')}")
    return int(last_homes(log, 1, before)[0].rpartition(":")[2])


def took(deed: Callable[[], object]) -> float:
    """Return how many seconds something took."""
    began = time.monotonic()
    deed()
    return time.monotonic() - began


def explore(page: Page, role: str) -> None:
    """Press a role on the map and wait for its card."""
    page.locator(f'button.box[data-role="{role}"]').click()
    page.locator(f'.card-pane article[data-role="{role}"]').wait_for(timeout=15_000)


def change_page(page: Page) -> None:
    """Follow the head's link to the comparison, which only a server can show, and come back."""
    page.locator("header nav").get_by_role("link").nth(2).click()
    page.wait_for_url("**/jamfor*", timeout=15_000)
    page.get_by_role("heading", level=1).get_by_text("Jämför").wait_for(timeout=15_000)


def new_page(browser: Browser, site: str, path: str) -> Page:
    """Open a page as a visitor of its own."""
    page = browser.new_context(
        ignore_https_errors=True, base_url=site, viewport={"width": 1440, "height": 900}, locale="sv-SE"
    ).new_page()
    page.goto(path)
    return page


def killed(browser: Browser, site: str, log: Path, made: list[Replica]) -> None:
    """Kill the replica under one visitor who explores and one who fills in a talk."""
    explorer = new_page(browser, site, "/?role=mentor")
    explorer.locator(".explorer:not([aria-busy])").wait_for()
    explore(explorer, "specialist")
    talker = new_page(browser, site, "/samtal")
    talker.locator(".talk:not([aria-busy])").wait_for()
    talker.locator('[data-do="example"]').click()
    talker.locator('[data-list="gaps"] > [data-row]').first.wait_for()
    note = talker.locator(".form textarea").first
    note.fill("skrivet före")
    homes = {home_of(page, site, log) for page in (explorer, talker)}
    for one in made:
        if one.port in homes:
            one.end(signal.SIGKILL)
    print(f"killed with SIGKILL: {len(homes)} of {COUNT} replicas, those under the two visitors")
    report("a role's card after the kill", took(lambda: explore(explorer, "mentor")), WITHIN)
    report("another page after the kill", took(lambda: change_page(explorer)), WITHIN)
    note.fill(f"{note.input_value()} och efter")
    report("the talk's PDF after the kill", took(lambda: take_file(talker)), WITHIN)
    if note.input_value() != "skrivet före och efter":
        raise AssertionError("what was written in the talk was lost")
    print("the talk's text is whole")
    for one in made:
        if one.process is None:
            one.start()


def take_file(page: Page) -> None:
    """Take the plan as a PDF."""
    with page.expect_download(timeout=15_000):
        page.locator('[data-file="pdf"]').click()


def report(what: str, seconds: float, most: float) -> None:
    """Print how long something took, and fail when it took too long."""
    print(f"{what}: {seconds:.2f} s (at most {most:.0f})")
    if seconds > most:
        raise AssertionError(f"{what} took {seconds:.2f} s")


class Passers:
    """Visitors who ask for pages all the time, in a thread, and count what they are answered."""

    def __init__(self, site: str) -> None:
        """Note where to ask."""
        self.site = site
        self.answers: Counter[int] = Counter()
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._walk, daemon=True)

    def _walk(self) -> None:
        for number in range(100_000):
            if self.ended.wait(0.05):
                return
            status, _, _ = ask(
                f"{self.site}{ASKED[number % len(ASKED)]}", f"karriarkartan_share={number * 7 % 256:02x}"
            )
            self.answers[status] += 1


def versions(site: str) -> Counter[str]:
    """Return which title of the model visitors of every share see."""
    found: Counter[str] = Counter()
    for share in range(0, 256, 8):
        _, _, body = ask(f"{site}/model.json", f"karriarkartan_share={share:02x}", "application/json")
        title = re.search(rb'"version": "([^"]*)"', body)
        found[title[1].decode() if title else "?"] += 1
    return found


def renewed(browser: Browser, site: str, made: list[Replica], model: Path) -> None:
    """Start the replicas again one by one with a new model, while visitors walk through the pages."""
    page = new_page(browser, site, "/")
    page.locator(".explorer:not([aria-busy])").wait_for()
    before, passers = versions(site), Passers(site)
    passers.thread.start()
    for one in made:
        one.end()
        one.model = model
        one.start()
        explore(page, "mentor")
        explore(page, "specialist")
    passers.ended.set()
    passers.thread.join(30)
    after = versions(site)
    page.reload()
    page.locator(".explorer:not([aria-busy])").wait_for()
    print(
        f"rolling restart: {sum(passers.answers.values())} answers by status {dict(passers.answers)}; model {dict(before)} → {dict(after)}"
    )
    if set(passers.answers) != {200} or set(after) != {"9999.1"}:
        raise AssertionError("somebody saw an error page or the old model")


def new_model(folder: Path) -> Path:
    """Return a copy of the model with another version."""
    copied = Path(shutil.copytree(ROOT / "data", folder / "new")) / "roles.yaml"
    copied.write_text(
        re.sub(r'(?m)^  version: "[^"]*"', '  version: "9999.1"', copied.read_text("utf-8"), count=1), "utf-8"
    )
    return copied


def main() -> int:
    """Run all three and return 0, or 1 when something did not hold."""
    with tempfile.TemporaryDirectory() as home, replicas(COUNT, ROOT / "data" / "roles.yaml", Path(home)) as made:
        folder = Path(home)
        log = folder / "access.log"
        with proxy(folder, [one.port for one in made], free_port()) as site, sync_playwright() as play:
            print(
                f"{VISITORS} visitors, each twice: {sorted(spread(site, log).values())} by replica; each stayed on its own"
            )
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            try:
                killed(browser, site, log, made)
                renewed(browser, site, made, new_model(folder))
            finally:
                browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
