/* The chain: one column for each link, with what hangs together with the chosen row made plain. */
import { element } from "../../../browser/scripts/base/dom.js";
import { say } from "../../../browser/scripts/base/words.js";
import { parts } from "./list.js";
import { named, question, stamp } from "./wording.js";

/** @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** @type {Record<string, string>} */
const BESIDE = { challenge: "cause", need: "prerequisite" }; // parts that share a column
const NARROW = "(max-width: 1099px)"; // as unit.css: the columns stand below each other

/** @param {UnitPage} page */
export function drawChosen(page) {
  const row = page.graph.rows.get(page.item);
  const told = row
    ? say("Chosen: {text}", { text: named(row) })
    : say("The row that the link points to is not in the plan.");
  page.find("[data-chosen]").hidden = !page.item;
  page.find("[data-chosen-text]").textContent = told;
}

/** @param {UnitPage} page */
export function drawColumns(page) {
  const second = new Set(Object.values(BESIDE));
  const all = parts(page).filter((part) => !second.has(part));
  const asked = page.turned ? "activity" : "challenge"; // the first question, until a row is chosen
  const firsts = page.chain.size ? all : [asked];
  const holder = page.find("[data-columns]");
  const focused = page.focused()?.dataset?.choose;
  holder.classList.toggle("chosen", page.chain.size > 0);
  holder.replaceChildren(...firsts.map((part) => column(page, part)));
  if (focused) boxOf(page, focused)?.focus({ preventScroll: true });
}

/** @param {UnitPage} page
 * @param {string} id
 * @returns {HTMLElement | null} */
export function boxOf(page, id) {
  return page.root.querySelector(`[data-choose="${CSS.escape(id)}"]`);
}

/** @param {UnitPage} page
 * @param {string} part */
function column(page, part) {
  const within = page.chain.size ? [part, BESIDE[part]].filter(Boolean) : [part];
  const asks = page.turned ? [element("p", { class: "asks" }, question(part))] : [];
  return element("div", { class: "column" }, ...asks, ...within.flatMap((one) => boxes(page, one)));
}

/** The boxes of a part; those outside the chain stand folded away where the chosen row is in another column.
 * @param {UnitPage} page
 * @param {string} part */
function boxes(page, part) {
  const rows = page.seen(part);
  const apart = page.chain.size && (matchMedia(NARROW).matches || !rows.some((row) => row.id === page.item));
  const [near, rest] = [true, false].map((on) => rows.filter((row) => (!apart || page.chain.has(row.id)) === on));
  const list = (/** @type {Row[]} */ several) =>
    element("ul", { class: "boxes" }, ...several.map((row) => element("li", {}, box(page, row))));
  const nothing = () => element("p", { class: "quiet" }, apart ? say("Nothing here in this chain.") : say("No rows."));
  const others = () => element("summary", {}, say("Others ({n})", { n: rest.length }));
  return [
    element("h3", {}, page.form.words.part[part]),
    near.length ? list(near) : nothing(),
    ...(rest.length ? [element("details", { class: "rest" }, others(), list(rest))] : []),
  ];
}

/** @param {UnitPage} page
 * @param {Row} row */
function box({ chain, item, form }, row) {
  const chosen = row.id === item;
  const told = { type: "button", "data-choose": row.id, "aria-pressed": String(chosen), lang: row.lang };
  const made = element("button", { ...told, class: `box ${state(chain, row.id, chosen)}` }, named(row));
  const stamped = () => element("span", { class: "stamp", lang: form.language }, stamp(row, form.region));
  if (row.type === "result") made.append(stamped());
  return made;
}

/** @param {Set<string>} chain
 * @param {string} id
 * @param {boolean} chosen */
function state(chain, id, chosen) {
  if (!chain.has(id)) return chain.size ? "off" : "";
  return chosen ? "on here" : "on";
}
