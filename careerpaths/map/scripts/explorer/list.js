/* The list: every role and step as one text; made when it is first shown. */
import { element } from "../../../browser/scripts/base/dom.js";
/** @import { Articles } from "./articles.js"
 * @import { Choice } from "./choice.js" */

export class List {
  /** @param {Articles} articles */
  constructor(articles) {
    this.articles = articles;
    this.pane = element("div", { class: "list-pane", hidden: true });
  }

  /** @param {boolean} open */
  show(open) {
    this.pane.hidden = !open;
    if (open && !this.pane.firstChild) this.pane.append(this.articles.list());
  }

  /** @param {Choice} choice */
  mark({ role, step }) {
    for (const article of this.pane.querySelectorAll("article")) {
      const { dataset } = article;
      article.classList.toggle("current", dataset.step ? dataset.step === step : dataset.role === role);
    }
  }

  /* What is shown was written with other links. */
  forget() {
    this.pane.replaceChildren();
  }
}
