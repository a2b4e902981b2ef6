/* What stands above the map: search, filters of steps, level, zoom, and the way to the list. */
import { element } from "../../../browser/scripts/base/dom.js";
/** @import { Choice } from "./choice.js"
 * @import { Model } from "./model.js" */

export class Toolbar {
  /** @param {Model} model
   * @param {HTMLElement} search */
  constructor(model, search) {
    this.model = model;
    this.pills = model.filters.map(({ kinds, word }) => {
      const told = { type: "button", class: "pill", "aria-pressed": "true", "data-filter": kinds.join(".") };
      return { kinds, button: element("button", told, word) };
    });
    const levels = model.levels.map(({ id, word }) => element("option", { value: id }, word));
    this.level = element("select", { id: "level" }, element("option", { value: "" }, model.words.allLevels), ...levels);
    this.filters = this.folded();
    this.view = element("button", { type: "button", class: "link", "data-view": "list" }, model.words.asList);
    this.bar = element("div", { class: "tools" }, search, this.filters, this.zoom(), this.view);
  }

  folded() {
    const words = this.model.words;
    const buttons = this.pills.map(({ button }) => button);
    const kinds = element("fieldset", {}, element("legend", { class: "only-heard" }, words.filters), ...buttons);
    const level = element("span", { class: "level" }, element("label", { for: "level" }, words.level), this.level);
    return element("details", { class: "filters", open: true }, element("summary", {}, words.filter), kinds, level);
  }

  zoom() {
    const words = this.model.words;
    const button = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {string} */ factor) =>
      element("button", { type: "button", "aria-label": name, "data-zoom": factor }, sign);
    const buttons = [
      button(words.zoomIn, "+", "1.25"),
      button(words.zoomOut, "−", "0.8"),
      button(words.zoomWhole, words.whole, "0"),
    ];
    return element("div", { class: "zoom", role: "group", "aria-label": words.zoom }, ...buttons);
  }

  /** @param {Choice} choice */
  show({ view, without, level }) {
    this.level.value = this.model.levels.some(({ id }) => id === level) ? level : "";
    for (const { kinds, button } of this.pills)
      button.setAttribute("aria-pressed", String(!kinds.every((kind) => without.has(kind))));
    this.view.textContent = view === "list" ? this.model.words.asMap : this.model.words.asList;
    this.view.dataset.view = view === "list" ? "map" : "list";
  }
}
