/* The question of the start, «what is your role today?»: every role to choose from, or typed. */
import { element } from "../../../../browser/scripts/base/dom.js";
import { Combobox } from "./combobox.js";
import { matches } from "./matching.js";

/** @import { Match } from "./matching.js"
 * @import { Model } from "../model.js" */

/** @extends {Combobox<Match>} */
export class RoleField extends Combobox {
  /** @param {Model} model
   * @param {(role: string) => void} picked */
  constructor({ words, roles }, picked) {
    const { myRole: label, myRoleHint: hint, noRole: none } = words;
    super({ id: "my-role", list: "my-roles", label, hint, none, class: "picker" });
    this.roles = roles;
    this.all = roles.map((role) => ({ role, by: "" }));
    this.open = (/** @type {Match} */ { role }) => picked(role.id);
    this.input.onclick = () => this.found.hidden && this.list();
  }

  list() {
    const typed = this.input.value;
    const hits = typed.trim() ? matches(this.roles, typed) : this.all;
    const options = hits.map((hit, place) => this.option(hit, place, hit.role.id, ...roleSaid(hit)));
    this.offer(hits, options);
  }
}

/** A role as it is offered, with the word that was found when it is not the name.
 * @param {Match} hit */
export function roleSaid({ role, by }) {
  const also = by ? element("span", { class: "also" }, ` (${by})`) : "";
  return [element("span", { lang: role.lang }, role.name), also];
}
