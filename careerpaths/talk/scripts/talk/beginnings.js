/* The ways to begin: an example, a role from the map, the plan of an earlier talk, and an empty form. */
import { today } from "../../../browser/scripts/base/days.js";
import { say } from "../../../browser/scripts/base/words.js";
import { setGoal, setGoals, setRole } from "./choices.js";
import { furnish, redraw } from "./draw.js";
import { drawNotices } from "./notices.js";

/** @import { Loaded, TalkPage } from "./page.js"
 * @import { Plan } from "./plan.js" */

const TODAY = "talk-part-today";
const LOOKING_BACK = "talk-part-looking_back";

/** @param {TalkPage} page */
export function fillExample(page) {
  const { role, goal } = page.form.example;
  setRole(page, page.roles.get(role) ?? null);
  page.plan.direction = "roles";
  setGoals(page, []);
  setGoal(page, 0, page.roles.get(goal) ?? null);
  redraw(page);
  page.announce(say("The example is filled in. Change what you want, or clear it under Take it with you."));
  page.jump(TODAY);
}

/** The role in the address is thought about, is today's, or is left.
 * @param {TalkPage} page
 * @param {"goal" | "role" | "no"} as */
export function arrive(page, as) {
  const role = page.arrived;
  if (!role) return;
  if (as === "role") setRole(page, role);
  if (as === "goal") {
    page.plan.direction = "roles";
    setGoal(page, page.plan.goals.length, role);
  }
  page.beside.met = role.id;
  page.arrived = null;
  redraw(page);
  page.jump(TODAY);
}

/** The next talk begins by looking back; whoever only went home with this one can go on with it.
 * @param {TalkPage} page
 * @param {{ next: Plan, whole: Plan, gone: string[], day: string, remarks: string[] }} read */
export function accept(page, { next, whole, gone, day, remarks }) {
  const nothing = !next.looking_back.length;
  const sentence = nothing
    ? say("The plan of {day} is loaded. It has nothing to look back at.", { day })
    : say("The plan of {day} is loaded. Begin by looking back.", { day });
  const told = { day, spoken: whole.language, whole, remarks, sentences: [sentence, ...remarks] };
  replace(page, { ...next, created: today() }, gone, told);
  page.announce([sentence, ...remarks].join(" "));
  page.jump(nothing ? TODAY : LOOKING_BACK);
  page.find("[data-only=loaded]").scrollIntoView({ block: "start" });
}

/** @param {TalkPage} page
 * @param {Plan} plan
 * @param {string[]} gone addresses of what the map no longer has
 * @param {Omit<Loaded, "language">} loaded */
function replace(page, plan, gone, loaded) {
  page.begin(plan, { gone, met: page.beside.met, spoken: loaded.spoken });
  page.loaded = { ...loaded, language: page.form.language };
  setGoals(page, page.plan.goals);
  const lost = [page.plan.role, ...page.plan.goals].filter((choice) => choice && !page.roles.has(choice.id));
  page.beside.gone.push(...lost.map((choice) => `roles/${choice?.id}`));
  redraw(page);
}

/** Go on with the loaded plan as it was.
 * @param {TalkPage} page */
export function goOn(page) {
  if (!page.loaded?.whole) return;
  const { day, spoken, whole, remarks = [] } = page.loaded;
  const sentence = say("The plan of {day} is loaded as it was, to go on with.", { day });
  replace(page, whole, page.beside.gone, { spoken, sentences: [sentence, ...remarks] });
  for (const gap of page.plan.gaps) if (gap.status !== "unknown") page.beside.said[gap.id] = gap.status;
  page.save();
  page.announce(sentence);
  page.jump(whole.looking_back.length ? LOOKING_BACK : TODAY);
}

/** @param {TalkPage} page */
export function closeLoaded(page) {
  page.loaded = null;
  drawNotices(page);
  page.jump(page.plan.looking_back.length ? LOOKING_BACK : TODAY);
}

/** @param {TalkPage} page */
export function clear(page) {
  page.memory.clear();
  page.begin();
  page.offers = null;
  page.loaded = null;
  page.asking += 1; // an answer on its way comes too late
  furnish(page);
  page.find("[data-saved]").textContent = say("The form is empty.");
  page.jump(TODAY);
}
