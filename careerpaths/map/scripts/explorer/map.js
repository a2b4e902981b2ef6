/* The map: vis-network draws the lines, real buttons lie exactly over its boxes. */
import { afterPaint, element } from "../../../browser/scripts/base/dom.js";
import { fill } from "../../../browser/scripts/base/text.js";
import { bandsOf, buttonsOf, mark } from "./boxes.js";
import { frameOf, isWithin } from "./framing.js";
import { Lines, stepsOf, strongOf } from "./lines.js";
import { walked } from "./walking.js";

/** @import { Picked } from "./choice.js"
 * @import { Shown } from "./lines.js"
 * @import { Drawing, Model, Point, Shape } from "./model.js" */

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
    this.reached = ""; // the role that Tab stops at
    this.frame = { top: 0, bottom: 0 }; // what is shown of the drawing
    /** @type {string | null} */
    this.selected = null;
    /** @type {Shape | undefined} */
    this.shape = undefined;
    /** @type {Map<string, HTMLButtonElement>} */
    this.button = new Map();
    this.canvas = element("div", { class: "canvas", "aria-hidden": "true" });
    this.ground = element("div", { class: "ground", "aria-hidden": "true" });
    this.roles = element("ul", { class: "roles", role: "list" });
    this.says = element("div", { class: "says", "aria-hidden": "true" });
    const told = { class: "map", role: "group", "aria-describedby": "how-to-move" };
    this.pane = element("div", told, this.ground, this.canvas, this.roles, this.says);
    this.pane.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  /** @param {Shape} shape
   * @param {number} width px
   * @param {string[]} [route] the steps that a page shows */
  draw(shape, width, route) {
    const { network, drawing } = this.shape === shape && this.drawn ? this.drawn : this.build(shape);
    this.scale = Math.min(LARGEST, width / drawing.width);
    this.frame = frameOf(drawing, shape, route);
    this.hideOutside(drawing);
    this.pane.style.height = `${Math.ceil((this.frame.bottom - this.frame.top) * this.scale)}px`;
    network.setSize("100%", "100%");
    network.redraw();
    this.look();
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
    this.drawn?.network.destroy();
  }

  /** @param {Shape} shape */
  build(shape) {
    this.end();
    this.shape = shape;
    const drawing = this.model[shape];
    const lines = new Lines(this.model, drawing, this.says);
    const network = new vis.Network(
      this.canvas,
      { nodes: new vis.DataSet(drawing.nodes), edges: lines.data },
      drawing.options,
    );
    this.drawn = { drawing, lines, network };
    for (const inner of this.canvas.querySelectorAll("[tabindex]")) /** @type {HTMLElement} */ (inner).tabIndex = -1;
    network.on("afterDrawing", () => this.place());
    network.on("click", ({ nodes, edges }) => nodes.length || this.pressed(lines.stepAt(edges)));
    network.on("hoverEdge", () => this.point("pointer"));
    network.on("blurEdge", () => this.point(""));
    this.ground.replaceChildren(...bandsOf(drawing));
    this.layRoles(drawing);
    return this.drawn;
  }

  /** @param {string | undefined} step of the line that was pressed */
  pressed(step) {
    if (step) this.picked({ step });
  }

  /** @param {string} cursor */
  point(cursor) {
    this.canvas.style.cursor = cursor;
  }

  /** @param {Drawing} drawing */
  layRoles(drawing) {
    this.button = buttonsOf(drawing, this.model, (role) => this.picked({ role }));
    this.roles.replaceChildren(...[...this.button.values()].map((button) => element("li", {}, button)));
    this.reach(drawing.places[0].id);
  }

  /* Put the real buttons exactly where vis-network drew its boxes. */
  place() {
    if (!this.drawn) return;
    const { network } = this.drawn;
    const zero = network.canvasToDOM({ x: 0, y: 0 });
    const moved = `translate(${zero.x}px, ${zero.y}px) scale(${network.getScale()})`;
    for (const layer of [this.ground, this.roles, this.says]) layer.style.transform = moved;
  }

  /** @param {Point} [at] the middle of what is looked at; the drawing's own when absent */
  look(at) {
    if (!this.drawn) return;
    const { network, drawing } = this.drawn;
    const { top, bottom } = this.frame;
    const position = at ?? { x: drawing.width / 2, y: (top + bottom) / 2 };
    network.moveTo({ position, scale: this.scale * this.zoom, animation: false });
    network.setOptions({ interaction: { dragView: this.zoom > 1 } });
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
    const middle = this.placeOf(this.selected) ?? this.drawn?.network.getViewPosition();
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
    const strong = new Set(strongOf(drawing.edges, shown));
    const near = new Set([...strong].flatMap((edge) => [edge.start, edge.end])).add(role ?? "");
    mark(this.button, { role, near, any: !!role || steps, steps });
    if (role) this.reach(role);
    const turn = {};
    this.turn = turn; // of several that wait, only the last is done
    afterPaint(() => turn === this.turn && lines.show({ strong, any: !!role || steps, without }));
  }
}
