/* A page with a form: its parts, what is written in it, and what the tab remembers of that. */
import { asideNotice } from "./aside.js";
import { say } from "./words.js";
/** @import { Memory } from "./memory.js"
 * @import { Server } from "./server.js" */

/** @typedef {{ form: string, plan: string, styles: string, links: Record<string, string>,
 *   go: (place: { page: string, query: string }) => void }} Options
 *   `form`: address of the prepared form; `plan`: address under which the server makes files of a plan; `styles`: address
 *   of the rules; `links`: addresses of other pages with fields in them; `go`: called when a link to another page is
 *   followed */
/** @typedef {{ language: string, region: string, version: string, html: string, said: Record<string, string> }} Prepared
 *   `html`: the skeleton, written by Jinja2 and escaped there; `said`: the sentences of the script */
/** @typedef {{ schema: string, path: string, name: () => string, sentence: () => string }} Elsewhere `schema`: how that of
 *   its files begins; `path`: of its page; `name`: of the page */
/** @typedef {object} Beside what the tab knows and no file holds
 * @property {boolean} unfiled whether something was written after the last file */

/**
 * @template {object} [Plan=any]
 * @template {Beside} [Kept=any]
 * @template {Prepared} [Form=any]
 */
export class FormPage {
  /** @param {ShadowRoot} host
   * @param {HTMLElement} root
   * @param {Options} options
   * @param {Memory} memory
   * @param {Form} form
   * @param {Server} server
   * @param {{ plan: Plan, beside: Kept }} empty */
  constructor(host, root, options, memory, form, server, empty) {
    this.host = host;
    this.root = root;
    this.options = options;
    this.memory = memory;
    this.form = form;
    this.server = server;
    this.stopped = false; // out of its host: answers come too late
    const { plan, beside } = memory.read(empty);
    /** @type {Plan} */
    this.plan = plan;
    /** @type {Kept} */
    this.beside = beside;
  }

  /* ── what each form says of itself ── */

  /** The other page with a plan, whose files are told of here.
   * @returns {Elsewhere} */
  get elsewhere() {
    throw new Error("each form says it");
  }

  /** Whether anything is written. */
  touched() {
    return false;
  }

  /** Take what the server read in a file; returns what is said of it.
   * @param {any} _read */
  accept(_read) {
    return "";
  }

  /* ── parts of the page ── */

  /** A part of the skeleton, which has it.
   * @param {string} selector
   * @returns {HTMLElement} */
  find(selector) {
    const found = this.root.querySelector(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return /** @type {HTMLElement} */ (found);
  }

  /** @param {string} selector
   * @returns {HTMLInputElement} */
  field(selector) {
    return /** @type {HTMLInputElement} */ (this.find(selector));
  }

  /** @param {string} selector
   * @returns {NodeListOf<HTMLInputElement>} */
  all(selector) {
    return this.root.querySelectorAll(selector);
  }

  /** A copy of what a template holds.
   * @param {string} selector
   * @returns {HTMLElement} */
  copy(selector) {
    const template = /** @type {HTMLTemplateElement} */ (this.find(`template${selector}`));
    return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  }

  /** What has focus in the host. */
  focused() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    return /** @type {HTMLElement | null} */ (activeElement);
  }

  /** @param {string} sentence said to those who hear the page */
  announce(sentence) {
    this.find("[data-heard]").textContent = sentence;
  }

  /** Let something be seen that is hidden for now.
   * @param {Element} _what */
  reveal(_what) {}

  /** To a heading.
   * @param {string} id */
  jump(id) {
    const heading = this.find(`#${id}`);
    this.reveal(heading);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  /** Put the skeleton in, empty. */
  furnish() {
    this.root.lang = this.form.language;
    this.root.innerHTML = this.form.html;
    this.find(".opening").after(...asideNotice(this.memory));
    this.root.removeAttribute("aria-busy");
  }

  /* ── the memory ── */

  save() {
    const kept = this.memory.write({ plan: this.plan, beside: this.beside });
    const lost = () =>
      say("This browser does not let the page keep anything. Save the file for next time before you close.");
    const sentence = kept ? say("Saved in this tab") : lost();
    const line = this.find("[data-saved]");
    if (line.textContent === sentence) return; // said once, not at every letter
    line.textContent = sentence;
    line.classList.toggle("warning", !kept);
  }
}
