/* What can be reached from a role within some years, in the single file: a role is in one list only. */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";

/* `answers.reach` gives for each role those that it leads to, nearest first: how much is new, and for each smallest set of
   new requirements the typical years of the quickest way with it, and the set. */
export function reachTold(book, answers, start, years) {
  const { words } = book;
  const from = book.place.get(start);
  const goals = answers.reach[from].map(([goal, counted, ways]) => ({
    goal,
    counted,
    ways: ways.filter(([takes]) => takes <= years),
    about: answers.ways[from][goal].about,
  }));
  const within = goals.filter(({ ways }) => ways.length);
  const isFree = ({ ways }) => ways.some(([, asked]) => !asked.length);
  const groups = [
    [words.nothingNew, within.filter(isFree)],
    [words.somethingNew, within.filter((goal) => !isFree(goal))],
    [words.longer, goals.filter(({ ways }) => !ways.length)],
  ];
  const none = goals.length ? words.noneWithin : fill(words.nothing, { start: book.name(start) });
  return element(
    "section",
    { class: "route" },
    element("h2", {}, fill(words.withinFrom, { years: words.years[years - 1], role: book.name(start) })),
    ...(within.length ? [] : [element("p", {}, none)]),
    element(
      "div",
      { class: "told" },
      ...groups.filter(([, rows]) => rows.length).map(([title, rows]) => groupTold(book, start, title, rows)),
    ),
  );
}

function groupTold(book, start, title, rows) {
  const told = rows.map(({ goal, counted, ways, about }) => {
    const { id } = book.model.roles[goal];
    const fresh =
      ways.length && ways.every(([, asked]) => asked.length) ? [newTold(book, book.sentences[counted], ways)] : [];
    return element(
      "li",
      {},
      book.link({ view: "routes", from: start, to: id }, book.name(id)),
      " ",
      book.count(book.sentences[about]),
      ...fresh,
    );
  });
  return element(
    "section",
    {},
    element("h3", {}, title, " ", book.count(rows.length)),
    element("ul", { class: "reach" }, ...told),
  );
}

function newTold({ words, sentences }, counted, ways) {
  const sets = ways.map(([, asked]) => asked.map((one) => sentences[one].replace(/\.$/, "")).join("; "));
  const rows = sets.map((set, index) =>
    element("li", {}, set, ...(index < sets.length - 1 ? [" ", element("b", {}, words.or)] : [])),
  );
  return element("details", { class: "behind" }, element("summary", {}, counted), element("ul", {}, ...rows));
}
