/* The two fields in which a role is found by what one types: the search, and the question of the start. */
import { Combobox } from "./combobox.js";
import { matches } from "./matching.js";

/** @import { Model } from "./model.js" */

/** @param {Model} model
 * @param {(role: string) => void} picked */
export function searchField({ words, roles }, picked) {
  const { search: label, searchHint: hint, noHit: none } = words;
  const named = { id: "search", list: "found", label, hint, none, class: "search" };
  const field = new Combobox(named, (typed) => matches(roles, typed), picked);
  field.box.setAttribute("role", "search");
  return field;
}

/** With nothing typed it offers every role.
 * @param {Model} model
 * @param {(role: string) => void} picked */
export function startField({ words, roles }, picked) {
  const { myRole: label, myRoleHint: hint, noRole: none } = words;
  const named = { id: "my-role", list: "my-roles", label, hint, none, class: "picker" };
  const all = roles.map((role) => ({ role, by: "" }));
  return new Combobox(named, (typed) => (typed.trim() ? matches(roles, typed) : all), picked);
}
