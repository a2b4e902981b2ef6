/* The whole form, drawn. */
import { drawChoices, furnishChoices } from "./choices.js";
import { drawDay } from "./day_fields.js";
import { follow } from "./follow.js";
import { drawGrowing, furnishGrowing } from "./growing.js";
import { drawNotices } from "./notices.js";
import { drawOffers } from "./offers.js";
import { LISTS } from "./plan.js";
import { bind, drawList } from "./rows.js";
import { furnishScreens } from "./screens.js";
/** @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page */
export function furnish(page) {
  page.furnish();
  furnishScreens(page);
  furnishGrowing(page);
  furnishChoices(page);
  draw(page);
}

/** @param {TalkPage} page */
export function draw(page) {
  bind(page.root, page.plan, page.form.region, ["since", "before", "during", "after"]);
  for (const field of page.all("[data-day]")) drawDay(page, field);
  drawChoices(page);
  for (const list of LISTS) drawList(page, list);
  drawOffers(page);
  drawNotices(page);
  drawGrowing(page);
  if (page.touched()) page.save();
}

/** The plan has changed as a whole.
 * @param {TalkPage} page */
export function redraw(page) {
  page.save();
  draw(page);
  follow(page);
}
