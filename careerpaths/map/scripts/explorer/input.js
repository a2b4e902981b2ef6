/* What a visitor does with mouse and keys, and what it means. */
import { element, isPlainClick } from "../../../browser/scripts/base/dom.js";
import { fill } from "../../../browser/scripts/base/text.js";
import { VIEWS } from "./choice.js";
import { carried } from "./pages.js";
/** @import { Controller, Owner } from "./controller.js"
 * @import { View } from "./view.js" */

export class Input {
  /** @param {View} view
   * @param {Controller} controller
   * @param {Pick<Owner, "options">} owner */
  constructor(view, controller, owner) {
    this.view = view;
    this.controller = controller;
    this.owner = owner;
    view.root.onclick = (event) => this.clicked(event);
    view.root.onkeydown = (event) => this.key(event);
    view.map.pane.onkeydown = (event) => this.walkKey(event, view.map);
    view.from.drawing.onkeydown = (event) => this.walkKey(event, view.from);
    const { level } = view.toolbar;
    level.onchange = () => controller.choose({ level: level.value });
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    const { filters } = this.view.toolbar;
    if (!filters.contains(target)) filters.open = false;
    /** @type {HTMLAnchorElement | null} */
    const link = target.closest("a[data-role], a[data-step], a[data-page]");
    if (link && isPlainClick(event)) return this.followed(link, event);
    const button = target.closest("button");
    if (button) this.pressed(button);
  }

  /** @param {HTMLAnchorElement} link
   * @param {MouseEvent} event */
  followed(link, event) {
    const { page, step, role } = link.dataset;
    const { go } = this.owner.options;
    if (page !== undefined && !go) return;
    event.preventDefault();
    if (page !== undefined) go?.({ page, query: carried(page, link.search, location.search) });
    else this.controller.pick(step ? { step } : { role: role ?? "" }, "card");
  }

  /** @param {HTMLButtonElement} button */
  pressed(button) {
    const { filter, zoom, view, far, copy, word, clear, lines } = button.dataset;
    if (filter) this.controller.toggle(filter.split("."));
    else if (zoom) this.zoom(Number(zoom));
    else if (view) this.controller.choose({ view: VIEWS.find((one) => one === view) });
    else if (far) this.controller.choose({ far: far === "2" });
    else if (copy) this.copy(button, copy);
    else if (word) this.view.announce(this.view.articles.glossary.toggle(button));
    else if (clear) this.controller.clear();
    else if (lines) this.controller.showLines(lines);
  }

  /** @param {number} factor */
  zoom(factor) {
    const percent = this.view.map.zoomBy(factor);
    this.view.announce(fill(this.view.model.words.zoomed, { percent }));
  }

  /** Escape ends the nearest thing: the open filters, an open explanation, else the choice.
   * @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Escape") return;
    const { toolbar, articles } = this.view;
    const inFilters = event.target instanceof Node && toolbar.filters.contains(event.target);
    const closed = (inFilters && toolbar.fold()) || articles.glossary.close();
    const { role, step } = this.controller.choice;
    if (!closed && !role && !step) return;
    event.preventDefault();
    if (!closed) this.controller.clear();
  }

  /** @param {KeyboardEvent} event
   * @param {{ walk: (key: string) => boolean | undefined }} place */
  walkKey(event, place) {
    const onBox = event.target instanceof Element && event.target.closest("button.box, .stop");
    if (!onBox || event.ctrlKey || event.altKey || event.metaKey) return;
    const moved = place.walk(event.key);
    if (moved === undefined) return;
    event.preventDefault();
    if (!moved) this.view.announce(this.view.model.words.noWay);
  }

  /** Copy the address of a card; where the browser does not let us it stands in a field.
   * @param {HTMLButtonElement} button
   * @param {string} address */
  async copy(button, address) {
    const { words, language } = this.view.model;
    const link = new URL(address, location.href);
    link.searchParams.set("lang", language);
    try {
      await navigator.clipboard.writeText(link.href);
      this.view.announce(words.copied);
      button.textContent = words.copied;
    } catch {
      const told = { type: "text", readonly: true, class: "address", value: link.href, "aria-label": words.copyByHand };
      button.replaceWith(element("input", told));
    }
  }
}
