/* The page Vägar of the single file. The routes were computed beforehand (single_file/precomputed.py): numbers stand for
   roles, steps and sentences; what a step asks and which support there is comes from its card. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";

/** @import { Step } from "../../map/scripts/explorer/model.js"
 * @import { Book } from "./book.js"
 * @import { Page } from "./panel.js" */

/** @typedef {{ legs: number[], time: number, steps: number, why: number, missing: number[], employer: number[],
 *   change: number, whyNot: number[], returns?: boolean }} Route `legs` are steps, the other numbers sentences */
/** @typedef {{ about: number, years: number, routes: Route[] }} Found */
/** @typedef {{ reason: number, asks: number[], nearest?: number, about?: number }} Refused `nearest`: a role */
/** @typedef {Partial<Found & Refused>} Answer nothing where start and goal are the same */

const BETWEEN = "; "; // the pieces of a sentence, as precomputed.py took it apart

/** Two roles chosen in the query → what stands on the page, and the steps that its map draws strong.
 * @param {Book} book
 * @param {Answer[][]} answers by start and goal
 * @param {URLSearchParams} query
 * @returns {Page} */
export function routesPage(book, answers, query) {
  const { words, model } = book;
  const start = book.known(query, "from") ?? model.roles[0].id;
  const goal = book.known(query, "to");
  const from = answers[book.at(start)];
  const answer = goal && goal !== start ? from[book.at(goal)] : null;
  const offered = answer?.routes ?? [];
  const shown = Math.min(Math.max(1, Math.trunc(Number(query.get("route"))) || 1), Math.max(1, offered.length));
  const told =
    answer && !offered.length
      ? refusal(book, answer, start)
      : offered.map((route, index) => routeTold(book, route, index + 1, shown));
  return {
    title: words.routes,
    intro: words.routesIntro,
    choices: [
      { name: "from", label: words.from, role: start },
      { name: "to", label: words.to, role: goal },
    ],
    content: [...told, ...reach(book, from, start)],
    said:
      goal && answer ? fill(words.found, { start: book.name(start), goal: book.name(goal), n: offered.length }) : "",
    route: offered[shown - 1]?.legs.map((leg) => model.steps[leg].id),
  };
}

/** @param {Book} book
 * @param {Route} route
 * @param {number} n
 * @param {number} shown the number of the one on the map */
function routeTold(book, route, n, shown) {
  const { words, sentences } = book;
  const legs = route.legs.map((leg) => book.model.steps[leg]);
  const through = legs.slice(0, -1).map((leg) => book.short(leg.end));
  return element(
    "section",
    { class: "route" },
    element(
      "h2",
      {},
      through.length ? fill(words.byWayOf, { n, roles: book.listed(through) }) : fill(words.directly, { n }),
    ),
    element(
      "p",
      { class: "sum" },
      element("b", {}, sentences[route.time]),
      `, ${sentences[route.steps]}. `,
      book.count(words.sum),
    ),
    ...(route.returns ? [element("p", {}, words.returns)] : []),
    element(
      "button",
      { type: "button", class: "link", "data-route": n, "aria-pressed": String(n === shown) },
      words.onMap,
    ),
    element("ol", { class: "legs" }, ...legs.map((leg) => legTold(book, leg))),
    questions(book, route),
  );
}

/** @param {Book} book
 * @param {Step} step */
function legTold(book, { id, start, end }) {
  const { words } = book;
  const more = book.copied(id, words.requires, words.support);
  return element(
    "li",
    {},
    element("p", { class: "leg" }, book.link({ step: id }, `${book.name(start)} → ${book.name(end)}`)),
    book.part(id, ".facts"),
    ...(book.isAssignment(end) ? [element("p", {}, words.assignment)] : []),
    element("p", { class: "compare-these" }, book.link({ view: "compare", a: start, b: end }, words.compareThese)),
    ...(more.length ? [element("details", { class: "behind" }, element("summary", {}, words.legMore), ...more)] : []),
  );
}

/** @param {Book} book
 * @param {Route} route */
function questions({ words, sentences }, route) {
  /** @type {[string, number[][]][]} */
  const said = [
    [words.why, [[route.why]]],
    [words.missing, [route.missing, route.employer]],
    [words.whyNot, route.whyNot.map((one) => [one])],
    [words.change, [[route.change]]],
  ];
  const answer = (/** @type {number[]} */ pieces) =>
    element("dd", {}, pieces.map((one) => sentences[one]).join(BETWEEN));
  const told = said.flatMap(([question, all]) => {
    const answers = all.filter((pieces) => pieces.length).map(answer);
    return answers.length ? [element("dt", {}, question), ...answers] : [];
  });
  return element("dl", {}, ...told);
}

/** @param {Book} book
 * @param {Answer} answer
 * @param {string} start */
function refusal(book, { reason = 0, asks = [], nearest, about = 0 }, start) {
  const { words, sentences } = book;
  /** @type {HTMLElement[]} */
  const told = [element("h2", {}, words.noRoute), element("p", {}, sentences[reason])];
  if (asks.length) told.push(element("ul", {}, ...asks.map((one) => element("li", {}, sentences[one]))));
  if (nearest !== undefined) {
    const { id } = book.model.roles[nearest];
    told.push(
      element(
        "p",
        {},
        words.nearest,
        " ",
        book.link({ view: "routes", from: start, to: id }, book.name(id)),
        " ",
        book.count(sentences[about]),
      ),
    );
  }
  return [...told, element("p", {}, words.noRouteMeans)];
}

/** Every role that can be reached, the nearest first.
 * @param {Book} book
 * @param {Answer[]} answers from the start
 * @param {string} start */
function reach(book, answers, start) {
  const name = { role: book.name(start), start: book.name(start) };
  const goals = answers.flatMap(({ routes, years = 0, about = 0 }, place) =>
    routes ? [{ years, about, goal: book.model.roles[place].id }] : [],
  );
  const row = (/** @type {typeof goals[0]} */ { goal, about }) =>
    element(
      "li",
      {},
      book.link({ view: "routes", from: start, to: goal }, book.name(goal)),
      " ",
      book.count(book.sentences[about]),
    );
  const rows = goals.sort((a, b) => a.years - b.years).map(row);
  return [
    element("h2", {}, fill(book.words.reach, name)),
    rows.length ? element("ul", {}, ...rows) : element("p", {}, fill(book.words.nothing, name)),
  ];
}
