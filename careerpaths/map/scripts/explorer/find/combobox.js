/* A field in which one types, with a list below it to choose from: the search, and the question of the start. */
import { element } from "../../../../browser/scripts/base/dom.js";
import { fill, plain } from "../../../../browser/scripts/base/text.js";

/** @typedef {{ id: string, list: string, label: string, hint: string, none: string, class: string }} Named ids and words */

const LEAVING = 150; // ms that a click on the list may take after the field has lost focus

/** @template Hit */
export class Combobox {
  /** @param {Named} named */
  constructor(named) {
    this.named = named;
    /** @type {Hit[]} */
    this.hits = []; // in the order of the list
    this.marked = -1; // the place of the hit that Enter takes
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
    this.found = element("div", told);
    const label = element("label", { for: named.id, class: "only-heard" }, named.label);
    this.box = element("div", { class: `combobox ${named.class}` }, label, this.input, this.found);
    this.listen();
  }

  listen() {
    this.input.oninput = () => this.list();
    this.input.onfocus = () => this.turnedTo();
    this.input.onblur = () => setTimeout(() => this.input.matches(":focus") || this.close(), LEAVING);
    this.input.onkeydown = (event) => this.key(event);
  }

  turnedTo() {
    if (this.input.value && this.found.hidden) this.list();
  }

  /* Offer what is found by what is typed: each kind of field finds its own way, and says it with `offer`. */
  list() {}

  /** What a hit opens; each kind of field in its own way.
   * @param {Hit} _hit */
  open(_hit) {}

  /** @param {Hit[]} hits the likeliest first
   * @param {HTMLElement[]} shown with an `option` for each, in the same order */
  offer(hits, shown) {
    this.hits = hits;
    const nothing = !hits.length && plain(this.input.value).trim();
    this.found.replaceChildren(...(nothing ? [this.nothing()] : shown));
    this.found.hidden = !this.found.firstChild;
    this.input.setAttribute("aria-expanded", String(!this.found.hidden));
    this.mark(hits.length ? 0 : -1);
  }

  /** @param {Hit} hit
   * @param {number} place
   * @param {string | undefined} role that it opens, if it is one
   * @param {(Node | string)[]} said */
  option(hit, place, role, ...said) {
    const told = { role: "option", id: `${this.named.list}-${place}`, "aria-selected": "false", "data-role": role };
    const option = element("div", told, ...said);
    option.onmousedown = (event) => event.preventDefault();
    option.onclick = () => this.choose(hit);
    return option;
  }

  nothing() {
    const told = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
    return element("div", told, fill(this.named.none, { text: this.input.value }));
  }

  /** @param {number} place */
  mark(place) {
    const options = [...this.found.querySelectorAll("[role=option]:not(.none)")];
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
      this.choose(this.hits[this.marked]);
    } else if (event.key === "Escape" && this.isOffering()) {
      this.close();
      event.stopPropagation();
    }
  }

  /** Whether there is something for Escape to end. */
  isOffering() {
    return !this.found.hidden;
  }

  /** @param {Hit} hit */
  choose(hit) {
    this.input.value = "";
    this.close();
    this.open(hit);
  }

  close() {
    this.found.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
