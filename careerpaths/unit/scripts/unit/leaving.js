/* Counting those who left: typed here, kept in the tab, in no file. */
import { element } from "../../../browser/scripts/base/dom.js";
import { complain } from "../../../browser/scripts/base/field.js";
import { say } from "../../../browser/scripts/base/words.js";
import { isImpossible, periods, shown, whole } from "./turnover.js";
import { named } from "./wording.js";

/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js"
 * @import { Told } from "./turnover.js" */

const thisYear = () => new Date().getFullYear();

/** @param {UnitPage} page */
export function furnishCounts(page) {
  const { years, left, moved } = page.beside.counts;
  const select = page.field("[data-count=years]");
  for (const { first, last } of periods(thisYear()))
    select.append(element("option", { value: `${first}-${last}` }, say("{first}–{last}", { first, last })));
  if (years) select.value = years;
  page.field("[data-count=left]").value = left;
  page.field("[data-count=moved]").value = moved;
  page.find("[data-counts]").toggleAttribute("open", !!(years || left || moved)); // what was typed is not folded away
}

/** @param {UnitPage} page */
export function drawCauses(page) {
  const causes = page.graph.ofType("cause");
  page.find("[data-only=causes]").hidden = !causes.length;
  page.find("[data-causes]").replaceChildren(...causes.map((row) => countOf(page, row)));
  tellFaults(page);
  drawShown(page);
}

/** @param {UnitPage} page
 * @param {Row} row */
function countOf(page, row) {
  const told = { type: "text", inputmode: "numeric", "data-cause": row.id, autocomplete: "off", placeholder: " " };
  const input = element("input", told);
  input.value = page.beside.counts.causes[row.id] ?? "";
  return element("label", { class: "field" }, element("span", { class: "label", lang: row.lang }, named(row)), input);
}

/** @param {UnitPage} page
 * @param {Field} field */
export function counted(page, field) {
  const { counts } = page.beside;
  const { cause, count } = field.dataset;
  if (cause) counts.causes[cause] = field.value;
  else Object.assign(counts, { [count ?? ""]: field.value });
  if (field.type === "text") tellFaults(page);
  page.save();
  drawShown(page);
}

/** What is no number, and what more named than have left, is told at its field.
 * @param {UnitPage} page */
function tellFaults(page) {
  const typed = page.beside.counts.left;
  const left = typed.trim() ? whole(typed) : null;
  for (const field of page.all(".counting input")) {
    const number = whole(field.value);
    const isTooMany = field.dataset.cause && isImpossible(number, left);
    const told = isTooMany ? say("More than have left ({n}).", { n: left ?? 0 }) : "";
    complain(field, number === null ? say("Write a whole number.") : told);
  }
}

/** @param {UnitPage} page */
function drawShown(page) {
  const { counts } = page.beside;
  const [first, last] = page.field("[data-count=years]").value.split("-").map(Number);
  const [left, moved] = [whole(counts.left), whole(counts.moved) ?? 0];
  const named = (/** @type {Row} */ row) => whole(counts.causes[row.id] ?? "") ?? 0;
  /** @type {[string, number][]} */
  const causes = page.graph.ofType("cause").map((row) => [row.id, named(row)]);
  const wanted = counts.left.trim() && left !== null;
  const told = wanted ? sentences(page, shown({ first, last, left, moved, causes }, thisYear())) : [];
  page.find("[data-shown]").replaceChildren(...told);
}

/** @param {UnitPage} page
 * @param {Told} told */
function sentences(page, { first, last, why, left, moved, causes }) {
  const line = (/** @type {string} */ sentence) => element("p", {}, sentence);
  if (why) return [line(reason(why))];
  const movedTold = moved
    ? say("{n} moved to other work within the organisation. They have not left.", { n: moved })
    : say("Moved within the organisation: too few to be shown.");
  return [
    line(say("{n} left the organisation {first}–{last}.", { n: left, first, last })),
    line(movedTold),
    line(aboutCauses(causes)),
    ...(causes?.length ? [element("ol", {}, ...causes.map((id) => element("li", {}, cause(page, id))))] : []),
  ];
}

/** @param {string} why nothing is shown */
function reason(why) {
  /** @type {Record<string, string>} */
  const reasons = {
    "too-few": say("Too few to be shown."),
    period: say("The period must be one of those in the list."),
    "not-over": say("The period is not over yet."),
  };
  return reasons[why];
}

/** @param {string[] | undefined} causes */
function aboutCauses(causes) {
  if (!causes) return say("Causes: too few to be shown. At least ten must have left.");
  if (!causes.length) return say("Causes: none was named by at least five.");
  return say("Causes in this unit that at least five named, the most named first:");
}

/** A cause without what it says of surveys elsewhere: here it is an answer about the unit.
 * @param {UnitPage} page
 * @param {string} id */
function cause(page, id) {
  const text = page.textOf(id);
  return text.replace(/\s*\([^()]*\)\.?$/, "") || text;
}
