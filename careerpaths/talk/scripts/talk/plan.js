/* The plan of a planning talk (careerpaths/talk/plan.py), and how it changes. Nothing here touches the page. */

/** @typedef {{ id: string, text: string }} Choice a role */
/** @typedef {"roles" | "stay" | "undecided"} Direction */
/** @typedef {{ id: string, text?: string, what?: string, [name: string]: any }} Item a row of a list */
/** @typedef {"looking_back" | "gaps" | "prerequisites" | "activities" | "questions"} List */
/** @typedef {Record<List, Item[]> & { model_version: string, language: string, created: string, role: Choice | null,
 *   since: string, direction: Direction, goals: Choice[], before: string, during: string, after: string,
 *   follow_up: string | null, follow_up_uid: string }} Plan */
/** @typedef {{ gaps: Item[], prerequisites: Item[], questions: Item[], activities: Item[],
 *   supplements: Record<"name" | "stated" | "condition", string>[] }} Offers what the map has for a choice */

const SCHEMA = "karriarkartan.plan/1"; // careerpaths/talk/plan_file.py
/** @type {List[]} */
export const LISTS = ["looking_back", "gaps", "prerequisites", "activities", "questions"];
const MOST_GOALS = 2;

/** A plan without answers.
 * @param {string} version
 * @param {string} language
 * @param {string} created
 * @returns {Plan} */
export function emptyPlan(version, language, created) {
  return {
    model_version: version,
    language,
    created,
    role: null,
    since: "",
    direction: "undecided",
    goals: [],
    gaps: [],
    prerequisites: [],
    activities: [],
    questions: [],
    before: "",
    during: "",
    after: "",
    follow_up: null,
    follow_up_uid: "",
    looking_back: [],
  };
}

/** Whether anything is answered: more than what an empty plan has by itself.
 * @param {Plan} plan */
export function isAnswered(plan) {
  const answers = (/** @type {Plan} */ one) => JSON.stringify({ ...emptyPlan("", "", ""), ...one, ...unanswered });
  const unanswered = { model_version: "", language: "", created: "", follow_up_uid: "" };
  return answers(plan) !== answers(emptyPlan("", "", ""));
}

/** The plan as a file holds it: without rows that nobody filled in.
 * @param {Plan} plan */
export function filed(plan) {
  const told = (/** @type {Item} */ { what, when, responsible }) => `${what}${when}${responsible}`.trim();
  return { schema: SCHEMA, ...plan, activities: plan.activities.filter(told) };
}

/** A role is thought about once, and it is another than today's: the goals that stay, and the first that does not.
 * @param {Choice[]} goals
 * @param {Choice | null} role
 * @returns {{ goals: Choice[], out: Choice | undefined }} */
export function sorted(goals, role) {
  const ids = goals.map((goal) => goal.id);
  const first = (/** @type {Choice} */ goal, /** @type {number} */ at) =>
    goal.id !== role?.id && ids.indexOf(goal.id) === at;
  return { goals: goals.filter(first), out: goals.find((goal, at) => !first(goal, at)) };
}

/** The goals with one of them exchanged, added or taken away.
 * @param {Choice[]} goals
 * @param {number} at
 * @param {Choice | null} role */
export function withGoal(goals, at, role) {
  const all = Array.from({ length: MOST_GOALS }, (_, index) => (index === at ? role : goals[index]));
  return all.filter((goal) => !!goal);
}

/** @param {Plan} plan */
export function isUndecided(plan) {
  return plan.direction === "undecided" || (plan.direction === "roles" && !plan.goals.length);
}

/** The roles that are thought about, where roles are.
 * @param {Plan} plan */
export function goalIds(plan) {
  return plan.direction === "roles" ? plan.goals.map((goal) => goal.id) : [];
}

/**
 * Let the lists be those that a choice asks for; every answer given stays. The words are as they were, unless the page
 * has another language now.
 *
 * @param {Plan} plan changed
 * @param {Offers | null | undefined} offers
 * @param {Record<string, string>} said requirement → the answer to it, also where it was not asked for a while
 * @param {boolean} spoken whether the page has another language now
 * @returns {Plan}
 */
export function merge(plan, offers, said, spoken) {
  const asked = isUndecided(plan) || !offers ? { gaps: [], prerequisites: [], questions: [] } : offers;
  const met = (/** @type {Item[]} */ had, /** @type {Item[]} */ wanted) => {
    const before = new Map(had.map((item) => [item.id, item]));
    return wanted.map((item) => {
      const kept = before.get(item.id);
      return kept ? Object.assign(kept, spoken ? { text: item.text } : {}) : { ...item };
    });
  };
  const left = (/** @type {Item[]} */ had, /** @type {Item[]} */ wanted) => {
    const ids = new Set(wanted.map((item) => item.id));
    return had.filter((item) => !ids.has(item.id) && (item.agreed || item.note?.trim()));
  };
  plan.gaps = met(plan.gaps, asked.gaps);
  const status = new Map(asked.gaps.map((gap) => [gap.id, gap.status]));
  for (const gap of plan.gaps) gap.status = said[gap.id] ?? status.get(gap.id);
  for (const list of /** @type {const} */ (["prerequisites", "questions"]))
    plan[list] = [...met(plan[list], asked[list]), ...left(plan[list], asked[list])];
  return plan;
}
