/* The lists of the plan: a row for each item, and a sentence where there is none. */
import { writtenDay } from "../../../browser/scripts/base/days.js";
import { fitText, write } from "../../../browser/scripts/base/field.js";
import { say } from "../../../browser/scripts/base/words.js";
import { isUndecided } from "./plan.js";

/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { TalkPage } from "./page.js"
 * @import { Item, List } from "./plan.js" */

let rowsMade = 0;

/** Put a plan's or a row's values into its fields.
 * @param {ParentNode} container
 * @param {Record<string, any>} item
 * @param {string} region
 * @param {string[]} [only] */
export function bind(container, item, region, only) {
  for (const field of /** @type {NodeListOf<Field>} */ (container.querySelectorAll("[data-field]"))) {
    const name = field.dataset.field ?? "";
    if (only && !only.includes(name)) continue;
    if (field.type === "radio") field.checked = item[name] === field.value;
    else if (field.type === "checkbox") field.checked = item[name];
    else write(field, item[name], region);
  }
}

/** Take what was typed into the plan or into a row's item.
 * @param {TalkPage} page
 * @param {Field} field */
export function typedField(page, field) {
  const name = field.dataset.field ?? "";
  const row = field.closest("[data-row]");
  const item = row && page.items.get(row);
  Object.assign(item ?? page.plan, { [name]: field.type === "checkbox" ? field.checked : field.value });
  fitText(field, page.form.region);
  if (!item) return;
  if (row.parentElement?.dataset.list === "gaps") page.beside.said[item.id] = item.status;
  if (name === "what") texts(row, "[data-text-again]", `: ${item.what || ownActivity()}`);
}

export function ownActivity() {
  return say("Activity of your own");
}

/** @param {TalkPage} page
 * @param {List} list */
export function drawList(page, list) {
  const focused = page.focused();
  const rows = page.plan[list].map((item) => drawnRow(page, list, item));
  if (list === "activities" && page.removed) rows.splice(page.removed.at, 0, removedRow(page, page.removed.item));
  const holder = page.find(`[data-list="${list}"]`);
  holder.replaceChildren(...rows);
  if (focused && holder.contains(focused)) focused.focus({ preventScroll: true });
  drawEmptiness(page, list, rows.length > 0);
}

/** @param {TalkPage} page
 * @param {List} list
 * @param {Item} item */
function drawnRow(page, list, item) {
  const row = page.rows.get(item) ?? newRow(page, list, item);
  const text = page.textOf(list, item) || ownActivity();
  texts(row, "[data-text]", list === "activities" && !item.id ? ownActivity() : text);
  texts(row, "[data-text-again]", `: ${text}`);
  if (list === "looking_back") {
    texts(row, "[data-about]", aboutEarlier(item, page.form.region));
    row.querySelector("[data-text]")?.setAttribute("lang", page.beside.spoken || page.form.language);
  }
  bind(row, item, page.form.region);
  return row;
}

/** @param {Element} row
 * @param {string} selector
 * @param {string} text */
export function texts(row, selector, text) {
  for (const place of row.querySelectorAll(selector)) place.textContent = text;
}

/** @param {TalkPage} page
 * @param {List} list
 * @param {Item} item */
function newRow(page, list, item) {
  const row = page.copy(`[data-row="${list}"]`);
  rowsMade += 1;
  for (const field of /** @type {NodeListOf<Field>} */ (row.querySelectorAll("input[type=radio]")))
    field.name = `row-${rowsMade}-${field.dataset.field}`;
  if (list === "activities" && item.id) row.querySelector(".cell-what")?.remove();
  page.rows.set(item, row);
  page.items.set(row, item);
  return row;
}

/** @param {TalkPage} page
 * @param {Item} item */
function removedRow(page, item) {
  const row = page.copy("[data-row=removed]");
  texts(row, "[data-text]", say("Removed: {text}", { text: item.what || ownActivity() }));
  return row;
}

/** @param {Item} item
 * @param {string} region */
function aboutEarlier(item, region) {
  /** @type {Record<string, string>} */
  const parts = { goal: say("Thought about"), activity: say("Activity"), prerequisite: say("The employer’s part") };
  const planned = say("planned {day}", { day: writtenDay(item.planned, region) });
  return [parts[item.part], planned, item.details].filter(Boolean).join(" · ");
}

/** Where a list is empty a sentence says why; the look back is there only when there is something in it.
 * @param {TalkPage} page
 * @param {List} list
 * @param {boolean} filled */
function drawEmptiness(page, list, filled) {
  texts(page.root, `[data-empty="${list}"]`, filled ? "" : whyEmpty(page));
  const part = list === "looking_back" ? ", [data-part=looking_back]" : "";
  for (const place of page.all(`[data-only="${list}"]${part}`)) place.hidden = !filled;
  if (list !== "gaps") return;
  const heading = page.plan.direction === "stay" ? say("What counts as a merit") : say("What it takes");
  page.find("#talk-part-gaps").textContent = heading;
}

/** @param {TalkPage} page */
function whyEmpty({ plan }) {
  if (!plan.role) return say("Choose today’s role first.");
  if (isUndecided(plan)) return say("Choose a role under Ahead, or stay and go deeper, to see this.");
  return say("The map names nothing here for this choice.");
}
