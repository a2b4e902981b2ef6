/* The folded parts of a card. Each stays as the visitor left it, by its heading, for every card and in the tab. */
/** @import { Choice } from "../choice.js" */

const KEY = "karriarkartan.unfolded";

export class Folding {
  /** @param {HTMLElement} root what holds the cards */
  constructor(root) {
    this.open = kept();
    root.addEventListener("click", (event) => this.clicked(event));
  }

  /** What a filter asks about is open: nobody sees its answer through a folded heading.
   * @param {ParentNode | undefined} within
   * @param {Choice} choice */
  apply(within, { lines, level }) {
    /** @type {NodeListOf<HTMLDetailsElement> | undefined} */
    const parts = within?.querySelectorAll(".fold");
    for (const part of parts ?? []) {
      const name = part.dataset.fold ?? "";
      part.open = !!lines || (!!level && name === "levels") || this.open.has(name);
    }
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    /** @type {HTMLElement | null} */
    const link = target.closest("a[data-jump]");
    if (link) return this.jump(link, event);
    const part = target.closest(".fold > summary")?.parentElement;
    if (part instanceof HTMLDetailsElement) this.keep(part, !part.open); // the browser opens or closes it after this
  }

  /** To a folded part of the same card.
   * @param {HTMLElement} link
   * @param {MouseEvent} event */
  jump(link, event) {
    const part = link.closest("article")?.querySelector(`[data-fold="${link.dataset.jump}"]`);
    if (!(part instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    part.open = true;
    this.keep(part, true);
    const summary = part.querySelector("summary");
    summary?.scrollIntoView({ block: "nearest" });
    summary?.focus();
  }

  /** @param {HTMLDetailsElement} part
   * @param {boolean} open */
  keep(part, open) {
    this.open[open ? "add" : "delete"](part.dataset.fold ?? "");
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...this.open]));
    } catch {
      // a frame that may keep nothing: it is known while the page is open
    }
  }
}

/** @returns {Set<string>} the names of the parts that are open */
function kept() {
  try {
    const names = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(names) ? names : []);
  } catch {
    return new Set();
  }
}
