/* The map is there before Streamlit: this script, in the page itself, draws the head and the map above the place where
   Streamlit starts, lets it start when they are painted, and hands the map over when its component has come. */
import { element } from "../../../browser/scripts/base/dom.js";
import { at, tabMemory } from "./shared/component.js";

/** @import { Options, mount } from "../../../map/scripts/explorer.js"
 * @import { Head, default as drawn } from "./frame.js" */

/** @typedef {{ head: string, script: string, styles: string, model: string, streamlit: string[],
 *   embedded: boolean, links: Record<string, string>, page: Head }} Asked as `early_map.py` gives it */

/** @type {Asked} */
const asked = JSON.parse(document.querySelector("meta[name=karriarkartan]")?.getAttribute("content") ?? "");
const place = /** @type {HTMLElement} */ (document.querySelector(".early"));
const [top, map] = place.children;
const SPOKE = "karriarkartan.spoke"; // in the tab's memory: which of the links to another language was followed here
const tab = tabMemory();
const START = 100; // ms for a first press, before Streamlit's start keeps the browser busy
const painted = () => document.hidden || new Promise((done) => requestAnimationFrame(() => setTimeout(done, START)));

async function draw() {
  /** @type {[{ default: typeof drawn }, { mount: typeof mount }]} */
  const [{ default: head }, explore] = await Promise.all([import(at(asked.head)), import(at(asked.script))]);
  fetchStreamlit();
  drawHead(head, asked.page);
  const { embedded, links } = asked;
  const explorer = explore.mount(map.attachShadow({ mode: "open" }), {
    model: at(asked.model),
    styles: at(asked.styles),
    embedded,
    links,
    go: ({ page, query }) => location.assign(at(`${page || "./"}${query}`)),
  });
  await explorer.ready;
  return explorer;
}

/** Its links are followed as links. Another language means another page; focus goes along.
 * @param {typeof drawn} head
 * @param {Head} page */
function drawHead(head, page) {
  const host = /** @type {ShadowRoot} */ (top.shadowRoot);
  const spoken = page.others.map((one) => one.id);
  head({
    data: [page],
    parentElement: host,
    setTriggerValue() {},
    spoke: (id) => tab?.setItem(SPOKE, String(spoken.indexOf(id))),
  });
  const languages = /** @type {NodeListOf<HTMLElement>} */ (host.querySelectorAll(".language"));
  languages[Number(tab?.getItem(SPOKE) ?? -1)]?.focus();
  tab?.removeItem(SPOKE);
}

/* Its many files come after the map's few, and are there when it starts. */
function fetchStreamlit() {
  const link = (/** @type {string} */ href) => element("link", { rel: "modulepreload", crossorigin: "", href });
  document.head.append(...asked.streamlit.map(link));
}

const drawing = draw().catch(() => place.remove()); // then Streamlit draws everything itself
drawing.then(painted).then(() => import(at(asked.streamlit[0])));

globalThis.karriarkartan ??= {};
globalThis.karriarkartan.early = {
  /* Whether nobody but the browser can change page yet. */
  get alone() {
    return place.isConnected;
  },

  /* The map, moved to where it belongs, for the first who asks; nothing when there is none to be had. */
  async take(host, options) {
    const explorer = place.isConnected ? await drawing : null;
    if (!explorer || !place.isConnected) return null;
    const { scrollTop } = place;
    const held = top.shadowRoot?.activeElement?.textContent;
    place.classList.add("left"); // what is hidden takes no focus
    explorer.moveTo(host);
    place.remove();
    const main = document.querySelector("[data-testid=stMain]");
    if (main) main.scrollTop = scrollTop;
    if (held) globalThis.karriarkartan?.focusInHead?.(held);
    explorer.update(options);
    return explorer;
  },
};
