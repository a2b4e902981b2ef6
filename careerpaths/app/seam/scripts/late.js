/* A page that does not come: the server could not make it, or the network stops websockets. It says so, offers a way on
   and is loaded again, a few times and not by everybody at once. Nothing can have been written on it yet. */
const told = JSON.parse(document.querySelector("meta[name=late]").content);
const TRIES = "karriarkartan.tries"; // in the tab's memory: how often this page was loaded again
const answering = performance.getEntriesByType("navigation")[0]?.responseStart ?? 0; // ms that the page itself took
const SLOW = 2_000; // ms from which the server answers slowly: what is still to come may take that long each
const LATE = 7_000; // ms until a visitor is told
const AGAIN = 10_000 + 8 * answering; // ms until it is tried again, and up to twice that
const MOST = 3;
const GREY = "[data-testid=stAppSkeleton]"; // what Streamlit shows while it waits, half a second after it has started
const SETTLED = 2_000; // ms after which that has come, if it comes
const tab = (() => { try { return sessionStorage; } catch { return null; } })(); // none where the browser keeps nothing
const elements = () => [...document.querySelectorAll("[data-testid=stMain] [data-testid=stElementContainer]")];
const made = () => document.querySelector(".early") || elements().some((one) => one.firstElementChild && !one.querySelector(GREY));
const element = (name, attributes, ...children) => {
  const one = Object.assign(document.createElement(name), attributes);
  one.append(...children);
  return one;
};

function tellAll() {
  const again = element("button", { type: "button", onclick: () => location.reload() }, told.again);
  const ways = told.ways.map(({ href, text }) => element("a", { href }, text));
  const box = element("div", { className: "late", role: "alert" }, element("p", {}, answering > SLOW ? told.slow : told.sentence), again, ...ways);
  document.body.prepend(box);
  return box;
}

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
  if (tries < MOST) {
    setTimeout(() => {
      if (made()) return;
      tab.setItem(TRIES, tries + 1);
      location.reload();
    }, AGAIN * (1 + Math.random()));
  }
  return tellAll();
}

look();
