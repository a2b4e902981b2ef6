/* What the filters leave out of cards and list. */
/** @import { Choice } from "../choice.js"
 * @import { Model } from "../model.js" */

/** Hide the steps of the kinds left out, what is then empty, and what is said of other levels; the lines with or
 * without a source are left out by the style sheet, which asks the root.
 * @param {HTMLElement} root
 * @param {Choice} choice
 * @param {Model["levels"]} levels */
export function hideFiltered(root, { without, level, lines }, levels) {
  const all = (/** @type {string} */ selector) =>
    /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector));
  for (const row of all("li[data-kind], div.kind, .row[data-kind], .leads [data-kind]"))
    row.hidden = without.has(row.dataset.kind ?? "");
  for (const part of all("section.next, [data-fold=ways]")) part.hidden = !part.querySelector("li:not([hidden])");
  const known = levels.some(({ id }) => id === level);
  for (const part of all("[data-fold=levels] [data-level]")) part.hidden = known && part.dataset.level !== level;
  for (const button of all("button[data-lines]"))
    button.setAttribute("aria-pressed", String(button.dataset.lines === lines));
}
