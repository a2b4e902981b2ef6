/* The rules of a unit's plan: which rows hang together, what hangs loose, and what may be shown of those who left.
 *
 * The first two are the rules of careerpaths/analysis/plan/graph.py and loose_ends.py, for rows that only the browser has;
 * tests/browser/test_unit_rules.py holds the two equal. Nothing here touches the page.
 */

const NEEDS = ["need", "prerequisite"];
const DOING = [...NEEDS, "activity"];

/** @typedef {{ id: string, type: string, levels: string[], evidence: string, result: string | null, links: string[],
 *   before: string[] }} Row of a unit's plan; `before`: rows that lead to it */
/** @typedef {{ kind: string, item: string, level: string | null, others: string[] }} Flag */
/** @typedef {{ first: number, last: number, left: number, moved: number, causes: [string, number][] }} Counts of one
 *   period; `causes`: how many of those who left named each */
/** @typedef {{ first: number, last: number, why?: string, left?: number, moved?: number, causes?: string[] }} Told */

/** A row's type; of results there are two.
 * @param {Pick<Row, "type" | "result">} row */
export function partOf(row) {
  if (row.type !== "result") return row.type;
  return row.result === "reported" ? "reported" : "expected";
}

/* Library and own rows as one graph: a later row takes the place of an earlier one with its id. `before` of a row are
   links to it. Links to what is not there, and links backwards, are left out. */
export class Graph {
  /** @param {Row[]} rows
   * @param {Record<string, number>} places the order of the types */
  constructor(rows, places) {
    this.places = places;
    this.rows = new Map(rows.map((row) => [row.id, row]));
    /** @type {Map<string, Set<string>>} */
    this.next = new Map([...this.rows.keys()].map((id) => [id, new Set()]));
    /** @type {Map<string, Set<string>>} */
    this.previous = new Map([...this.rows.keys()].map((id) => [id, new Set()]));
    for (const row of this.rows.values()) {
      for (const end of row.links) this.join(row.id, end);
      for (const start of row.before) this.join(start, row.id);
    }
  }

  /** @param {Row} start
   * @param {Row} end */
  mayLead(start, end) {
    return this.places[start.type] < this.places[end.type];
  }

  /** @param {string} start
   * @param {string} end */
  join(start, end) {
    const [one, other] = [this.rows.get(start), this.rows.get(end)];
    if (!one || !other || !this.mayLead(one, other)) return;
    this.next.get(start)?.add(end);
    this.previous.get(end)?.add(start);
  }

  /** @param {Set<string>} ids */
  inOrder(ids) {
    return [...this.rows.values()].filter((row) => ids.has(row.id));
  }

  /** @param {string} id */
  after(id) {
    return this.inOrder(this.next.get(id) ?? new Set());
  }

  /** @param {string} id */
  before(id) {
    return this.inOrder(this.previous.get(id) ?? new Set());
  }

  /** @param {string[]} types */
  ofType(...types) {
    return [...this.rows.values()].filter((row) => types.includes(row.type));
  }

  /** @param {string} id
   * @param {Map<string, Set<string>>} links */
  reached(id, links) {
    const found = new Set([id]);
    for (const one of found) for (const other of links.get(one) ?? []) found.add(other);
    return found;
  }

  /** @param {string} id */
  onward(id) {
    return this.reached(id, this.next);
  }

  /** Everything that hangs together with a row, itself too: what it answers and what it leads to.
   * @param {string} id */
  chain(id) {
    return this.rows.has(id) ? new Set([...this.onward(id), ...this.reached(id, this.previous)]) : new Set();
  }
}

/* ── what hangs loose ──────────────────────────────────────────────────────────────────────────────────────── */

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

/* ── how many left ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Leaving is counted for a whole unit, so that no number tells about a person (sources: S16-22; design notes, part 2).
 *
 * What is shown: how many left within three whole years together, if they were at least five; internal moves apart from
 * that, under the same limit; and, where at least ten left, which causes at least five of them named, the most named
 * first. Everything else is «too few», in the same way whatever the number is: there are no bands, shares or sums.
 *
 * Why a fixed grid: periods are exactly three years and end in years that divide by three. Two periods that anyone can
 * ask for are then the same or have no year in common, so one taken from the other never gives a single year, today or
 * in a file from last year. Longer periods would break it: six years less three are three that might be too few.
 *
 * What is never there: a year, a part of the unit, a person, or a number of those who named a cause. */
const YEARS = 3;
const FEWEST = 5;
const FEWEST_FOR_CAUSES = 10;

/** The periods that are over, the newest first: what a unit can choose between.
 * @param {number} year */
export function periods(year, several = 3) {
  const last = Math.floor((year - 1) / YEARS) * YEARS;
  return Array.from({ length: several }, (_, back) => ({
    first: last - back * YEARS - YEARS + 1,
    last: last - back * YEARS,
  }));
}

/** What may be shown of one period's counts, on screen and in every file.
 * @param {Counts} counts
 * @param {number} year
 * @returns {Told} */
export function shown({ first, last, left, moved, causes }, year) {
  if (last - first !== YEARS - 1 || last % YEARS) return { first, last, why: "period" };
  if (last >= year) return { first, last, why: "not-over" };
  if (left < FEWEST) return { first, last, why: "too-few" };
  /** @type {Told} */
  const told = { first, last, left };
  if (moved >= FEWEST) told.moved = moved;
  if (left >= FEWEST_FOR_CAUSES) {
    const enough = causes.filter(([, named]) => named >= FEWEST);
    told.causes = enough.sort((one, other) => other[1] - one[1]).map(([id]) => id);
  }
  return told;
}
