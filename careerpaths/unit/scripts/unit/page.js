/* What the page of a unit's plan holds: the plan, what is chosen, and what is under way. */
import { today } from "../../../browser/scripts/base/days.js";
import { FormPage } from "../../../browser/scripts/base/form_page.js";
import { Memory } from "../../../browser/scripts/base/memory.js";
import { Server } from "../../../browser/scripts/base/server.js";
import { say } from "../../../browser/scripts/base/words.js";
import { Graph, partOf } from "./graph.js";
import { UNIT } from "./kept.js";
import { laidOver, ownOf } from "./rows.js";
/** @import { Beside, Options, Prepared } from "../../../browser/scripts/base/form_page.js"
 * @import { Row } from "./graph.js"
 * @import { Plan } from "./rows.js" */

/** @typedef {{ id: string, name: string, lang: string | null }} Role */
/** @typedef {Record<"part" | "type" | "level" | "evidence" | "flag", Record<string, string>>} Words by their ids */
/** @typedef {Prepared & { words: Words, limits: Record<"short" | "long" | "rows" | "plan", number>,
 *   places: Record<string, number>, forward: string[], turned: string[], rows: Row[], roles: Role[],
 *   steps: Record<string, string> }} Form as careerpaths/unit/form.py writes it */
/** @typedef {{ years: string, left: string, moved: string, causes: Record<string, string> }} Counts as typed */
/** @typedef {Beside & { counts: Counts, words: Record<string, string> }} Kept what was counted, and the words of what is
 *   no longer there */
/** @typedef {{ row: Row, part: string, place: number }} Undone a row that was removed, and where it stood */

export const MEMORY = new Memory("karriarkartan.unit", UNIT);

/** @param {Form} form
 * @returns {Plan} */
const empty = (form) => ({
  model_version: form.version,
  language: form.language,
  created: today(),
  changed: null,
  rows: [],
  removed: [],
});

/** @returns {Kept} */
const nothingBeside = () => ({
  counts: { years: "", left: "", moved: "", causes: Object.create(null) },
  words: Object.create(null),
  unfiled: false,
});

/** @extends {FormPage<Plan, Kept, Form>} */
export class UnitPage extends FormPage {
  /** @param {ShadowRoot} host
   * @param {HTMLElement} root
   * @param {Options} options
   * @param {Form} form */
  constructor(host, root, options, form) {
    super(host, root, options, MEMORY, form, serverOf(options, form), { plan: empty(form), beside: nothingBeside() });
    const query = new URLSearchParams(location.search);
    const level = query.get("level") ?? "";
    this.turned = query.get("direction") === "turned";
    this.level = Object.hasOwn(form.words.level, level) ? level : "";
    this.item = query.get("item") ?? "";
    /** @type {{ id: string, day?: string } | null} the row that is being changed, with its day as typed */
    this.open = null;
    /** @type {Undone | null} */
    this.undone = null;
    /** @type {Partial<Plan>} the plan before the last step */
    this.before = {};
    this.library = new Map(form.rows.map((row) => [row.id, row]));
    this.roles = new Map(form.roles.map((role) => [role.id, role.name]));
    this.steps = new Map(Object.entries(form.steps));
    this.graph = this.laidOver();
    this.chain = this.graph.chain(this.item);
  }

  get elsewhere() {
    return {
      schema: "karriarkartan.plan/",
      path: "samtal",
      name: () => say("To the planning talk"),
      sentence: () =>
        say(
          "The file is a plan from a planning talk. It is loaded on the page “Planning talk”. Nothing has been changed here.",
        ),
    };
  }

  /** @param {Form} form in another language, or of another model */
  use(form) {
    this.form = form;
    this.server = serverOf(this.options, form);
    this.library = new Map(form.rows.map((row) => [row.id, row]));
    this.roles = new Map(form.roles.map((role) => [role.id, role.name]));
    this.steps = new Map(Object.entries(form.steps));
  }

  furnish() {
    this.open = null;
    this.undone = null;
    super.furnish();
  }

  touched() {
    return this.plan.rows.length > 0 || this.plan.removed.length > 0;
  }

  save() {
    Object.assign(this.plan, { model_version: this.form.version, language: this.form.language });
    super.save();
  }

  /** Begin with an empty plan. */
  begin() {
    this.plan = empty(this.form);
    this.beside = nothingBeside();
    this.item = "";
  }

  laidOver() {
    return new Graph(laidOver(this.form.rows, this.plan), this.form.places);
  }

  /** Look at the rows anew. */
  look() {
    this.graph = this.laidOver();
    this.chain = this.graph.chain(this.item);
  }

  /** A row that is there.
   * @param {string} id
   * @returns {Row} */
  row(id) {
    return /** @type {Row} */ (this.graph.rows.get(id));
  }

  /** The row that is being changed, as the unit's own.
   * @returns {Row} */
  changing() {
    return ownOf(this.plan.rows, this.row(this.open?.id ?? ""));
  }

  /** @param {Row} row */
  isOwn(row) {
    return this.plan.rows.includes(row);
  }

  /** @param {Row} row */
  isSeen(row) {
    return !this.level || !row.levels.length || row.levels.includes(this.level);
  }

  /** The rows of a part that are shown.
   * @param {string} part */
  seen(part) {
    return [...this.graph.rows.values()].filter((row) => partOf(row) === part && this.isSeen(row));
  }

  /** The words of what an id stands for.
   * @param {string} id */
  textOf(id) {
    const known = this.graph.rows.get(id)?.text || this.roles.get(id) || this.steps.get(id);
    return known || this.library.get(id)?.text || this.beside.words[id] || "";
  }

  /** @param {string} id
   * @returns {HTMLElement | null} */
  rowOf(id) {
    return this.root.querySelector(`[data-row="${CSS.escape(id)}"]`);
  }

  openTable() {
    this.find("[data-table]").setAttribute("open", "");
  }

  /** @param {string} id */
  focusRow(id) {
    this.openTable();
    const row = this.rowOf(id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }
}

/** @param {Options} options
 * @param {Form} form */
function serverOf(options, form) {
  return new Server(new URL("../unit/", options.plan), form.language);
}
