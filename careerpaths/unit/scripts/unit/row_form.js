/* The form of a row: its fields, and what it hangs together with. */
import { readDay, today } from "../../../browser/scripts/base/days.js";
import { element } from "../../../browser/scripts/base/dom.js";
import { complain, dayFault, write } from "../../../browser/scripts/base/field.js";
import { partOf } from "./graph.js";
import { set, tie } from "./rows.js";
import { named } from "./wording.js";

/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** @typedef {"before" | "links" | "roles" | "steps"} Tied */
/** @type {Tied[]} */
const TIED = ["before", "links", "roles", "steps"];

/** @param {UnitPage} page
 * @param {Row} row */
export function formOf(page, row) {
  const form = page.copy("[data-form]");
  const fields = (/** @type {string} */ selector) => /** @type {NodeListOf<Field>} */ (form.querySelectorAll(selector));
  for (const field of fields("[data-field]")) {
    if (field.type === "radio") {
      field.name = "unit-result";
      field.checked = field.value === (row.result ?? "expected");
    } else write(field, /** @type {Record<string, any>} */ (row)[field.dataset.field ?? ""], page.form.region);
  }
  for (const box of fields("[data-at]")) box.checked = row.levels.includes(box.dataset.at ?? "");
  for (const field of fields("[data-day]")) field.value = page.open?.day ?? row.day ?? "";
  for (const part of fields("[data-only=result]")) part.hidden = row.type !== "result";
  for (const part of fields("[data-only=day]")) part.hidden = partOf(row) !== "reported";
  for (const name of TIED) drawTicks(page, form, row, name);
  return form;
}

/** @param {UnitPage} page
 * @param {HTMLElement} form
 * @param {Row} row
 * @param {Tied} name */
function drawTicks(page, form, row, name) {
  const offered = offers(page, row, name);
  const ticked = tickedIn(page, row, name);
  const tick = (/** @type {{ id: string, label: string }} */ { id, label }) => {
    const box = element("input", { type: "checkbox", "data-tick": id, checked: ticked.has(id) });
    return element("label", { class: "choice" }, box, element("span", {}, label));
  };
  const place = (/** @type {string} */ kind) => form.querySelector(`[data-${kind}=${name}]`);
  place("only")?.toggleAttribute("hidden", !offered.length);
  place("ticks")?.replaceChildren(...offered.map(tick));
  place("sum")?.replaceChildren(`(${ticked.size})`);
}

/** What a row may hang together with.
 * @param {UnitPage} page
 * @param {Row} row
 * @param {Tied} name */
function offers({ form, graph, roles, steps }, row, name) {
  const others = [...graph.rows.values()];
  const asRow = (/** @type {Row} */ one) => ({ id: one.id, label: `${form.words.part[partOf(one)]}: ${named(one)}` });
  if (name === "before") return others.filter((one) => graph.mayLead(one, row)).map(asRow);
  if (name === "links") return others.filter((one) => graph.mayLead(row, one)).map(asRow);
  return [...(name === "roles" ? roles : steps)].map(([id, label]) => ({ id, label }));
}

/** @param {UnitPage} page
 * @param {Row} row
 * @param {Tied} name */
function tickedIn({ graph, roles, steps }, row, name) {
  if (name === "roles") return new Set(row.roles.filter((id) => roles.has(id)));
  if (name === "steps") return new Set(row.steps.filter((id) => steps.has(id)));
  return new Set((name === "before" ? graph.before(row.id) : graph.after(row.id)).map((one) => one.id));
}

/** A tie was ticked or not.
 * @param {UnitPage} page
 * @param {Field} field */
export function tick(page, field) {
  const holder = /** @type {HTMLElement} */ (field.closest("[data-ticks]"));
  const name = /** @type {Tied} */ (holder.dataset.ticks);
  const own = page.changing();
  const id = field.dataset.tick ?? "";
  const other = page.row(id);
  if (name === "roles" || name === "steps") set(own[name], id, field.checked);
  else if (name === "before") tie(page.plan.rows, other, own, name, field.checked);
  else tie(page.plan.rows, own, other, name, field.checked);
  page.look();
  const sum = field.closest("details")?.querySelector("[data-sum]");
  sum?.replaceChildren(`(${tickedIn(page, page.row(own.id), name).size})`);
}

/** @param {UnitPage} page
 * @param {Field} field */
export function level(page, field) {
  const row = page.changing();
  set(row.levels, field.dataset.at ?? "", field.checked);
  row.levels = Object.keys(page.form.words.level).filter((one) => row.levels.includes(one));
}

/** @param {UnitPage} page
 * @param {Field} field */
export function day(page, field) {
  const found = readDay(field.value, page.form.region);
  if (page.open) page.open.day = field.value;
  page.changing().day = found.day ?? null;
  complain(field, dayFault(found.wrong, today()));
}
