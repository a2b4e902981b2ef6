/* What the page of a planning talk holds: the plan, what the map offers, and what is under way. */
import { today } from "../../../browser/scripts/base/days.js";
import { FormPage } from "../../../browser/scripts/base/form_page.js";
import { Memory } from "../../../browser/scripts/base/memory.js";
import { Server } from "../../../browser/scripts/base/server.js";
import { randomId } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { drawGrowing } from "./growing.js";
import { TALK } from "./kept.js";
import { emptyPlan, isAnswered } from "./plan.js";
import { reveal } from "./screens.js";

/** @import { Beside, Options, Prepared } from "../../../browser/scripts/base/form_page.js"
 * @import { Choice, Item, List, Offers, Plan } from "./plan.js" */

/** @typedef {{ id: string, name: string, lang: string | null, stage: string, near: string[] }} Role */
/** @typedef {Prepared & { limits: Record<"plan" | "pdf" | "activities", number>, example: { role: string, goal: string },
 *   stages: { id: string, name: string }[], roles: Role[] }} Form as careerpaths/talk/form.py writes it */
/** @typedef {Beside & { typed: Record<string, string>, said: Record<string, string>, gone: string[], asked: string,
 *   met: string, spoken: string }} Kept days half typed, answers to lists that are not asked for now, … */
/** @typedef {{ sentences: string[], language: string, spoken: string, day?: string, whole?: Plan, remarks?: string[] }}
 *   Loaded a plan that was loaded just now; `whole`: as it stood in its file */

const OFFERED_FIRST = 4; // suggestions shown before «Show all»
export const MEMORY = new Memory("karriarkartan.plan", TALK);

/** @param {Form} form */
const empty = (form) => emptyPlan(form.version, form.language, today());

/** @returns {Kept} */
const nothingBeside = () => ({
  typed: {},
  said: Object.create(null),
  gone: [],
  asked: "",
  met: "",
  spoken: "",
  unfiled: false,
});

/** @extends {FormPage<Plan, Kept, Form>} */
export class TalkPage extends FormPage {
  /** @param {ShadowRoot} host
   * @param {HTMLElement} root
   * @param {Options} options
   * @param {Form} form */
  constructor(host, root, options, form) {
    const server = new Server(options.plan, form.language);
    super(host, root, options, MEMORY, form, server, { plan: empty(form), beside: nothingBeside() });
    this.roles = byId(form);
    /** @type {Offers | null} */
    this.offers = null;
    this.asking = 0; // the number of the last question to the server
    this.shownOffers = OFFERED_FIRST;
    /** @type {WeakMap<Item, HTMLElement>} */
    this.rows = new WeakMap();
    /** @type {WeakMap<Element, Item>} */
    this.items = new WeakMap();
    /** @type {{ item: Item, at: number } | null} */
    this.removed = null;
    /** @type {Loaded | null} */
    this.loaded = null;
    /** @type {Role | null | undefined} a role in the address, where there is a plan already */
    this.arrived = null;
    this.meet(this.roles.get(new URLSearchParams(location.search).get("role") ?? ""));
  }

  get elsewhere() {
    return {
      schema: "karriarkartan.unit/",
      path: "planera",
      name: () => say("To Plan the unit"),
      sentence: () =>
        say("The file is the plan of a unit. It is loaded on the page “Plan the unit”. Nothing has been changed here."),
    };
  }

  /** @param {Form} form in another language, or of another model */
  use(form) {
    this.form = form;
    this.roles = byId(form);
    this.server = new Server(this.options.plan, form.language);
  }

  furnish() {
    this.rows = new WeakMap();
    this.items = new WeakMap();
    this.shownOffers = OFFERED_FIRST;
    super.furnish();
  }

  /** A role in the address is a start value, or a question if there is a plan.
   * @param {Role | undefined} role */
  meet(role) {
    const chosen = [this.plan.role, ...this.plan.goals].some((choice) => choice && choice.id === role?.id);
    if (!role || role.id === this.beside.met) return;
    if (this.touched()) this.arrived = chosen ? null : role;
    else {
      this.plan.role = choiceOf(role);
      this.beside.met = role.id;
    }
  }

  touched() {
    const { created, follow_up: day } = this.beside.typed;
    return !!created || !!day || isAnswered(this.plan);
  }

  save() {
    if (this.plan.follow_up) this.plan.follow_up_uid ||= randomId(); // one entry in the calendar, however often it is taken
    super.save();
    drawGrowing(this);
  }

  /** @param {Element} what */
  reveal(what) {
    reveal(this, what);
  }

  /** Exchange the whole plan: for one that was loaded, or for an empty one.
   * @param {Partial<Plan>} [plan]
   * @param {Partial<Kept>} [beside] */
  begin(plan = {}, beside = {}) {
    this.plan = { ...empty(this.form), ...plan };
    this.beside = { ...nothingBeside(), ...beside };
    this.removed = null;
    this.arrived = null;
  }

  /** The words of something in the plan, marked when the map no longer has it.
   * @param {List} list
   * @param {Item} item */
  textOf(list, item) {
    const text = item.text ?? item.what ?? "";
    const isGone = item.id && this.beside.gone.includes(list === "gaps" ? `requirements/${item.id}` : item.id);
    return isGone ? gone(text) : text;
  }
}

/** @param {Form} form */
function byId(form) {
  return new Map(form.roles.map((role) => [role.id, role]));
}

/** @param {Role} role
 * @returns {Choice} */
export function choiceOf(role) {
  return { id: role.id, text: role.name };
}

/** @param {string} text of what is no longer there */
export function gone(text) {
  return say("{text} (no longer on the map)", { text });
}
