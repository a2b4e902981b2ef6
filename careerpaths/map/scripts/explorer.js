/* The explorer: map, cards and list as one web component.
 *
 * Python has prepared everything: where boxes stand and lines run, and every card as finished, escaped HTML
 * (the list's articles are the cards). The scripts draw, select, move focus and keep the address. They never build
 * HTML from the address or from what a visitor types: such text goes in as text only.
 */
import { element } from "../../browser/scripts/base/dom.js";
import { fetchOnce } from "../../browser/scripts/base/fetch.js";
import { Address } from "./explorer/address.js";
import { Controller } from "./explorer/controller.js";
import { Input } from "./explorer/input.js";
import { indexed } from "./explorer/model.js";
import { View } from "./explorer/view.js";

/** @import { Links } from "./explorer/card/articles.js"
 * @import { Choice } from "./explorer/choice.js"
 * @import { Prepared } from "./explorer/model.js" */

const TOLD_AFTER = 250; // ms of quiet before a server hears what was picked

/**
 * @typedef {object} Options
 * @property {string | Prepared} model address of the prepared model (JSON), or the object itself (single-file edition)
 * @property {string} [styles] address of explorer.css, for a host that is a shadow root (absent: the page brings the rules)
 * @property {boolean} [embedded] inside a frame: the address is replaced, so the host page's Back button stays its own
 * @property {(choice: Pick<Choice, "role" | "step" | "view">) => void} [picked] called after the answer has been shown
 * @property {number} [patience] ms of quiet before that call (a server's: 250; a document's own script: 0)
 * @property {(place: { page: string, query: string }) => void} [go] called when a link to another page is followed
 *   (absent: the link is followed)
 * @property {string[]} [route] step ids to draw strong, for a page that shows one route: then there are no tools and no
 *   cards, the address is left alone, and a pressed role asks `go` for the map page
 * @property {Links} [links] addresses of other pages for a card: {routes, compare, talk}, all optional
 */

/**
 * Draw the explorer in a host. `ready` and what `update` returns are kept when it is drawn.
 *
 * @param {ShadowRoot} host
 * @param {Options} options
 */
export function mount(host, options) {
  const explorer = new Explorer(host, options);
  const ready = explorer.start();
  return {
    ready,
    update: (/** @type {Options} */ next) => explorer.update(next),
    moveTo: (/** @type {ShadowRoot} */ place) => explorer.moveTo(place),
    unmount: () => explorer.stop(),
  };
}

/* Its life in a host: what is seen is made anew for each model and language. */
class Explorer {
  /** @param {ShadowRoot} host
   * @param {Options} options */
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.address = new Address(options.embedded);
    this.root = element("div", { class: "explorer", "aria-busy": "true" });
    this.ended = new AbortController();
    this.telling = 0;
  }

  async start() {
    const { styles } = this.options;
    this.host.append(this.root);
    this.listen();
    await Promise.all([this.load(), styles ? this.addStyles(styles) : null]);
    await this.furnish();
  }

  listen() {
    const { signal } = this.ended;
    const printed = (/** @type {Event} */ { type }) => this.view?.print(type === "beforeprint");
    addEventListener("popstate", () => this.controller?.follow(), { signal });
    addEventListener("beforeprint", printed, { signal });
    addEventListener("afterprint", printed, { signal });
    const colours = matchMedia("(forced-colors: active)");
    colours.addEventListener("change", () => this.view?.show(this.view.choice), { signal });
  }

  /** @param {string} address */
  async addStyles(address) {
    const rules = new CSSStyleSheet();
    rules.replaceSync(await fetchOnce(address, (answer) => answer.text()));
    this.host.adoptedStyleSheets = [rules];
  }

  /** @returns {Promise<Prepared>} */
  async load() {
    const { model } = this.options;
    return typeof model === "string" ? fetchOnce(model, (answer) => answer.json()) : model;
  }

  /* Build the whole view, once for each model and language. */
  async furnish() {
    const model = indexed(await this.load());
    if (this.ended.signal.aborted) return;
    this.view?.end();
    this.view = new View(this.root, model, this.options, (choice, focus) => this.controller?.pick(choice, focus));
    this.controller = new Controller(this.view, this);
    new Input(this.view, this.controller, this);
    this.controller.follow();
    this.view.watch();
    this.root.removeAttribute("aria-busy");
  }

  /** @param {Options} options */
  async update(options) {
    const told = (/** @type {Options} */ { model, route }) => JSON.stringify([model, route]);
    const same = told(options) === told(this.options);
    this.options = options;
    if (!this.view) return;
    if (same) this.view.relink(options.links);
    else await this.furnish();
  }

  /** Say what was picked, when no other pick has followed for a while.
   * @param {Choice} choice */
  tell({ role, step, view }) {
    clearTimeout(this.telling);
    const told = () => this.options.picked?.({ role, step, view });
    this.telling = setTimeout(told, this.options.patience ?? TOLD_AFTER);
  }

  /** Go to another place in the page as it is; what has focus keeps it.
   * @param {ShadowRoot} host */
  moveTo(host) {
    const held = this.host.activeElement;
    host.adoptedStyleSheets = this.host.adoptedStyleSheets;
    host.append(this.root);
    this.host = host;
    if (held instanceof HTMLElement) held.focus({ preventScroll: true });
  }

  stop() {
    this.ended.abort();
    this.view?.end();
    this.root.remove();
  }
}
