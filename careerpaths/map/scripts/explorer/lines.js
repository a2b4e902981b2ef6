/* The lines of the map: which are strong, how each is drawn, and where the kind of step is written. */
import { element } from "../../../browser/scripts/base/dom.js";

/** @import { Choice } from "./choice.js"
 * @import { Drawing, Edge, Model } from "./model.js" */

const WORD = { width: 70, height: 16 }; // px around a word where no other is written
const STRONG = 2.6; // px
const THIN = 1.3;

/** @typedef {Pick<Choice, "role" | "step" | "route">} Shown */
/** @typedef {{ strong: Set<Edge>, any: boolean, without: Set<string> }} Emphasis `any`: something is chosen, the rest recedes */

/** The steps chosen by themselves, not by a role.
 * @param {Shown} shown */
export function stepsOf({ step, route = [] }) {
  return new Set(step ? [step] : route);
}

/** The lines of the chosen role, step or route.
 * @param {Edge[]} edges
 * @param {Shown} shown */
export function strongOf(edges, shown) {
  const { role } = shown;
  const steps = stepsOf(shown);
  return edges.filter((edge) => steps.has(edge.step) || (!!role && (edge.start === role || edge.end === role)));
}

/** How one line is drawn; in forced colours by the names of the visitor's own.
 * @param {Edge} edge
 * @param {Emphasis} emphasis
 * @param {Model["colours"]} colours
 * @param {boolean} forced */
export function inkOf(edge, { strong, any, without }, colours, forced) {
  const isStrong = strong.has(edge);
  const light = forced ? "GrayText" : any ? colours.far : colours.line;
  const color = isStrong ? (forced ? "Highlight" : colours.strong) : light;
  const hidden = without.has(edge.kind) || (edge.wildcard && !isStrong);
  const ink = { color, highlight: color, hover: color, opacity: 1 };
  return { hidden, color: ink, width: isStrong ? STRONG : THIN };
}

/**
 * Where each step's word is written: in the first of its rooms that no other word has taken, or nowhere.
 *
 * @param {Iterable<string>} steps
 * @param {Drawing["spots"]} spots
 */
export function placed(steps, spots) {
  /** @type {{ step: string, x: number, y: number }[]} */
  const taken = [];
  for (const step of steps) {
    const spot = spots[step].find(([x, y]) => !taken.some((one) => isNear(one, x, y)));
    if (spot) taken.push({ step, x: spot[0], y: spot[1] }); // else its line runs beside one that is named
  }
  return taken;
}

/** @param {{ x: number, y: number }} word
 * @param {number} x
 * @param {number} y */
function isNear(word, x, y) {
  return Math.abs(word.x - x) < WORD.width && Math.abs(word.y - y) < WORD.height;
}

export class Lines {
  /** @param {Model} model
   * @param {Drawing} drawing
   * @param {HTMLElement} says the layer that the words are written in */
  constructor(model, drawing, says) {
    this.model = model;
    this.drawing = drawing;
    this.says = says;
    this.data = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge })));
    this.inked = new Map(); // how each line was drawn last
  }

  /** The step of the first of some lines that is seen.
   * @param {string[]} ids */
  stepAt(ids) {
    return ids.map((id) => this.data.get(id)).find((edge) => edge && !edge.hidden)?.step;
  }

  /** @param {Emphasis} emphasis */
  show(emphasis) {
    const forced = matchMedia("(forced-colors: active)").matches;
    const changed = [];
    for (const edge of this.drawing.edges) {
      const ink = inkOf(edge, emphasis, this.model.colours, forced);
      const known = JSON.stringify(ink);
      if (this.inked.get(edge.id) === known) continue;
      this.inked.set(edge.id, known);
      changed.push({ id: edge.id, ...ink });
    }
    this.data.update(changed);
    const seen = [...emphasis.strong].filter((edge) => !emphasis.without.has(edge.kind));
    this.write(new Set(seen.map((edge) => edge.step)));
  }

  /** @param {Set<string>} steps */
  write(steps) {
    const written = placed(steps, this.drawing.spots).map(({ step, x, y }) => {
      const word = element("span", {}, this.model.step.get(step)?.word ?? "");
      Object.assign(word.style, { left: `${x}px`, top: `${y}px` });
      return word;
    });
    this.says.replaceChildren(...written);
  }
}
