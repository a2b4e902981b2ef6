/* The card of what is chosen, or the welcome where nothing is. */
import { afterPaint, element } from "../../../browser/scripts/base/dom.js";

/** @import { Articles } from "./articles.js"
 * @import { Choice } from "./choice.js"
 * @import { Model } from "./model.js" */

const LETTERS = 1 / 320; // of a card for each square px: more than are in sight at any width

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
    const room = innerHeight * this.pane.clientWidth * LETTERS;
    this.shown = id;
    if (!article)
      this.pane.innerHTML = this.model.welcome; // written by Jinja2, escaped there
    else this.pane.replaceChildren(this.clearing(), topFirst(this.articles.card(article), room));
    return !!article;
  }

  /** Whether the card says how its role hangs together, level by level. */
  hasLevels() {
    return !!this.pane.querySelector(".levels [data-level]");
  }

  clearing() {
    return element("button", { type: "button", class: "link clear", "data-clear": "yes" }, this.model.words.clear);
  }

  /* What is shown was written with other links. */
  forget() {
    this.shown = undefined;
  }
}

/** What is well below the window's edge is laid out when the top has been painted: half the time of a press.
 * @param {HTMLElement} article
 * @param {number} room how many letters are surely in sight */
function topFirst(article, room) {
  const letters = (/** @type {Element} */ part) => part.textContent.length;
  /** @type {Element[]} */
  const later = [];
  let above = 0;
  for (const part of article.children) {
    if (above > room && part.matches("section")) later.push(part);
    above += letters(part);
    for (const folded of part.querySelectorAll(".paraphrase")) above -= letters(folded);
  }
  for (const part of later) part.classList.add("later");
  afterPaint(() => {
    for (const part of later) part.classList.remove("later");
  });
  return article;
}
