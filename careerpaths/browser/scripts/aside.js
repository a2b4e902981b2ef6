/* What the tab remembered and could not be read: a sentence, and a way to get it out as a file. */

import { element, hand } from "./talk_base.js";

/* The notice with its buttons, or null where nothing is kept aside. */
export function asideNotice(memory, words) {
  const text = memory.aside();
  if (text === null) return null;
  const button = (word, again) => Object.assign(element("button", { type: "button", class: "button" }, word), { again });
  const notice = element("div", { class: "confirm", role: "group", "aria-label": words.asideName, "data-aside": true });
  const file = () => hand(notice, { name: "undanlagt.json", blob: new Blob([text], { type: "application/json" }) });
  const throwAway = () => {
    memory.forgetAside();
    const heading = notice.getRootNode().querySelector("h1");
    notice.remove();
    heading.tabIndex = -1;
    heading.focus();
  };
  notice.append(element("p", {}, words.aside), element("p", { class: "buttons" }, button(words.asideFile, file), " ", button(words.asideGone, throwAway)));
  return notice;
}
