/* Words of the glossary, explained where they stand. */
import { element } from "../../../../browser/scripts/base/dom.js";
import { fill } from "../../../../browser/scripts/base/text.js";
/** @import { Model } from "../model.js" */

export class Glossary {
  /** @param {Model} model */
  constructor(model) {
    this.name = model.words.explained; // longer than the word, which may also be a filter's
    this.store = element("template");
    this.store.innerHTML = model.glossary ?? ""; // written by Jinja2, escaped there
    const terms = [...this.store.content.querySelectorAll("dt")];
    this.terms = new Map(terms.map((term) => [term.id.split("_word.")[1], term]));
    /** @type {{ button: HTMLButtonElement, tip: HTMLElement } | undefined} */
    this.open = undefined;
  }

  /** Without script these are links to the glossary; here each is a button that opens its explanation.
   * @param {ParentNode} root */
  dress(root) {
    for (const link of root.querySelectorAll("a[href*='_word.']")) {
      const word = link.getAttribute("href")?.split("_word.")[1];
      const name = fill(this.name, { word: link.textContent });
      const told = { type: "button", class: "word", "data-word": word, "aria-expanded": "false", "aria-label": name };
      const button = element("button", told, ...link.childNodes);
      link.replaceWith(button);
      this.hold(button);
    }
  }

  /** A line may break beside a button: keep the comma that follows it from beginning the next line.
   * @param {HTMLElement} button */
  hold(button) {
    const next = button.nextSibling;
    const mark = next instanceof Text ? (/^\S*/.exec(next.data)?.[0] ?? "") : "";
    if (!(next instanceof Text) || !mark) return;
    next.data = next.data.slice(mark.length);
    const held = element("span", { class: "held" });
    button.replaceWith(held);
    held.append(button, mark);
  }

  /** Open the explanation below the line in which its word stands, or close it; return what it says.
   * @param {HTMLButtonElement} button */
  toggle(button) {
    const same = this.open?.button === button;
    this.close();
    const term = this.terms.get(button.dataset.word ?? "");
    if (same || !term) return "";
    const copies = (/** @type {Node | null} */ one) => [...(one?.cloneNode(true).childNodes ?? [])];
    const tip = element(
      "span",
      { class: "tip" },
      element("b", {}, ...copies(term), ":"),
      " ",
      ...copies(term.nextElementSibling),
    );
    button.closest("li, p, .line")?.append(tip);
    button.setAttribute("aria-expanded", "true");
    this.open = { button, tip };
    return tip.textContent;
  }

  /* Close what is open; return whether something was. */
  close() {
    const seen = this.open?.tip.checkVisibility() ?? false;
    this.open?.tip.remove();
    this.open?.button.setAttribute("aria-expanded", "false");
    this.open = undefined;
    return seen;
  }
}
