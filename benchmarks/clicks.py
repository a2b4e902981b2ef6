"""From the press to the painted card: the explorer and the recipes, one press each in turn, in one browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Frame, Page, ViewportSize
from playwright.sync_api import Error as BrowserError

from benchmarks.recipes.shown import ROLES, colour
from benchmarks.served import ROOT, NotShownError
from careerpaths.model.model import Role

PROBE = Path(__file__).with_name("probe.js")
WINDOW: ViewportSize = {"width": 1440, "height": 900}
RECIPES = Path(__file__).with_name("recipes")
QUIET = 600  # ms between presses: longer than the explorer waits before it tells Python
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
UNMEASURED = 2  # presses before the counted ones
Point = tuple[float, float]


@dataclass
class Times:
    """What the presses of one app took, in ms from the release of the mouse button; `work` is processor time."""

    seen: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def add(self, answer: dict[str, float], slowest: float, work: float) -> None:
        """Note one press."""
        for name in ("seen", "painted", "settled"):
            getattr(self, name).append(answer[name] - answer["pointerup"])
        self.slowest.append(slowest)
        self.work.append(work)


@dataclass(frozen=True)
class Rival:
    """One way to show the model: its app, what it needs installed, its card's heading, and how to find a role."""

    name: str
    script: Path
    find: Callable[[Page, Role], Point]
    heading: str = "[data-testid=stMarkdownContainer] h2"
    needs: tuple[str, ...] = ()


def working(page: Page) -> CDPSession:
    """Start counting the processor time of a page's main thread: it stays the same on a busy machine."""
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    return tools


def worked(tools: CDPSession) -> float:
    """Return the processor time until now, in ms."""
    metrics = tools.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in metrics if one["name"] == "TaskDuration")


class Visitor:
    """One open page of an app, on which roles are pressed one after the other."""

    def __init__(self, rival: Rival, browser: Browser, address: str) -> None:
        """Open the page and wait until it is at rest."""
        self.rival = rival
        self.times = Times()
        self.page = browser.new_context(viewport=WINDOW).new_page()
        self.page.add_init_script(path=PROBE)
        self.tools = working(self.page)
        self.page.goto(address)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way that a press could be delayed by."""
        self.page.wait_for_timeout(QUIET)
        self.page.locator(IDLE).wait_for()

    def press(self, role: Role, counted: bool) -> None:
        """Press one role with the mouse, and note how long its card took."""
        self.page.bring_to_front()
        x, y = self.rival.find(self.page, role)
        self.page.mouse.move(x, y)
        self.rest()
        self.page.evaluate("([heading, name]) => probe.expect(heading, name)", [self.rival.heading, role.name])
        before = worked(self.tools)
        self.page.mouse.click(x, y)
        answer = self.page.evaluate("() => Promise.race([probe.answer, new Promise(done => setTimeout(done, 10000))])")
        if answer is None:
            raise NotShownError(f"no card for «{role.name}» within 10 s of the press")
        work = worked(self.tools) - before
        self.rest()
        if counted:
            self.times.add(answer, self.page.evaluate("() => probe.slowest()"), work)


def press_in_turn(visitors: list[Visitor], presses: int) -> dict[str, Times | str]:
    """Press every app's next role, round after round; an app that fails is left out, with the reason."""
    told: dict[str, Times | str] = {visitor.rival.name: visitor.times for visitor in visitors}
    for number in range(UNMEASURED + presses):
        for visitor in visitors:
            if isinstance(told[visitor.rival.name], str):
                continue
            try:
                visitor.press(ROLES[number % len(ROLES)], number >= UNMEASURED)
            except (BrowserError, NotShownError) as trouble:
                told[visitor.rival.name] = str(trouble).splitlines()[0]
    return told


# ── where each app shows a role ───────────────────────────────────────────────────────────────────────────────


def _on_the_map(page: Page, role: Role) -> Point:
    """Press near the box's upper left corner: a point that a drawing with crowded boxes covers last."""
    x, y = _corner(page, page.main_frame, f"button[data-role={role.id}]")
    return x + 14, y + 12


def _the_button(page: Page, role: Role) -> Point:
    return _middle(page, "[data-testid=stButton] button")


def _the_plain_button(page: Page, role: Role) -> Point:
    page.evaluate("(name) => (document.querySelector('button').value = name)", role.name)
    return _middle(page, "button")


def _in_the_select_box(page: Page, role: Role) -> Point:
    """Open the list and narrow it to the role (not measured); the press is the choice in the list."""
    page.locator("[data-testid=stSelectbox] input").fill(role.name)
    page.get_by_role("option", name=role.name, exact=True).wait_for()
    page.wait_for_timeout(QUIET)
    return _middle(page, f"[role=option]:has-text({role.name!r})")


def _in_agraph(page: Page, role: Role) -> Point:
    """Find the box in the picture by its colour, once a page, before anything is selected."""
    frame = _frame(page, "streamlit_agraph")
    canvas = _corner(page, frame, "canvas")
    spots = frame.evaluate(_SPOTS, {one.id: colour(one.id) for one in ROLES})
    return canvas[0] + spots[role.id][0], canvas[1] + spots[role.id][1]


_SPOTS = """(colours) => globalThis.spots ??= (() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = Object.fromEntries(Object.keys(colours).map((id) => [id, []]));
  const byColour = new Map(Object.entries(colours).map(([id, one]) => [parseInt(one.slice(1), 16), id]));
  for (let at = 0; at < data.length; at += 4) {
    const id = byColour.get((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    if (id) found[id].push([(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)]);
  }
  const median = (pixels, axis) => pixels.map((one) => one[axis]).sort((a, b) => a - b)[pixels.length >> 1];
  return Object.fromEntries(Object.entries(found).map(([id, pixels]) => [id, [median(pixels, 0), median(pixels, 1)]]));
})()"""


def _in_link_analysis(page: Page, role: Role) -> Point:
    frame = _frame(page, "st_link_analysis")
    corner = _corner(page, frame, "#cy")
    spot = frame.evaluate(_SPOT, role.id)
    return corner[0] + spot["x"], corner[1] + spot["y"]


# The panel about the last selection covers the first column; it goes when nothing is selected.
_SPOT = """(id) => {
  const { cy } = document.querySelector("#cy")._cyreg;
  cy.elements().unselect();
  return cy.getElementById(id).renderedPosition();
}"""


def _frame(page: Page, name: str) -> Frame:
    found = next((frame for frame in page.frames if f"/component/{name}" in frame.url), None)
    if found is None:
        raise NotShownError(f"the page has no frame of {name}")
    return found


def _corner(page: Page, frame: Frame, selector: str) -> Point:
    box = frame.locator(selector).first.bounding_box()
    if box is None:
        raise NotShownError(f"{selector} is not visible")
    return box["x"], box["y"]


def _middle(page: Page, selector: str) -> Point:
    place = page.locator(selector).first
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    if box is None:
        raise NotShownError(f"{selector} is not visible")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


EXPLORER = Rival("Karriärkartan: role on the map", ROOT / "app.py", _on_the_map, ".card-pane .name")
FLOOR = Rival("plain HTML button → heading, no Streamlit", RECIPES / "floor.html", _the_plain_button)
BUTTON = Rival("bare st.button → st.markdown", RECIPES / "bare_button.py", _the_button)
RECIPE_APPS = (
    Rival("pyvis in st.iframe + st.selectbox", RECIPES / "pyvis_selectbox.py", _in_the_select_box),
    Rival(
        "streamlit-agraph 0.0.45",
        RECIPES / "agraph.py",
        _in_agraph,
        needs=("streamlit-agraph==0.0.45", "rdflib==7.6.0", "pyparsing==3.3.3"),
    ),
    Rival(
        "st-link-analysis 0.4.0", RECIPES / "link_analysis.py", _in_link_analysis, needs=("st-link-analysis==0.4.0",)
    ),
)
