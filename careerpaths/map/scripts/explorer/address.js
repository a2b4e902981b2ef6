/* The address: the only place where a choice is kept. */
import { VIEWS } from "./choice.js";

/** @import { Choice } from "./choice.js" */

/** @typedef {Pick<Location, "protocol" | "search" | "hash" | "pathname" | "href">} Place */

const LINES = ["sourced", "example"];

/** What an address asks for. From disk a choice is written after the #: there that is the newer of the two. A plain
 * anchor is no choice.
 * @param {Pick<Place, "protocol" | "search" | "hash">} place */
export function queryOf({ protocol, search, hash }) {
  const asked = search.slice(1);
  const noted = hash.includes("=") ? hash.slice(1) : "";
  return new URLSearchParams(protocol === "file:" ? noted || asked : asked || noted);
}

/** @param {URLSearchParams} query
 * @returns {Choice} */
export function choiceOf(query) {
  return {
    role: query.get("role"),
    step: query.get("step"),
    view: VIEWS.find((view) => view === query.get("view")) ?? "",
    far: query.get("far") === "2",
    without: new Set((query.get("without") ?? "").split(".").filter(Boolean)),
    level: query.get("level") ?? "",
    lines: LINES.find((lines) => lines === query.get("lines")) ?? "",
  };
}

/** The query with a choice written into it; what else it asks for stays.
 * @param {URLSearchParams} query
 * @param {Choice} choice */
export function withChoice(query, choice) {
  const parts = {
    role: choice.role,
    step: choice.step,
    view: choice.view,
    far: choice.far ? "2" : "",
    without: [...choice.without].sort().join("."),
    level: choice.level,
    lines: choice.lines,
  };
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parts)) value ? next.set(name, value) : next.delete(name);
  return next;
}

/** Where a query is written.
 * @param {URLSearchParams} query
 * @param {Pick<Place, "protocol" | "pathname">} place */
export function addressOf(query, { protocol, pathname }) {
  if (!query.size) return pathname;
  return protocol === "file:" ? `${pathname}#${query}` : `?${query}`;
}

export class Address {
  /** @param {boolean} [embedded] inside a frame, whose host page's Back button stays its own */
  constructor(embedded = false) {
    this.embedded = embedded;
  }

  query() {
    return queryOf(location);
  }

  read() {
    return choiceOf(this.query());
  }

  /** @param {Choice} choice */
  write(choice) {
    this.put(withChoice(this.query(), choice));
  }

  /** @param {URLSearchParams} query
   * @param {boolean} [replaced] in the place of the entry in the history that is there */
  put(query, replaced = this.embedded) {
    const next = addressOf(query, location);
    if (new URL(next, location.href).href === location.href) return;
    try {
      history[replaced ? "replaceState" : "pushState"](history.state, "", next);
    } catch {
      location.replace(`#${query}`); // a browser that does not let a file write its own address
    }
  }
}
