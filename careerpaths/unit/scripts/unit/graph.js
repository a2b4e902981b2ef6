/* Library and own rows as one graph: which rows hang together, by the rules of careerpaths/analysis/plan/graph.py for rows
   that only the browser has (tests/browser/test_unit_rules.py holds the two equal). Nothing here touches the page. */

/** @typedef {{ id: string, type: string, text: string, lang: string | null, levels: string[], function: string, when: string,
 *   status: string, evidence: string, result: string | null, day: string | null, measure: string, kal: string,
 *   aruba: string, roles: string[], steps: string[], before: string[], links: string[] }} Row of a unit's plan; `before`:
 *   rows that lead to it */

/** A row's type; of results there are two.
 * @param {Pick<Row, "type" | "result">} row */
export function partOf(row) {
  if (row.type !== "result") return row.type;
  return row.result === "reported" ? "reported" : "expected";
}

/* A later row takes the place of an earlier one with its id. `before` of a row are
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
