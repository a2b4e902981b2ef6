/* What the tab may remember of a planning talk: its plan as careerpaths/talk/plan.py has it (tests/support/odd_memories.json
   goes through both), and what no file holds. Texts may be longer here: what no file can hold is told at its field. */
import { ALWAYS, byName, day, oneOf, orNothing, text, yesOrNo } from "../../../browser/scripts/base/shape.js";

const CHOICE = { id: text, text };
const HELD = oneOf("has", "missing", "unknown");

export const TALK = {
  plan: {
    ...ALWAYS,
    role: orNothing(CHOICE),
    since: text,
    direction: oneOf("undecided", "roles", "stay"),
    goals: [CHOICE],
    gaps: [{ id: text, text, status: HELD }],
    prerequisites: [{ id: text, text, agreed: yesOrNo, note: text }],
    activities: [{ id: text, what: text, when: text, responsible: text }],
    questions: [{ id: text, text, note: text }],
    before: text,
    during: text,
    after: text,
    follow_up: orNothing(day),
    follow_up_uid: text,
    looking_back: [
      {
        id: text,
        part: oneOf("goal", "activity", "prerequisite"),
        planned: day,
        text,
        details: text,
        status: orNothing(oneOf("done", "ongoing", "dropped")),
        note: text,
      },
    ],
  },
  beside: {
    typed: byName(text),
    said: byName(HELD),
    gone: [text],
    asked: text,
    met: text,
    spoken: text,
    unfiled: yesOrNo,
  },
};
