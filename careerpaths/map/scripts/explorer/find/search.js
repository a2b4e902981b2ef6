/* The search: everything that the map says, answered in the browser. */
import { element } from "../../../../browser/scripts/base/dom.js";
import { fill } from "../../../../browser/scripts/base/text.js";
import { Combobox } from "./combobox.js";
import { SearchIndex } from "./search_index.js";

/** @import { Model } from "../model.js"
 * @import { Doc, Group, Hit } from "./search_index.js" */

/** @extends {Combobox<Hit>} */
export class Search extends Combobox {
  /** @param {Model} model
   * @param {() => Doc[]} documents read when somebody first turns to the field
   * @param {(hit: Hit) => void} open */
  constructor({ words, found }, documents, open) {
    const { search: label, searchHint: hint, noHit: none } = words;
    super({ id: "search", list: "found", label, hint, none, class: "search" });
    this.box.setAttribute("role", "search");
    this.words = words;
    this.kinds = found;
    this.documents = documents;
    this.open = open;
    /** @type {SearchIndex | undefined} */
    this.index = undefined;
    this.awaited = false; // whether what is typed is to be answered when everything has been read
    this.hasty = false; // whether Enter was pressed before that
  }

  turnedTo() {
    if (!this.index) this.read();
    super.turnedTo();
  }

  /* Read everything, once; what is typed meanwhile is answered at the end. */
  async read() {
    const index = new SearchIndex(this.documents());
    this.index = index;
    await index.ready;
    if (!this.awaited) return;
    this.list();
    if (this.hasty && this.hits.length) this.choose(this.hits[0]);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    this.hasty = this.awaited && event.key === "Enter";
    super.key(event);
  }

  list() {
    if (!this.index) this.read();
    this.awaited = !this.index?.isReady;
    if (this.awaited) return;
    const groups = this.index?.find(this.input.value) ?? [];
    const hits = groups.flatMap((group) => group.hits);
    this.offer(
      hits,
      groups.map((group) => this.group(group, hits)),
    );
  }

  /** @param {Group} group
   * @param {Hit[]} all */
  group({ kind, hits }, all) {
    const name = element("div", { class: "found-kind", role: "presentation", id: `found-${kind}` }, this.kinds[kind]);
    const options = hits.map((hit) => this.option(hit, all.indexOf(hit), hit.opens.role, ...this.said(hit)));
    return element("div", { role: "group", "aria-labelledby": name.id }, name, ...options);
  }

  /** @param {Hit} hit */
  said({ name, text, place, by, more, lang }) {
    const said = name ? [name, by ? ` (${by})` : "", text ? `: ${text}` : ""] : [text ?? ""];
    const where = place && (more ? fill(this.words.alsoIn, { place, n: more }) : place);
    return [element("span", { class: "said", lang }, ...said), where ? element("span", { class: "place" }, where) : ""];
  }

  isOffering() {
    return this.awaited || super.isOffering();
  }

  close() {
    this.awaited = false;
    super.close();
  }
}
