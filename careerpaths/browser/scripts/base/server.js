/* The server that makes files of a plan, and prepared pages of it: it may be away at any time. */
import { today } from "./days.js";
import { say } from "./words.js";

const PATIENCE = 20000; // ms until a server that says nothing counts as away
const AGAIN_AFTER = 400; // ms until a file of the page that did not come is asked for once more
const JSON_KIND = "application/json";
/** @type {Record<string, string>} */
const KINDS = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ics: "text/calendar",
}; // careerpaths/talk/plan_file.py

/** @typedef {{ name: string, blob: Blob }} MadeFile */

/** Nobody answered. */
export class Away extends Error {}
/** The message is the server's own sentence. */
class Refused extends Error {}
/** Somebody else answered, such as a sign-in page. */
class Stranger extends Error {}

/** The sentence of a fault.
 * @param {unknown} fault */
export function sentenceOf(fault) {
  if (fault instanceof Refused) return fault.message;
  if (fault instanceof Stranger)
    return say(
      "Something else than Karriärkartan answered, perhaps a sign-in page. Open Karriärkartan in a new tab, sign in there, and try again here. Everything you have written is still here.",
    );
  if (fault instanceof Away)
    return say("The server does not answer right now. Everything you have written is still here. Try again.");
  return say("The file could not be opened. Nothing has been changed.");
}

/** The answer, if it is of the kind that was asked for.
 * @param {Response} answer
 * @param {string} kind */
function ofKind(answer, kind) {
  if ((answer.headers.get("content-type") ?? "").split(";")[0].trim() !== kind) throw new Stranger();
  return answer;
}

/** A prepared page of ours, asked for once more if it does not come.
 * @param {string} address
 * @returns {Promise<any>} */
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
  /** @param {string | URL} base
   * @param {string} language */
  constructor(base, language) {
    this.base = base;
    this.language = language;
  }

  /** What the map offers somebody with a role and roles to think about.
   * @param {string} role
   * @param {string[]} goals */
  async offers(role, goals) {
    return this.ask("offers", { role, goals: goals.join(",") }, undefined, JSON_KIND, (answer) => answer.json());
  }

  /** @param {string} kind
   * @param {object} plan
   * @returns {Promise<MadeFile>} */
  async file(kind, plan) {
    return this.ask(kind, {}, JSON.stringify(plan), KINDS[kind], async (answer) => {
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? kind;
      return { name, blob: await answer.blob() };
    });
  }

  /** @param {ArrayBuffer} file */
  async read(file) {
    return this.ask("read", { day: today() }, file, JSON_KIND, (answer) => answer.json());
  }

  /** @template Taken
   * @param {string} path
   * @param {Record<string, string>} query
   * @param {BodyInit | undefined} body
   * @param {string} kind
   * @param {(answer: Response) => Promise<Taken>} take
   * @returns {Promise<Taken>} */
  async ask(path, query, body, kind, take) {
    const address = new URL(path, this.base);
    address.search = new URLSearchParams({ ...query, lang: this.language }).toString();
    const method = body === undefined ? "GET" : "POST";
    try {
      const answer = await fetch(address, { method, body, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) return await take(ofKind(answer, kind));
      const plain = (answer.headers.get("content-type") ?? "").startsWith("text/plain");
      if (answer.headers.get("content-language") && plain) throw new Refused(await answer.text());
      throw new Away();
    } catch (fault) {
      throw fault instanceof Refused || fault instanceof Stranger ? fault : new Away();
    }
  }
}
