/* The whole plan as rows of cells. */
import { say } from "../../../browser/scripts/base/words.js";
import { partOf } from "./graph.js";
import { after } from "./rows.js";
import { named, ownership } from "./wording.js";
/** @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** @param {UnitPage} page
 * @returns {(string | null)[][]} */
export function table(page) {
  const { forward } = page.form;
  const all = [...page.graph.rows.values()];
  const rows = forward.flatMap((part) => all.filter((row) => partOf(row) === part));
  return [head(page), ...rows.map((row) => cells(page, row))];
}

/** @param {UnitPage} page */
function head({ form: { words } }) {
  return [
    say("Link of the chain"),
    say("What it says"),
    say("Level"),
    say("Responsible function"),
    say("When"),
    say("Status"),
    say("Rests on"),
    say("Reported on"),
    say("Leads on to"),
    words.part.expected,
    words.part.reported,
    say("Roles"),
    say("Steps"),
    say("Whose row"),
  ];
}

/** @param {UnitPage} page
 * @param {Row} row */
function cells(page, row) {
  const { words } = page.form;
  const joined = (/** @type {string[]} */ several) => several.join(" | ");
  const texts = (/** @type {string[]} */ ids) => joined(ids.map((id) => page.textOf(id)));
  return [
    words.part[partOf(row)],
    row.text,
    row.levels.map((level) => words.level[level]).join(", "),
    row.function,
    row.when,
    row.status,
    words.evidence[row.evidence],
    row.day,
    joined(after(page.graph, row).map(named)),
    joined(after(page.graph, row, "expected").map(named)),
    joined(after(page.graph, row, "reported").map(named)),
    texts(row.roles),
    texts(row.steps),
    ownership(page, row) || say("The library"),
  ];
}
