/* Streamlit's side of the planning talk: mounts the form once, hands it new words, passes on a followed link. */
import { at } from "./shared/component.js";
import { insisting, mountedAt } from "./shared/loading.js";

/** @import { Options } from "../../../browser/scripts/base/form_page.js"
 * @import { Component } from "./shared/component.js"
 * @import { Mounted, Words } from "./shared/loading.js" */

/** @typedef {{ words: Words, script: string, styles: string, form: string, links: Record<string, string> }} Data as
 *   `app/blocks/forms.py` gives it */

/** @type {WeakMap<ShadowRoot, Promise<Mounted>>} */
const mounted = new WeakMap();
/** @type {WeakMap<ShadowRoot, () => void>} */
const free = new WeakMap(); // what ends the watch over Streamlit's dialog

/** When the server is away Streamlit lays a dialog over the whole page, makes the rest inert and takes focus, so that
 * what is typed goes nowhere. The form goes on without a server, and says so itself where it matters: here the dialog
 * is closed as it comes, and until it is gone focus is given back before the next key can be pressed.
 * @param {ShadowRoot} host */
function keepOpen(host) {
  /** @type {HTMLElement | null} */
  let last = null; // the field that had focus last
  let closing = false;
  const dialog = () => document.querySelector("[data-testid=stDialog]");
  const giveBack = () => {
    document.getElementById("root")?.removeAttribute("inert");
    if (host.activeElement !== last) last?.focus({ preventScroll: true });
  };
  const came = () => {
    if (!dialog() && !closing) return;
    giveBack();
    closing = !!dialog();
    /** @type {HTMLElement | null | undefined} */ (dialog()?.querySelector("button[aria-label=Close]"))?.click();
  };
  /** @param {FocusEvent} event */
  const moved = (event) => {
    const over = dialog();
    if (over) {
      event.stopImmediatePropagation(); // the dialog would take focus again
      if (over.contains(/** @type {Node} */ (event.target))) giveBack();
    } else if (!event.composedPath().includes(host)) last = null;
  };
  /** @param {Event} event */
  const remember = (event) => {
    last = /** @type {HTMLElement} */ (event.target);
  };
  const watch = new MutationObserver(came);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["inert"] });
  addEventListener("focusin", moved, true);
  host.addEventListener("focusin", remember);
  return () => {
    watch.disconnect();
    removeEventListener("focusin", moved, true);
    host.removeEventListener("focusin", remember);
  };
}

/** @param {Component<Data>} component */
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const { words, links } = data;
  /** @type {Options} */
  const options = {
    form: at(data.form),
    styles: at(data.styles),
    plan: at("plan/"),
    links,
    go: (place) => {
      setTriggerValue("go", place);
      globalThis.karriarkartan?.departs?.(at(`${place.page || "./"}${place.query}`));
    },
  };
  const there = mounted.get(parentElement);
  if (there) there.then((form) => insisting(parentElement, words, {}, () => form.update(options)));
  else {
    const make = async (/** @type {Record<string, string>} */ { script }) =>
      (await import(script)).mount(parentElement, options);
    mounted.set(parentElement, mountedAt(parentElement, words, { script: at(data.script) }, make));
    free.set(parentElement, keepOpen(parentElement));
  }
  return () => {
    free.get(parentElement)?.();
    mounted.get(parentElement)?.then((form) => form.unmount());
    for (const one of [free, mounted]) one.delete(parentElement);
  };
}
