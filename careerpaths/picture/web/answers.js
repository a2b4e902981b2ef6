/* Routes and comparisons in the single-file edition. They were computed beforehand (picture/beforehand.py): the numbers
   stand for roles, steps and sentences. What a step asks and what a role offers is taken from the cards. */
import { element, fill } from "./explorer.js";

/* One language of the document: its cards, words, sentences and roles. */
export class Book {
  constructor(part, spoken) {
    Object.assign(this, spoken); // model, words, sentences, common, questions
    this.articles = new Map([...part.querySelectorAll("article")].map((article) => [article.dataset.step ?? article.dataset.role, article]));
    this.place = new Map(this.model.roles.map((role, place) => [role.id, place]));
  }

  name(role) {
    return this.articles.get(role).querySelector(".name").textContent;
  }

  short(role) {
    return this.model.roles[this.place.get(role)].short.replaceAll("\u00ad", "");
  }

  /* Names as a list in a sentence. */
  listed(names) {
    return names.length < 2 ? names.join() : fill(this.words.andLast, { first: names.slice(0, -1).join(", "), last: names.at(-1) });
  }

  section(id, heading) {
    return [...this.articles.get(id).querySelectorAll("section")].find((one) => one.firstElementChild.textContent === heading);
  }

  /* A copy of what a card says under a heading; the heading becomes a line, as it stands deeper here. */
  copied(id, heading) {
    const copy = this.section(id, heading)?.cloneNode(true);
    copy?.firstElementChild.replaceWith(element("p", { class: "function" }, heading));
    return copy ? [copy] : [];
  }

  facts(step) {
    const copy = this.articles.get(step).querySelector(".facts").cloneNode(true);
    copy.classList.add("count");
    return copy;
  }

  /* The lines of a role's card under a heading of the comparison; merits follow a line of their own. */
  lines(role, heading) {
    const lists = [...(this.section(role, heading.in)?.querySelectorAll("ul") ?? [])];
    const merit = (list) => list.previousElementSibling.textContent === this.words.headings.find(({ is }) => is === "merits").word;
    const asked = ["requires", "merits"].includes(heading.is) ? lists.filter((list) => merit(list) === (heading.is === "merits")) : lists;
    return asked.flatMap((list) => [...list.children]);
  }
}

export function roleLink(book, role) {
  return element("a", { href: `?role=${role}` }, book.name(role));
}

const isAssignment = (book, role) => book.model.roles[book.place.get(role)].kind === "assignment";

/* ── routes ── */

export function routesTold(book, { routes }, shown) {
  return routes.map((route, index) => {
    const legs = route.legs.map((leg) => book.model.steps[leg]);
    const through = legs.slice(0, -1).map((leg) => book.short(leg.end));
    const n = index + 1;
    return element(
      "section", { class: "route" },
      element("h2", {}, through.length ? fill(book.words.byWayOf, { n, roles: book.listed(through) }) : fill(book.words.directly, { n })),
      element("p", {}, element("b", {}, book.sentences[route.time]), `, ${book.sentences[route.steps]}. `, element("span", { class: "count" }, book.words.sum)),
      ...(route.returns ? [element("p", {}, book.words.returns)] : []),
      element("button", { type: "button", class: "link", "data-route": n, "aria-pressed": String(n === shown) }, book.words.onMap),
      element("ol", { class: "legs" }, ...legs.map((leg) => legTold(book, leg))),
      answersTold(book, route),
    );
  });
}

function legTold(book, leg) {
  const { words } = book;
  const more = [...book.copied(leg.id, words.requires), ...book.copied(leg.id, words.support)];
  return element(
    "li", {},
    element("p", { class: "leg" }, element("a", { href: `?step=${leg.id}` }, `${book.name(leg.start)} → ${book.name(leg.end)}`)),
    book.facts(leg.id),
    ...(isAssignment(book, leg.end) ? [element("p", {}, words.assignment)] : []),
    element("p", {}, element("a", { href: `?view=compare&a=${leg.start}&b=${leg.end}` }, words.compareThese)),
    ...(more.length ? [element("details", {}, element("summary", {}, words.legMore), ...more)] : []),
  );
}

function answersTold(book, route) {
  const { words, sentences } = book;
  const said = [
    [words.why, [sentences[route.why]]],
    [words.missing, [`${sentences[route.missing]} ${sentences[route.employer]}`.trim()]],
    [words.whyNot, route.whyNot.map((one) => sentences[one])],
    [words.change, [sentences[route.change]]],
  ];
  const told = said.filter(([, all]) => all.length).flatMap(([question, all]) => [element("dt", {}, question), ...all.map((one) => element("dd", {}, one))]);
  return element("dl", {}, ...told);
}

export function refusalTold(book, answer, start) {
  const { words, sentences } = book;
  const nearest = answer.nearest === undefined ? null : book.model.roles[answer.nearest].id;
  const way = nearest && element("a", { href: `?view=routes&from=${start}&to=${nearest}` }, book.name(nearest));
  return [
    element("h2", {}, words.noRoute),
    element("p", {}, sentences[answer.reason]),
    ...(answer.asks.length ? [element("ul", {}, ...answer.asks.map((one) => element("li", {}, sentences[one])))] : []),
    ...(nearest ? [element("p", {}, words.nearest, " ", way, " ", element("span", { class: "count" }, sentences[answer.about]))] : []),
    element("p", {}, words.noRouteMeans),
  ];
}

/* Every role that can be reached, the nearest first. */
export function reachTold(book, answers, start) {
  const goals = answers.map((answer, place) => ({ ...answer, goal: book.model.roles[place].id })).filter(({ routes }) => routes);
  goals.sort((a, b) => a.years - b.years);
  const row = ({ goal, about }) => element("li", {}, element("a", { href: `?view=routes&from=${start}&to=${goal}` }, book.name(goal)), " ", element("span", { class: "count" }, book.sentences[about]));
  return [
    element("h2", {}, fill(book.words.reach, { role: book.name(start) })),
    goals.length ? element("ul", {}, ...goals.map(row)) : element("p", {}, fill(book.words.nothing, { role: book.name(start) })),
  ];
}

/* ── comparison ── */

export function compared(book, a, b) {
  const [found, words] = [book.common[book.place.get(a)][book.place.get(b)], book.words];
  const parts = words.headings.map((heading, at) => partTold(book, heading, [a, b], found[at], found.slice(words.headings.length)));
  const open = book.questions.filter(({ roles }) => roles.includes(a) && roles.includes(b));
  return [
    ...[a, b].map((role) => element("p", {}, element("b", {}, roleLink(book, role)), " ", book.facts(role).textContent, element("br"), book.articles.get(role).querySelector(".purpose").cloneNode(true))),
    element("h2", {}, words.between),
    ...stepsBetween(book, a, b),
    ...(open.length ? [element("h2", {}, words.notSettled), element("ul", {}, ...open.map(({ text }) => element("li", {}, text)))] : []),
    ...parts.filter(Boolean),
  ];
}

function stepsBetween(book, a, b) {
  const { words } = book;
  const steps = [`${a}.${b}`, `${b}.${a}`].filter((step) => book.articles.has(step));
  if (!steps.length) return [element("p", {}, words.noStep, " ", element("a", { href: `?view=routes&from=${a}&to=${b}` }, words.seeRoutes))];
  return steps.map((step) => element(
    "section", {},
    element("h3", {}, book.name(step)),
    book.facts(step),
    element("p", {}, element("a", { href: `?step=${step}` }, words.wholeStep)),
    ...[words.how, words.prepares, words.changes, words.questions].flatMap((heading) => book.copied(step, heading)),
  ));
}

function partTold(book, heading, [a, b], common, merits) {
  const { words } = book;
  const [here, there] = [a, b].map((role) => book.lines(role, heading));
  if (!here.length && !there.length) return null;
  const copy = (line) => line.cloneNode(true);
  const both = common.map(([at, other, differ]) => {
    const row = copy(here[at]);
    if (differ) row.append(element("br"), element("span", { class: "count" }, `${book.name(b)}: `), ...copy(there[other]).childNodes);
    return row;
  });
  const rest = (lines, side) => lines.filter((_, at) => !common.some((pair) => pair[side] === at)).map(copy);
  const group = (title, rows) => (rows.length ? [element("h3", {}, title), element("ul", {}, ...rows)] : []);
  const only = [[a, rest(here, 0)], [b, rest(there, 1)]].map(([role, rows]) => element("div", {}, ...group(fill(words.only, { role: book.name(role) }), rows)));
  const elsewhere = heading.is === "requires" ? [[a, b, merits[0]], [b, a, merits[1]]].filter(([, , places]) => places.length).map((one) => meritsTold(book, ...one)) : [];
  return element("section", { class: "compared" }, element("h2", {}, heading.word), ...group(words.inCommon, both), element("div", { class: "sides" }, ...only), ...elsewhere);
}

/* What is a merit for one role and required for the other. */
function meritsTold(book, role, other, places) {
  const lines = book.lines(role, book.words.headings.find(({ is }) => is === "merits"));
  const rows = places.map((place) => lines[place].cloneNode(true));
  return element("div", {}, element("p", {}, fill(book.words.meritElsewhere, { here: book.name(role), there: book.name(other) })), element("ul", {}, ...rows));
}
