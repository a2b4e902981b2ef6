/* A dense map while nothing is chosen: frames around the cells, and one trunk a kind between two with its number. */
import { svg } from "../../../../browser/scripts/base/dom.js";
import { drawn } from "./strokes.js";
/** @import { Drawing, Kind } from "../model.js" */

export class Trunks {
  /** @param {Drawing} drawing
   * @param {Map<string, Kind>} kinds */
  constructor({ trunks, frames }, kinds) {
    this.isDense = trunks.length > 0;
    this.parts = trunks.map((trunk) => {
      const stroke = drawn({ ...trunk, step: "", root: false }, kinds);
      for (const [x, y] of trunk.spots) stroke.group.append(numbered(trunk.number, x, y));
      return { trunk, stroke };
    });
    const around = frames.map((frame) => svg("rect", { ...frame, class: "frame", rx: 6 }));
    this.group = svg("g", {}, ...around, ...this.parts.map(({ stroke }) => stroke.group));
  }

  /** @param {boolean} any something is chosen: then single lines are seen instead
   * @param {Set<string>} without kinds left out */
  show(any, without) {
    for (const { trunk, stroke } of this.parts) {
      const there = !any && !without.has(trunk.kind);
      stroke.show({ there, back: there && !!trunk.back_kind, strong: false, far: false });
    }
  }
}

/** @param {string} number
 * @param {number} x
 * @param {number} y */
function numbered(number, x, y) {
  const text = svg("text", { x, y });
  text.textContent = number;
  return text;
}
