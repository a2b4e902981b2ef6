/* The map: bands, lines (SVG) and boxes (real buttons) on one board, which is moved and enlarged as a whole. */
import { afterPaint, element } from "../../../../browser/scripts/base/dom.js";
import { fill } from "../../../../browser/scripts/base/text.js";
import { bandsOf, buttonsOf, mark } from "./boxes.js";
import { fitNames } from "./fit_names.js";
import { frameOf, isWithin } from "./framing.js";
import { Lines, stepsOf, strongOf } from "./lines.js";
import { Pointer } from "./pointer.js";
import { walked } from "./walking.js";

/** @import { Picked } from "../choice.js"
 * @import { Emphasis, Shown } from "./lines.js"
 * @import { Drawing, Model, Point, Shape } from "../model.js" */

const LARGEST = 1.3; // the map grows this much on a large screen, then stays
const MOST_ZOOM = 3;
const PAPER = { width: 660, height: 900 }; // px that fit on an upright A4 page

export class CareerMap {
  /** @param {Model} model
   * @param {(choice: Picked) => void} picked */
  constructor(model, picked) {
    this.model = model;
    this.picked = picked;
    this.zoom = 1;
    this.scale = 1;
    this.size = { width: 0, height: 0 }; // px of the pane
    this.middle = { x: 0, y: 0 }; // of what is looked at, in the drawing
    this.reached = ""; // the role that Tab stops at
    this.frame = { top: 0, bottom: 0 }; // what is shown of the drawing
    /** @type {string | null} */
    this.selected = null;
    /** @type {Shape | undefined} */
    this.shape = undefined;
    /** @type {Map<string, HTMLButtonElement>} */
    this.button = new Map();
    this.ground = element("div", { class: "ground", "aria-hidden": "true" });
    this.roles = element("ul", { class: "roles", role: "list" });
    this.says = element("div", { class: "says", "aria-hidden": "true" });
    this.board = element("div", { class: "board" });
    const told = { class: "map", role: "group", "aria-describedby": "how-to-move" };
    this.pane = element("div", told, this.board);
    this.pane.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    /** @type {Emphasis} */
    this.emphasis = { strong: new Set(), any: false, without: new Set() };
    new Pointer(this);
  }

  /** @param {Shape} shape
   * @param {number} width px
   * @param {string[]} [route] the steps that a page shows */
  draw(shape, width, route) {
    const { drawing } = this.shape === shape && this.drawn ? this.drawn : this.build(shape);
    this.scale = Math.min(LARGEST, width / drawing.width);
    this.frame = frameOf(drawing, shape, route);
    this.hideOutside(drawing);
    this.size = { width, height: Math.ceil((this.frame.bottom - this.frame.top) * this.scale) };
    this.pane.style.height = `${this.size.height}px`;
    this.look();
    const fit = () => fitNames(this.button.values());
    fit();
    document.fonts.ready.then(fit);
  }

  /** Boxes that are out of the frame are neither reached nor heard, and not counted.
   * @param {Drawing} drawing */
  hideOutside({ places }) {
    const { model, frame } = this;
    for (const place of places) {
      const button = this.button.get(place.id);
      if (button?.parentElement) button.parentElement.hidden = !isWithin(frame, place);
    }
    const steps = model.steps.filter(({ start, end }) => this.isShown(start) && this.isShown(end)).length;
    const roles = places.filter(({ id }) => this.isShown(id));
    this.pane.setAttribute("aria-label", fill(model.words.mapName, { roles: roles.length, steps }));
    if (roles.length && !this.isShown(this.reached)) this.reach(roles[0].id);
  }

  /** @param {string} role */
  isShown(role) {
    return !this.button.get(role)?.parentElement?.hidden;
  }

  end() {
    this.turn = undefined;
  }

  /** @param {Shape} shape */
  build(shape) {
    this.shape = shape;
    const drawing = this.model[shape];
    const lines = new Lines(this.model, drawing, this.says);
    this.drawn = { drawing, lines };
    this.board.style.setProperty("--gutter", `${drawing.gutter}px`);
    this.ground.replaceChildren(...bandsOf(drawing));
    this.layRoles(drawing);
    this.board.replaceChildren(this.ground, lines.layer, this.roles, this.says);
    return this.drawn;
  }

  /** @param {Drawing} drawing */
  layRoles(drawing) {
    this.button = buttonsOf(drawing, this.model, (role) => this.picked({ role }));
    this.roles.replaceChildren(...[...this.button.values()].map((button) => element("li", {}, button)));
    this.reach(drawing.places[0].id);
  }

  /** @param {Point} [at] the middle of what is looked at; the drawing's own when absent. No more than the map is seen. */
  look(at) {
    if (!this.drawn) return;
    const { drawing } = this.drawn;
    const { top, bottom } = this.frame;
    const { width, height } = this.size;
    const scale = this.scale * this.zoom;
    const wanted = at ?? { x: drawing.width / 2, y: (top + bottom) / 2 };
    this.middle = {
      x: within(wanted.x, width / 2 / scale, 0, drawing.width),
      y: within(wanted.y, height / 2 / scale, top, bottom),
    };
    const moved = { x: width / 2 - this.middle.x * scale, y: height / 2 - this.middle.y * scale };
    this.board.style.transform = `translate(${moved.x}px, ${moved.y}px) scale(${scale})`;
    this.pane.classList.toggle("zoomed", this.zoom > 1);
  }

  /** @param {string | null} role */
  placeOf(role) {
    return this.drawn?.drawing.places.find((place) => place.id === role);
  }

  /** Returns how large the map is now, in per cent of the whole.
   * @param {number} factor 0 shows the whole */
  zoomBy(factor) {
    this.zoom = factor ? Math.min(MOST_ZOOM, Math.max(1, this.zoom * factor)) : 1;
    const middle = this.placeOf(this.selected) ?? this.middle;
    this.look(this.zoom > 1 ? middle : undefined);
    return Math.round(this.zoom * 100);
  }

  /** Paper is narrower than a screen, and nothing is drawn again for it.
   * @param {boolean} printing */
  shrink(printing) {
    const { clientWidth, clientHeight, style } = this.pane;
    style.width = printing ? `${clientWidth}px` : "";
    style.zoom = printing ? String(Math.min(1, PAPER.width / clientWidth, PAPER.height / clientHeight)) : "";
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  }

  /** Make one role the map's Tab stop; focus it when asked to.
   * @param {string} role */
  reach(role, focus = false) {
    const button = this.button.get(role);
    if (!button) return;
    this.button.get(this.reached)?.setAttribute("tabindex", "-1");
    button.tabIndex = 0;
    this.reached = role;
    if (!focus) return;
    button.focus({ preventScroll: this.zoom > 1 });
    if (this.zoom > 1) this.look(this.placeOf(role));
  }

  /** Follow an arrow key. Returns whether it led on, or undefined when the key does not walk.
   * @param {string} key */
  walk(key) {
    const found = walked(key, this.reached, this.model, this.drawn?.drawing.places ?? []);
    if (found === undefined) return undefined;
    if (!found || !this.isShown(found)) return false;
    this.reach(found, true);
    return true;
  }

  /** Strong: the steps of the selected role, the selected step, or the route. The rest recede. The boxes answer at
   * once; the lines, most of the work, follow when the card has been painted.
   * @param {Shown} shown
   * @param {Set<string>} without */
  show(shown, without) {
    if (!this.drawn) return;
    const { drawing, lines } = this.drawn;
    const { role } = shown;
    this.selected = role;
    const steps = stepsOf(shown).size > 0;
    const strong = new Set(strongOf(drawing.lines, shown));
    const near = new Set([...strong].flatMap((line) => [line.from, line.to])).add(role ?? "");
    mark(this.button, { role, near, any: !!role || steps, steps });
    if (role) this.reach(role);
    const turn = {};
    this.turn = turn; // of several that wait, only the last is done
    this.emphasis = { strong, any: !!role || steps, without };
    afterPaint(() => turn === this.turn && lines.show(this.emphasis));
  }

  /** On a dense map single lines are seen of what is chosen; while nothing is, of the role that is pointed at.
   * @param {string | undefined} role */
  peek(role) {
    if (!this.drawn?.lines.isDense || this.emphasis.any) return;
    const strong = new Set(role ? strongOf(this.drawn.drawing.lines, { role, step: null }) : []);
    this.drawn.lines.show({ ...this.emphasis, strong, any: !!role });
  }
}

/** What is nearest to a value so that a window around it lies between two others; their middle where it is larger.
 * @param {number} value
 * @param {number} half of the window
 * @param {number} low
 * @param {number} high */
function within(value, half, low, high) {
  return half * 2 >= high - low ? (low + high) / 2 : Math.min(high - half, Math.max(low + half, value));
}
