/* What hangs loose, as a list that leads to the rows. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { flags } from "./flags.js";
import { named } from "./wording.js";
/** @import { Flag } from "./flags.js"
 * @import { UnitPage } from "./page.js" */

/** @param {UnitPage} page */
export function drawFlags(page) {
  const found = flags(page.graph).filter((one) => page.isSeen(page.row(one.item)));
  page.find("[data-loose-title]").textContent = say("What hangs loose ({n})", { n: found.length });
  const lines = found.length ? found.map((one) => line(page, one)) : [say("Nothing hangs loose.")];
  page.find("[data-loose]").replaceChildren(...lines.map((one) => element("li", {}, one)));
}

/** @param {UnitPage} page
 * @param {Flag} flag */
function line(page, { kind, item, level }) {
  const { words } = page.form;
  const sentence = fill(words.flag[kind], {
    text: named(page.row(item)),
    level: words.level[level ?? ""]?.toLowerCase(),
  });
  const told = { type: "button", class: "link", "data-jump": item, "data-flag": kind };
  return element("button", told, sentence);
}
