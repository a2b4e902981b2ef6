/* What the map offers for the choice: suggested activities, and supplements that may apply. */
import { say } from "../../../browser/scripts/base/words.js";
import { texts } from "./rows.js";
/** @import { TalkPage } from "./page.js"
 * @import { Item } from "./plan.js" */

/** @param {TalkPage} page */
export function drawOffers(page) {
  const taken = new Set(page.plan.activities.map((activity) => activity.id));
  const offered = (page.offers?.activities ?? []).filter((activity) => !taken.has(activity.id));
  const shown = offered.slice(0, page.shownOffers);
  page.find("[data-offered]").replaceChildren(...shown.map((activity) => suggestion(page, activity)));
  page.find("[data-only=offered]").hidden = !offered.length;
  const all = page.find("[data-do=all-offered]");
  all.hidden = shown.length === offered.length;
  all.textContent = say("Show all {n} suggestions", { n: offered.length });
  drawSupplements(page);
}

/** @param {TalkPage} page
 * @param {Item} activity */
function suggestion(page, activity) {
  const row = page.copy("[data-row=suggestion]");
  texts(row, "[data-text]", activity.what ?? "");
  texts(row, "[data-text-again]", `: ${activity.what}`);
  page.items.set(row, activity);
  return row;
}

/** @param {TalkPage} page */
function drawSupplements(page) {
  const rows = (page.offers?.supplements ?? []).map((supplement) => {
    const row = page.copy("[data-row=supplement]");
    const [name, ...roles] = supplement.name.split("\n");
    const said = { name, roles: roles.join(" "), stated: supplement.stated, condition: supplement.condition };
    for (const [place, text] of Object.entries(said)) texts(row, `[data-${place}]`, text);
    return row;
  });
  page.find("[data-supplements]").replaceChildren(...rows);
  page.find("[data-only=supplements]").hidden = !rows.length;
  page.find("[data-count=supplements]").textContent = say("Show {n}", { n: rows.length });
  page.find("[data-empty=supplements]").textContent = rows.length ? "" : whyNone(page);
}

/** @param {TalkPage} page */
function whyNone({ plan, offers }) {
  if (!plan.role) return say("Choose today’s role first.");
  return offers ? say("The map names no supplement for these roles.") : "";
}

/** @param {TalkPage} page */
export function showAllOffered(page) {
  const first = page.shownOffers;
  page.shownOffers = Number.POSITIVE_INFINITY;
  drawOffers(page);
  page.all("[data-offered] button")[first]?.focus();
}
