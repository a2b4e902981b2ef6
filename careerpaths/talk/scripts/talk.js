/* The planning talk: a form for two people at one screen, as a web component.
 *
 * Python has prepared the form's skeleton as finished, escaped HTML, with one <template> for each kind of row. The
 * scripts fill it in. What is typed lives in the browser only: in the fields, and after every input in sessionStorage, as
 * the same JSON that «File for next time» holds. It goes into the page through textContent and value only, never as
 * HTML, and to the server only to come back as a file.
 */
import { listen } from "../../browser/scripts/base/events.js";
import { fileChosen } from "../../browser/scripts/base/files.js";
import { mountForm } from "../../browser/scripts/base/mount.js";
import { say } from "../../browser/scripts/base/words.js";
import { addOffered, addOwn, remove, undo } from "./talk/activities.js";
import { accept, arrive, clear, closeLoaded, fillExample, goOn } from "./talk/beginnings.js";
import { chose } from "./talk/choices.js";
import { setMonths, settledDay, typedDay } from "./talk/day_fields.js";
import { furnish } from "./talk/draw.js";
import { take } from "./talk/files.js";
import { follow } from "./talk/follow.js";
import { showAllOffered } from "./talk/offers.js";
import { MEMORY, TalkPage } from "./talk/page.js";
import { typedField } from "./talk/rows.js";
import { hearScreens, turn } from "./talk/screens.js";
/** @import { Field } from "../../browser/scripts/base/field.js"
 * @import { Options } from "../../browser/scripts/base/form_page.js" */

/**
 * Draw the form in a host. `ready` and what `update` returns are kept when it is drawn.
 *
 * @param {ShadowRoot} host
 * @param {Options} options `links` are {map, routes}, with "{role}" and "{other}" in them
 */
export function mount(host, options) {
  return mountForm(host, options, {
    classes: "talk",
    memory: MEMORY,
    make: (root, given, form) => {
      const page = new TalkPage(host, root, given, form);
      page.accept = (read) => {
        accept(page, read);
        return ""; // it is told above the form
      };
      hear(page);
      return page;
    },
    use: (page, form) => page.use(form),
    draw: furnish,
    drawn: follow,
  });
}

/** @param {TalkPage} page */
function hear(page) {
  hearScreens(page);
  const tooBig = () =>
    `${say("The file is larger than a plan can be: 200 kB, or 2 MB for a PDF.")} ${say("Nothing has been changed.")}`;
  listen(page, {
    typed: (field) => typed(page, field),
    settled: (field) => {
      if (field.dataset.day) settledDay(page, field);
      if (field.dataset.load !== undefined) fileChosen(page, field, page.form.limits.pdf, tooBig);
    },
    pressed: ({ dataset: { file } }) => file && take(page, file),
    clear: () => clear(page),
    deeds: {
      example: () => fillExample(page),
      "find-file": () => page.find("[data-load]").click(),
      "arrived-goal": () => arrive(page, "goal"),
      "arrived-role": () => arrive(page, "role"),
      "arrived-no": () => arrive(page, "no"),
      own: () => addOwn(page),
      add: (button) => addOffered(page, button),
      "all-offered": () => showAllOffered(page),
      remove: (button) => remove(page, button),
      undo: () => undo(page),
      months: (button) => setMonths(page, Number(button.dataset.months)),
      continue: () => goOn(page),
      next: () => turn(page, 1),
      previous: () => turn(page, -1),
      "loaded-no": () => closeLoaded(page),
    },
  });
}

/** @param {TalkPage} page
 * @param {Field} field */
function typed(page, field) {
  if (field.dataset.day) typedDay(page, field);
  else if (field.dataset.choice) chose(page, field);
  else if (field.dataset.field) typedField(page, field);
  else return;
  if (field.dataset.field === "direction") chose(page, field);
  page.beside.unfiled = true;
  page.save();
}
