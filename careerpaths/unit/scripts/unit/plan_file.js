/* A unit's plan as files: the JSON that is loaded next time (careerpaths/unit/plan_file.py), and a table for Excel. */

import { partOf } from "./graph.js";

/** @import { Row } from "./graph.js"
 * @import { Plan } from "./rows.js" */

/** @typedef {{ id: string, text: string }} Named */

const SCHEMA = "karriarkartan.unit/1"; // careerpaths/unit/plan_file.py
const LEVELS = ["organisation", "group", "individual"];
const FORMULA = /^[=+\-@\t\r]/;
const POINTING = /** @type {const} */ (["roles", "steps", "before", "links"]);

/** The plan as its file holds it; `textOf` gives the words of an id that a row points to.
 * @param {Plan} plan
 * @param {(id: string) => string} textOf */
export function filed(plan, textOf) {
  const named = (/** @type {string} */ id) => ({ id, text: textOf(id) });
  const rows = plan.rows.map((row) => ({
    id: row.id,
    type: row.type,
    text: row.text,
    levels: Object.fromEntries(LEVELS.map((level) => [level, row.levels.includes(level)])),
    function: row.function,
    when: row.when,
    status: row.status,
    evidence: row.evidence,
    result: row.type === "result" ? row.result : null,
    day: partOf(row) === "reported" ? row.day : null,
    measure: row.measure,
    ...Object.fromEntries(POINTING.map((name) => [name, row[name].map(named)])),
  }));
  const { model_version, language, created, changed } = plan;
  return { schema: SCHEMA, model_version, language, created, changed, rows, removed: plan.removed.map(named) };
}

/** What the file is called: both its days, where they are two (careerpaths/unit/plan_file.py).
 * @param {Pick<Plan, "created" | "changed">} plan
 * @param {string} ending */
export function fileName({ created, changed }, ending) {
  const later = changed && changed !== created ? `-andrad-${changed}` : "";
  return `enhetsplan-${created}${later}.${ending}`;
}

/** The plan of such a file, already read strictly by the server; and the words of all that it points to.
 * @param {any} file
 * @returns {{ plan: Plan, words: Record<string, string> }} */
export function unfiled(file) {
  /** @type {Record<string, string>} */
  const words = Object.create(null);
  const ids = (/** @type {Named[]} */ several) => {
    for (const { id, text } of several) words[id] = text;
    return several.map(({ id }) => id);
  };
  const rows = file.rows.map((/** @type {any} */ row) => ({
    ...row,
    lang: file.language,
    kal: "",
    aruba: "",
    levels: LEVELS.filter((level) => row.levels[level]),
    ...Object.fromEntries(POINTING.map((name) => [name, ids(row[name])])),
  }));
  return { plan: { ...file, rows, removed: ids(file.removed) }, words };
}

/** Rows of cells as a table that Swedish Excel opens by itself; no cell can become a formula.
 * @param {(string | null | undefined)[][]} table */
export function csv(table) {
  const cell = (/** @type {string} */ text) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\ufeff${table.map((row) => row.map((text) => cell(String(text ?? ""))).join(";")).join("\r\n")}\r\n`;
}
