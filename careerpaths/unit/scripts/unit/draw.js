/* The whole page, drawn. */
import { today, writtenDay } from "../../../browser/scripts/base/days.js";
import { say } from "../../../browser/scripts/base/words.js";
import { drawChosen, drawColumns } from "./chain.js";
import { drawCauses, furnishCounts } from "./leaving.js";
import { drawLists, onMap } from "./list.js";
import { drawFlags } from "./loose.js";
import { drawRemoved } from "./removed.js";
/** @import { UnitPage } from "./page.js" */

/** @param {UnitPage} page */
export function furnish(page) {
  page.furnish();
  furnishCounts(page);
  if (new URLSearchParams(location.search).get("tab") === "table") page.openTable();
  draw(page);
}

/** @param {UnitPage} page */
export function draw(page) {
  drawView(page);
  drawLists(page);
  drawRemoved(page);
  drawCauses(page);
  drawDays(page);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (page.root.querySelectorAll("a[data-to][data-id]")))
    link.href = onMap(page, link.dataset.to ?? "", link.dataset.id ?? "");
  if (page.touched()) page.save();
}

/** Everything that follows what is typed at once: all but the list, where the typing is done.
 * @param {UnitPage} page */
export function drawView(page) {
  page.look();
  for (const radio of page.all("[data-direction]")) radio.checked = (radio.value === "turned") === page.turned;
  for (const radio of page.all("[data-level]")) radio.checked = radio.value === page.level;
  drawChosen(page);
  drawColumns(page);
  drawFlags(page);
}

/** Since when there is a plan, and when it was changed last.
 * @param {UnitPage} page */
function drawDays(page) {
  const { created, changed } = page.plan;
  const [day, later] = [created, changed ?? created].map((one) => writtenDay(one, page.form.region));
  const told = later === day ? say("Plan of {day}.", { day }) : say("Plan of {day}, changed {later}.", { day, later });
  page.find("[data-days]").textContent = page.touched() ? told : "";
}

/** Something was changed by hand: that is the plan's day now.
 * @param {UnitPage} page */
export function changed(page) {
  page.plan.changed = today();
  page.beside.unfiled = true;
  page.save();
  drawDays(page);
}
