/* The lines of the map: which are strong, how each is drawn, and where the kind of step is written. */
import { element, svg } from "../../../../browser/scripts/base/dom.js";
import { drawn } from "./strokes.js";
import { Trunks } from "./trunks.js";

/** @import { Choice } from "../choice.js"
 * @import { Drawing, Line, Model, Point } from "../model.js" */

const WORD = { width: 76, height: 16 }; // px around a word where no other is written

/** @typedef {Pick<Choice, "role" | "step" | "route">} Shown */
/** @typedef {{ strong: Set<Line>, any: boolean, without: Set<string>, dense?: boolean }} Emphasis `any`: something is
 *   chosen, the rest recedes; `dense`: the rest is not seen at all */
/** @typedef {{ there: boolean, back: boolean, strong: boolean, far: boolean }} Look `there` and `back`: which of its steps are seen */

/** The steps chosen by themselves, not by a role.
 * @param {Shown} shown */
export function stepsOf({ step, route = [] }) {
  return new Set(step ? [step] : route);
}

/** The lines of the chosen role, step or route.
 * @param {Line[]} lines
 * @param {Shown} shown */
export function strongOf(lines, shown) {
  const { role } = shown;
  const steps = stepsOf(shown);
  const isChosen = (/** @type {Line} */ line) => steps.has(line.step) || (!!line.back && steps.has(line.back));
  return lines.filter((line) => isChosen(line) || (!!role && (line.from === role || line.to === role)));
}

/** How one line is seen.
 * @param {Line} line
 * @param {Emphasis} emphasis
 * @returns {Look} */
export function lookOf(line, { strong, any, without, dense }) {
  const isStrong = strong.has(line);
  const open = (!line.wildcard && !dense) || isStrong;
  const there = open && !without.has(line.kind);
  const back = open && !!line.back_kind && !without.has(line.back_kind);
  return { there, back, strong: isStrong, far: any && !isStrong };
}

/** The step that a point on a line stands for: where it leads back too, the one that leads to the nearer end.
 * @param {Line} line
 * @param {Look} look
 * @param {Point} at */
export function stepOf({ step, back, points }, look, at) {
  if (!back || !look.back) return step;
  const away = (/** @type {[number, number]} */ [x, y]) => Math.hypot(x - at.x, y - at.y);
  return !look.there || away(points[0]) < away(points[points.length - 1]) ? back : step;
}

/** How far a point lies from a line.
 * @param {Line} line
 * @param {Point} at */
export function distance({ points }, { x, y }) {
  const pieces = points.slice(1).map(([c, d], number) => {
    const [a, b] = points[number];
    const near = (/** @type {number} */ value, /** @type {number} */ one, /** @type {number} */ other) =>
      Math.max(Math.min(one, other) - value, value - Math.max(one, other), 0);
    return Math.hypot(near(x, a, c), near(y, b, d));
  });
  return Math.min(...pieces);
}

/**
 * Where the word of each line is written: in the first of its rooms that no other word has taken, or nowhere.
 *
 * @template {{ net: number, points: [number, number][], spots: [number, number][] }} T
 * @param {T[]} lines
 */
export function placed(lines) {
  /** @type {{ line: T, x: number, y: number }[]} */
  const taken = [];
  for (const line of lines) {
    if (taken.some((one) => one.line.net === line.net)) continue; // they run together: one word for all
    const free = line.spots.filter(([x, y]) => !taken.some((one) => isNear(one, x, y)));
    const spot = free.find(([x, y]) => !lines.some((one) => isUnder(one, x, y))) ?? free[0];
    if (spot) taken.push({ line, x: spot[0], y: spot[1] }); // else its line runs beside one that is named
  }
  return taken;
}

/** Whether a word there would lie on a line.
 * @param {{ points: [number, number][] }} line
 * @param {number} x
 * @param {number} y */
function isUnder({ points }, x, y) {
  const apart = (/** @type {number} */ value, /** @type {number} */ one, /** @type {number} */ other) =>
    Math.max(Math.min(one, other) - value, value - Math.max(one, other));
  return points.slice(1).some(([c, d], number) => {
    const [a, b] = points[number];
    return apart(x, a, c) < WORD.width / 2 && apart(y, b, d) < WORD.height / 2;
  });
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
    this.lines = drawing.lines;
    this.says = says;
    /** @type {Map<Line, Look>} */
    this.looks = new Map();
    const kinds = new Map(model.kinds.map((kind) => [kind.id, kind]));
    this.strokes = new Map(this.lines.map((line) => [line, drawn(line, kinds)]));
    const size = { width: drawing.width, height: drawing.height };
    this.layer = svg("svg", { class: "lines", "aria-hidden": "true", ...size });
    this.trunks = new Trunks(drawing, kinds);
    this.layer.append(this.trunks.group, ...[...this.strokes.values()].map(({ group }) => group));
  }

  /** Whether single lines are seen only of what is chosen. */
  get isDense() {
    return this.trunks.isDense;
  }

  /** The step of the nearest line that is seen within so many px of a point.
   * @param {Point} at
   * @param {number} reach */
  stepAt(at, reach) {
    let [nearest, least] = [/** @type {Line | undefined} */ (undefined), reach];
    for (const [line, look] of this.looks) {
      if (!look.there && !look.back) continue;
      const away = distance(line, at) - (look.strong ? 1 : 0); // of two in one trunk the strong one answers
      if (away < least) [nearest, least] = [line, away];
    }
    const look = nearest && this.looks.get(nearest);
    return nearest && look && stepOf(nearest, look, at);
  }

  /** @param {Emphasis} emphasis */
  show({ strong, any, without }) {
    const emphasis = { strong, any, without, dense: this.isDense };
    this.trunks.show(any, without);
    for (const [line, stroke] of this.strokes) {
      const look = lookOf(line, emphasis);
      const before = this.looks.get(line);
      this.looks.set(line, look);
      if (before && JSON.stringify(before) === JSON.stringify(look)) continue;
      stroke.show(look);
      if (look.strong) this.layer.append(stroke.group); // over those that recede
    }
    this.write([...strong]);
  }

  /** @param {Line[]} strong */
  write(strong) {
    const seen = strong.filter((line) => this.looks.get(line)?.there || this.looks.get(line)?.back);
    const written = placed(seen).map(({ line, x, y }) => {
      const step = this.looks.get(line)?.there ? line.step : line.back;
      const word = element("span", {}, this.model.step.get(step ?? "")?.word ?? "");
      Object.assign(word.style, { left: `${x}px`, top: `${y}px` });
      return word;
    });
    this.says.replaceChildren(...written);
  }
}
