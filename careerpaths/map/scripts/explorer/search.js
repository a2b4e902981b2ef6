/* The search: a combobox over names and aliases. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill, plain } from "../../../browser/scripts/base/text.js";
import { matches } from "./matching.js";

/** @import { Match } from "./matching.js"
 * @import { Model } from "./model.js" */

const LEAVING = 150; // ms that a click on the list may take after the field has lost focus

export class Search {
  /** @param {Model} model
   * @param {(role: string) => void} picked */
  constructor(model, picked) {
    this.model = model;
    this.picked = picked;
    this.marked = -1; // the place of the option that Enter takes
    const words = model.words;
    this.input = element("input", {
      type: "text",
      id: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: words.searchHint,
      "aria-expanded": "false",
      "aria-controls": "found",
      "aria-autocomplete": "list",
    });
    this.found = element("ul", { id: "found", role: "listbox", "aria-label": words.search, hidden: true });
    const label = element("label", { for: "search", class: "only-heard" }, words.search);
    this.box = element("div", { class: "search", role: "search" }, label, this.input, this.found);
    this.listen();
  }

  listen() {
    this.input.oninput = () => this.list();
    this.input.onfocus = () => this.input.value && this.found.hidden && this.list();
    this.input.onblur = () => setTimeout(() => this.input.matches(":focus") || this.close(), LEAVING);
    this.input.onkeydown = (event) => this.key(event);
  }

  list() {
    const hits = matches(this.model.roles, this.input.value);
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
    const told = { role: "option", id: `found-${place}`, "aria-selected": "false", "data-role": role.id };
    const option = element("li", told, name, also);
    option.onmousedown = (event) => event.preventDefault();
    option.onclick = () => this.choose(role.id);
    return option;
  }

  nothing() {
    const told = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
    return element("li", told, fill(this.model.words.noHit, { text: this.input.value }));
  }

  /** @param {number} place */
  mark(place) {
    const options = [...this.found.querySelectorAll("[data-role]")];
    this.marked = options.length ? (place + options.length) % options.length : -1;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === this.marked));
    if (this.marked >= 0) this.input.setAttribute("aria-activedescendant", `found-${this.marked}`);
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
