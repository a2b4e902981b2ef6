/* A head's links behind a button, where the window is narrow: whether it shows is said in CSS. */
import { element } from "./dom.js";

/**
 * The button that opens and closes what follows it. One that stood in the head before is taken as it was.
 *
 * @param {HTMLElement} header
 * @param {string} controls id of what it opens
 * @param {string} word
 */
export function menuOf(header, controls, word) {
  const open = header.querySelector(".menu")?.getAttribute("aria-expanded") === "true";
  const told = { type: "button", class: "menu", "aria-controls": controls, "aria-expanded": String(open) };
  const button = element("button", told, word);
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const expand = (/** @type {boolean} */ wanted) => button.setAttribute("aria-expanded", String(wanted));
  button.onclick = () => expand(!isOpen());
  header.onkeydown = (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.stopPropagation();
    expand(false);
    button.focus();
  };
  return { button, expand };
}
