/* A field in which one types, with a list of roles to choose from below it: the search, and the start's question. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill, plain } from "../../../browser/scripts/base/text.js";

/** @import { Match } from "./matching.js" */

/** @typedef {{ id: string, list: string, label: string, hint: string, none: string, class: string }} Named ids and words */

const LEAVING = 150; // ms that a click on the list may take after the field has lost focus

export class Combobox {
  /** @param {Named} named
   * @param {(typed: string) => Match[]} offered what there is to choose, the likeliest first
   * @param {(role: string) => void} picked */
  constructor(named, offered, picked) {
    this.named = named;
    this.offered = offered;
    this.picked = picked;
    this.marked = -1; // the place of the option that Enter takes
    this.input = element("input", {
      type: "text",
      id: named.id,
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: named.hint,
      "aria-expanded": "false",
      "aria-controls": named.list,
      "aria-autocomplete": "list",
    });
    const told = { id: named.list, class: "found", role: "listbox", "aria-label": named.label, hidden: true };
    this.found = element("ul", told);
    const label = element("label", { for: named.id, class: "only-heard" }, named.label);
    this.box = element("div", { class: `combobox ${named.class}` }, label, this.input, this.found);
    this.listen();
  }

  listen() {
    this.input.oninput = () => this.list();
    this.input.onclick = () => this.found.hidden && this.list();
    this.input.onfocus = () => this.input.value && this.found.hidden && this.list();
    this.input.onblur = () => setTimeout(() => this.input.matches(":focus") || this.close(), LEAVING);
    this.input.onkeydown = (event) => this.key(event);
  }

  list() {
    const hits = this.offered(this.input.value);
    const options = hits.map((hit, place) => this.option(hit, place));
    if (!hits.length && plain(this.input.value).trim()) options.push(this.nothing());
    this.found.replaceChildren(...options);
    this.found.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.mark(hits.length ? 0 : -1);
  }

  /** @param {Match} match
   * @param {number} place */
  option({ role, by }, place) {
    const also = by ? element("span", { class: "also" }, ` (${by})`) : "";
    const name = element("span", { lang: role.lang }, role.name);
    const id = `${this.named.list}-${place}`;
    const option = element("li", { role: "option", id, "aria-selected": "false", "data-role": role.id }, name, also);
    option.onmousedown = (event) => event.preventDefault();
    option.onclick = () => this.choose(role.id);
    return option;
  }

  nothing() {
    const told = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
    return element("li", told, fill(this.named.none, { text: this.input.value }));
  }

  /** @param {number} place */
  mark(place) {
    const options = [...this.found.querySelectorAll("[data-role]")];
    this.marked = options.length ? (place + options.length) % options.length : -1;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === this.marked));
    const marked = options[this.marked];
    marked?.scrollIntoView({ block: "nearest" });
    if (marked) this.input.setAttribute("aria-activedescendant", marked.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.found.hidden) this.list();
      else this.mark(this.marked + (event.key === "ArrowDown" ? 1 : -1));
      event.preventDefault();
    } else if (event.key === "Enter" && this.marked >= 0 && !this.found.hidden) {
      const option = /** @type {HTMLElement} */ (this.found.children[this.marked]);
      this.choose(option.dataset.role ?? "");
    } else if (event.key === "Escape" && !this.found.hidden) {
      this.close();
      event.stopPropagation();
    }
  }

  /** @param {string} role */
  choose(role) {
    this.input.value = "";
    this.close();
    this.picked(role);
  }

  close() {
    this.found.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
