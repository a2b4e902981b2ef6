/* The page Vägar of the single file. The routes were computed beforehand (single_file/precomputed.py): numbers stand for
   roles, steps and sentences; what a step asks and which support there is comes from its card. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";

const BETWEEN = "; "; // the pieces of a sentence, as precomputed.py took it apart

/* Two roles chosen in the query → what stands on the page, and the steps that its map draws strong. */
export function routesPage(book, answers, query) {
  const { words, model } = book;
  const start = book.known(query, "from") ?? model.roles[0].id;
  const goal = book.known(query, "to");
  const from = answers[book.place.get(start)];
  const answer = goal && goal !== start ? from[book.place.get(goal)] : null;
  const offered = answer?.routes ?? [];
  const shown = Math.min(Math.max(1, Math.trunc(Number(query.get("route"))) || 1), Math.max(1, offered.length));
  const told = answer && !offered.length ? refusal(book, answer, start) : offered.map((route, index) => routeTold(book, route, index + 1, shown));
  return {
    title: words.routes,
    intro: words.routesIntro,
    choices: [{ name: "from", label: words.from, role: start }, { name: "to", label: words.to, role: goal }],
    content: [...told, ...reach(book, from, start)],
    said: answer ? fill(words.found, { start: book.name(start), goal: book.name(goal), n: offered.length }) : "",
    route: offered[shown - 1]?.legs.map((leg) => model.steps[leg].id),
  };
}

function routeTold(book, route, n, shown) {
  const { words, sentences } = book;
  const legs = route.legs.map((leg) => book.model.steps[leg]);
  const through = legs.slice(0, -1).map((leg) => book.short(leg.end));
  return element(
    "section", { class: "route" },
    element("h2", {}, through.length ? fill(words.byWayOf, { n, roles: book.listed(through) }) : fill(words.directly, { n })),
    element("p", { class: "sum" }, element("b", {}, sentences[route.time]), `, ${sentences[route.steps]}. `, book.count(words.sum)),
    ...(route.returns ? [element("p", {}, words.returns)] : []),
    element("button", { type: "button", class: "link", "data-route": n, "aria-pressed": String(n === shown) }, words.onMap),
    element("ol", { class: "legs" }, ...legs.map((leg) => legTold(book, leg))),
    questions(book, route),
  );
}

function legTold(book, { id, start, end }) {
  const { words } = book;
  const more = book.copied(id, words.requires, words.support);
  return element(
    "li", {},
    element("p", { class: "leg" }, book.link({ step: id }, `${book.name(start)} → ${book.name(end)}`)),
    book.part(id, ".facts"),
    ...(book.isAssignment(end) ? [element("p", {}, words.assignment)] : []),
    element("p", { class: "compare-these" }, book.link({ view: "compare", a: start, b: end }, words.compareThese)),
    ...(more.length ? [element("details", { class: "behind" }, element("summary", {}, words.legMore), ...more)] : []),
  );
}

function questions({ words, sentences }, route) {
  const said = [
    [words.why, [[route.why]]],
    [words.missing, [route.missing, route.employer]],
    [words.whyNot, route.whyNot.map((one) => [one])],
    [words.change, [[route.change]]],
  ];
  const told = said.map(([question, all]) => [question, all.filter((pieces) => pieces.length)]).filter(([, all]) => all.length);
  const answer = (pieces) => element("dd", {}, pieces.map((one) => sentences[one]).join(BETWEEN));
  return element("dl", {}, ...told.flatMap(([question, all]) => [element("dt", {}, question), ...all.map(answer)]));
}

function refusal(book, answer, start) {
  const { words, sentences } = book;
  const told = [element("h2", {}, words.noRoute), element("p", {}, sentences[answer.reason])];
  if (answer.asks.length) told.push(element("ul", {}, ...answer.asks.map((one) => element("li", {}, sentences[one]))));
  if (answer.nearest !== undefined) {
    const nearest = book.model.roles[answer.nearest].id;
    told.push(element("p", {}, words.nearest, " ", book.link({ view: "routes", from: start, to: nearest }, book.name(nearest)), " ", book.count(sentences[answer.about])));
  }
  return [...told, element("p", {}, words.noRouteMeans)];
}

/* Every role that can be reached, the nearest first. */
function reach(book, answers, start) {
  const name = { role: book.name(start), start: book.name(start) };
  const goals = answers.map((answer, place) => ({ ...answer, goal: book.model.roles[place].id })).filter(({ routes }) => routes);
  const rows = goals.sort((a, b) => a.years - b.years).map(({ goal, about }) =>
    element("li", {}, book.link({ view: "routes", from: start, to: goal }, book.name(goal)), " ", book.count(book.sentences[about])));
  return [
    element("h2", {}, fill(book.words.reach, name)),
    rows.length ? element("ul", {}, ...rows) : element("p", {}, fill(book.words.nothing, name)),
  ];
}
