/* Leaving is counted for a whole unit, so that no number tells about a person (sources: S16-22; design notes, part 2).
 *
 * What is shown: how many left within three whole years together, if they were at least five; internal moves apart from
 * that, under the same limit; and, where at least ten left, which causes at least five of them named, the most named
 * first. Everything else is «too few», in the same way whatever the number is: there are no bands, shares or sums.
 *
 * Why a fixed grid: periods are exactly three years and end in years that divide by three. Two periods that anyone can
 * ask for are then the same or have no year in common, so one taken from the other never gives a single year, today or
 * in a file from last year. Longer periods would break it: six years less three are three that might be too few.
 *
 * What is never there: a year, a part of the unit, a person, or a number of those who named a cause. */

/** @typedef {{ first: number, last: number, left: number, moved: number, causes: [string, number][] }} Counts of one
 *   period; `causes`: how many of those who left named each */
/** @typedef {{ first: number, last: number, why?: string, left?: number, moved?: number, causes?: string[] }} Told */

const YEARS = 3;
const FEWEST = 5;
const FEWEST_FOR_CAUSES = 10;

/** The periods that are over, the newest first: what a unit can choose between.
 * @param {number} year */
export function periods(year, several = 3) {
  const last = Math.floor((year - 1) / YEARS) * YEARS;
  return Array.from({ length: several }, (_, back) => ({
    first: last - back * YEARS - YEARS + 1,
    last: last - back * YEARS,
  }));
}

/** What may be shown of one period's counts, on screen and in every file.
 * @param {Counts} counts
 * @param {number} year
 * @returns {Told} */
export function shown({ first, last, left, moved, causes }, year) {
  if (last - first !== YEARS - 1 || last % YEARS) return { first, last, why: "period" };
  if (last >= year) return { first, last, why: "not-over" };
  if (left < FEWEST) return { first, last, why: "too-few" };
  /** @type {Told} */
  const told = { first, last, left };
  if (moved >= FEWEST) told.moved = moved;
  if (left >= FEWEST_FOR_CAUSES) {
    const enough = causes.filter(([, named]) => named >= FEWEST && !isImpossible(named, left));
    told.causes = enough.sort((one, other) => other[1] - one[1]).map(([id]) => id);
  }
  return told;
}

/** Whether more named a cause than have left.
 * @param {number | null} named
 * @param {number | null} left */
export function isImpossible(named, left) {
  return named !== null && left !== null && named > left;
}

/** A count as typed: nothing is none, and what is no count is null.
 * @param {string} text */
export function whole(text) {
  const typed = text.trim();
  if (typed === "") return 0;
  return /^\d{1,5}$/.test(typed) ? Number(typed) : null;
}
