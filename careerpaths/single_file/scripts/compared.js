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
  return {
    title: words.compare,
    intro: words.compareIntro,
    choices: [{ name: "a", label: words.one, role: a }, { name: "b", label: words.other, role: b }],
    content: both ? compared(book, a, b) : [],
    said: both ? fill(words.compared, { one: book.name(a), other: book.name(b) }) : "",
  };
}

function compared(book, a, b) {
  const { words } = book;
  const open = book.questions.filter(({ dataset }) => [a, b].every((role) => dataset.roles.split(" ").includes(role)));
  const found = book.common[book.place.get(a)][book.place.get(b)];
  return [
    ...[a, b].map((role) => element("div", {}, element("p", { class: "leg" }, element("b", {}, book.link({ role }, book.name(role)))), book.part(role, ".facts"), book.part(role, ".purpose"))),
    element("h2", {}, words.between),
    ...stepsBetween(book, a, b),
    ...(open.length ? [element("h2", {}, words.notSettled), list(open.map(copy))] : []),
    ...words.headings.map((heading, at) => partTold(book, heading, [a, b], found[at])),
    ...meritsTold(book, [a, b], found.slice(words.headings.length)),
  ].filter(Boolean);
}

const list = (rows) => element("ul", {}, ...rows);
const copy = (line) => line.cloneNode(true);

function stepsBetween(book, a, b) {
  const { words } = book;
  const steps = [`${a}.${b}`, `${b}.${a}`].filter((step) => book.articles.has(step));
  if (!steps.length) return [element("p", {}, words.noStep, " ", book.link({ view: "routes", from: a, to: b }, words.seeRoutes))];
  return steps.map((step) => element(
    "section", {},
    element("h3", {}, book.name(step)),
    book.part(step, ".facts"),
    element("p", {}, book.link({ step }, words.wholeStep)),
    ...book.copied(step, words.how, words.prepares, words.changes, words.questions),
  ));
}

/* What stands under one heading: in common, only here, only there. A pair whose words differ (1) shows both. */
function partTold(book, heading, roles, common) {
  const [here, there] = roles.map((role) => book.lines(role, heading));
  if (!here.length && !there.length) return null;
  const both = common.map(([at, other, differ]) => {
    const row = copy(here[at]);
    if (differ) row.append(element("br"), book.count(`${book.name(roles[1])}: `), ...copy(there[other]).childNodes);
    return row;
  });
  const rest = (lines, side) => lines.filter((_, at) => !common.some((pair) => pair[side] === at)).map(copy);
  const only = [rest(here, 0), rest(there, 1)].map((rows, side) => element("div", {}, ...group(fill(book.words.only, { role: book.name(roles[side]) }), rows)));
  return element("section", { class: "compared" }, element("h2", {}, heading.word), ...group(book.words.inCommon, both), element("div", { class: "sides" }, ...only));
}

function group(title, rows) {
  return rows.length ? [element("h3", {}, title), list(rows)] : [];
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
