/* The list: an index of roles, whose rows open to the role's card and its steps; made when it is first shown. */
import { element } from "../../../../browser/scripts/base/dom.js";
/** @import { Articles } from "./articles.js"
 * @import { Choice, Picked } from "../choice.js" */

export class List {
  /** @param {Articles} articles
   * @param {(choice: Picked) => void} pick told when a row was opened */
  constructor(articles, pick) {
    this.articles = articles;
    this.pick = pick;
    this.pane = element("div", { class: "list-pane", hidden: true });
    this.pane.addEventListener("click", (event) => this.clicked(event));
    /** @type {Map<string, HTMLDetailsElement>} */
    this.rows = new Map();
    this.marked = ""; // the id of the row that was opened last
  }

  /** @param {boolean} open */
  show(open) {
    this.pane.hidden = !open;
    if (!open || this.pane.firstChild) return;
    this.pane.append(this.articles.list());
    const rows = /** @type {NodeListOf<HTMLDetailsElement>} */ (this.pane.querySelectorAll(".row"));
    this.rows = new Map([...rows].map((row) => [row.dataset.row ?? "", row]));
  }

  /** Open the row of what is chosen and return it, where it is not the one that was opened last.
   * @param {Choice} choice */
  mark({ role, step }) {
    const id = step ?? role ?? "";
    if (this.marked === id || !this.pane.firstChild) return undefined;
    this.rows.get(this.marked)?.classList.remove("current");
    this.marked = id;
    const row = this.rows.get(id);
    row?.classList.add("current");
    for (const one of [row, row?.parentElement?.closest("details")]) if (one) one.open = true;
    return row;
  }

  /* The row of what is chosen. */
  get current() {
    return this.rows.get(this.marked);
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button[data-open-all]");
    if (button instanceof HTMLButtonElement) return this.openAll(button);
    const row = target?.closest(".row > summary")?.parentElement;
    if (!(row instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    row.open = !row.open;
    const id = row.dataset.row ?? "";
    if (row.open && id !== this.marked) this.pick(row.dataset.kind ? { step: id } : { role: id });
  }

  /** Every row and all that is folded in it, to be read or printed; a second press closes them.
   * @param {HTMLButtonElement} button */
  openAll(button) {
    const open = button.getAttribute("aria-pressed") !== "true";
    for (const one of this.pane.querySelectorAll("details")) if (one.matches(".row, .fold")) one.open = open;
    button.setAttribute("aria-pressed", String(open));
  }

  /* What is shown was written with other links. */
  forget() {
    this.pane.replaceChildren();
    this.rows.clear();
    this.marked = "";
  }
}
