/* Rows are added, changed and removed. There is one undo: everything as it was before the last step, which is a row that
   is being changed or one that was removed. */
import { fitText } from "../../../browser/scripts/base/field.js";
import { randomId } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { note } from "./choosing.js";
import { changed, draw, drawView } from "./draw.js";
import { partOf } from "./graph.js";
import { drawLists } from "./list.js";
import { day, level, tick } from "./row_form.js";
import { isNext, newRow } from "./rows.js";
import { named } from "./wording.js";
/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { Undone, UnitPage } from "./page.js" */

export function full() {
  return say("The plan cannot hold more rows.");
}

/** @param {UnitPage} page */
function isFull(page) {
  return page.plan.rows.length >= page.form.limits.rows;
}

/** Begin a step; the one before it stands. What was counted and loaded is no part of it.
 * @param {UnitPage} page
 * @param {string} open the row that is being changed
 * @param {Undone | null} [undone] */
function step(page, open, undone = null) {
  const { rows, removed, changed } = page.plan;
  page.before = structuredClone({ rows, removed, changed });
  page.open = open ? { id: open } : null;
  page.undone = undone;
}

/** @param {UnitPage} page */
function takeBack(page) {
  Object.assign(page.plan, page.before);
  page.open = null;
  page.undone = null;
  page.save();
  draw(page);
}

/** Add a row, tied to the chosen one where it is the next link.
 * @param {UnitPage} page
 * @param {string} part */
export function addRow(page, part) {
  if (isFull(page)) return page.announce(full());
  const row = newRow(`own-${randomId()}`, part, page.form.language);
  if (page.level) row.levels = [page.level];
  const chosen = page.graph.rows.get(page.item);
  const { places } = page.form;
  if (chosen && isNext(places, chosen, row, page.turned)) row.before = [chosen.id];
  else if (chosen && isNext(places, row, chosen, page.turned)) row.links = [chosen.id];
  step(page, row.id);
  page.plan.rows.push(row);
  changed(page);
  showForm(page, row.id);
  page.announce(say("A row is added. Write what it says."));
}

/** Open the form of a row.
 * @param {UnitPage} page
 * @param {string} id */
export function edit(page, id) {
  if (!page.isOwn(page.row(id)) && isFull(page)) return page.announce(full());
  step(page, id);
  showForm(page, id);
}

/** @param {UnitPage} page
 * @param {string} id */
function showForm(page, id) {
  if (!page.isSeen(page.plan.rows.find((row) => row.id === id) ?? page.row(id))) page.level = "";
  note(page);
  draw(page);
  page.openTable();
  const row = page.rowOf(id);
  row?.scrollIntoView({ block: "center" });
  fieldIn(row, "[data-field=text]")?.focus({ preventScroll: true });
}

/** @param {HTMLElement | null} row
 * @param {string} selector
 * @returns {HTMLElement | null | undefined} */
function fieldIn(row, selector) {
  return row?.querySelector(selector);
}

/** @param {UnitPage} page */
export function ready(page) {
  const id = page.open?.id ?? "";
  page.open = null;
  draw(page);
  page.announce(say("The row is ready."));
  page.focusRow(id);
}

/** @param {UnitPage} page */
export function asBefore(page) {
  const id = page.open?.id ?? "";
  takeBack(page);
  page.announce(say("The row is as it was before."));
  page.focusRow(id);
}

/** @param {UnitPage} page
 * @param {string} id */
export function remove(page, id) {
  const row = page.row(id);
  const part = partOf(row);
  step(page, "", { row, part, place: page.seen(part).indexOf(row) });
  page.plan.rows = page.plan.rows.filter((one) => one !== row);
  if (page.library.has(id)) page.plan.removed.push(id);
  page.beside.words[id] = row.text;
  changed(page);
  draw(page);
  page.openTable();
  page.find("[data-do=undo]").focus();
}

/** @param {UnitPage} page */
export function undo(page) {
  if (!page.undone) return;
  const { row } = page.undone;
  takeBack(page);
  page.announce(say("Back again: {text}", { text: named(row) }));
  page.focusRow(row.id);
}

/** Bring back a row of the library that was removed, whenever that was.
 * @param {UnitPage} page
 * @param {string} id */
export function bringBack(page, id) {
  step(page, "");
  page.plan.removed = page.plan.removed.filter((one) => one !== id);
  const row = page.library.get(id);
  if (row && !page.isSeen(row)) page.level = "";
  note(page);
  changed(page);
  draw(page);
  page.announce(say("Back again: {text}", { text: page.textOf(id) }));
  page.focusRow(id);
}

/** Something was typed in the form of a row.
 * @param {UnitPage} page
 * @param {Field} field */
export function typed(page, field) {
  const { tick: tied, day: dated, at, field: name } = field.dataset;
  if (tied) tick(page, field);
  else if (dated !== undefined) day(page, field);
  else if (at) level(page, field);
  else typedField(page, field);
  drawView(page);
  if (name === "type") moved(page, "[data-field=type]");
  if (name === "result") moved(page, `[data-field=result][value=${field.value}]`);
  changed(page);
}

/** @param {UnitPage} page
 * @param {Field} field */
function typedField(page, field) {
  const name = field.dataset.field ?? "";
  const row = Object.assign(page.changing(), { [name]: field.value });
  if (name === "type") row.result = row.type === "result" ? "expected" : null;
  if (name === "text") row.lang = page.form.language;
  fitText(field, page.form.region);
}

/** A row of another type stands in another list: the form goes there, and focus with it.
 * @param {UnitPage} page
 * @param {string} field */
function moved(page, field) {
  drawLists(page);
  fieldIn(page.rowOf(page.open?.id ?? ""), field)?.focus();
}
