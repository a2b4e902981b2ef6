/* A page that does not come: the server could not make it, or the network stops websockets. It says so, offers a way on
   and is loaded again, a few times and not by everybody at once. Nothing can have been written on it yet. */
import { element } from "../../../browser/scripts/base/dom.js";
import { tabMemory } from "./shared/component.js";

/** @type {{ sentence: string, slow: string, again: string, ways: { href: string, text: string }[] }} */
const told = JSON.parse(document.querySelector("meta[name=late]")?.getAttribute("content") ?? "");
const TRIES = "karriarkartan.tries"; // in the tab's memory: how often this page was loaded again
const navigation = /** @type {PerformanceNavigationTiming | undefined} */ (
  performance.getEntriesByType("navigation")[0]
);
const answering = navigation?.responseStart ?? 0; // ms that the page itself took
const SLOW = 2_000; // ms from which the server answers slowly: each thing that is still to come may take as long
const LATE = 7_000; // ms until a visitor is told
const AGAIN = 10_000 + 8 * answering; // ms until it is tried again, and up to twice that
const MOST = 3;
const GREY = "[data-testid=stAppSkeleton]"; // what Streamlit shows while it waits, half a second after it has started
const SETTLED = 2_000; // ms after which that has come, if it comes
const tab = tabMemory();
const elements = () => [...document.querySelectorAll("[data-testid=stMain] [data-testid=stElementContainer]")];
const made = () =>
  document.querySelector(".early") || elements().some((one) => one.firstElementChild && !one.querySelector(GREY));

function tellAll() {
  const again = element("button", { type: "button", onclick: () => location.reload() }, told.again);
  const ways = told.ways.map(({ href, text }) => element("a", { href }, text));
  const box = element(
    "div",
    { class: "late", role: "alert" },
    element("p", {}, answering > SLOW ? told.slow : told.sentence),
    again,
    ...ways,
  );
  document.body.prepend(box);
  return box;
}

/** @param {HTMLElement | null} [box] what says that the page is late, once it does */
function look(box = null) {
  if (made() && performance.now() > SETTLED) {
    box?.remove();
    tab?.removeItem(TRIES);
    return;
  }
  setTimeout(look, 500, box ?? (performance.now() > LATE ? tryAgain() : null));
}

function tryAgain() {
  const tries = tab ? Number(tab.getItem(TRIES) ?? 0) : MOST; // who cannot count must not go on for ever
  const again = () => {
    if (made()) return;
    tab?.setItem(TRIES, String(tries + 1));
    location.reload();
  };
  if (tries < MOST) setTimeout(again, AGAIN * (1 + Math.random()));
  return tellAll();
}

look();
