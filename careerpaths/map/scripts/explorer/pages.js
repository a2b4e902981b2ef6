/* Links that lead from the map to other pages. */

/** The query of a link to another page; language and frame follow along, and to the plan the level.
 * @param {string} page
 * @param {string} search the link's own query
 * @param {string} from the query of the page it stands on */
export function carried(page, search, from) {
  const query = new URLSearchParams(search);
  const here = new URLSearchParams(from);
  const along = ["lang", "embed", ...(page === "planera" ? ["level"] : [])];
  for (const name of along) {
    const value = here.get(name);
    if (!query.has(name) && value !== null) query.set(name, value);
  }
  return `?${query}`;
}

/** The query of the map page with one choice, from a page that shows a route.
 * @param {{ role?: string, step?: string }} choice
 * @param {string} language */
export function mapQuery({ role, step }, language) {
  return `?${new URLSearchParams({ ...(step ? { step } : { role: role ?? "" }), lang: language })}`;
}
