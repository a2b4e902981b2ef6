/* What a page remembers in its tab, in sessionStorage: a plan, and what stands beside it. It is read as strictly as a
   file; what cannot be read is kept aside, until it is saved as a file or thrown away. */

import { fits, isRecord } from "./shape.js";

/** @import { Shape } from "./shape.js" */

const VERSION = 2; // of what is remembered; the first had no number
/** @typedef {Map<string, string>} Spare key → text */
/** @type {Spare} */
const unkept = new Map(); // key → the newest text, where the browser refuses to keep it: it survives a change of page
/** @type {Spare} */
const asides = new Map(); // the same for what is kept aside
/** @type {Map<string, Memory>} */
const memories = new Map();

/** An id of a file is looked up in what is read, and may be called «constructor».
 * @param {string} _
 * @param {unknown} value */
const bare = (_, value) => (isRecord(value) ? Object.assign(Object.create(null), value) : value);

export class Memory {
  /** @param {string} key
   * @param {Shape} form of what is remembered there: {plan, beside} */
  constructor(key, form) {
    this.key = key;
    this.form = form;
    this.asideKey = `${key}.aside`;
    memories.set(key, this);
  }

  /** What was written last, filled up with what `empty` has beside it; `empty` itself if there is nothing to be read.
   * @template {{ plan: object, beside: object }} Kept
   * @param {Kept} empty
   * @returns {Kept} */
  read(empty) {
    const text = stored(this.key, unkept);
    if (text === null) return empty;
    const kept = this.parsed(text);
    const whole = kept && { plan: { ...empty.plan, ...kept.plan }, beside: { ...empty.beside, ...kept.beside } };
    if (whole && fits(this.form, whole)) return whole;
    this.setAside();
    return empty;
  }

  /** @param {string} text */
  parsed(text) {
    try {
      const kept = JSON.parse(text, bare);
      const known = kept.version === undefined || kept.version === VERSION;
      return known && isRecord(kept.plan) && isRecord(kept.beside ?? {}) ? kept : null;
    } catch {
      return null;
    }
  }

  /** Returns whether the browser keeps it.
   * @param {object} value */
  write(value) {
    return store(this.key, JSON.stringify({ version: VERSION, ...value }), unkept);
  }

  clear() {
    forget(this.key, unkept);
  }

  /* ── what could not be read ── */

  setAside() {
    const text = [this.aside(), stored(this.key, unkept)].filter(Boolean).join("\n");
    this.clear();
    if (text) store(this.asideKey, text, asides);
  }

  /* The text that is kept aside, or null. */
  aside() {
    return stored(this.asideKey, asides);
  }

  forgetAside() {
    forget(this.asideKey, asides);
  }

  /* Whether something was typed after the last file. */
  isUnfiled() {
    const text = stored(this.key, unkept);
    return text !== null && this.parsed(text)?.beside?.unfiled === true;
  }
}

/** @param {string} key
 * @param {Spare} spare */
function stored(key, spare) {
  const spared = spare.get(key);
  if (spared !== undefined) return spared;
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key
 * @param {string} text
 * @param {Spare} spare */
function store(key, text, spare) {
  try {
    sessionStorage.setItem(key, text);
    spare.delete(key);
    return true;
  } catch {
    spare.set(key, text);
    return false;
  }
}

/** @param {string} key
 * @param {Spare} spare */
function forget(key, spare) {
  spare.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

/* ── leaving: the browser asks when typed text would be lost ── */

let stays = false; // the tab goes to another page of ours, and remembers
globalThis.navigation?.addEventListener("navigate", ({ destination, downloadRequest }) => {
  stays = downloadRequest === null && !destination.sameDocument && new URL(destination.url).origin === location.origin;
});
addEventListener("beforeunload", (event) => {
  const lost = unkept.size > 0 || (!stays && [...memories.values()].some((memory) => memory.isUnfiled()));
  if (lost) event.preventDefault();
});
