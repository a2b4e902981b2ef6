/* The boxes of the map: real buttons, and the bands of stages and tracks behind them. */
import { element } from "../../../../browser/scripts/base/dom.js";
/** @import { Band, Box, Drawing, Model, Place, Role } from "../model.js" */

/** @param {Drawing} drawing */
export function bandsOf({ tracks, stages }) {
  return [...tracks.map((track) => band("track", track)), ...stages.map((stage) => band("stage", stage))];
}

/** @param {string} kind
 * @param {Band} one */
function band(kind, one) {
  const made = element("div", { class: kind }, element("span", { lang: one.lang }, one.name));
  Object.assign(made.style, inPixels(one));
  return made;
}

/** @param {Box} box */
function inPixels({ x, y, width, height }) {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}

/** The button of a role; a place says where its middle is.
 * @param {Role} role
 * @param {Place} place
 * @param {() => void} press */
function button(role, place, press) {
  const { x, y, width, height } = place;
  const made = element(
    "button",
    { type: "button", class: `box ${role.kind}`, "data-role": role.id, tabindex: "-1" },
    element("span", { class: "label", lang: role.lang }, role.short),
    element("span", { class: "only-heard" }, ` – ${role.said}`),
  );
  if (role.leaves) made.append(element("span", { class: "exit", "aria-hidden": "true" }));
  made.onclick = press;
  Object.assign(made.style, inPixels({ x: x - width / 2, y: y - height / 2, width, height }));
  return made;
}

/**
 * The buttons by role, in the order of the drawing.
 *
 * @param {Drawing} drawing
 * @param {Model} model
 * @param {(role: string) => void} press
 */
export function buttonsOf(drawing, model, press) {
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  for (const place of drawing.places) {
    const role = model.role.get(place.id);
    if (role)
      buttons.set(
        role.id,
        button(role, place, () => press(role.id)),
      );
  }
  return buttons;
}

/**
 * Mark the chosen box and those beside it; where nothing is chosen none recedes.
 *
 * @param {Map<string, HTMLButtonElement>} buttons
 * @param {{ role: string | null, near: Set<string>, any: boolean, steps: boolean }} chosen `steps`: steps, not a role
 */
export function mark(buttons, { role, near, any, steps }) {
  for (const [id, one] of buttons) {
    if (id === role) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
    one.classList.toggle("far", any && !near.has(id));
    one.classList.toggle("end", steps && near.has(id));
  }
}
