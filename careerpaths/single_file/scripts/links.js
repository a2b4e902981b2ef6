/* The links at the top of the single file: to its pages and to its other languages. */
import { element } from "../../browser/scripts/base/dom.js";
/** @import { Book } from "./book.js" */

/** To each page, about the same role.
 * @param {Book} book
 * @param {URLSearchParams} query
 * @param {string} current */
export function pageLinks(book, query, current) {
  const named = (/** @type {string} */ name) => book.known(query, name);
  const role = named("role") ?? named("step")?.split(".")[0] ?? named("from") ?? named("a");
  return [["map", "role"], ["routes", "from"], ["compare", "a"], ["about"]].map(([view, choice]) => {
    const next = { ...(view === "map" ? {} : { view }), ...(role && choice ? { [choice]: role } : {}) };
    const href = `?${new URLSearchParams(next)}`;
    return element("a", { href, "aria-current": current === view && "page" }, book.words[view]);
  });
}

/** To the same place in each other language.
 * @param {{ id: string, name: string }[]} languages
 * @param {string} current
 * @param {URLSearchParams} query */
export function languageLinks(languages, current, query) {
  const others = languages.filter(({ id }) => id !== current);
  return others.map(({ id, name }) => {
    const href = `?${new URLSearchParams({ ...Object.fromEntries(query), lang: id })}`;
    return element("a", { class: "language", href, lang: id, hreflang: id }, name);
  });
}

/** Put links in the place of others; where one of those had focus, the new one in its place has it.
 * @param {HTMLElement} place
 * @param {HTMLElement[]} links */
export function refill(place, links) {
  const had = [...place.querySelectorAll("a")].findIndex((one) => one.matches(":focus"));
  place.replaceChildren(...links);
  if (had >= 0) links[Math.min(had, links.length - 1)].focus();
}
