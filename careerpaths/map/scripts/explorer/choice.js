/* What a visitor has chosen: a role or a step, how it is seen, and what is left out. */
import { fill } from "../../../browser/scripts/base/text.js";
/** @import { Model } from "./model.js" */

/** @typedef {"map" | "from" | "list"} Seen the whole map, one role with the ways to and from it, or all as text */
/** @typedef {{ role: string | null, step: string | null, view: Seen | "", far: boolean, without: Set<string>,
 *   level: string, lines: string, route?: string[] }} Choice `view`: "" for what suits the window; `far`: two steps away too;
 *   `without`: kinds of step; `level`: "" for all; `lines`: "sourced", "example" or "" for all; `route`: steps that a page
 *   shows */
/** @typedef {{ role: string, view?: Seen } | { step: string }} Picked */

/** @type {Readonly<Seen[]>} */
export const VIEWS = ["map", "from", "list"];
const MANY = 60; // roles above which the whole map is not what comes first

/** @type {Readonly<Choice>} */
export const NOTHING = { role: null, step: null, view: "", far: false, without: new Set(), level: "", lines: "" };

/** How a choice is seen: as it asks for, else as suits the window and the model. A route is on the map.
 * @param {Pick<Choice, "view" | "route">} choice
 * @param {boolean} narrow whether the window is that of a phone
 * @param {number} roles how many the model has
 * @returns {Seen} */
export function seenAs({ view, route }, narrow, roles) {
  if (route) return "map";
  return view || (narrow || roles > MANY ? "from" : "map");
}

/**
 * What can be shown of what an address asks for, and the id in it that is unknown ("" when there is none).
 *
 * @param {Choice} asked
 * @param {Pick<Model, "role" | "step">} model
 * @returns {{ choice: Choice, unknown: string }}
 */
export function settled(asked, model) {
  const { role, step } = asked;
  const strange = [step && !model.step.has(step) ? step : "", role && !model.role.has(role) ? role : ""].find(Boolean);
  if (strange) return { choice: { ...asked, role: null, step: null }, unknown: strange };
  return { choice: { ...asked, role: step ? null : role }, unknown: "" };
}

/** The kinds left out after a filter was pressed: its own come back only when all of them were out.
 * @param {Set<string>} without
 * @param {string[]} kinds */
export function toggled(without, kinds) {
  const off = kinds.every((kind) => without.has(kind));
  return off ? new Set([...without].filter((kind) => !kinds.includes(kind))) : new Set([...without, ...kinds]);
}

/** What is heard when a role or a step was chosen.
 * @param {Choice} choice
 * @param {Model} model */
export function announced({ role, step }, model) {
  const name = (/** @type {string | undefined} */ id) => model.role.get(id ?? "")?.name;
  const found = model.step.get(step ?? "");
  if (found) return fill(model.words.stepPicked, { start: name(found.start), end: name(found.end) });
  return fill(model.words.rolePicked, { role: name(role ?? ""), n: model.role.get(role ?? "")?.steps });
}
