/* Härifrån: a role in the middle, the ways here to the left, the ways on to the right, and the lines between. */
import { element, svg } from "../../../../browser/scripts/base/dom.js";
import { fill } from "../../../../browser/scripts/base/text.js";
import { Boxes } from "./from_boxes.js";
import { around, HERE, middleOf, moved, stopsOf } from "./from_here.js";
import { drawLines } from "./from_lines.js";

/** @import { Choice, Picked } from "../choice.js"
 * @import { Around } from "./from_here.js"
 * @import { Line } from "./from_lines.js"
 * @import { Model } from "../model.js" */

const PAPER = { page: 660, near: 780, far: 940 }; // px of width: of an upright A4 page, and what is printed smaller on it

export class FromHere {
  /** @param {Model} model
   * @param {(choice: Picked) => void} picked */
  constructor(model, picked) {
    this.model = model;
    this.boxes = new Boxes(model, picked);
    /** @type {string | null} */
    this.middle = null;
    /** @type {string | null} */
    this.step = null; // the chosen one
    this.drawn = ""; // what stands in the drawing
    this.reached = HERE; // the stop that Tab stops at
    /** @type {ReturnType<typeof stopsOf>} */
    this.stops = { columns: [], leads: new Map() };
    /** @type {Line[]} */
    this.lines = [];
    this.sheet = svg("svg", { class: "from-lines", "aria-hidden": "true" });
    this.sheet.addEventListener("click", ({ target }) => {
      const step = target instanceof Element && target.getAttribute("data-step");
      if (step) picked({ step });
    });
    this.title = element("h2", { class: "only-heard", id: "around" });
    const told = { role: "group", "aria-labelledby": "around", "aria-describedby": "how-to-walk" };
    this.drawing = element("div", { class: "from-drawing", ...told });
    this.leaves = element("span");
    this.widen = element("button", { type: "button", class: "link" });
    const whole = element("button", { type: "button", class: "link", "data-view": "map" }, model.words.onWholeMap);
    const more = element("p", { class: "from-more" }, this.leaves, this.widen, whole);
    const help = element("p", { class: "help", id: "how-to-walk" }, model.words.hereHelp);
    this.pane = element("div", { class: "from-pane", hidden: true }, this.title, this.drawing, more, help);
    this.size = ""; // of the drawing when its lines were drawn
    this.sizes = new ResizeObserver(() => this.size === this.measured() || this.redraw());
    this.sizes.observe(this.drawing);
  }

  end() {
    this.sizes.disconnect();
  }

  /** Show what is around the chosen role or step; the lines follow with `redraw`.
   * @param {Choice} choice
   * @param {boolean} seen whether this view is the one that is seen */
  show(choice, seen) {
    this.middle = middleOf(choice, this.model, this.middle);
    this.step = choice.step;
    this.pane.hidden = !seen || !this.middle;
    const asked = this.pane.hidden ? "" : JSON.stringify([this.middle, [...choice.without], choice.far]);
    if (asked !== this.drawn) this.furnish(choice);
    this.drawn = asked;
    for (const [stop, box] of this.boxes.stop) box.classList.toggle("current", stop === choice.step);
  }

  /** @param {Choice} choice */
  furnish({ without, far }) {
    if (this.pane.hidden || !this.middle) return this.drawing.replaceChildren();
    const held = this.drawing.matches(":focus-within");
    const whole = around(this.middle, this.model, without);
    const found = far ? whole : { ...whole, far: [] };
    this.stops = stopsOf(found);
    this.drawing.replaceChildren(this.sheet, ...this.boxes.columns(this.middle, found));
    this.drawing.dataset.far = String(found.far.length > 0);
    this.lines = this.linesOf(found);
    this.name(far, whole.far.length > 0);
    this.leaves.replaceChildren(...this.boxes.leaving(found));
    this.reach(HERE, held);
  }

  /** @param {boolean} far
   * @param {boolean} further whether there is anything two steps away */
  name(far, further) {
    const { hereAndOn, oneStep, twoSteps } = this.model.words;
    this.title.textContent = fill(hereAndOn, { role: this.model.role.get(this.middle ?? "")?.name });
    this.widen.hidden = !further;
    this.widen.textContent = far ? oneStep : twoSteps;
    this.widen.dataset.far = far ? "1" : "2";
  }

  /** @param {Around} found
   * @returns {Line[]} */
  linesOf({ ways, next, far }) {
    const at = (/** @type {string} */ stop) => /** @type {HTMLElement} */ (this.boxes.stop.get(stop));
    const onward = next.flatMap(({ steps }) => steps);
    const last = far.flatMap(({ role, steps }) => steps.map((step) => ({ ...step, role })));
    const near = (/** @type {string} */ role) => onward.find(({ end }) => end === role)?.id ?? "";
    return [
      ...ways.map(({ id, kind }) => ({ step: id, kind, from: at(id), to: at(HERE) })),
      ...onward.map(({ id, kind }) => ({ step: id, kind, from: at(HERE), to: at(id) })),
      ...last.map(({ id, kind, start, role }) => ({ step: id, kind, from: at(near(start)), to: at(role) })),
    ];
  }

  /* Draw the lines for where the boxes stand; after all else has been changed, so that it is laid out once. */
  redraw() {
    if (this.pane.hidden) return;
    drawLines(this.sheet, this.lines, this.model.kinds, this.step);
    this.size = this.measured();
  }

  measured() {
    return `${this.drawing.offsetWidth} ${this.drawing.offsetHeight}`;
  }

  /** Make one box the Tab stop, with what is said of its step; focus it when asked to.
   * @param {string} to
   * @param {boolean} [focus] */
  reach(to, focus = false) {
    for (const [stop, box] of this.boxes.stop)
      for (const one of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("button, a")))
        one.tabIndex = stop === to ? 0 : -1;
    this.reached = to;
    if (focus) this.boxes.stop.get(to)?.querySelector("button")?.focus();
  }

  /** Follow an arrow key. Returns whether it led on, or undefined when the key does not walk.
   * @param {string} key */
  walk(key) {
    const found = moved(key, this.reached, this.stops);
    if (typeof found === "string") this.reach(found, true);
    return found === undefined ? undefined : found !== null;
  }

  /** Paper is narrower than a screen: drawn for its width, or drawn wider and made smaller. Letters and boxes stay as they
   * were measured, whatever size the page's letters have on paper.
   * @param {boolean} printing */
  shrink(printing) {
    const { style, classList } = this.pane;
    const width = this.drawing.dataset.far === "true" ? PAPER.far : PAPER.near;
    const boxes = [...this.boxes.stop.values()];
    for (const box of boxes) box.style.height = "";
    style.zoom = "";
    style.width = printing ? `${width}px` : "";
    style.fontSize = printing ? getComputedStyle(this.pane).fontSize : "";
    classList.toggle("measuring", printing); // with room to spare, since letters are set a little wider on paper
    this.redraw();
    if (!printing) return;
    const heights = boxes.map((box) => box.offsetHeight);
    boxes.forEach((box, nth) => {
      box.style.height = `${heights[nth]}px`;
    });
    classList.remove("measuring");
    style.zoom = String(PAPER.page / width);
  }
}
