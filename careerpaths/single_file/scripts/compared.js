/* The page Jämför of the single file. Which lines two roles have in common was computed beforehand
   (single_file/precomputed.py); the lines themselves come from the two cards. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";

const EXAMPLE = "sideways"; // two roles to compare when none are asked for

/* Two roles chosen in the query → what stands on the page. */
export function comparisonPage(book, query) {
  const { words, model } = book;
  const example = model.steps.find(({ kind }) => kind === EXAMPLE) ?? model.steps[0] ?? {};
  const a = book.known(query, "a") ?? (query.has("b") ? null : example.start);
  const b = book.known(query, "b") ?? (query.has("a") ? null : example.end);
  const both = a && b && a !== b;
  const same = a && a === b ? [element("p", {}, words.sameRole)] : [];
  return {
    title: words.compare,
    choices: [{ name: "a", label: words.one, role: a }, { name: "b", label: words.other, role: b }],
    content: both ? compared(book, a, b) : same,
    said: both ? fill(words.compared, { one: book.name(a), other: book.name(b) }) : "",
  };
}

const list = (rows) => element("ul", {}, ...rows);
const copy = (line) => line.cloneNode(true);

function compared(book, a, b) {
  const { words } = book;
  const open = book.questions.filter(({ dataset }) => [a, b].every((role) => dataset.roles.split(" ").includes(role)));
  const found = book.common[book.place.get(a)][book.place.get(b)];
  const parts = words.headings.map((heading, at) => linesOf(book, heading, [a, b], found[at])).filter(({ size }) => size);
  const steps = [`${a}.${b}`, `${b}.${a}`].filter((step) => book.articles.has(step));
  return [
    heads(book, [a, b], parts, steps),
    element("p", { class: "marking" }, words.marking),
    ...parts.map((part, at) => partTold(book, part, [a, b], at === 0, found.slice(words.headings.length))),
    ...steps.map((step) => stepTold(book, step)),
    ...(open.length ? [element("h2", {}, words.notSettled), list(open.map(copy))] : []),
  ];
}

/* What stands under one heading: only here, in common, only there. A pair whose words differ (1) shows both. */
function linesOf(book, heading, roles, pairs) {
  const lines = roles.map((role) => book.lines(role, heading));
  const rest = (side) => lines[side].filter((_, at) => !pairs.some((pair) => pair[side] === at)).map(copy);
  const common = pairs.map(([at, other, differ]) => {
    const row = copy(lines[0][at]);
    if (differ) row.append(element("br"), book.count(`${book.name(roles[1])}: `), ...copy(lines[1][other]).childNodes);
    return row;
  });
  const only = [rest(0), rest(1)];
  return { heading, common, only, size: common.length + only[0].length + only[1].length };
}

/* The two roles, and between them what they have in common and how one goes from one to the other. */
function heads(book, [a, b], parts, steps) {
  const { words } = book;
  const who = (role) => element("div", {}, element("h2", {}, book.link({ role }, book.name(role))), book.part(role, ".facts"), book.part(role, ".purpose"));
  const alike = parts.filter(({ common }) => common.length).map(({ heading, common }) => `${heading.word}: ${common.length}`).join("; ");
  const noStep = element("p", {}, words.noStep, " ", book.link({ view: "routes", from: a, to: b }, words.seeRoutes));
  const between = steps.map((step) => element("div", {}, element("p", {}, book.link({ step }, book.name(step))), book.part(step, ".facts")));
  return element(
    "div", { class: "columns heads" },
    who(a),
    element("div", { class: "in-common" }, element("h2", {}, words.both), element("p", {}, alike ? fill(words.alike, { headings: alike }) : words.noneAlike), ...(steps.length ? between : [noStep])),
    who(b),
  );
}

function partTold(book, { heading, common, only, size }, roles, isFirst, merits) {
  const { words } = book;
  const counted = fill(words.counted, { both: common.length, here: only[0].length, there: only[1].length });
  const side = (at) => element("div", {}, ...group(fill(words.only, { role: book.name(roles[at]) }), only[at]));
  return element(
    "details", { class: "compared behind", open: isFirst || size <= words.glance },
    element("summary", {}, element("h2", {}, heading.word), " ", book.count(counted)),
    element("div", { class: "columns" }, side(0), element("div", { class: "in-common" }, ...group(words.both, common)), side(1)),
    ...(heading.is === "requires" ? meritsTold(book, roles, merits) : []),
  );
}

function group(title, rows) {
  return rows.length ? [element("h3", {}, title, " ", element("span", { class: "count" }, rows.length)), list(rows)] : [];
}

/* What is a merit for one of them and required for the other. */
function meritsTold(book, [a, b], places) {
  const merits = book.words.headings.find(({ is }) => is === "merits");
  return [[a, b], [b, a]].flatMap(([role, other], side) => {
    const lines = book.lines(role, merits);
    const sentence = fill(book.words.meritElsewhere, { here: book.name(role), there: book.name(other) });
    return places[side].length ? [element("p", {}, sentence), list(places[side].map((place) => copy(lines[place])))] : [];
  });
}

function stepTold(book, step) {
  const { words } = book;
  return element(
    "details", { class: "behind" },
    element("summary", {}, element("h2", {}, book.name(step)), " ", book.count(words.stepMore)),
    ...book.copied(step, words.how, words.prepares, words.changes, words.questions),
    element("p", {}, book.link({ step }, words.wholeStep)),
  );
}
