/* The boxes of Härifrån as lists with headings: a role's name, pressed into the middle, and what is said of the step. */
import { element, svg } from "../../../../browser/scripts/base/dom.js";

/** @import { Picked } from "../choice.js"
 * @import { Around, Far } from "./from_here.js"
 * @import { Model, Role, Step } from "../model.js" */

export class Boxes {
  /** @param {Model} model
   * @param {(choice: Picked) => void} picked */
  constructor(model, picked) {
    this.model = model;
    this.picked = picked;
    /** @type {Map<string, HTMLElement>} */
    this.stop = new Map(); // the boxes by their stop (from_here.js)
  }

  /** The columns, from the left.
   * @param {string} middle
   * @param {Around} found */
  columns(middle, found) {
    this.stop = new Map();
    const here = this.box("", middle, "div");
    here.classList.add("here");
    here.querySelector("button")?.setAttribute("aria-current", "true");
    const onward = found.next.flatMap(({ steps }) => steps);
    here.style.setProperty("--lines", String(Math.max(found.ways.length, onward.length))); // room for each
    return [this.ways(found), here, this.onward(found), ...(found.far.length ? [this.beyond(found)] : [])];
  }

  /** @param {Around} found */
  ways({ ways, open }) {
    const { waysHere, allHere, noWayHere } = this.model.words;
    const boxes = ways.map((step) => this.box(step.id, step.start, "li", this.told(step, step.word, step.time)));
    const inside = boxes.length ? listed(boxes) : element("p", {}, open ? allHere : noWayHere);
    return element("div", { class: "ways" }, element("h3", {}, waysHere), inside);
  }

  /** @param {Around} found */
  onward({ next }) {
    const { waysOn, noWayOn } = this.model.words;
    const groups = next.flatMap(({ kind, word, steps }) => {
      const decided = (/** @type {Step} */ step) =>
        step.decided && element("span", { lang: step.decidedLang }, step.decided);
      const boxes = steps.map((step) => this.box(step.id, step.end, "li", this.told(step, step.time, decided(step))));
      return [element("h4", { "data-kind": kind }, sign(kind), word), listed(boxes)];
    });
    const inside = groups.length ? groups : [element("p", {}, noWayOn)];
    return element("div", { class: "on" }, element("h3", { class: "only-heard" }, waysOn), ...inside);
  }

  /** @param {Around} found */
  beyond({ far }) {
    const boxes = far.map((one) => this.box(one.role, one.role, "li", this.by(one)));
    return element("div", { class: "beyond" }, element("h3", {}, this.model.words.twoAway), listed(boxes));
  }

  /** @param {string} stop
   * @param {string} id of the role
   * @param {"li" | "div"} tag
   * @param {Node} [said] of the step there */
  box(stop, id, tag, said) {
    const role = this.model.role.get(id);
    const name = element("span", { lang: role?.lang }, role ? breakable(role) : "");
    const go = element("button", { type: "button", class: "go", "data-role": id }, name);
    go.onclick = () => this.picked({ role: id });
    const box = element(tag, { class: `stop ${role?.kind}` }, go, said ?? "");
    this.stop.set(stop, box);
    return box;
  }

  /** What is said of a step, and leads to its card.
   * @param {Step} step
   * @param {(Node | string)[]} parts */
  told(step, ...parts) {
    const { aboutStep } = this.model.words;
    const said = parts.filter(Boolean).flatMap((part, nth) => (nth ? [" · ", part] : [part]));
    if (!said.length) return stepLink(step, aboutStep);
    return stepLink(step, element("span", { class: "only-heard" }, `${aboutStep}: `), ...said);
  }

  /** The roles by way of which one two steps away is reached.
   * @param {Far} far */
  by({ steps }) {
    const short = (/** @type {Step} */ { start }) => this.model.role.get(start)?.short ?? "";
    const links = steps.flatMap((step, nth) => [nth ? ", " : " ", stepLink(step, short(step))]);
    return element("span", { class: "via" }, this.model.words.via, ...links);
  }

  /** The steps that every employee may take, as a sentence each.
   * @param {Around} found */
  leaving({ leaves }) {
    return leaves.flatMap((step) => {
      const [before, after] = this.model.words.allLeave.split("{role}");
      return [before, stepLink(step, this.model.role.get(step.end)?.name ?? ""), `${after} `];
    });
  }
}

/** The whole name, with soft hyphens where the short one is the same with them.
 * @param {Role} role */
function breakable({ name, short }) {
  return short.replaceAll("\u00ad", "") === name ? short : name;
}

/** @param {HTMLElement[]} boxes */
function listed(boxes) {
  return element("ul", { role: "list" }, ...boxes);
}

/** @param {Step} step
 * @param {(Node | string)[]} said */
function stepLink({ id }, ...said) {
  return element("a", { class: "about", href: `?step=${id}&view=from`, "data-step": id }, ...said);
}

/** @param {string} kind */
function sign(kind) {
  return svg("svg", { class: "sign", "aria-hidden": "true" }, svg("use", { href: `#sign-${kind}` }));
}
