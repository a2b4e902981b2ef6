/* Asking before something goes, and telling what went wrong. */
import { element } from "./dom.js";
import { say } from "./words.js";
/** @import { Field } from "./field.js"
 * @import { FormPage } from "./form_page.js" */

/** @param {FormPage} page
 * @param {string} what */
export function ask(page, what) {
  const question = page.find(`[data-confirm="${what}"]`);
  question.hidden = false;
  question.querySelector("button")?.focus();
}

/** Close a question, and do what was asked about where the answer was yes.
 * @param {FormPage} page
 * @param {string | undefined} what
 * @param {() => void} [deed] */
export function close(page, what, deed) {
  page.find(`[data-confirm="${what}"]`).hidden = true;
  const field = /** @type {Field} */ (page.find(what === "load" ? "[data-load]" : "[data-do=clear]"));
  field.focus();
  if (deed) deed();
  else if (what === "load") field.value = "";
}

/** A sentence where the deed was asked for, with a button that tries it again.
 * @param {FormPage} page
 * @param {string} where
 * @param {string} sentence
 * @param {() => unknown} [again] */
export function tellAway(page, where, sentence, again) {
  const place = page.find(`[data-away="${where}"]`);
  place.replaceChildren();
  if (!sentence) return;
  place.append(element("p", {}, sentence));
  if (!again) return;
  const onclick = async () => {
    await again();
    const next =
      place.querySelector("button") ?? (place.closest(".screen") ?? place.closest(".part"))?.querySelector("h2");
    if (!page.focused()) next?.focus();
  };
  place.append(element("button", { type: "button", class: "button", onclick }, say("Try again")));
}

/** The chosen file is a plan of another page: which one, with a link that stays in the frame.
 * @param {FormPage} page */
export function tellElsewhere(page) {
  const { sentence, path, name } = page.elsewhere;
  tellAway(page, "load", sentence());
  const to = new URL(location.href);
  to.pathname = to.pathname.replace(/[^/]*\/?$/, path);
  for (const key of [...to.searchParams.keys()]) if (!["embed", "lang"].includes(key)) to.searchParams.delete(key);
  page.find('[data-away="load"]').append(element("p", {}, element("a", { href: to.href }, name())));
}
