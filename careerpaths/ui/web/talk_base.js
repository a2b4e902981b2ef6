/* What the planning talk's form stands on: days as people type them, the browser's memory, and the server. */

const KEY = "karriarkartan.plan"; // the talk's key in sessionStorage
const PATIENCE = 20000; // ms until a server that says nothing counts as away
const YEARS = [1900, 2200]; // careerpaths/talk/shape.py

/* ── small helpers ─────────────────────────────────────────────────────────────────────────────────────────── */

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

let faults = 0;

/* Tie a fault to its field: it is heard at once and read with the field. Without a sentence it is taken away.
   It stands in what holds the field, or after it where that is the label: a fault is no part of a name. */
export function complain(field, sentence) {
  const holder = field.closest(".field");
  const inside = !holder.matches("label");
  const there = inside ? holder.querySelector(":scope > .wrong") : holder.nextElementSibling;
  const line = there?.matches(".wrong") ? there : element("span", { class: "wrong", role: "alert", id: `wrong-${(faults += 1)}` });
  if (line.textContent === sentence) return;
  line.textContent = sentence;
  const described = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (sentence) {
    if (line !== there) holder[inside ? "append" : "after"](line);
    described.add(line.id);
    field.setAttribute("aria-invalid", "true");
  } else {
    line.remove();
    described.delete(line.id);
    field.removeAttribute("aria-invalid");
  }
  if (described.size) field.setAttribute("aria-describedby", [...described].join(" "));
  else field.removeAttribute("aria-describedby");
}

export function today() {
  const now = new Date();
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function iso(year, month, day) {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/* What somebody typed as a day: {day: "2027-05-21"}, {} for nothing, or {wrong: a word's name}. */
export function readDay(text) {
  const typed = text.trim();
  if (!typed) return {};
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? /^(\d{4})\s*[-\u2010-\u2014/. ]\s*(\d{1,2})\s*[-\u2010-\u2014/. ]\s*(\d{1,2})$/.exec(typed);
  if (!found) return { wrong: "notADay" };
  const [year, month, day] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { wrong: "noSuchDay" };
  return year < YEARS[0] || year > YEARS[1] ? { wrong: "farDay" } : { day: iso(year, month, day) };
}

/* The same day so many months later, or the Monday after it when nobody is at work. */
export function monthsAfter(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  const weekday = later.getUTCDay();
  later.setUTCDate(later.getUTCDate() + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
  return later.toISOString().slice(0, 10);
}

/* ── the browser's own memory ──────────────────────────────────────────────────────────────────────────────── */

const unkept = new Map(); // where the browser refuses to keep anything, the text at least survives a change of page

export class Memory {
  /* One key in sessionStorage, and the list that what is kept there must have. */
  constructor(key = KEY, list = "activities") {
    this.key = key;
    this.list = list;
  }

  /* What was written last, or null. */
  read() {
    const spare = unkept.get(this.key) ?? null;
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key)) ?? spare;
      return Array.isArray(kept?.plan?.[this.list]) ? kept : spare;
    } catch {
      return spare;
    }
  }

  /* Returns whether the browser keeps it. */
  write(value) {
    const text = JSON.stringify(value);
    try {
      sessionStorage.setItem(this.key, text);
      unkept.delete(this.key);
      return true;
    } catch {
      unkept.set(this.key, JSON.parse(text));
      return false;
    }
  }

  clear() {
    unkept.delete(this.key);
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // nothing was kept
    }
  }
}

/* ── the server: may be away at any time ───────────────────────────────────────────────────────────────────── */

export class Away extends Error {} // nobody answered
export class Refused extends Error {} // the message is the server's own sentence

export class Server {
  constructor(base, language) {
    this.base = base;
    this.language = language;
  }

  async offers(role, goals) {
    return this.ask("offers", { role, goals: goals.join(",") }, undefined, (answer) => answer.json());
  }

  async file(kind, plan) {
    return this.ask(kind, {}, JSON.stringify(plan), async (answer) => {
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
      return { name, blob: await answer.blob() };
    });
  }

  async read(file) {
    return this.ask("read", { day: today() }, file, (answer) => answer.json());
  }

  async ask(path, query, body, take) {
    const address = new URL(path, this.base);
    address.search = new URLSearchParams({ ...query, lang: this.language });
    try {
      const answer = await fetch(address, { method: body === undefined ? "GET" : "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) return await take(answer);
      if (answer.headers.get("content-language")) throw new Refused(await answer.text());
      throw new Away();
    } catch (fault) {
      throw fault instanceof Refused ? fault : new Away();
    }
  }
}
