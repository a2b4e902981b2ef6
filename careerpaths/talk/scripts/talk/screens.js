/* The five parts of the form: one is shown at a time, or all of them. Which one stands in the address (`part=3`). What is
   not shown stays in the document, so that memory, files and papers have it. */
import { element, isPlainClick } from "../../../browser/scripts/base/dom.js";

/** @import { TalkPage } from "./page.js" */

const FIRST = "1";
const ALL = "all";

/** @param {TalkPage} page */
const screens = (page) => [...page.all("[data-screen]")];

/** @param {TalkPage} page */
function asked(page) {
  const part = new URLSearchParams(location.search).get("part") ?? FIRST;
  return part === ALL || screens(page).some((one) => one.dataset.screen === part) ? part : FIRST;
}

/** @param {string} part */
export function placeOf(part) {
  const query = new URLSearchParams(location.search);
  if (part === FIRST) query.delete("part");
  else query.set("part", part);
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}

/** @param {TalkPage} page */
export function furnishScreens(page) {
  const steps = screens(page).map(({ dataset, firstElementChild }) => {
    const link = element("a", { "data-open": dataset.screen }, firstElementChild?.textContent ?? "");
    return element("li", {}, link);
  });
  page.find("[data-steps]").replaceChildren(...steps);
  show(page, asked(page));
}

/** @param {TalkPage} page
 * @param {string} part */
function show(page, part) {
  page.root.dataset.shown = part;
  const all = screens(page);
  const at = all.findIndex((one) => one.dataset.screen === part);
  for (const one of all) one.hidden = part !== ALL && one.dataset.screen !== part;
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (page.all("a[data-open]"))) {
    link.setAttribute("href", placeOf(link.dataset.open ?? FIRST));
    if (!link.closest(".steps")) continue;
    if (link.dataset.open === part) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  page.find("[data-do=previous]").hidden = at < 1;
  page.find("[data-do=next]").hidden = at < 0 || at === all.length - 1;
}

/** A part is asked for: it is shown, stands in the address, and has focus.
 * @param {TalkPage} page
 * @param {string} part */
export function open(page, part) {
  history.pushState(history.state, "", placeOf(part));
  arriveAt(page, part);
}

/** @param {TalkPage} page
 * @param {string} part */
function arriveAt(page, part) {
  show(page, part);
  page.find(part === ALL ? "h1" : `[data-screen="${part}"] > h2`).focus({ preventScroll: true });
  page.find(".steps").scrollIntoView({ block: "start" });
}

/** @param {TalkPage} page
 * @param {number} by */
export function turn(page, by) {
  open(page, String(Number(asked(page)) + by));
}

/** Something must be seen: its part opens. Back leads to where one was.
 * @param {TalkPage} page
 * @param {Element} what */
export function reveal(page, what) {
  const screen = what.closest("[data-screen]");
  if (!(screen instanceof HTMLElement) || !screen.hidden) return;
  const part = screen.dataset.screen ?? FIRST;
  history.pushState(history.state, "", placeOf(part));
  show(page, part);
}

/** Links to parts, and the browser's Back.
 * @param {TalkPage} page */
export function hearScreens(page) {
  page.root.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[data-open]");
    if (!(link instanceof HTMLElement) || !isPlainClick(event)) return;
    event.preventDefault();
    open(page, link.dataset.open ?? FIRST);
  });
  const back = () => {
    if (page.stopped) removeEventListener("popstate", back);
    else arriveAt(page, asked(page));
  };
  addEventListener("popstate", back);
}
