/* What the tab may remember of a unit's plan: the plan as careerpaths/unit/plan.py has it, and what no file holds. Texts
   may be longer here: what no file can hold is told at its field. */
import { ALWAYS, byName, day, oneOf, orNothing, text, yesOrNo } from "../../../browser/scripts/base/shape.js";

export const UNIT = {
  plan: {
    ...ALWAYS,
    changed: orNothing(day),
    removed: [text],
    rows: [
      {
        id: text,
        type: oneOf("mission", "challenge", "cause", "need", "prerequisite", "activity", "result"),
        text,
        lang: text,
        levels: [oneOf("organisation", "group", "individual")],
        function: text,
        when: text,
        status: text,
        evidence: oneOf("strong-research", "weak-research", "own-follow-up", "experience", "assumption"),
        result: orNothing(oneOf("expected", "reported")),
        day: orNothing(day),
        measure: text,
        kal: text,
        aruba: text,
        roles: [text],
        steps: [text],
        before: [text],
        links: [text],
      },
    ],
  },
  beside: {
    counts: { years: text, left: text, moved: text, causes: byName(text) },
    words: byName(text),
    unfiled: yesOrNo,
  },
};
