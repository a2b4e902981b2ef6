/* The page Vägar of the single file. The routes were computed beforehand (single_file/precomputed.py): numbers stand for
   roles, steps and sentences; what a step asks and which support there is comes from its card. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";
import { reachTold } from "./reach.js";
import { legsTold, routeTold } from "./route_told.js";

const TABS = ["way", "reach"];

/* What is chosen in the query → what stands on the page, and the steps that its map draws strong. */
export function routesPage(book, answers, query) {
  const { words } = book;
  const tab = TABS.find((one) => one === query.get("tab")) ?? (query.has("from") && !query.has("to") ? "reach" : "way");
  const chosen = { from: book.known(query, "from") ?? book.model.roles[0].id, to: book.known(query, "to"), years: yearsOf(words, query) };
  chosen.to ??= tab === "way" ? usualGoal(book, chosen.from) : null;
  const page = { title: words.routes, tabs: tabsOf(words, tab, chosen), from: { name: "from", label: words.from, role: chosen.from } };
  return tab === "reach" ? reachPage(book, answers, page, chosen) : wayPage(book, answers, page, chosen, query);
}

function yearsOf(words, query) {
  const years = Number(query.get("years"));
  return words.years[years - 1] ? years : words.usualYears;
}

function usualGoal({ model }, start) {
  const others = model.roles.filter(({ id }) => id !== start);
  return (others.find(({ kind }) => kind === "assignment") ?? others.at(-1) ?? model.roles[0]).id;
}

function tabsOf(words, shown, { from, to, years }) {
  const kept = { view: "routes", from, ...(to ? { to } : {}), years };
  return TABS.map((tab) => ({ query: { ...kept, tab }, title: words.tabs[tab], current: tab === shown }));
}

function wayPage(book, answers, { from, ...page }, { from: start, to: goal }, query) {
  const { words, model } = book;
  const answer = answers.ways[book.place.get(start)][book.place.get(goal)];
  const offered = answer.routes ?? [];
  const shown = Math.min(Math.max(1, Math.trunc(Number(query.get("route"))) || 1), Math.max(1, offered.length));
  const told = offered.length ? [routeTold(book, offered[shown - 1], start), othersTold(book, offered, shown, { from: start, to: goal })] : refusal(book, answer, start);
  return {
    ...page,
    choices: [from, { name: "to", label: words.to, role: goal }],
    kept: { tab: "way" },
    content: told,
    said: fill(words.found, { start: book.name(start), goal: book.name(goal), n: offered.length }),
    route: offered[shown - 1]?.legs.map((leg) => model.steps[leg].id),
  };
}

/* The other routes, each a line that opens, and how all was reckoned. */
function othersTold(book, offered, shown, ends) {
  const { words, sentences } = book;
  const others = offered.flatMap((route, index) => (index === shown - 1 ? [] : [otherTold(book, route, index + 1, sentences[offered[shown - 1].differs[index]], ends)]));
  return element(
    "section", { class: "other-routes" },
    ...(others.length ? [element("h2", {}, words.others), ...others] : []),
    element(
      "details", { class: "behind" },
      element("summary", {}, words.reckoned),
      element("p", {}, words.sum),
      element("p", {}, words.asGood),
      element("p", {}, element("b", {}, words.change), " ", sentences[offered[shown - 1].change]),
    ),
  );
}

function otherTold(book, route, n, differs, ends) {
  const { words, sentences } = book;
  const through = route.legs.slice(0, -1).map((leg) => book.short(book.model.steps[leg].end));
  const title = through.length ? fill(words.byWayOf, { n, roles: book.listed(through) }) : fill(words.directly, { n });
  return element(
    "details", {},
    element("summary", {}, element("b", {}, title), ` · ${sentences[route.time]}, ${sentences[route.steps]} `, book.count(`(${differs})`)),
    element("p", {}, book.link({ view: "routes", ...ends, route: n }, words.tellThis)),
    legsTold(book, route),
  );
}

function refusal(book, answer, start) {
  const { words, sentences } = book;
  const told = [element("h2", {}, sentences[answer.heading]), element("p", {}, sentences[answer.reason])];
  if (answer.asks.length) told.push(element("h3", {}, words.wayIn), book.requirements(answer.asks));
  if (answer.nearest !== undefined) {
    const nearest = book.model.roles[answer.nearest].id;
    const link = book.link({ view: "routes", from: start, to: nearest }, book.name(nearest));
    told.push(element("h3", {}, words.nearest), element("p", {}, link, " ", book.count(sentences[answer.about])));
  }
  const onward = book.link({ view: "routes", tab: "reach", from: start }, fill(words.onward, { role: book.name(start) }));
  told.push(element("h3", {}, words.further), element("p", {}, onward));
  return answer.blocked ? [...told, element("p", {}, words.noRouteMeans)] : told;
}

function reachPage(book, answers, { from, ...page }, { from: start, to, years }) {
  const choices = book.words.years.map((text, index) => [String(index + 1), text]);
  return {
    ...page,
    choices: [from, { name: "years", label: book.words.within, value: String(years), options: choices }],
    kept: { tab: "reach", ...(to ? { to } : {}) },
    content: [reachTold(book, answers, start, years)],
    said: fill(book.words.withinFrom, { years: book.words.years[years - 1], role: book.name(start) }),
  };
}
