/* Which roles a typed text finds: by name or alias, the closest first. */
import { plain } from "../../../browser/scripts/base/text.js";

/** @import { Role } from "./model.js" */

const MOST = 8; // roles in the list
const NONE = 9; // rank of what does not match

/** @typedef {{ role: Role, by: string }} Match `by`: the alias that matched better than the name, or "" */

/** @param {Pick<Role, "name" | "aliases">[]} roles
 * @param {string} typed
 * @returns {Match[]} */
export function matches(roles, typed) {
  const wanted = plain(typed).trim();
  if (!wanted) return [];
  const found = /** @type {Role[]} */ (roles).map((role) => ranked(role, wanted)).filter(({ rank }) => rank < NONE);
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ role, by }) => ({ role, by }));
}

/** @param {Role} role
 * @param {string} wanted */
function ranked(role, wanted) {
  const own = rankOf(role.name, wanted);
  const aliases = role.aliases.map((text) => ({ text, rank: rankOf(text, wanted) }));
  const best = aliases.sort((a, b) => a.rank - b.rank)[0] ?? { text: "", rank: NONE };
  return { role, rank: Math.min(own, best.rank), by: best.rank < own ? best.text : "" };
}

/** 0 begins so, 1 a word begins so, 2 is within.
 * @param {string} text
 * @param {string} wanted */
function rankOf(text, wanted) {
  const whole = plain(text);
  if (whole.startsWith(wanted)) return 0;
  if (whole.split(/\s+/).some((word) => word.startsWith(wanted))) return 1;
  return whole.includes(wanted) ? 2 : NONE;
}
