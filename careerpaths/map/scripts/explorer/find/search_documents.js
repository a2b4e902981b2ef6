/* What can be searched: roles, every line of their cards and of the steps', the glossary, the plan's rows and the pages. */
/** @import { Model } from "../model.js"
 * @import { Doc } from "./search_index.js" */

const LINES = "li, .line";
const PARTS = "article :is(section, .fold)"; // what a heading stands over
const LINKS = ".steps li"; // rows that only lead to another card
const BESIDE = ".basis, .tip, .answers"; // what stands in a line but is not what it says

/** @param {Model} model
 * @param {DocumentFragment} articles of every role and step
 * @param {HTMLElement[]} terms of the glossary, each before its meaning
 * @returns {Doc[]} */
export function documents(model, articles, terms) {
  const cards = [...articles.querySelectorAll("article")].flatMap((article) => partsOf(article));
  return [...model.roles.map(roleOf), ...terms.map(wordOf), ...cards, ...model.elsewhere];
}

/** @param {Model["roles"][number]} role
 * @returns {Doc} */
function roleOf({ id, name, aliases, lang }) {
  return { kind: "role", name, also: aliases, lang, opens: { role: id } };
}

/** @param {HTMLElement} term
 * @returns {Doc} */
function wordOf(term) {
  const lines = [term.nextElementSibling?.textContent ?? ""];
  return { kind: "word", name: term.textContent, lines, opens: { page: "om", query: "?part=glossary" } };
}

/** The lines of a card, those under one heading together.
 * @param {HTMLElement} article
 * @returns {Doc[]} */
function partsOf(article) {
  const { role, step } = article.dataset;
  const card = article.querySelector(".name")?.textContent ?? "";
  const rows = [...article.querySelectorAll(LINES)].filter((row) => !row.matches(LINKS) && !row.querySelector(LINES));
  const parts = Map.groupBy(rows, (row) => row.closest(PARTS));
  return [...parts].map(([part, lines]) => ({
    kind: "line",
    name: "",
    lines: lines.map(saidIn),
    place: [card, part?.querySelector("h3, h4, h5")?.textContent.trim()].filter(Boolean).join(" · "),
    opens: step ? { step } : { role },
  }));
}

/** What a line says, without its sources and marks.
 * @param {Element} row */
export function saidIn(row) {
  const copy = /** @type {Element} */ (row.cloneNode(true));
  for (const part of copy.querySelectorAll(BESIDE)) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
