/* Planera: from mission and challenge to activity and result, or from a measure back to its challenge; a web component.
 *
 * Python has prepared the library's rows and the skeleton as finished, escaped HTML. The unit's own rows live in the
 * browser only: after every input in sessionStorage, as the same rows that «File for next time» holds. They go into the
 * page through textContent and value only, and to the server only to come back as a file. What is chosen (direction,
 * level, row) lives in the address.
 */
import { listen } from "../../browser/scripts/base/events.js";
import { fileChosen } from "../../browser/scripts/base/files.js";
import { mountForm } from "../../browser/scripts/base/mount.js";
import { say } from "../../browser/scripts/base/words.js";
import { free, jump, note, press, setLevel, showChain, turn } from "./unit/choosing.js";
import { furnish } from "./unit/draw.js";
import { addRow, asBefore, bringBack, edit, ready, remove, typed, undo } from "./unit/editing.js";
import { accept, take } from "./unit/files.js";
import { counted } from "./unit/leaving.js";
import { MEMORY, UnitPage } from "./unit/page.js";

/** @import { Field } from "../../browser/scripts/base/field.js"
 * @import { Options } from "../../browser/scripts/base/form_page.js" */

const CHAIN = "unit-part-chain";

/**
 * Draw the page in a host. `ready` and what `update` returns are kept when it is drawn.
 *
 * @param {ShadowRoot} host
 * @param {Options} options `plan`: the server's room for units lies beside it, at ../unit/; `links` are {role, step}, with
 *   "{role}" and "{step}" in them
 */
export function mount(host, options) {
  return mountForm(host, options, {
    classes: "talk unit",
    memory: MEMORY,
    make: (root, given, form) => {
      const page = new UnitPage(host, root, given, form);
      page.accept = (read) => accept(page, read);
      hear(page);
      return page;
    },
    use: (page, form) => page.use(form),
    draw: furnish,
  });
}

/** @param {UnitPage} page */
function hear(page) {
  const rowOf = (/** @type {HTMLElement} */ button) =>
    /** @type {HTMLElement | null} */ (button.closest("[data-row]"))?.dataset.row ?? "";
  const tooBig = () => say("The file is larger than a plan can be: 200 kB.");
  listen(page, {
    typed: (field) => hearField(page, field),
    settled: (field) => {
      if (field.dataset.load !== undefined) fileChosen(page, field, page.form.limits.plan, tooBig);
    },
    pressed: ({ dataset }) => {
      if (dataset.choose) press(page, dataset.choose);
      else if (dataset.jump) jump(page, dataset.jump);
      else if (dataset.add) addRow(page, dataset.add);
      else if (dataset.back) bringBack(page, dataset.back);
      else if (dataset.file) take(page, dataset.file);
    },
    clear: () => clear(page),
    escape: () => {
      if (page.open) ready(page);
      else if (page.item) free(page);
    },
    deeds: {
      free: () => {
        free(page);
        page.find(`#${CHAIN}`).focus();
      },
      choose: (button) => showChain(page, rowOf(button)),
      change: (button) => edit(page, rowOf(button)),
      remove: (button) => remove(page, rowOf(button)),
      undo: () => undo(page),
      ready: () => ready(page),
      "as-before": () => asBefore(page),
    },
  });
}

/** @param {UnitPage} page
 * @param {Field} field */
function hearField(page, field) {
  const { direction, level, count, cause, load } = field.dataset;
  if (direction !== undefined) turn(page, field.value === "turned");
  else if (level !== undefined) setLevel(page, field.value);
  else if (count || cause) counted(page, field);
  else if (load === undefined) typed(page, field);
}

/** @param {UnitPage} page */
function clear(page) {
  page.memory.clear();
  page.begin();
  note(page);
  furnish(page);
  page.find("[data-saved]").textContent = say("Only the library’s rows are left.");
  page.find(`#${CHAIN}`).focus();
}
