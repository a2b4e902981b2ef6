/* A unit's own rows over those of the library, as careerpaths/unit/plan.py lays them. Nothing here touches the page. */
import { partOf } from "./graph.js";
/** @import { Graph, Row } from "./graph.js" */

/** @typedef {{ model_version: string, language: string, created: string, changed: string | null, rows: Row[],
 *   removed: string[] }} Plan `rows`: the unit's own; `removed`: rows of the library that it has not */

/** A row's type; a result's kind; all else is empty.
 * @param {string} id
 * @param {string} part
 * @param {string} language
 * @returns {Row} */
export function newRow(id, part, language) {
  const isResult = part === "expected" || part === "reported";
  return {
    id,
    type: isResult ? "result" : part,
    text: "",
    lang: language,
    levels: [],
    function: "",
    when: "",
    status: "",
    evidence: "assumption",
    result: isResult ? part : null,
    day: null,
    measure: "",
    kal: "",
    aruba: "",
    roles: [],
    steps: [],
    before: [],
    links: [],
  };
}

/** The library with the unit's rows laid over it.
 * @param {Row[]} library
 * @param {Pick<Plan, "rows" | "removed">} plan */
export function laidOver(library, { rows, removed }) {
  const own = new Map(rows.map((row) => [row.id, row]));
  const left = library.filter((row) => !removed.includes(row.id));
  const there = new Set(left.map((row) => row.id));
  return [...left.map((row) => own.get(row.id) ?? row), ...rows.filter((row) => !there.has(row.id))];
}

/** The unit's own copy of a row, made when it is first changed.
 * @param {Row[]} rows the unit's own
 * @param {Row} row */
export function ownOf(rows, row) {
  const found = rows.find((one) => one.id === row.id);
  if (found) return found;
  const copy = structuredClone(row);
  rows.push(copy);
  return copy;
}

/** @param {string[]} list
 * @param {string} id
 * @param {boolean} on */
export function set(list, id, on) {
  const at = list.indexOf(id);
  if (on && at < 0) list.push(id);
  if (!on && at >= 0) list.splice(at, 1);
  return list;
}

/** Join two rows or part them. A new link stands in the row that is being changed (`name`: as what it has the other); one
 * that goes is taken from whichever row holds it.
 *
 * @param {Row[]} rows the unit's own
 * @param {Row} start
 * @param {Row} end
 * @param {"before" | "links"} name
 * @param {boolean} on */
export function tie(rows, start, end, name, on) {
  if (on && name === "before") set(ownOf(rows, end).before, start.id, true);
  else if (on) set(ownOf(rows, start).links, end.id, true);
  else {
    if (start.links.includes(end.id)) set(ownOf(rows, start).links, end.id, false);
    if (end.before.includes(start.id)) set(ownOf(rows, end).before, start.id, false);
  }
  return rows;
}

/** Whether a new row is meant to hang together with the chosen one: the very next link, or a measure's challenge.
 * @param {Record<string, number>} places the order of the types
 * @param {Pick<Row, "type">} start
 * @param {Pick<Row, "type">} end
 * @param {boolean} turned whether the reasoning is turned round */
export function isNext(places, start, end, turned) {
  const gap = places[end.type] - places[start.type];
  return gap === 1 || (start.type === "challenge" && (gap === 2 || (turned && end.type === "activity")));
}

/** What a row leads on to: results of one kind, which are never mixed, or all that is no result.
 * @param {Graph} graph
 * @param {Row} row
 * @param {"expected" | "reported"} [kind] */
export function after(graph, row, kind) {
  return graph.after(row.id).filter((one) => (kind ? partOf(one) === kind : one.type !== "result"));
}
