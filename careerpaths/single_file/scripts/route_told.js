/* A route told: its time, what is missing, why this one, and its legs, with what their cards say. */
import { element } from "../../browser/scripts/base/dom.js";

const MOST_TOLD = 3; // steps of a route that tell how they happen before they are opened

export function routeTold(book, route, start) {
  const { words, sentences } = book;
  const legs = route.legs.map((leg) => book.model.steps[leg]);
  const names = [start, ...legs.map(({ end }) => end)].map((role) => book.name(role));
  const why = [sentences[route.why], route.returns && words.returns].filter(Boolean).join(" ");
  const cell = (title, ...told) => element("div", {}, element("dt", {}, title), element("dd", {}, ...told));
  return element(
    "section",
    { class: "route" },
    element("h2", {}, sentences[route.heading]),
    element(
      "p",
      { class: "trail" },
      names
        .slice(0, -1)
        .map((name) => `${name} → `)
        .join(""),
      element("b", {}, names.at(-1)),
    ),
    element(
      "dl",
      { class: "strip" },
      cell(words.time, element("b", {}, sentences[route.time]), `, ${sentences[route.steps]}`),
      cell(words.missing, sentences[route.counted]),
      cell(words.why, why),
    ),
    element("p", { class: "marking" }, words.marking),
    element(
      "div",
      { class: "told" },
      element("section", {}, element("h3", {}, words.stepByStep), legsTold(book, route)),
      missingTold(book, route),
    ),
  );
}

function missingTold(book, route) {
  const { words, sentences } = book;
  const asked = (title, texts, open) =>
    texts.length
      ? [
          element(
            "details",
            { class: "behind", open },
            element("summary", {}, title, " ", book.count(texts.length)),
            book.requirements(texts),
          ),
        ]
      : [];
  const held = route.held.map((one) => sentences[one].replace(/\.$/, "")).join("; ");
  return element(
    "section",
    { class: "missing" },
    element("h3", {}, words.missing),
    ...asked(words.youCan, route.personal, true),
    ...asked(words.employer, route.employer, true),
    ...asked(words.merits, route.merits, false),
    ...(held ? [element("p", { class: "count" }, `${words.held} ${held}.`)] : []),
  );
}

export function legsTold(book, route) {
  const isLong = route.legs.length > MOST_TOLD;
  return element("ol", { class: "legs" }, ...route.legs.map((leg) => legTold(book, book.model.steps[leg], isLong)));
}

function legTold(book, { id, start, end }, isLong) {
  const { words } = book;
  const facts = book.part(id, ".facts");
  if (book.isAssignment(end)) facts.append(` · ${words.assignment}`);
  const how = book.section(id, words.how)?.querySelector(".line")?.cloneNode(true) ?? "";
  return element(
    "li",
    {},
    element("p", { class: "leg" }, book.link({ step: id }, `${book.name(start)} → ${book.name(end)}`)),
    facts,
    isLong ? "" : how,
    element(
      "details",
      { class: "behind" },
      element("summary", {}, words.legMore),
      isLong ? how : "",
      ...book.copied(id, words.requires, words.support),
      element("p", { class: "compare-these" }, book.link({ view: "compare", a: start, b: end }, words.compareThese)),
    ),
  );
}
