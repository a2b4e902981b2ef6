/* What is typed and pressed in a form. */
import { isPlainClick } from "./dom.js";
import { readFile } from "./files.js";
import { ask, close } from "./questions.js";
/** @import { Field } from "./field.js"
 * @import { FormPage } from "./form_page.js" */

/** @typedef {Record<string, (button: HTMLElement) => void>} Deeds what each button does, by its `data-do` */

/**
 * Let a form hear what is done in it.
 *
 * @param {FormPage} page
 * @param {object} heard
 * @param {(field: Field) => void} heard.typed
 * @param {(field: Field) => void} heard.settled a field is left
 * @param {(button: HTMLElement) => void} heard.pressed a button that is no deed
 * @param {Deeds} heard.deeds
 * @param {() => void} heard.clear everything, after a question
 * @param {() => void} [heard.escape]
 */
export function listen(page, heard) {
  const { root } = page;
  /** @type {Deeds} */
  const deeds = {
    print: () => print(),
    "load-yes": () => close(page, "load", () => readFile(page)),
    "load-no": () => close(page, "load"),
    clear: () => ask(page, "clear"),
    "clear-yes": () => close(page, "clear", heard.clear),
    "clear-no": () => close(page, "clear"),
    ...heard.deeds,
  };
  root.oninput = (event) => heard.typed(/** @type {Field} */ (event.target));
  root.onchange = (event) => heard.settled(/** @type {Field} */ (event.target));
  root.onclick = (event) => {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a[data-to]");
    if (link) return go(page, event, /** @type {HTMLAnchorElement} */ (link));
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.do) deeds[button.dataset.do]?.(button);
    else heard.pressed(button);
  };
  root.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    const open = /** @type {HTMLElement} */ (event.target).closest("[data-confirm]");
    if (open instanceof HTMLElement) close(page, open.dataset.confirm);
    else heard.escape?.();
  };
  // Streamlit listens for single letters on the page; what is typed here is none of its business.
  root.onkeyup = (event) => event.stopPropagation();
  root.onkeypress = root.onkeyup;
}

/** @param {FormPage} page
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link */
function go(page, event, link) {
  if (!isPlainClick(event)) return;
  event.preventDefault();
  page.options.go({ page: link.dataset.to === "routes" ? "vagar" : "", query: new URL(link.href).search });
}
