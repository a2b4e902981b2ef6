/* The single file in one language: its cards, words, sentences and roles, for the pages that are made from them. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";

/* A language is kept as its differences from the first. */
export function patched(first, own) {
  if (own === null || typeof own !== "object" || Array.isArray(own)) return own;
  const whole = Array.isArray(first) ? [...first] : { ...first };
  for (const [key, part] of Object.entries(own)) whole[key] = patched(first[key], part);
  return whole;
}

export class Book {
  constructor(part, spoken) {
    Object.assign(this, spoken); // model, words, sentences, common
    for (const link of part.querySelectorAll("[data-list] .basis a")) this.tell(link);
    const written = (selector) => part.querySelector(selector)?.innerHTML ?? "";
    this.model = { ...spoken.model, list: written("[data-list]"), glossary: written("[data-glossary]") };
    this.flatten(part.querySelector("[data-list]"));
    this.articles = new Map([...part.querySelectorAll("article")].map((article) => [article.dataset.step ?? article.dataset.role, article]));
    this.questions = [...part.querySelectorAll("li[data-roles]")];
    this.place = new Map(this.model.roles.map((role, place) => [role.id, place]));
  }

  /* Beside the map a badge opens to what its source says; in the document it points to the list of sources. */
  tell(link) {
    const source = document.getElementById(link.getAttribute("href").slice(1)).cloneNode(true);
    link.replaceWith(element("span", { class: "paraphrase" }, ...source.childNodes));
  }

  /* Where lines are copied from they are plain text, without words to explain. */
  flatten(list) {
    for (const word of list.querySelectorAll("a[href*='_word.']")) word.replaceWith(...word.childNodes);
    list.normalize();
  }

  /* The name of a role or step. */
  name(id) {
    return this.articles.get(id).querySelector(".name").textContent;
  }

  /* What a query names, if there is such a role; only «step» names a step. */
  known(query, name) {
    const id = query.get(name);
    return this.articles.has(id) && this.place.has(id) === (name !== "step") ? id : null;
  }

  short(role) {
    return this.model.roles[this.place.get(role)].short.replaceAll("\u00ad", "");
  }

  isAssignment(role) {
    return this.model.roles[this.place.get(role)].kind === "assignment";
  }

  link(query, text) {
    return element("a", { href: `?${new URLSearchParams(query)}` }, text);
  }

  count(text) {
    return element("span", { class: "count" }, text);
  }

  /* Names as a list in a sentence. */
  listed(names) {
    return names.length < 2 ? names.join() : fill(this.words.andLast, { first: names.slice(0, -1).join(", "), last: names.at(-1) });
  }

  /* What a card says under a heading, folded there or not. */
  section(id, heading) {
    const named = [...this.articles.get(id).querySelectorAll("section > :first-child, summary > :first-child")];
    return named.find((one) => one.textContent === heading)?.closest("section, .fold");
  }

  /* A copy of what a card says under some headings; a heading becomes a line, as it stands deeper here. */
  copied(id, ...headings) {
    const sections = headings.map((heading) => [heading, this.section(id, heading)]).filter(([, section]) => section);
    return sections.map(([heading, section]) => {
      const [, ...said] = section.cloneNode(true).children;
      return element("section", {}, element("p", { class: "function" }, heading), ...said);
    });
  }

  /* A list of requirements (sentences, by number), each as a card says it, with its source; plain where none does. */
  requirements(asked) {
    this.said ??= new Map([...this.articles.values()].flatMap((card) => [...card.querySelectorAll("li")].map((line) => [line.firstChild.textContent.trim(), line])));
    const line = (text) => this.said.get(text)?.cloneNode(true) ?? element("li", {}, text);
    return element("ul", {}, ...asked.map((one) => line(this.sentences[one])));
  }

  part(id, selector) {
    return this.articles.get(id).querySelector(selector).cloneNode(true);
  }

  /* The lines of a role's card under a heading of the comparison; merits stand below a line of their own. */
  lines(role, heading) {
    const merits = this.words.headings.find(({ is }) => is === "merits").word;
    const lists = [...(this.section(role, heading.in)?.querySelectorAll("ul") ?? [])];
    const apart = ["requires", "merits"].includes(heading.is);
    const asked = lists.filter((list) => !apart || (list.previousElementSibling?.textContent === merits) === (heading.is === "merits"));
    return asked.flatMap((list) => [...list.children]);
  }
}
