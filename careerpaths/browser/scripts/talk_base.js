/* What the forms of a talk and of a unit's plan stand on: elements, faults at their fields, and the server. */

import { today } from "./days.js";

const PATIENCE = 20000; // ms until a server that says nothing counts as away
const HANDED_FOR = 60000; // ms that a made file is kept for the browser to save
const AGAIN_AFTER = 400; // ms until a file of the page that did not come is asked for once more

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

/* How long a text is in a file, where letters and their accents are one (careerpaths/documents/clean_text.py). */
export function letters(text) {
  return text.normalize("NFC").length;
}

/* An id that nobody else has; crypto.randomUUID is there with TLS only. */
export function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
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

/* Rules of ours for what stands in a host; without them it is plain, and works. */
export function addStyles(host, href) {
  const link = element("link", { rel: "stylesheet", href });
  const loaded = new Promise((done) => (link.onload = link.onerror = done));
  host.prepend(link);
  return loaded;
}

/* Hand a made file to the browser to save. */
export function hand(host, { name, blob }) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
  host.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), HANDED_FOR);
}

/* ── the server: may be away at any time ───────────────────────────────────────────────────────────────────── */

export class Away extends Error {} // nobody answered
export class Refused extends Error {} // the message is the server's own sentence
export class Stranger extends Error {} // somebody else answered, such as a sign-in page

const JSON_KIND = "application/json";
const KINDS = {
  pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ics: "text/calendar",
}; // careerpaths/talk/plan_file.py

/* The sentence of a fault, of the words of a page. */
export function sentenceOf(fault, words) {
  if (fault instanceof Refused) return fault.message;
  if (fault instanceof Stranger) return words.stranger;
  return fault instanceof Away ? words.away : words.unreadable;
}

/* The answer, if it is of the kind that was asked for. */
function ofKind(answer, kind) {
  if ((answer.headers.get("content-type") ?? "").split(";")[0].trim() !== kind) throw new Stranger();
  return answer;
}

/* A prepared page of ours, asked for once more if it does not come. */
export async function prepared(address, tries = 2) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Away();
    return await ofKind(answer, JSON_KIND).json();
  } catch (fault) {
    if (tries === 1) throw fault instanceof Stranger ? fault : new Away();
    await new Promise((done) => setTimeout(done, AGAIN_AFTER));
    return prepared(address, tries - 1);
  }
}

export class Server {
  constructor(base, language) {
    this.base = base;
    this.language = language;
  }

  async offers(role, goals) {
    return this.ask("offers", { role, goals: goals.join(",") }, undefined, JSON_KIND, (answer) => answer.json());
  }

  async file(kind, plan) {
    return this.ask(kind, {}, JSON.stringify(plan), KINDS[kind], async (answer) => {
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
      return { name, blob: await answer.blob() };
    });
  }

  async read(file) {
    return this.ask("read", { day: today() }, file, JSON_KIND, (answer) => answer.json());
  }

  async ask(path, query, body, kind, take) {
    const address = new URL(path, this.base);
    address.search = new URLSearchParams({ ...query, lang: this.language });
    try {
      const answer = await fetch(address, { method: body === undefined ? "GET" : "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) return await take(ofKind(answer, kind));
      const isOurs = answer.headers.get("content-language") && (answer.headers.get("content-type") ?? "").startsWith("text/plain");
      if (isOurs) throw new Refused(await answer.text());
      throw new Away();
    } catch (fault) {
      throw fault instanceof Refused || fault instanceof Stranger ? fault : new Away();
    }
  }
}
