/* What is said of each role and step: one article, as a card or in the list. */
import { element } from "../../../../browser/scripts/base/dom.js";
import { fill } from "../../../../browser/scripts/base/text.js";
import { Glossary } from "./glossary.js";
/** @import { Model } from "../model.js" */

/** @typedef {{ role: string | null, step: string | null }} Asked */
/** @typedef {Record<string, string>} Links addresses of other pages by the name of their text, with "{role}" in them */

export class Articles {
  /** @param {Model} model
   * @param {Links} [links] */
  constructor(model, links = {}) {
    this.model = model;
    this.links = links;
    this.glossary = new Glossary(model);
    /** @type {ReturnType<Articles["make"]> | undefined} */
    this.made = undefined;
  }

  /** All articles; made when the first is asked for, or when the map has been painted: it can be pressed the sooner. */
  get store() {
    this.made ??= this.make();
    return this.made;
  }

  make() {
    const template = element("template");
    template.innerHTML = this.model.list; // written by Jinja2, escaped there
    const { content } = template;
    this.glossary.dress(content);
    const articles = /** @type {HTMLElement[]} */ ([...content.querySelectorAll("article")]);
    const known = (/** @type {"role" | "step"} */ name) =>
      new Map(articles.map((article) => [article.dataset[name], article]));
    return { content, role: known("role"), step: known("step") };
  }

  /** The article of a role or a step, if there is one.
   * @param {Asked} asked */
  of({ role, step }) {
    return step ? this.store.step.get(step) : role ? this.store.role.get(role) : undefined;
  }

  /** One article as a card: its name is the heading under the page's, no ids (the list has them), its links added.
   * @param {HTMLElement} original */
  card(original) {
    const article = /** @type {HTMLElement} */ (original.cloneNode(true));
    const deeper = Number(article.querySelector(".name")?.tagName[1]) - 2;
    for (const heading of article.querySelectorAll("h3, h4, h5")) this.lift(heading, deeper);
    for (const named of [article, ...article.querySelectorAll("[id]")]) named.removeAttribute("id");
    this.addActions(article);
    return article;
  }

  /** @param {Element} heading
   * @param {number} by how many levels */
  lift(heading, by) {
    const higher = document.createElement(`h${Number(heading.tagName[1]) - by}`);
    for (const { name, value } of heading.attributes) higher.setAttribute(name, value);
    higher.append(...heading.childNodes);
    heading.replaceWith(higher);
  }

  /** @param {HTMLElement} article */
  addActions(article) {
    const words = this.model.words;
    const { role, step } = article.dataset;
    const [start, end] = step?.split(".") ?? [role, ""];
    const offered = Object.entries(this.links).filter(([name]) => !step || name !== "embed");
    const links = offered.map(([name, address]) => {
      const href = fill(address, { role: start, other: end });
      return element("a", { href, "data-page": address.split("?")[0] }, words[name]);
    });
    const copied = step ? `?step=${step}` : `?role=${role}`;
    const copy = element("button", { type: "button", class: "link", "data-copy": copied }, words.copyLink);
    article.querySelector(".actions")?.append(...links, copy);
    article.querySelector(".rests")?.append(...this.lineFilters(article));
  }

  /** Where all lines are of one sort there is nothing to choose.
   * @param {HTMLElement} article */
  lineFilters(article) {
    const words = this.model.words;
    if (!article.querySelector(".example") || !article.querySelector(".sourced")) return [];
    return [
      ["sourced", words.onlySourced],
      ["example", words.onlyExamples],
    ].map(([lines, word]) => element("button", { type: "button", class: "link", "data-lines": lines }, word));
  }

  list() {
    const whole = element("div", { class: "list" });
    whole.append(this.store.content.cloneNode(true));
    for (const article of whole.querySelectorAll("article")) this.addActions(article);
    const open = { type: "button", class: "link", "data-open-all": "yes", "aria-pressed": "false" };
    whole.querySelector(".about-list")?.append(" ", element("button", open, this.model.words.openAll));
    return whole;
  }
}
