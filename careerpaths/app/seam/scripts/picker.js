/* Streamlit's side of a field in which a role is chosen: drawn once, told again what is chosen. */
import { RolePicker } from "../../../map/scripts/explorer/find/role_picker.js";

/** @import { Component } from "./shared/component.js"
 * @import { Asked } from "../../../map/scripts/explorer/find/role_picker.js"
 * @import { Role } from "../../../map/scripts/explorer/model.js" */

/** @typedef {HTMLElement & { picker?: RolePicker, drawn?: string }} Place */

/** @param {Component<Asked & { roles: Role[] }, HTMLElement>} component */
export default function ({ data: [{ chosen, ...asked }], parentElement, setTriggerValue }) {
  const place = /** @type {Place} */ (parentElement.querySelector(".role-field"));
  const drawn = JSON.stringify(asked);
  if (!place.picker || place.drawn !== drawn) {
    place.picker = new RolePicker({ ...asked, chosen }, asked.roles, (role) => setTriggerValue("picked", { role }));
    place.drawn = drawn;
    place.replaceChildren(place.picker.box);
  }
  if (!place.picker.isOffering()) place.picker.set(chosen);
}
