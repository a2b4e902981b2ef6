/* The plan as files: Word, PDF and calendar from the server, JSON from here. */
import { asJson, refuse, takeFile } from "../../../browser/scripts/base/files.js";
import { say } from "../../../browser/scripts/base/words.js";
import { isPast, pastDay } from "./day_fields.js";
import { filed } from "./plan.js";
/** @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page
 * @param {string} kind */
export function take(page, kind) {
  /** @type {Record<string, string>} */
  const names = { docx: "Word", pdf: "PDF", ics: say("Calendar"), json: say("File for next time") };
  return takeFile(page, {
    name: names[kind],
    fits: () => fitsAFile(page, kind),
    make: () => (kind === "json" ? planFile(page) : page.server.file(kind, filed(page.plan))),
    whole: kind !== "ics",
  });
}

/** @param {TalkPage} page */
function planFile({ plan }) {
  return { name: `utvecklingsplan-${plan.created}.json`, blob: asJson(filed(plan)) };
}

/** What no file can hold is told here, at the field, whether the server is there or not.
 * @param {TalkPage} page
 * @param {string} kind */
function fitsAFile(page, kind) {
  const wrong = page.all("[aria-invalid]")[0];
  if (wrong) return refuse(page, say("First mend what is marked."), wrong);
  if (kind === "ics" && !isDayToCome(page)) return false;
  if (planFile(page).blob.size <= page.form.limits.plan) return true;
  const told = say("The plan is longer than a file can hold. Shorten a note and try again.");
  return refuse(page, told, page.find("[data-field=during]"));
}

/** @param {TalkPage} page */
function isDayToCome(page) {
  const field = page.find("[data-day=follow_up]");
  const { follow_up: day } = page.plan;
  const missing = say("Write the day of the follow-up first: it is what the calendar holds.");
  if (!day) page.find("[data-said=follow_up]").textContent = missing; // what is told at the button is in another part
  if (!day) return refuse(page, missing, field);
  return isPast(page, day) ? refuse(page, pastDay(), field) : true;
}
