/* The single file in one language: its cards, words, sentences and roles, for the pages that are made from them. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";
/** @import { Prepared } from "../../map/scripts/explorer/model.js" */

/** @typedef {{ is: string, word: string, in: string }} Heading of a comparison; `in`: the card's heading above its lines */
/** @typedef {number[][][]} Common a list a heading of [place here, place there, 1 where the words differ]; then two lists of
 *   places: merits here that are required there, and the other way round */
/** @typedef {{ model: Prepared, words: Record<string, string>, headings: Heading[], sentences: string[],
 *   common: Common[][] }} Spoken what `single_file/document.py` writes of a language; `common` by two roles */

/** A language is kept as its differences from the first.
 * @param {any} first
 * @param {any} own
 * @returns {any} */
export function patched(first, own) {
  if (own === null || typeof own !== "object" || Array.isArray(own)) return own;
  const whole = Array.isArray(first) ? [...first] : { ...first };
  for (const [key, part] of Object.entries(own)) whole[key] = patched(first[key], part);
  return whole;
}

export class Book {
  /** @param {HTMLElement} part of the document
   * @param {Spoken} spoken */
  constructor(part, spoken) {
    this.words = spoken.words;
    this.headings = spoken.headings;
    this.sentences = spoken.sentences;
    this.common = spoken.common;
    const list = /** @type {HTMLElement} */ (part.querySelector("[data-list]"));
    for (const link of list.querySelectorAll(".basis a")) this.tell(link);
    const glossary = part.querySelector("[data-glossary]")?.innerHTML ?? "";
    this.model = { ...spoken.model, list: list.innerHTML, glossary };
    this.flatten(list);
    this.articles = new Map(
      [...part.querySelectorAll("article")].map((one) => [one.dataset.step ?? one.dataset.role ?? "", one]),
    );
    /** @type {HTMLElement[]} */
    this.questions = [...part.querySelectorAll("li")].filter((one) => one.dataset.roles !== undefined);
    this.place = new Map(this.model.roles.map((role, place) => [role.id, place]));
  }

  /** Beside the map a badge opens to what its source says; in the document it points to the list of sources.
   * @param {Element} link */
  tell(link) {
    const source = document.getElementById(link.getAttribute("href")?.slice(1) ?? "")?.cloneNode(true);
    link.replaceWith(element("span", { class: "paraphrase" }, ...(source?.childNodes ?? [])));
  }

  /** The map's cards have the words to explain; where lines are copied from they are plain text.
   * @param {HTMLElement} list */
  flatten(list) {
    for (const word of list.querySelectorAll("a[href*='_word.']")) word.replaceWith(...word.childNodes);
    list.normalize();
  }

  /** The card of a role or step.
   * @param {string} id
   * @returns {HTMLElement} */
  card(id) {
    const card = this.articles.get(id);
    if (!card) throw new Error(`no card is ${id}`);
    return card;
  }

  /** @param {string} id of a role or step */
  name(id) {
    return this.card(id).querySelector(".name")?.textContent ?? "";
  }

  /** What a query names, if there is such a role; only «step» names a step.
   * @param {URLSearchParams} query
   * @param {string} name */
  known(query, name) {
    const id = query.get(name) ?? "";
    return this.articles.has(id) && this.place.has(id) === (name !== "step") ? id : null;
  }

  /** @param {string} id of a role there is */
  at(id) {
    return this.place.get(id) ?? 0;
  }

  /** @param {string} role */
  short(role) {
    return this.model.roles[this.at(role)].short.replaceAll("\u00ad", "");
  }

  /** @param {string} role */
  isAssignment(role) {
    return this.model.roles[this.at(role)].kind === "assignment";
  }

  /** @param {Record<string, string>} query
   * @param {string} text */
  link(query, text) {
    return element("a", { href: `?${new URLSearchParams(query)}` }, text);
  }

  /** @param {string} text */
  count(text) {
    return element("span", { class: "count" }, text);
  }

  /** Names as a list in a sentence.
   * @param {string[]} names */
  listed(names) {
    return names.length < 2
      ? names.join()
      : fill(this.words.andLast, { first: names.slice(0, -1).join(", "), last: names.at(-1) });
  }

  /** @param {string} id
   * @param {string} heading */
  section(id, heading) {
    const sections = [...this.card(id).querySelectorAll("section")];
    return sections.find((one) => one.firstElementChild?.textContent === heading);
  }

  /** A copy of what a card says under some headings; a heading becomes a line, as it stands deeper here.
   * @param {string} id
   * @param {string[]} headings */
  copied(id, ...headings) {
    const copies = headings.flatMap((heading) => this.section(id, heading)?.cloneNode(true) ?? []);
    for (const copy of copies) {
      const heading = /** @type {Element} */ (copy).firstElementChild;
      heading?.replaceWith(element("p", { class: "function" }, heading.textContent));
    }
    return copies;
  }

  /** A copy of a part of a card, if it has that.
   * @param {string} id
   * @param {string} selector */
  part(id, selector) {
    return this.card(id).querySelector(selector)?.cloneNode(true) ?? "";
  }

  /** The lines of a role's card under a heading of the comparison; merits stand below a line of their own.
   * @param {string} role
   * @param {Heading} heading */
  lines(role, heading) {
    const merits = this.headings.find(({ is }) => is === "merits")?.word;
    const lists = [...(this.section(role, heading.in)?.querySelectorAll("ul") ?? [])];
    const apart = ["requires", "merits"].includes(heading.is);
    const asked = lists.filter(
      (list) => !apart || (list.previousElementSibling?.textContent === merits) === (heading.is === "merits"),
    );
    return asked.flatMap((list) => [...list.children]);
  }
}
