/* What stands above map, role or list: search, how the choice is seen, and filters. */
import { element } from "../../../browser/scripts/base/dom.js";
import { VIEWS } from "./choice.js";
/** @import { Choice, Seen } from "./choice.js"
 * @import { Model } from "./model.js" */

export class Toolbar {
  /** @param {Model} model
   * @param {HTMLElement} search */
  constructor(model, search) {
    this.model = model;
    const { words } = model;
    this.views = VIEWS.map((view) => element("button", { type: "button", "data-view": view }, words[view]));
    const views = element("div", { class: "views", role: "group", "aria-label": words.views }, ...this.views);
    this.pills = model.filters.map(({ kinds, word }) => {
      const told = { type: "button", class: "pill", "aria-pressed": "true", "data-filter": kinds.join(".") };
      return { kinds, button: element("button", told, word) };
    });
    const levels = model.levels.map(({ id, word }) => element("option", { value: id }, word));
    this.level = element("select", { id: "level" }, element("option", { value: "" }, words.allLevels), ...levels);
    this.levels = element("p", { class: "level" }, element("label", { for: "level" }, words.level), this.level);
    this.summary = element("summary", {}, words.filter);
    this.filters = this.folded();
    this.zoom = this.zooming();
    this.bar = element("div", { class: "tools" }, search, views, this.filters, this.zoom);
  }

  folded() {
    const { words } = this.model;
    const buttons = this.pills.map(({ button }) => button);
    const kinds = element("fieldset", {}, element("legend", {}, words.filters), ...buttons);
    const inside = element("div", { class: "filter-panel" }, kinds, this.levels);
    return element("details", { class: "filters" }, this.summary, inside);
  }

  zooming() {
    const { words } = this.model;
    const button = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {string} */ factor) =>
      element("button", { type: "button", "aria-label": name, "data-zoom": factor }, sign);
    const buttons = [
      button(words.zoomIn, "+", "1.25"),
      button(words.zoomOut, "−", "0.8"),
      button(words.zoomWhole, words.whole, "0"),
    ];
    return element("div", { class: "zoom", role: "group", "aria-label": words.zoom }, ...buttons);
  }

  /** @param {Choice} choice
   * @param {Seen} seen
   * @param {{ steps: boolean, levels: boolean }} held whether steps are shown, and anything level by level */
  show({ without, level }, seen, held) {
    const { model, views, pills, levels } = this;
    const known = model.levels.some(({ id }) => id === level) ? level : "";
    this.level.value = known;
    levels.hidden = !held.levels;
    this.filters.hidden = !held.steps;
    this.zoom.hidden = seen !== "map";
    for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === seen));
    const out = pills.filter(({ kinds }) => kinds.every((kind) => without.has(kind)));
    for (const pill of pills) pill.button.setAttribute("aria-pressed", String(!out.includes(pill)));
    const set = out.length + (held.levels && known ? 1 : 0);
    this.summary.textContent = set ? `${model.words.filter} (${set})` : model.words.filter;
  }

  /* Returns whether there was something to fold. */
  fold() {
    const { open } = this.filters;
    this.filters.open = false;
    if (open) this.summary.focus();
    return open;
  }
}
