/* What a page may find in the tab's memory: the forms of the two plans, held to as strictly as the server holds a file
   (careerpaths/talk/plan.py and careerpaths/unit/plan.py; tests/kept_plans.json goes through both). Texts may be longer here: what no file can hold is
   told at its field. */

import { readDay } from "./days.js";

const text = (value) => typeof value === "string";
const yesOrNo = (value) => typeof value === "boolean";
const day = (value) => text(value) && readDay(value).day === value;
const oneOf = (...words) => (value) => words.includes(value);
const orNothing = (form) => (value) => value === null || fits(form, value);
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const byName = (form) => (value) => isRecord(value) && Object.values(value).every((one) => fits(form, one));

/* Whether a value has a form: a question, [the form of each item], or {name: form} with all of these names and no other. */
export function fits(form, value) {
  if (typeof form === "function") return form(value);
  if (Array.isArray(form)) return Array.isArray(value) && value.every((one) => fits(form[0], one));
  const names = Object.keys(form);
  return isRecord(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name) && fits(form[name], value[name]));
}

const CHOICE = { id: text, text };
const HELD = oneOf("has", "missing", "unknown");
const ALWAYS = { model_version: text, language: text, created: day };

export const TALK = {
  plan: {
    ...ALWAYS, role: orNothing(CHOICE), since: text, direction: oneOf("undecided", "roles", "stay"), goals: [CHOICE],
    gaps: [{ id: text, text, status: HELD }],
    prerequisites: [{ id: text, text, agreed: yesOrNo, note: text }],
    activities: [{ id: text, what: text, when: text, responsible: text }],
    questions: [{ id: text, text, note: text }],
    before: text, during: text, after: text, follow_up: orNothing(day), follow_up_uid: text,
    looking_back: [{
      id: text, part: oneOf("goal", "activity", "prerequisite"), planned: day, text, details: text,
      status: orNothing(oneOf("done", "ongoing", "dropped")), note: text,
    }],
  },
  beside: { typed: byName(text), said: byName(HELD), gone: [text], asked: text, met: text, spoken: text, unfiled: yesOrNo },
};

export const UNIT = {
  plan: {
    ...ALWAYS, changed: orNothing(day), removed: [text],
    rows: [{
      id: text, type: oneOf("mission", "challenge", "cause", "need", "prerequisite", "activity", "result"), text, lang: text,
      levels: [oneOf("organisation", "group", "individual")], function: text, when: text, status: text,
      evidence: oneOf("strong-research", "weak-research", "own-follow-up", "experience", "assumption"),
      result: orNothing(oneOf("expected", "reported")), day: orNothing(day), measure: text, kal: text, aruba: text,
      roles: [text], steps: [text], before: [text], links: [text],
    }],
  },
  beside: { counts: { years: text, left: text, moved: text, causes: byName(text) }, words: byName(text), unfiled: yesOrNo },
};
