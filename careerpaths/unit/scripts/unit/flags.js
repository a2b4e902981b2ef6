/* What hangs loose in a unit's plan, by the rules of careerpaths/analysis/plan/loose_ends.py. */
import { partOf } from "./graph.js";

/** @import { Graph, Row } from "./graph.js" */

const NEEDS = ["need", "prerequisite"];
const DOING = [...NEEDS, "activity"];

/** @typedef {{ kind: string, item: string, level: string | null, others: string[] }} Flag */

/** @param {Graph} graph
 * @returns {Flag[]} */
export function flags(graph) {
  return [challenges, needs, activities, unasked, results, levels, assumptions].flatMap((find) => find(graph));
}

/** @param {string} kind
 * @param {Row} row
 * @param {Partial<Flag>} [more]
 * @returns {Flag} */
function flag(kind, row, more = {}) {
  return { kind, item: row.id, level: null, others: [], ...more };
}

/** @param {Graph} graph */
function challenges(graph) {
  const near = (/** @type {Row} */ row) =>
    graph.after(row.id).flatMap((one) => [one, ...(one.type === "cause" ? graph.after(one.id) : [])]);
  const loose = graph.ofType("challenge").filter((row) => !near(row).some((one) => NEEDS.includes(one.type)));
  return loose.map((row) => flag("challenge-without-need", row));
}

/** @param {Graph} graph */
function needs(graph) {
  const loose = graph.ofType(...NEEDS).filter((row) => !graph.after(row.id).some((one) => one.type === "activity"));
  return loose.map((row) => flag("need-without-activity", row));
}

/** @param {Graph} graph */
function activities(graph) {
  const loose = graph
    .ofType("activity")
    .filter((row) => !graph.after(row.id).some((one) => partOf(one) === "expected"));
  return loose.map((row) => flag("activity-without-result", row));
}

/** @param {Graph} graph */
function unasked(graph) {
  const asked = new Set(graph.ofType("challenge").flatMap((row) => [...graph.onward(row.id)]));
  return graph
    .ofType("activity")
    .filter((row) => !asked.has(row.id))
    .map((row) => flag("activity-without-challenge", row));
}

/** @param {Graph} graph */
function results(graph) {
  const expected = graph.ofType("result").filter((row) => partOf(row) === "expected");
  const loose = expected.filter((row) => !graph.before(row.id).some((one) => one.type === "activity"));
  return loose.map((row) => flag("result-without-activity", row));
}

/** @param {Graph} graph */
function levels(graph) {
  return graph.ofType("challenge").flatMap((row) => {
    const doing = graph.inOrder(graph.onward(row.id)).filter((one) => DOING.includes(one.type));
    const found = new Set(doing.flatMap((one) => one.levels));
    return found.size === 1
      ? [flag("one-level", row, { level: [...found][0], others: doing.map((one) => one.id) })]
      : [];
  });
}

/** An assumption is told of when every way from a challenge to an expected result passes it.
 * @param {Graph} graph */
function assumptions(graph) {
  /** @type {Map<string, Set<string>>} */
  const standing = new Map();
  for (const challenge of graph.ofType("challenge")) {
    for (const [result, passed] of alwaysPassed(graph, challenge)) {
      for (const one of passed) standing.set(one, (standing.get(one) ?? new Set()).add(result));
    }
  }
  const found = [...graph.rows.values()].filter((row) => standing.has(row.id));
  return found.map((row) => flag("one-assumption", row, { others: [...(standing.get(row.id) ?? [])] }));
}

/** The expected results of a challenge, each with the assumptions that every way to it passes.
 * @param {Graph} graph
 * @param {Row} challenge
 * @returns {[string, Set<string>][]} */
function alwaysPassed(graph, challenge) {
  /** @type {Map<string, Set<string>>} */
  const ways = new Map([[challenge.id, new Set()]]);
  /** @type {[string, Set<string>][]} */
  const found = [];
  const order = graph
    .inOrder(graph.onward(challenge.id))
    .sort((one, other) => graph.places[one.type] - graph.places[other.type]);
  for (const row of order) {
    const passed = ways.get(row.id) ?? new Set();
    if (partOf(row) === "expected") found.push([row.id, passed]);
    const onward = isAssumed(row) ? new Set([...passed, row.id]) : passed;
    for (const end of graph.next.get(row.id) ?? []) {
      const before = ways.get(end);
      ways.set(end, before ? new Set([...before].filter((one) => onward.has(one))) : onward);
    }
  }
  return found;
}

/** @param {Row} row */
function isAssumed(row) {
  return row.evidence === "assumption" && [...DOING, "cause"].includes(row.type);
}
