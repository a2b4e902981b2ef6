/* What is chosen: direction, level and row. It lives in the address. */
import { say } from "../../../browser/scripts/base/words.js";
import { boxOf } from "./chain.js";
import { draw, drawView } from "./draw.js";
import { drawLists } from "./list.js";
/** @import { UnitPage } from "./page.js" */

/** Keep what is chosen in the address, for a link and for the next reload.
 * @param {UnitPage} page */
export function note({ turned, level, item }) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({ direction: turned ? "turned" : "", level, item })) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
}

/** @param {UnitPage} page
 * @param {boolean} turned */
export function turn(page, turned) {
  page.turned = turned;
  note(page);
  draw(page);
}

/** @param {UnitPage} page
 * @param {string} level */
export function setLevel(page, level) {
  page.level = level;
  note(page);
  draw(page);
  const told = () => say("Only rows at this level are shown: {level}.", { level: page.form.words.level[level] });
  page.announce(level ? told() : "");
}

/** @param {UnitPage} page
 * @param {string} id */
function choose(page, id) {
  page.item = id;
  note(page);
  drawView(page);
  for (const row of page.all("[data-row]")) row.classList.toggle("on", page.chain.has(row.dataset.row ?? ""));
}

/** @param {UnitPage} page */
export function free(page) {
  choose(page, "");
}

/** A box that is pressed stays in sight, also where the others of its column go.
 * @param {UnitPage} page
 * @param {string} id */
export function press(page, id) {
  choose(page, id === page.item ? "" : id);
  boxOf(page, id)?.scrollIntoView({ block: "nearest" });
}

/** From a row of the list to its chain.
 * @param {UnitPage} page
 * @param {string} id */
export function showChain(page, id) {
  choose(page, id);
  const box = boxOf(page, id);
  box?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: "center" });
}

/** To a row of the list, whatever level is shown.
 * @param {UnitPage} page
 * @param {string} id */
export function jump(page, id) {
  const hidden = !page.isSeen(page.row(id));
  if (hidden) page.level = "";
  choose(page, id);
  if (hidden) {
    drawLists(page);
    page.announce(say("All levels are shown again, so that the row can be seen."));
  }
  page.focusRow(id);
}
