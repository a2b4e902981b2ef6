/* A field with a role in it, in place of a select: the arrows or a press show every role, and one can type. */
import { Combobox } from "./combobox.js";
import { matches } from "./matching.js";
import { roleSaid } from "./start.js";

/** @import { Match } from "./matching.js"
 * @import { Role } from "../model.js" */

/** @typedef {{ id: string, label: string, hint: string, none: string, chosen: string }} Asked `chosen`: a role, or "" */

/** @extends {Combobox<Match>} */
export class RolePicker extends Combobox {
  /** @param {Asked} asked
   * @param {Role[]} roles
   * @param {(role: string) => void} picked */
  constructor({ id, label, hint, none, chosen }, roles, picked) {
    super({ id, list: `${id}-list`, label, hint, none, class: "role-picker" });
    this.box.querySelector("label")?.removeAttribute("class");
    this.roles = roles;
    this.all = roles.map((role) => ({ role, by: "" }));
    this.picked = picked;
    this.input.onclick = () => this.found.hidden && this.list();
    this.set(chosen);
  }

  /** @param {string} chosen */
  set(chosen) {
    this.chosen = chosen;
    this.input.value = this.name();
  }

  name() {
    return this.roles.find(({ id }) => id === this.chosen)?.name ?? "";
  }

  turnedTo() {
    this.input.select(); // so that what is typed takes the place of what stands there
  }

  list() {
    const typed = this.input.value;
    const asIs = !typed.trim() || typed === this.name();
    const hits = asIs ? this.all : matches(this.roles, typed);
    this.offer(
      hits,
      hits.map((hit, place) => this.option(hit, place, hit.role.id, ...roleSaid(hit))),
    );
    if (asIs)
      this.mark(
        Math.max(
          0,
          this.roles.findIndex(({ id }) => id === this.chosen),
        ),
      );
  }

  /** @param {Match} hit */
  choose({ role }) {
    const isNew = role.id !== this.chosen;
    this.set(role.id);
    this.close();
    if (isNew) this.picked(role.id);
  }

  close() {
    super.close();
    this.input.value = this.name();
  }
}
