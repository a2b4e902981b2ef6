/* What a page remembers in its tab, in sessionStorage: a plan, and what stands beside it. It is read as strictly as a
   file; what cannot be read is kept aside, until it is saved as a file or thrown away. */

import { fits } from "./kept_forms.js";

const VERSION = 2; // of what is remembered; the first had no number
const unkept = new Map(); // key → the newest text, where the browser refuses to keep it: it survives a change of page
const asides = new Map(); // the same for what is kept aside
const memories = new Map();

const record = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/* An id of a file is looked up in what is read, and may be called «constructor». */
const bare = (_, value) => (record(value) ? Object.assign(Object.create(null), value) : value);

export class Memory {
  /* One key, and the form of what is remembered there: {plan, beside} of kept_forms.js. */
  constructor(key, form) {
    Object.assign(this, { key, form, asideKey: `${key}.aside` });
    memories.set(key, this);
  }

  /* What was written last, filled up with what `empty` has beside it; `empty` itself if there is nothing to be read. */
  read(empty) {
    const text = stored(this.key, unkept);
    if (text === null) return empty;
    const kept = this.parsed(text);
    const whole = kept && { plan: { ...empty.plan, ...kept.plan }, beside: { ...empty.beside, ...kept.beside } };
    if (whole && fits(this.form, whole)) return whole;
    this.setAside();
    return empty;
  }

  parsed(text) {
    try {
      const kept = JSON.parse(text, bare);
      const known = kept.version === undefined || kept.version === VERSION;
      return known && record(kept.plan) && record(kept.beside ?? {}) ? kept : null;
    } catch {
      return null;
    }
  }

  /* Returns whether the browser keeps it. */
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

function stored(key, spare) {
  if (spare.has(key)) return spare.get(key);
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

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
