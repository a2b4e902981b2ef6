/* How rows are spoken of. */
import { writtenDay } from "../../../browser/scripts/base/days.js";
import { element } from "../../../browser/scripts/base/dom.js";
import { say } from "../../../browser/scripts/base/words.js";
import { partOf } from "./graph.js";
/** @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** @param {Row} row */
export function named(row) {
  return row.text.trim() || say("(no text yet)");
}

/** What tells a reported result from an expected one, in words.
 * @param {Row} row
 * @param {string} region */
export function stamp(row, region) {
  if (partOf(row) !== "reported") return say("Expected, not yet seen");
  return say("Reported {day}", { day: row.day ? writtenDay(row.day, region) : "" }).trim();
}

/** What each part asks when the reasoning is turned round.
 * @param {string} part */
export function question(part) {
  /** @type {Record<string, string>} */
  const asks = {
    activity: say("What is done?"),
    expected: say("Which result is expected?"),
    reported: say("What has been reported?"),
    need: say("Which need or prerequisite does it meet?"),
    challenge: say("Which challenge does it answer?"),
    mission: say("Is it the right thing to do?"),
  };
  return asks[part];
}

/** Whose a row is; nothing of one that is as in the library.
 * @param {UnitPage} page
 * @param {Row} row */
export function ownership(page, row) {
  if (!page.isOwn(row)) return "";
  return page.library.has(row.id) ? say("Changed by the unit") : say("Own row");
}

/** A button within the page that goes to a row.
 * @param {Row} row */
export function jumpTo(row) {
  return element("button", { type: "button", class: "link", "data-jump": row.id, lang: row.lang }, named(row));
}

/** @param {string} text of what a row points to and is not there */
export function gone(text) {
  return element("span", {}, say("{text} (no longer there)", { text }));
}
