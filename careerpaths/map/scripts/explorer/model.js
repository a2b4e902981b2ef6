/* The prepared model, as careerpaths/map/explorer_data.py writes it, and its indexes. */

/** @typedef {{ x: number, y: number }} Point px in the drawing */
/** @typedef {Point & { width: number, height: number }} Box its corner, or for a role's place its middle */
/** @typedef {Box & { id: string }} Place of a role */
/** @typedef {Box & { name: string, lang: string | null }} Band a stage or a track */
/** @typedef {{ from: string, to: string, step: string, kind: string, back: string | null, back_kind: string | null,
 *   wildcard: boolean, points: [number, number][], net: number, root: boolean, spots: [number, number][] }} Line a step and its way
 *   back; `points` from where it starts to where it ends, `root`: its net runs together at the end, `spots`: for its word */
/** @typedef {Pick<Line, "kind" | "back_kind" | "points" | "spots"> & { number: string }} Trunk of a dense map: stands for
 *   so many steps of a kind between the frames of two cells while nothing is chosen */
/** @typedef {{ width: number, height: number, gutter: number, head: number, places: Place[], lines: Line[], trunks: Trunk[], frames: Box[],
 *   stages: Band[], tracks: Band[] }} Drawing `gutter`, `head`: room of the names of tracks and stages */
/** @typedef {{ id: string, name: string, short: string, kind: string, said: string, stage: string, steps: number,
 *   aliases: string[], leaves: boolean, time: string, lang: string | null }} Role `said` is heard after the name, `leaves`:
 *   has a step from anywhere, `time`: its typical time in words, or "" */
/** @typedef {{ id: string, start: string, end: string, kind: string, word: string, wildcard: boolean, time: string,
 *   decided: string, decidedLang: string | null }} Step `decided`: shortly how, each "" where the model says nothing */
/** @typedef {{ id: string, word: string, dashes: number[],
 *   head: "arrow" | "bar" | "circle" | "diamond" | "triangle" | "vee" }} Kind of step: its word, dashes and gaps, and head */
/** @typedef {"wide" | "tall"} Shape columns of stages, or rows of them for a narrow window */
/** @typedef {{ language: string, words: Record<string, string>,
 *   roles: Role[], steps: Step[], kinds: Kind[], stages: { id: string, name: string }[],
 *   levels: { id: string, word: string }[],
 *   found: Record<import("./find/search_index.js").Kind, string>, elsewhere: import("./find/search_index.js").Doc[],
 *   filters: { kinds: string[], word: string }[], wide: Drawing, tall: Drawing, signs: string, legend: string,
 *   welcome: string, list: string, glossary?: string }} Prepared the last five are HTML of Jinja2's, escaped there */
/** @typedef {Prepared & { role: Map<string, Role>, step: Map<string, Step>, next: Map<string, string[]>,
 *   ways: Map<string, string[]> }} Model `next`: where steps from a role end; `ways`: where steps to it start */

/** The model with its roles and steps by id, and the roles beside each role on the map.
 * @param {Prepared} prepared
 * @returns {Model} */
export function indexed(prepared) {
  const drawn = prepared.steps.filter((step) => !step.wildcard);
  return {
    ...prepared,
    role: new Map(prepared.roles.map((role) => [role.id, role])),
    step: new Map(prepared.steps.map((step) => [step.id, step])),
    next: grouped(drawn.map(({ start, end }) => [start, end])),
    ways: grouped(drawn.map(({ start, end }) => [end, start])),
  };
}

/** @param {[string, string][]} pairs */
function grouped(pairs) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
