/* The whole form, drawn. */
import { element } from "../../../browser/scripts/base/dom.js";
import { drawChoices, furnishChoices } from "./choices.js";
import { drawDay } from "./day_fields.js";
import { follow } from "./follow.js";
import { drawNotices } from "./notices.js";
import { drawOffers } from "./offers.js";
import { LISTS } from "./plan.js";
import { bind, drawList } from "./rows.js";
/** @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page */
export function furnish(page) {
  page.furnish();
  page.find("[data-contents]").replaceChildren(...contents(page));
  furnishChoices(page);
  draw(page);
}

/** @param {TalkPage} page */
function contents(page) {
  return [...page.all("h2")].map((heading) => {
    const jump = { type: "button", class: "link", "data-jump": heading.id };
    const part = /** @type {HTMLElement | null} */ (heading.closest(".part"));
    return element("li", { "data-of": part?.dataset.part }, element("button", jump, heading.textContent ?? ""));
  });
}

/** @param {TalkPage} page */
export function draw(page) {
  bind(page.root, page.plan, page.form.region, ["since", "before", "during", "after"]);
  for (const field of page.all("[data-day]")) drawDay(page, field);
  drawChoices(page);
  for (const list of LISTS) drawList(page, list);
  drawOffers(page);
  drawNotices(page);
  if (page.touched()) page.save();
}

/** The plan has changed as a whole.
 * @param {TalkPage} page */
export function redraw(page) {
  page.save();
  draw(page);
  follow(page);
}
