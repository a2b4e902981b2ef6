/* The lists follow the choice of role and direction. */
import { tellAway } from "../../../browser/scripts/base/questions.js";
import { sentenceOf } from "../../../browser/scripts/base/server.js";
import { drawOffers } from "./offers.js";
import { choiceOf } from "./page.js";
import { goalIds, LISTS, merge } from "./plan.js";
import { drawList } from "./rows.js";
/** @import { TalkPage } from "./page.js" */

/** Ask the server what the choice brings, and let the lists follow. Every answer given stays.
 * @param {TalkPage} page */
export async function follow(page) {
  page.asking += 1;
  const asking = page.asking;
  const isLate = () => asking !== page.asking || page.stopped;
  const role = page.plan.role?.id ?? "";
  const choice = [page.form.language, role, page.plan.direction, ...goalIds(page.plan)].join(" ");
  try {
    const offers = role ? await page.server.offers(role, goalIds(page.plan)) : null;
    if (isLate()) return;
    page.offers = offers;
    tellAway(page, "offers", "");
    if (choice !== page.beside.asked) take(page, choice);
  } catch (fault) {
    if (!isLate()) tellAway(page, "offers", sentenceOf(fault), () => follow(page));
  }
  if (!isLate()) drawOffers(page);
}

/** @param {TalkPage} page
 * @param {string} choice */
function take(page, choice) {
  const spoken = page.plan.language !== page.form.language;
  merge(page.plan, page.offers, page.beside.said, spoken);
  if (spoken) translate(page);
  page.beside.asked = choice;
  for (const list of LISTS) drawList(page, list);
  if (page.touched()) page.save();
}

/** @param {TalkPage} page */
function translate({ plan, roles, offers, form }) {
  const offered = new Map(offers?.activities.map((activity) => [activity.id, activity.what]));
  for (const activity of plan.activities) activity.what = (activity.id && offered.get(activity.id)) || activity.what;
  for (const choice of [plan.role, ...plan.goals]) {
    const role = choice && roles.get(choice.id);
    if (role) Object.assign(choice, choiceOf(role));
  }
  plan.language = form.language;
  plan.model_version = form.version;
}
