/* Which roles a typed text finds: by name or alias, the closest first; where nothing does, with one letter wrong. */
import { plain } from "../../../../browser/scripts/base/text.js";

/** @import { Role } from "../model.js" */

const MOST = 8; // roles in the list
const NONE = 9; // rank of what does not match
const LEAST = 4; // letters of which one may be wrong

/** @typedef {{ role: Role, by: string }} Match `by`: the alias that matched better than the name, or "" */
/** @typedef {(text: string, wanted: string) => number} Rank how close a text is to what is wanted */

/** @param {Pick<Role, "name" | "aliases">[]} roles
 * @param {string} typed
 * @returns {Match[]} */
export function matches(roles, typed) {
  const wanted = plain(typed).trim();
  if (!wanted) return [];
  const found = (/** @type {Rank} */ rank) =>
    /** @type {Role[]} */ (roles).map((role) => ranked(role, wanted, rank)).filter((one) => one.rank < NONE);
  const right = found(rankOf);
  return (right.length ? right : found(rankOfNear))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ role, by }) => ({ role, by }));
}

/** @param {Role} role
 * @param {string} wanted
 * @param {Rank} rank */
function ranked(role, wanted, rank) {
  const own = rank(role.name, wanted);
  const aliases = role.aliases.map((text) => ({ text, rank: rank(text, wanted) }));
  const best = aliases.sort((a, b) => a.rank - b.rank)[0] ?? { text: "", rank: NONE };
  return { role, rank: Math.min(own, best.rank), by: best.rank < own ? best.text : "" };
}

/** 0 begins so, 1 a word begins so, 2 is within, also when it is one word here and two there.
 * @type {Rank} */
function rankOf(text, wanted) {
  const whole = plain(text);
  if (whole.startsWith(wanted)) return 0;
  if (whole.split(/\s+/).some((word) => word.startsWith(wanted))) return 1;
  return whole.includes(wanted) || asOneWord(whole).includes(asOneWord(wanted)) ? 2 : NONE;
}

/** 0 begins nearly so, 1 a word does.
 * @type {Rank} */
function rankOfNear(text, wanted) {
  const typed = asOneWord(wanted);
  const whole = plain(text);
  if (beginsNearly(asOneWord(whole), typed)) return 0;
  return whole.split(/\s+/).some((word) => beginsNearly(word, typed)) ? 1 : NONE;
}

/** @param {string} text */
function asOneWord(text) {
  return text.replaceAll(" ", "");
}

/** Whether a word begins as typed but for one letter: another, one more, one less, or two that changed places.
 * @param {string} word
 * @param {string} typed */
function beginsNearly(word, typed) {
  if (typed.length < LEAST) return false;
  const at = [...typed].findIndex((letter, place) => letter !== word[place]); // the first that is wrong
  const [here, after] = [word.slice(at), word.slice(at + 1)];
  const [left, rest] = [typed.slice(at), typed.slice(at + 1)];
  const swapped = `${rest.slice(0, 1)}${left.slice(0, 1)}${rest.slice(1)}`;
  return after.startsWith(rest) || here.startsWith(rest) || after.startsWith(left) || here.startsWith(swapped);
}
