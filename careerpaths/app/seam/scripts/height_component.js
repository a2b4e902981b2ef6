/* Streamlit's side of browser/scripts/height.js: the content of its page is what is measured, once the page has come. */
import { at } from "./shared/component.js";
import { anew, pause } from "./shared/loading.js";

/** @import { Component } from "./shared/component.js" */

/** @type {Promise<() => void> | undefined} */
let telling;

/** @param {Component<{ script: string }>} component */
export default function ({ data: [data] }) {
  const script = at(data.script);
  telling ??= import(script)
    .catch(() => pause().then(() => import(anew(script))))
    .then(({ tellHeight }) => tellHeight(document.querySelector("[data-testid=stMainBlockContainer]")));
  telling.catch(stopped); // the frame keeps the height that its host gave it
  return () => {
    telling?.then((stop) => stop()).catch(() => {});
    stopped();
  };
}

function stopped() {
  telling = undefined;
}
