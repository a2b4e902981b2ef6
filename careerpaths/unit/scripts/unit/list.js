/* The rows as a list, each with what it rests on, comes from, leads to and concerns. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { formOf } from "./row_form.js";
import { after } from "./rows.js";
import { gone, jumpTo, named, ownership, question, stamp } from "./wording.js";
/** @import { Row } from "./graph.js"
 * @import { UnitPage } from "./page.js" */

/** The parts of the chain in the direction that is chosen.
 * @param {UnitPage} page */
export function parts({ turned, form }) {
  return turned ? form.turned : form.forward;
}

/** @param {UnitPage} page */
export function drawLists(page) {
  const n = page.graph.rows.size;
  page.find("[data-table-title]").textContent = say("Open the table ({n} rows)", { n });
  page.find("[data-lists]").replaceChildren(...parts(page).flatMap((part) => listOf(page, part)));
}

/** @param {UnitPage} page
 * @param {string} part */
function listOf(page, part) {
  const rows = page.seen(part).map((row) => drawnRow(page, row));
  const { undone } = page;
  if (undone?.part === part) rows.splice(undone.place, 0, removedRow(page, undone.row));
  const name = page.form.words.part[part];
  const add = { type: "button", class: "button small", "data-add": part };
  return [
    element("h3", {}, name),
    element("ul", { class: "rows", "data-list": part, "aria-label": name }, ...rows),
    ...(rows.length ? [] : [element("p", { class: "quiet" }, say("No rows."))]),
    element("p", { class: "buttons" }, element("button", add, say("Add a row: {part}", { part: name.toLowerCase() }))),
  ];
}

/** @param {UnitPage} page
 * @param {Row} row */
function removedRow(page, row) {
  const made = page.copy("[data-removed]");
  made.querySelector("[data-text]")?.replaceChildren(say("Removed: {text}", { text: named(row) }));
  return made;
}

/** @param {UnitPage} page
 * @param {Row} row
 * @returns {HTMLElement} */
function drawnRow(page, row) {
  const within = page.open?.id === row.id ? [formOf(page, row)] : told(page, row);
  const kind = page.chain.has(row.id) ? "on" : "";
  return element("li", { "data-row": row.id, tabindex: "-1", class: kind }, ...within);
}

/** @param {UnitPage} page
 * @param {Row} row */
function told(page, row) {
  const owner = ownership(page, row);
  const mark = owner ? [" ", element("span", { class: "mark", lang: page.form.language }, owner)] : [];
  const rests = !owner && page.library.has(row.id) ? [page.copy(`[data-basis="${row.id}"]`)] : [];
  return [
    element("p", { class: "what", lang: row.lang }, named(row), ...mark),
    element("p", { class: "about" }, facts(page, row).join(" · ")),
    ...rests,
    ...ties(page, row),
    buttons(page, row),
  ];
}

/** @param {UnitPage} page
 * @param {Row} row */
function buttons(page, row) {
  const made = page.copy("[data-buttons]");
  for (const button of made.querySelectorAll("button"))
    button.append(element("span", { class: "only-heard" }, `: ${named(row)}`));
  return made;
}

/** @param {UnitPage} page
 * @param {Row} row */
function facts({ form: { words, region } }, row) {
  const noStatus = row.type === "activity" ? say("status not stated") : "";
  return [
    row.levels.map((level) => words.level[level]).join(", ") || say("no level chosen"),
    row.type === "result" && stamp(row, region),
    row.function && say("Responsible: {function}", { function: row.function }),
    row.when && say("When: {when}", { when: row.when }),
    row.status ? say("Status: {status}", { status: row.status }) : noStatus,
    say("Rests on: {evidence}", { evidence: words.evidence[row.evidence] }),
    sorting(row),
  ].filter(Boolean);
}

/** Where our sorting has placed a measure.
 * @param {Row} row */
function sorting({ kal, aruba }) {
  const letters = [
    kal && say("part {letter} of the plan", { letter: kal }),
    aruba && say("ARUBA {letter}", { letter: aruba }),
  ].filter(Boolean);
  return letters.length ? say("Our sorting: {letters}", { letters: letters.join(", ") }) : "";
}

/** What a row comes from, leads to and concerns: buttons within the page, links to the map.
 * @param {UnitPage} page
 * @param {Row} row */
function ties(page, row) {
  const { graph, turned, form } = page;
  const joined = new Set([...graph.before(row.id), ...graph.after(row.id)].map((one) => one.id));
  const lost = (/** @type {string[]} */ asked) =>
    asked.filter((id) => !joined.has(id)).map((id) => (graph.rows.has(id) ? astray(page, id) : lostRow(page, id)));
  const asks = turned && row.type === "activity";
  const { expected, reported } = form.words.part;
  return [
    ...tie(say("Comes from"), [...graph.before(row.id).map(jumpTo), ...lost(row.before)]),
    ...tie(say("Leads on to"), [...after(graph, row).map(jumpTo), ...lost(row.links)]),
    ...tie(expected, after(graph, row, "expected").map(jumpTo)),
    ...tie(reported, after(graph, row, "reported").map(jumpTo)),
    ...tie(say("Concerns"), [
      ...row.roles.map((id) => away(page, "role", id)),
      ...row.steps.map((id) => away(page, "step", id)),
    ]),
    ...(asks ? tie(question("challenge"), challengesOf(page, row)) : []),
  ];
}

/** @param {UnitPage} page
 * @param {Row} row
 * @returns {(string | HTMLElement)[]} */
function challengesOf({ graph }, row) {
  const found = graph.inOrder(graph.chain(row.id)).filter((one) => one.type === "challenge");
  return found.length ? found.map(jumpTo) : [say("No challenge is linked to it: is it the right thing to do?")];
}

/** @param {string} word
 * @param {(string | HTMLElement)[]} several */
function tie(word, several) {
  if (!several.length) return [];
  const items = several.map((one) => element("li", {}, one));
  return [element("div", { class: "tie" }, element("span", { class: "label" }, word), element("ul", {}, ...items))];
}

/** @param {UnitPage} page
 * @param {string} id */
function lostRow(page, id) {
  return gone(page.beside.words[id] ?? page.library.get(id)?.text ?? id);
}

/** @param {UnitPage} page
 * @param {string} id */
function astray(page, id) {
  const told = say("{text} (leads back along the chain, so it does not count)", { text: page.textOf(id) });
  return element("span", {}, told);
}

/** @param {UnitPage} page
 * @param {"role" | "step"} kind
 * @param {string} id */
function away(page, kind, id) {
  const name = (kind === "role" ? page.roles : page.steps).get(id);
  return name
    ? element("a", { href: onMap(page, kind, id), "data-to": kind }, name)
    : gone(page.beside.words[id] ?? id);
}

/** The address of a role or a step on the map, at the level that is shown here.
 * @param {UnitPage} page
 * @param {string} kind
 * @param {string} id */
export function onMap({ options, level }, kind, id) {
  const address = new URL(fill(options.links[kind], { [kind]: encodeURIComponent(id) }), document.baseURI);
  if (level) address.searchParams.set("level", level);
  return address.href;
}
