/* The card of what is chosen, or the welcome where nothing is. */
import { element } from "../../../../browser/scripts/base/dom.js";

/** @import { Articles } from "./articles.js"
 * @import { Choice } from "../choice.js"
 * @import { Model } from "../model.js" */

export class Card {
  /** @param {Model} model
   * @param {Articles} articles */
  constructor(model, articles) {
    this.model = model;
    this.articles = articles;
    this.pane = element("section", { class: "card-pane", "aria-label": model.words.card });
    /** @type {string | undefined} */
    this.shown = undefined; // the id of what is shown, "" for the welcome
  }

  /** Returns whether there is a card.
   * @param {Choice} choice */
  show(choice) {
    const article = this.articles.of(choice);
    const id = article ? (choice.step ?? choice.role ?? "") : "";
    if (this.shown === id) return !!article;
    this.shown = id;
    if (!article)
      this.pane.innerHTML = this.model.welcome; // written by Jinja2, escaped there
    else this.pane.replaceChildren(this.clearing(), this.articles.card(article));
    return !!article;
  }

  /** Whether the card says how its role hangs together, level by level. */
  hasLevels() {
    return !!this.pane.querySelector("[data-fold=levels]");
  }

  clearing() {
    return element("button", { type: "button", class: "link clear", "data-clear": "yes" }, this.model.words.clear);
  }

  /* What is shown was written with other links. */
  forget() {
    this.shown = undefined;
  }
}
