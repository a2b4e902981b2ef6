/* What the tab remembered and could not be read: a sentence, and a way to get it out as a file. */
import { element } from "./dom.js";
import { hand } from "./hand.js";
import { say } from "./words.js";
/** @import { Memory } from "./memory.js" */

/** The notice with its buttons; nothing where nothing is kept aside.
 * @param {Memory} memory
 * @returns {HTMLElement[]} */
export function asideNotice(memory) {
  const text = memory.aside();
  if (text === null) return [];
  const button = (/** @type {string} */ word, /** @type {() => void} */ onclick) =>
    element("button", { type: "button", class: "button", onclick }, word);
  const file = () => hand(notice, { name: "undanlagt.json", blob: new Blob([text], { type: "application/json" }) });
  const throwAway = () => {
    memory.forgetAside();
    const root = /** @type {ShadowRoot} */ (notice.getRootNode());
    notice.remove();
    const heading = root.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  };
  const told = say(
    "What this tab remembered could not be read by this version of Karriärkartan. It is kept aside: save it as a file before you close the tab.",
  );
  const buttons = [button(say("Save what is kept aside"), file), " ", button(say("Throw it away"), throwAway)];
  const notice = element(
    "div",
    { class: "confirm", role: "group", "aria-label": say("Kept aside"), "data-aside": true },
    element("p", {}, told),
    element("p", { class: "buttons" }, ...buttons),
  );
  return [notice];
}
