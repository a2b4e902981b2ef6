/* The part of the drawing that is shown: all of it, or for a route in a narrow window the stages that it passes. */
/** @import { Drawing, Place, Shape } from "../model.js" */

const BELOW = 36; // px under the lowest role of a route

/** @typedef {{ top: number, bottom: number }} Frame px in the drawing */

/** From the top of the first stage that a route passes to just below its lowest role, and not into another stage.
 * @param {Drawing} drawing
 * @param {Shape} shape
 * @param {string[] | null} [route] the steps of the route that is shown, if one is
 * @returns {Frame} */
export function frameOf({ lines, places, stages, height }, shape, route) {
  const passed = lines.filter(({ step, back }) => route?.includes(step) || (back && route?.includes(back)));
  const on = new Set(passed.flatMap(({ from, to }) => [from, to]));
  const boxes = places.filter(({ id }) => on.has(id));
  if (shape === "wide" || !boxes.length) return { top: 0, bottom: height };
  const first = Math.min(...boxes.map(({ y }) => y));
  const lowest = Math.max(...boxes.map((box) => box.y + box.height / 2));
  const tops = stages.map(({ y }) => y);
  const top = Math.max(0, ...tops.filter((y) => y < first));
  return { top, bottom: Math.min(height, lowest + BELOW, ...tops.filter((y) => y > lowest)) };
}

/** Whether a role's box is in the frame, all of it.
 * @param {Frame} frame
 * @param {Place} place */
export function isWithin({ top, bottom }, { y, height }) {
  return y - height / 2 >= top && y + height / 2 <= bottom;
}
