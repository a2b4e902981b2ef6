/* The plan as files: Word from the server, a table and JSON from here; and the plan of a file that was saved earlier. */
import { writtenDay } from "../../../browser/scripts/base/days.js";
import { asJson, refuse, takeFile } from "../../../browser/scripts/base/files.js";
import { letters } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { draw } from "./draw.js";
import { edit, full } from "./editing.js";
import { csv, filed, fileName, unfiled } from "./plan_file.js";
import { table } from "./table.js";
import { named } from "./wording.js";
/** @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** @param {UnitPage} page
 * @param {string} kind */
export function take(page, kind) {
  /** @type {Record<string, string>} */
  const names = { docx: "Word", csv: say("Table (CSV)"), json: say("File for next time") };
  return takeFile(page, {
    name: names[kind],
    fits: () => fitsAFile(page),
    make: () => (kind === "docx" ? page.server.file(kind, asFiled(page)) : made(page, kind)),
    whole: kind !== "csv",
  });
}

/** @param {UnitPage} page */
function asFiled(page) {
  return filed(page.plan, (id) => page.textOf(id));
}

/** @param {UnitPage} page
 * @param {string} kind */
function made(page, kind) {
  const blob = kind === "csv" ? new Blob([csv(table(page))], { type: "text/csv" }) : asJson(asFiled(page));
  return { name: fileName(page.plan, kind), blob };
}

/** What no file can hold is told at its field, whether the server is there or not.
 * @param {UnitPage} page */
function fitsAFile(page) {
  const { short, long, rows, plan } = page.form.limits;
  const isLong = (/** @type {Row} */ row) =>
    letters(row.text) > long || [row.function, row.when, row.status].some((text) => letters(text) > short);
  const row = page.plan.rows.find(isLong);
  if (row && page.open?.id !== row.id) edit(page, row.id);
  const wrong = page.all(".editing [aria-invalid]")[0];
  if (wrong) return refuse(page, say("First mend what is marked."), wrong);
  const button = page.find("[data-file=json]");
  if (page.plan.rows.length > rows) return refuse(page, full(), button);
  if (made(page, "json").blob.size <= plan) return true;
  return refuse(page, say("The plan is longer than a file can hold. Shorten a note and try again."), button);
}

/** Take the plan of a file; returns what is said of it.
 * @param {UnitPage} page
 * @param {{ plan: any, gone: string[], mended: Row[] }} read */
export function accept(page, read) {
  const { plan, words } = unfiled(read.plan);
  for (const row of plan.rows) {
    const known = page.library.get(row.id);
    Object.assign(row, { kal: known?.kal ?? "", aruba: known?.aruba ?? "" });
  }
  page.plan = plan;
  Object.assign(page.beside, { words, unfiled: false });
  page.open = null;
  page.undone = null;
  page.save();
  draw(page);
  const day = writtenDay(plan.changed ?? plan.created, page.form.region);
  const sentences = [say("The plan of {day} is loaded.", { day }), ...aboutGone(read.gone), ...aboutTwice(read.mended)];
  return sentences.join(" ");
}

/** @param {string[]} gone */
function aboutGone(gone) {
  return gone.length ? [say("Some of what it points to is no longer there. It is kept, and marked.")] : [];
}

/** @param {Row[]} mended */
function aboutTwice(mended) {
  const rows = mended.map((one) => `“${named(one)}”`).join(", ");
  const sentence = say(
    "Rows that stood twice in the file: {rows}. Those that were alike are one row now; where they differed both are kept.",
    { rows },
  );
  return mended.length ? [sentence] : [];
}
