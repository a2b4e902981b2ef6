/* What the filters leave out of cards and list. */
/** @import { Choice } from "./choice.js"
 * @import { Model } from "./model.js" */

/** Hide the steps of the kinds left out, what is then empty, and what is said of other levels.
 * @param {HTMLElement} root
 * @param {Choice} choice
 * @param {Model["levels"]} levels */
export function hideFiltered(root, { without, level }, levels) {
  const all = (/** @type {string} */ selector) =>
    /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector));
  for (const row of all("li[data-kind], div.kind, article.step")) row.hidden = without.has(row.dataset.kind ?? "");
  for (const section of all("section.next, section.ways")) section.hidden = !section.querySelector("li:not([hidden])");
  const known = levels.some(({ id }) => id === level);
  for (const part of all(".levels [data-level]")) part.hidden = known && part.dataset.level !== level;
}
