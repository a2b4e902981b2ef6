/* The library's rows that the unit has taken away, each to bring back. */
import { element } from "../../../browser/scripts/base/dom.js";
import { say } from "../../../browser/scripts/base/words.js";
/** @import { UnitPage } from "./page.js" */

/** @param {UnitPage} page */
export function drawRemoved(page) {
  const ids = page.plan.removed.filter((id) => page.library.has(id));
  page.find("[data-gone]").hidden = !ids.length;
  page.find("[data-gone-title]").textContent = say("Removed rows of the library ({n})", { n: ids.length });
  page.find("[data-gone-rows]").replaceChildren(...ids.map((id) => line(page, id)));
}

/** @param {UnitPage} page
 * @param {string} id */
function line(page, id) {
  const row = page.library.get(id);
  const text = row?.text ?? "";
  const heard = element("span", { class: "only-heard" }, `: ${text}`);
  const back = element("button", { type: "button", class: "link", "data-back": id }, say("Bring back"), heard);
  return element("li", {}, element("span", { lang: row?.lang ?? null }, text), " ", back);
}
