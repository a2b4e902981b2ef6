/* The day of the talk and the day to follow up: typed any way, written out beside the field. */
import { monthsAfter, readDay, today, writtenDay } from "../../../browser/scripts/base/days.js";
import { complain, dayFault } from "../../../browser/scripts/base/field.js";
import { say } from "../../../browser/scripts/base/words.js";
/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page
 * @param {Field} field */
export function drawDay(page, field) {
  const name = nameOf(field);
  const day = page.plan[name];
  const typed = page.beside.typed[name];
  field.value = typed ?? day ?? "";
  tellDay(page, name, typed === undefined ? day : null);
  complain(field, typed === undefined ? "" : wrongDay(typed, name, page.form.region));
}

/** @param {Field} field */
function nameOf(field) {
  return /** @type {"created" | "follow_up"} */ (field.dataset.day);
}

/** The day written out; of a follow-up that has been, that it has.
 * @param {TalkPage} page
 * @param {string} name
 * @param {string | null | undefined} day */
function tellDay(page, name, day) {
  const past = name === "follow_up" && !!day && isPast(page, day);
  const line = page.find(`[data-said="${name}"]`);
  line.textContent = day ? [writtenDay(day, page.form.region, "full"), ...(past ? [pastDay()] : [])].join(" – ") : "";
  line.classList.toggle("warning", past);
}

/** @param {TalkPage} page
 * @param {string} day */
export function isPast(page, day) {
  return day < today() || day < page.plan.created;
}

export function pastDay() {
  return say("That day has been, or is before the talk. The calendar takes only a day to come.");
}

/** @param {string} typed
 * @param {string} name
 * @param {string} region */
function wrongDay(typed, name, region) {
  const found = readDay(typed, region);
  const missing = name === "created" && !found.day && !found.wrong;
  return dayFault(missing ? "notADay" : found.wrong, name === "created" ? today() : monthsAfter(today(), 6));
}

/** @param {TalkPage} page
 * @param {Field} field */
export function typedDay(page, field) {
  const name = nameOf(field);
  const found = readDay(field.value, page.form.region);
  if (found.day || !(found.wrong || name === "created")) {
    Object.assign(page.plan, { [name]: found.day ?? null });
    delete page.beside.typed[name];
    complain(field, "");
    tellDay(page, name, found.day);
  } else {
    if (name !== "created") page.plan[name] = null;
    page.beside.typed[name] = field.value;
    tellDay(page, name, null);
  }
  if (name === "created") tellDay(page, "follow_up", page.plan.follow_up);
}

/** A field is left: a day is written out, or its fault is told.
 * @param {TalkPage} page
 * @param {Field} field */
export function settledDay(page, field) {
  drawDay(page, field);
  const { follow_up: day } = page.plan;
  if (field.dataset.day === "follow_up") page.announce(day && isPast(page, day) ? pastDay() : "");
}

/** The follow-up so many months after the talk.
 * @param {TalkPage} page
 * @param {number} months */
export function setMonths(page, months) {
  page.plan.follow_up = monthsAfter(page.plan.created, months);
  delete page.beside.typed.follow_up;
  const field = page.field("[data-day=follow_up]");
  drawDay(page, field);
  page.save();
  field.focus();
}
