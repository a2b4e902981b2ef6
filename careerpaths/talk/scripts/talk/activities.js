/* Activities: one's own and suggested ones are added, removed, and brought back. */
import { say } from "../../../browser/scripts/base/words.js";
import { drawOffers } from "./offers.js";
import { drawList, ownActivity } from "./rows.js";

/** @import { TalkPage } from "./page.js"
 * @import { Item } from "./plan.js" */

/** @param {TalkPage} page
 * @param {Item} item
 * @returns {boolean} whether there was room */
function add(page, item) {
  const { activities } = page.plan;
  if (activities.length >= page.form.limits.activities) {
    page.announce(say("The plan cannot hold more activities."));
    return false;
  }
  page.removed = null;
  activities.push(item);
  drawList(page, "activities");
  page.save();
  return true;
}

/** @param {TalkPage} page */
export function addOwn(page) {
  const item = { id: "", what: "", when: "", responsible: "" };
  if (!add(page, item)) return;
  page.announce(say("An activity of your own is added."));
  page.rows.get(item)?.querySelector("textarea")?.focus();
}

/** The next suggestion takes focus, so that several can be added one after the other.
 * @param {TalkPage} page
 * @param {HTMLElement} button */
export function addOffered(page, button) {
  const offers = /** @type {HTMLElement[]} */ ([...page.all("[data-offered] button")]);
  const at = offers.indexOf(button);
  const offered = page.items.get(button.closest("li") ?? button);
  if (!offered || !add(page, { id: offered.id, what: offered.what, when: "", responsible: "" })) return;
  drawOffers(page);
  page.announce(say("Added: {text}", { text: offered.what }));
  const left = page.all("[data-offered] button");
  (left[Math.min(at, left.length - 1)] ?? page.find("[data-do=own]")).focus();
}

/** @param {TalkPage} page
 * @param {HTMLElement} button */
export function remove(page, button) {
  const item = page.items.get(button.closest("[data-row]") ?? button);
  if (!item) return;
  const at = page.plan.activities.indexOf(item);
  page.plan.activities.splice(at, 1);
  page.removed = { item, at };
  drawAgain(page);
  page.find("[data-do=undo]").focus();
}

/** @param {TalkPage} page */
export function undo(page) {
  if (!page.removed) return;
  const { item, at } = page.removed;
  page.removed = null;
  page.plan.activities.splice(at, 0, item);
  drawAgain(page);
  page.announce(say("Back again: {text}", { text: item.what || ownActivity() }));
  const field = page.rows.get(item)?.querySelector("textarea, input");
  if (field instanceof HTMLElement) field.focus();
}

/** @param {TalkPage} page */
function drawAgain(page) {
  drawList(page, "activities");
  drawOffers(page);
  page.save();
}
