/* What a typed text finds among documents: whole words first, then one wrong letter. MiniSearch does the looking up. */

import { plain } from "../../../../browser/scripts/base/text.js";
import { default as MiniSearch } from "../../../../browser/vendor/minisearch.js";

/** @import { Query } from "../../../../browser/vendor/minisearch.js" */
/** @typedef {"role" | "word" | "line" | "row" | "page"} Kind a role's name, a word of the glossary, a line of a card, a row of
 *   the plan, a page */
/** @typedef {{ role?: string, step?: string, page?: string, query?: string }} Opens the card or the page it leads to */
/** @typedef {{ kind: Kind, name: string, also?: string[], lines?: string[], place?: string, lang?: string | null, opens: Opens }} Doc
 *   `also`: other names; `lines` of text that stand there; `place`: under which heading */
/** @typedef {{ kind: Kind, hits: Hit[] }} Group */
/** @typedef {Doc & { by: string, text: string, more: number }} Hit `by`: the other name that was found, or ""; `text`: the
 *   line; `more`: how many other places have the very same */

const NAMES = ["name", "also"];
const SOUGHT = {
  boost: { name: 6, also: 5, text: 1 },
  prefix: true,
  tokenize: terms,
  processTerm: (/** @type {string} */ one) => one,
};
const LOOKED_AT = 60; // of the best hits: more are never shown
const CHUNK = 100; // documents that are read at a stretch
const PART = 3; // letters of the shortest part that a compound word is found by: «tillägg» in «mentorstillägg»
const EXACT = 4; // how much more a name counts that is just what was typed
const FORGIVEN = 4; // letters from which a word may have one wrong
const MOST = { role: 6, word: 3, line: 6, row: 4, page: 2 };

export class SearchIndex {
  /** @param {Doc[]} docs */
  constructor(docs) {
    this.docs = docs;
    this.names = docs.map(({ name }) => terms(name).join(" "));
    /** @type {Set<string>} */
    this.vocabulary = new Set();
    const noted = (/** @type {string} */ term) => this.vocabulary.add(term) && term;
    this.engine = new MiniSearch({
      fields: [...NAMES, "text"],
      tokenize: terms,
      processTerm: noted,
      searchOptions: SOUGHT,
    });
    const texts = docs.map(({ name, also = [], lines = [] }, id) => ({
      id,
      name,
      also: also.join(" "),
      text: lines.join(" "),
    }));
    this.isReady = false;
    /** When everything has been read; the page can be used meanwhile. */
    this.ready = this.engine.addAllAsync(texts, { chunkSize: CHUNK }).then(() => {
      this.isReady = true;
    });
  }

  /** The best hits for a typed text, those of one kind together, the kind with the best hit first.
   * @param {string} typed
   * @returns {Group[]} */
  find(typed) {
    const wanted = terms(typed);
    if (!wanted.length) return [];
    /** @type {Map<Kind, Hit[]>} */
    const groups = new Map();
    for (const hit of this.distinct(this.ranked(wanted), wanted)) {
      const hits = groups.get(hit.kind) ?? [];
      if (hits.length < MOST[hit.kind]) groups.set(hit.kind, [...hits, hit]);
    }
    return [...groups].map(([kind, hits]) => ({ kind, hits }));
  }

  /* Documents that hold every word, or where there is none, every word with one letter wrong. */
  ranked(/** @type {string[]} */ wanted) {
    const brief = wanted.join("").length < PART; // one or two letters say too little to look for in texts
    const all = wanted.map((word, at) => this.within(word, at === wanted.length - 1));
    const named = wanted.join(" ");
    const boostDocument = (/** @type {number} */ id) => (this.names[id] === named ? EXACT : 1);
    const sought = { boostDocument, ...(brief && { fields: NAMES }) };
    const found = this.engine.search({ combineWith: "AND", queries: all }, sought);
    if (found.length || brief) return found;
    const forgiving = wanted.map((word) => (word.length < FORGIVEN ? word : either([word, ...swapped(word)])));
    return this.engine.search({ combineWith: "AND", queries: forgiving, fuzzy: 1 });
  }

  /** The word itself; those that begin with it, if it is long or still being typed; and those that hold it.
   * @param {string} word
   * @param {boolean} last */
  within(word, last) {
    const long = word.length > PART;
    const holding = long ? [...this.vocabulary].filter((one) => one.indexOf(word) > 0) : [];
    return either([either([word], { prefix: long || last }), ...holding], { prefix: false });
  }

  /** The same text of several cards once.
   * @param {{ id: number }[]} found
   * @param {string[]} wanted
   * @returns {Hit[]} */
  distinct(found, wanted) {
    /** @type {Map<string, Hit>} */
    const hits = new Map();
    for (const { id } of found.slice(0, LOOKED_AT)) {
      const doc = this.docs[id];
      const text = closest(doc.lines ?? [], wanted);
      const key = `${doc.kind} ${text || doc.name}`;
      const hit = hits.get(key);
      if (hit) hit.more += 1;
      else hits.set(key, { ...doc, text, by: by(doc, wanted), more: 0 });
    }
    return [...hits.values()];
  }
}

/** The line that holds most of the words; the first where none does.
 * @param {string[]} lines
 * @param {string[]} wanted */
function closest(lines, wanted) {
  const held = (/** @type {string} */ line) => wanted.filter((word) => plain(line).includes(word)).length;
  return lines.reduce((best, line) => (held(line) > held(best) ? line : best), lines[0] ?? "");
}

/** @param {string} text */
function terms(text) {
  return plain(text).split(/[ :]+/).filter(Boolean);
}

/** @param {(string | Query)[]} queries
 * @param {object} [sought]
 * @returns {Query} */
function either(queries, sought) {
  return { combineWith: /** @type {const} */ ("OR"), queries, ...sought };
}

/** A word with two letters that stand beside each other changed about, in every way.
 * @param {string} word */
function swapped(word) {
  const ways = Array.from({ length: word.length - 1 }, (_, at) => [
    word.slice(0, at),
    word[at + 1],
    word[at],
    word.slice(at + 2),
  ]);
  return [...new Set(ways.map((way) => way.join("")))].filter((way) => way !== word);
}

/** The other name by which a document was found, when its own name does not hold what was typed.
 * @param {Doc} doc
 * @param {string[]} wanted */
function by({ name, also = [] }, wanted) {
  const holds = (/** @type {string} */ text) => wanted.every((word) => plain(text).includes(word));
  return holds(name) ? "" : (also.find(holds) ?? "");
}
