/* A page's text, written by Jinja2 and escaped there. Links between pages go through Streamlit, without a new load. */
import { element, isPlainClick } from "../../../browser/scripts/base/dom.js";

/** @import { Component } from "./shared/component.js" */

/** @typedef {HTMLElement & { shown?: string, heard?: HTMLElement }} Doc `shown`: its HTML as it was given */
/** @typedef {HTMLElement & { explanation?: HTMLElement }} Word of the glossary */

/** Where the browser does not let us copy (no TLS, or a frame without leave) the text stands marked, for Ctrl+C.
 * @param {HTMLInputElement} field
 * @param {Element} told
 * @param {string} done */
async function copy(field, told, done) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = done;
  } catch {
    field.focus();
  }
}

/** Close the explanation that is open; returns its word.
 * @param {Doc} root */
function close(root) {
  /** @type {Word | null} */
  const word = root.querySelector("button.word[aria-expanded=true]");
  word?.setAttribute("aria-expanded", "false");
  if (word?.explanation) word.explanation.hidden = true;
  return word;
}

/** A word of the glossary: its explanation opens below the line it stands in, and is heard. One is open at a time.
 * @param {Doc} root
 * @param {Word} word */
function explain(root, word) {
  word.explanation ??= /** @type {HTMLElement} */ (word.nextElementSibling);
  if (close(root) === word) return;
  const line = word.closest("p, .line, li, h2, h3");
  line?.matches("h2, h3") ? line.after(word.explanation) : line?.append(word.explanation);
  word.explanation.hidden = false;
  word.setAttribute("aria-expanded", "true");
  if (root.heard) root.heard.textContent = word.explanation.textContent;
}

/** The page that the code frames elsewhere, in a frame of this page; pressed again it is put away.
 * @param {Doc} root
 * @param {DOMStringMap} asked its address, title and height */
function preview(root, { shows = "", title = "", height }) {
  const place = root.querySelector(".shown");
  const { pathname, search } = new URL(shows); // the site's name may be another one for the server
  if (!place || place.querySelector("iframe")?.getAttribute("src") === pathname + search)
    return void place?.replaceChildren();
  const frame = element("iframe", { src: pathname + search, title, height, width: "100%" });
  place.replaceChildren(frame);
  frame.scrollIntoView({ block: "nearest" });
}

/** An anchor of the address: where the page had one part it leads to the part that has its name now.
 * @param {Doc} root */
function settle(root) {
  const target =
    location.hash && root.querySelector(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
  if (!target) return;
  if (target.matches("a[data-page]:not([aria-current])")) /** @type {HTMLElement} */ (target).click();
  else target.scrollIntoView();
}

/** Put a new text in; what was open stays open, and what has focus keeps it.
 * @param {Doc} root
 * @param {string} html */
function fill(root, html) {
  if (root.shown === html) return;
  if (!root.shown) setTimeout(settle, 0, root); // when its links can be followed
  const held = root.contains(document.activeElement) && document.activeElement?.id;
  const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
  root.innerHTML = html;
  for (const details of root.querySelectorAll("details")) if (details.id && open.has(details.id)) details.open = true;
  root.shown = html;
  root.heard = element("span", { class: "heard", role: "status" });
  root.append(root.heard);
  if (held) root.querySelector(/** @type {"a"} */ (`[id="${CSS.escape(held)}"]`))?.focus();
}

/** @param {Component<{ html: string, language: string }, HTMLElement>} component */
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = /** @type {Doc} */ (parentElement.querySelector(".doc"));
  fill(root, data.html);
  root.lang = data.language;
  root.onkeydown = (event) => {
    if (event.key === "Escape") close(root);
  };
  root.onclick = (event) => {
    const pressed = /** @type {Element} */ (event.target);
    /** @type {HTMLElement | null} */
    const copying = pressed.closest("button[data-copies]");
    /** @type {HTMLElement | null} */
    const shows = pressed.closest("button[data-shows]");
    /** @type {HTMLElement | null} */
    const word = pressed.closest("button.word");
    /** @type {HTMLAnchorElement | null} */
    const link = pressed.closest("a[data-page]");
    if (copying) {
      const field = /** @type {HTMLInputElement} */ (root.querySelector(`#${copying.dataset.copies}`));
      copy(field, /** @type {Element} */ (copying.nextElementSibling), copying.dataset.done ?? "");
    } else if (shows) preview(root, shows.dataset);
    else if (word) explain(root, word);
    else if (link && isPlainClick(event)) {
      event.preventDefault();
      setTriggerValue("go", { page: link.dataset.page, query: link.search });
      globalThis.karriarkartan?.departs?.(link.href);
    }
  };
}
