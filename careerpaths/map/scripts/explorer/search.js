/* The search: a combobox over everything that the map says, answered in the browser. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill, plain } from "../../../browser/scripts/base/text.js";
import { SearchIndex } from "./search_index.js";

/** @import { Model } from "./model.js"
 * @import { Doc, Group, Hit } from "./search_index.js" */

const LEAVING = 150; // ms that a click on the list may take after the field has lost focus

export class Search {
  /** @param {Model} model
   * @param {() => Doc[]} documents read when somebody first turns to the field
   * @param {(hit: Hit) => void} open */
  constructor(model, documents, open) {
    this.words = model.words;
    this.kinds = model.found;
    this.documents = documents;
    this.open = open;
    /** @type {SearchIndex | undefined} */
    this.index = undefined;
    /** @type {Hit[]} */
    this.hits = []; // in the order of the list
    this.awaited = false; // whether what is typed is to be answered when everything has been read
    this.marked = -1; // the place of the hit that Enter takes
    this.input = element("input", {
      type: "text",
      id: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: this.words.searchHint,
      "aria-expanded": "false",
      "aria-controls": "found",
      "aria-autocomplete": "list",
    });
    this.found = element("div", { id: "found", role: "listbox", "aria-label": this.words.search, hidden: true });
    const label = element("label", { for: "search", class: "only-heard" }, this.words.search);
    this.box = element("div", { class: "search", role: "search" }, label, this.input, this.found);
    this.listen();
  }

  listen() {
    this.input.oninput = () => this.list();
    this.input.onfocus = () => this.turnedTo();
    this.input.onblur = () => setTimeout(() => this.input.matches(":focus") || this.close(), LEAVING);
    this.input.onkeydown = (event) => this.key(event);
  }

  turnedTo() {
    if (!this.index) this.read();
    if (this.input.value && this.found.hidden) this.list();
  }

  /* Read everything, once; what is typed meanwhile is answered at the end. */
  async read() {
    const index = new SearchIndex(this.documents());
    this.index = index;
    await index.ready;
    if (this.awaited) this.list();
  }

  list() {
    if (!this.index) this.read();
    this.awaited = !this.index?.isReady;
    if (this.awaited) return;
    const groups = this.index?.find(this.input.value) ?? [];
    this.hits = groups.flatMap(({ hits }) => hits);
    const shown = groups.map((group) => this.group(group));
    if (!shown.length && plain(this.input.value).trim()) shown.push(this.nothing());
    this.found.replaceChildren(...shown);
    this.found.hidden = !shown.length;
    this.input.setAttribute("aria-expanded", String(shown.length > 0));
    this.mark(this.hits.length ? 0 : -1);
  }

  /** @param {Group} group */
  group({ kind, hits }) {
    const name = element("div", { class: "found-kind", role: "presentation", id: `found-${kind}` }, this.kinds[kind]);
    return element("div", { role: "group", "aria-labelledby": name.id }, name, ...hits.map((hit) => this.option(hit)));
  }

  /** @param {Hit} hit */
  option(hit) {
    const { name, text, place, by, more, lang, opens } = hit;
    const said = name ? [name, by ? ` (${by})` : "", text ? `: ${text}` : ""] : [text ?? ""];
    const where = place && (more ? fill(this.words.alsoIn, { place, n: more }) : place);
    const told = {
      role: "option",
      id: `found-${this.hits.indexOf(hit)}`,
      "aria-selected": "false",
      "data-role": opens.role,
    };
    const parts = [
      element("span", { class: "said", lang }, ...said),
      where ? element("span", { class: "place" }, where) : "",
    ];
    const option = element("div", told, ...parts);
    option.onmousedown = (event) => event.preventDefault();
    option.onclick = () => this.choose(hit);
    return option;
  }

  nothing() {
    const told = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
    return element("div", told, fill(this.words.noHit, { text: this.input.value }));
  }

  /** @param {number} place */
  mark(place) {
    const options = [...this.found.querySelectorAll("[role=option]:not(.none)")];
    this.marked = options.length ? (place + options.length) % options.length : -1;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === this.marked));
    options[this.marked]?.scrollIntoView({ block: "nearest" });
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
      this.choose(this.hits[this.marked]);
    } else if (event.key === "Escape" && (this.awaited || !this.found.hidden)) {
      this.close();
      event.stopPropagation();
    }
  }

  /** @param {Hit} hit */
  choose(hit) {
    this.input.value = "";
    this.close();
    this.open(hit);
  }

  close() {
    this.awaited = false;
    this.found.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
