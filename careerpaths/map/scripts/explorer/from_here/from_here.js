/* Härifrån: what leads to a role and on from it, grouped; and where an arrow key leads among that. */
/** @import { Kind, Model, Step } from "../model.js" */

/** @typedef {Pick<Model, "kinds" | "steps">} Known */
/** @typedef {{ kind: string, word: string, steps: Step[] }} Group steps of one kind */
/** @typedef {{ role: string, steps: Step[] }} Far a role two steps away, and the last steps of the ways there */
/** @typedef {{ ways: Step[], next: Group[], far: Far[], leaves: Step[], open: boolean }} Around `ways`: steps that end
 *   here; `next`: that begin here; `leaves`: those that begin at every employed role; `open`: such steps end here */

export const HERE = ""; // the stop in the middle; the others are steps by their id, and roles two steps away by theirs

/**
 * @param {string} middle a role
 * @param {Known} model
 * @param {Set<string>} without kinds left out
 * @returns {Around}
 */
export function around(middle, { kinds, steps }, without) {
  const seen = steps.filter((step) => !without.has(step.kind));
  const drawn = seen.filter((step) => !step.wildcard);
  const next = grouped(
    kinds,
    drawn.filter(({ start }) => start === middle),
  );
  const ways = grouped(
    kinds,
    drawn.filter(({ end }) => end === middle),
  );
  return {
    ways: ways.flatMap((group) => group.steps),
    next,
    far: beyond(middle, stepsOf(next), drawn),
    leaves: seen.filter(({ wildcard, start }) => wildcard && start === middle),
    open: seen.some(({ wildcard, end }) => wildcard && end === middle),
  };
}

/** @param {Kind[]} kinds in the order of the interface
 * @param {Step[]} steps
 * @returns {Group[]} */
function grouped(kinds, steps) {
  const groups = kinds.map(({ id, word }) => ({ kind: id, word, steps: steps.filter(({ kind }) => kind === id) }));
  return groups.filter((group) => group.steps.length);
}

/** @param {Group[]} groups */
function stepsOf(groups) {
  return groups.flatMap((group) => group.steps);
}

/** The roles two steps away, each beside those that lead to it, so that few lines cross.
 * @param {string} middle
 * @param {Step[]} next
 * @param {Step[]} drawn
 * @returns {Far[]} */
function beyond(middle, next, drawn) {
  const near = next.map(({ end }) => end);
  const last = drawn.filter(({ start, end }) => near.includes(start) && end !== middle && !near.includes(end));
  const found = [...new Set(last.map(({ end }) => end))].map((role) => {
    const steps = last.filter(({ end }) => end === role);
    steps.sort((a, b) => near.indexOf(a.start) - near.indexOf(b.start));
    const height = steps.reduce((sum, { start }) => sum + near.indexOf(start), 0) / steps.length;
    return { role, steps, height };
  });
  return found.sort((a, b) => a.height - b.height).map(({ role, steps }) => ({ role, steps }));
}

/** Which stops stand below each other, and which each leads on to.
 * @param {Around} found */
export function stopsOf({ ways, next, far }) {
  const onward = stepsOf(next);
  const columns = [ways.map(({ id }) => id), [HERE], onward.map(({ id }) => id), far.map(({ role }) => role)];
  /** @type {Map<string, string[]>} */
  const leads = new Map([[HERE, columns[2]]]);
  for (const { id } of ways) leads.set(id, [HERE]);
  for (const { id, end } of onward) leads.set(id, farFrom(end, far));
  return { columns: columns.filter((column) => column.length), leads };
}

/** @param {string} role
 * @param {Far[]} far */
function farFrom(role, far) {
  return far.filter(({ steps }) => steps.some(({ start }) => start === role)).map((one) => one.role);
}

/**
 * The stop that a key leads to, as on the map: null where there is no way, undefined when the key does not walk.
 *
 * @param {string} key as the browser names it
 * @param {string} at the stop
 * @param {ReturnType<typeof stopsOf>} stops
 * @returns {string | null | undefined}
 */
export function moved(key, at, { columns, leads }) {
  const column = columns.find((stops) => stops.includes(at)) ?? [HERE];
  const beside = (/** @type {number} */ by) => column[(column.indexOf(at) + by + column.length) % column.length];
  switch (key) {
    case "ArrowRight":
      return leads.get(at)?.[0] ?? null;
    case "ArrowLeft":
      return columns.flat().find((stop) => leads.get(stop)?.includes(at)) ?? null;
    case "ArrowDown":
      return beside(1);
    case "ArrowUp":
      return beside(-1);
    case "Home":
      return columns[0][0];
    case "End":
      return columns.at(-1)?.[0] ?? null;
    default:
      return undefined;
  }
}

/**
 * The role in the middle: the chosen one; of a chosen step the end that stood there already, else where it starts.
 *
 * @param {{ role: string | null, step: string | null }} choice
 * @param {Pick<Model, "step">} model
 * @param {string | null} before the role that stood in the middle
 */
export function middleOf({ role, step }, model, before) {
  const ends = model.step.get(step ?? "");
  if (!ends) return role;
  return before === ends.end ? before : ends.start;
}
