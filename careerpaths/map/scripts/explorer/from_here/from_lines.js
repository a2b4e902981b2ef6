/* The lines of Härifrån: from the edge of one box to the edge of another, drawn as SVG behind the boxes. */
import { svg } from "../../../../browser/scripts/base/dom.js";

/** @import { Kind } from "../model.js" */

/** @typedef {{ step: string, kind: string, from: HTMLElement, to: HTMLElement }} Line */
/** @typedef {[x: number, y: number]} Spot px in the drawing */

const APART = 14; // px between lines that share an edge, at most
const CORNER = 8; // px at both ends of an edge where no line begins

/** How far from the middle of an edge each of its lines stands, in px, the topmost first.
 * @param {number} count of lines
 * @param {number} height px of the edge */
export function spread(count, height) {
  const apart = Math.min(APART, Math.max(0, height - 2 * CORNER) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, place) => (place - (count - 1) / 2) * apart);
}

/** The path of a line, level at both ends.
 * @param {Spot} from
 * @param {Spot} to */
export function pathOf([x, y], [toX, toY]) {
  const bend = (toX - x) / 2;
  return `M${x} ${y}C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`;
}

/** Draw the lines anew for where the boxes stand now.
 * @param {Element} sheet
 * @param {Line[]} lines those that share an edge in the order of their other ends
 * @param {Kind[]} kinds
 * @param {string | null} chosen the step that is strong */
export function drawLines(sheet, lines, kinds, chosen) {
  const dashes = new Map(kinds.map((kind) => [kind.id, kind.dashes.join(" ")]));
  const starts = spotsOf(lines, "from");
  const ends = spotsOf(lines, "to");
  const drawn = lines.map((line, place) => {
    const path = pathOf(starts[place], ends[place]);
    const told = { "data-kind": line.kind, class: line.step === chosen ? "current" : "" };
    const drawn = {
      "stroke-dasharray": dashes.get(line.kind) ?? "",
      "marker-end": `url(#head_${line.kind})`,
      stroke: `var(--kind-${line.kind}, currentColor)`,
    };
    return [
      svg("path", { ...told, ...drawn, d: path }),
      svg("path", { class: "reach", d: path, "data-step": line.step }),
    ];
  });
  sheet.replaceChildren(...drawn.flat());
}

/** Where each line meets a box: `from` its right edge, `to` its left.
 * @param {Line[]} lines
 * @param {"from" | "to"} end
 * @returns {Spot[]} */
function spotsOf(lines, end) {
  /** @type {Map<HTMLElement, number[]>} */
  const sharing = new Map();
  lines.forEach((line, place) => {
    sharing.set(line[end], [...(sharing.get(line[end]) ?? []), place]);
  });
  /** @type {Spot[]} */
  const spots = [];
  for (const [box, places] of sharing) {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = box;
    const [x, y] = [offsetLeft + (end === "from" ? offsetWidth : 0), offsetTop + offsetHeight / 2];
    const by = spread(places.length, offsetHeight);
    places.forEach((place, nth) => {
      spots[place] = [x, y + by[nth]];
    });
  }
  return spots;
}
