/* A page of the single file in the place of the map: its heading, its choices of roles, and what is told of them. */
import { element } from "../../browser/scripts/base/dom.js";
/** @import { Book } from "./book.js" */

/** @typedef {{ name: string, label: string, role?: string | null }} Choice of a role; `name`: what it is called in the address */
/** @typedef {{ title?: string, intro?: string, notice?: string, choices?: Choice[], content?: (Node | string)[],
 *   said?: string, route?: string[] }} Page `notice` stands alone above the map, `said` is heard, `route`: the steps that
 *   the map beside it draws strong */

/** A page begins with its choices of roles; the one with focus keeps it while what follows changes.
 * @param {HTMLElement} panel
 * @param {Page} page
 * @param {Book} book
 * @param {(choices: Record<string, string>) => void} open called with every choice when one has changed */
export function fillPanel(panel, { title, intro = "", notice = "", choices = [], content = [] }, book, open) {
  const had = panel.querySelector("select:focus")?.id;
  const fields = choices.map((choice) => roleField(choice, book));
  const selects = fields.map(({ select }) => select);
  for (const select of selects)
    select.onchange = () => open(Object.fromEntries(selects.map(({ name, value }) => [name, value])));
  const shown = element("div", { class: "choices" }, ...fields.map(({ field }) => field));
  panel.hidden = !title && !notice;
  panel.replaceChildren(
    ...(title ? [element("h1", { tabindex: "-1" }, title), element("p", {}, intro), shown] : []),
    notice,
    ...content,
  );
  selects.find(({ id }) => id === had)?.focus();
}

/** @param {Choice} choice
 * @param {Book} book */
function roleField({ name, label, role }, book) {
  const options = book.model.roles.map(({ id }) =>
    element("option", { value: id, selected: id === role }, book.name(id)),
  );
  const none = element("option", { value: "" }, book.words.chooseRole);
  const select = element("select", { id: `_${name}`, name }, none, ...options);
  return { select, field: element("p", { class: "choice" }, element("label", { for: select.id }, label), select) };
}
