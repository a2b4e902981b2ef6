/* Files out of a form, made here or by the server, and files into it. */
import { hand } from "./hand.js";
import { ask, tellAway, tellElsewhere } from "./questions.js";
import { Away, sentenceOf } from "./server.js";
import { say } from "./words.js";
/** @import { Field } from "./field.js"
 * @import { FormPage } from "./form_page.js"
 * @import { MadeFile } from "./server.js" */

/** @param {unknown} content */
export function asJson(content) {
  return new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" });
}

/**
 * Make a file of what is written and hand it over, or tell why there is none.
 *
 * @param {FormPage} page
 * @param {object} wanted
 * @param {string} wanted.name what the file is called on its button
 * @param {() => boolean} wanted.fits whether a file can hold it; tells what it cannot hold
 * @param {() => MadeFile | Promise<MadeFile>} wanted.make
 * @param {boolean} wanted.whole whether the file holds every word that was written
 */
export async function takeFile(page, wanted) {
  const told = page.find("[data-told=take]");
  tellAway(page, "take", "");
  told.textContent = "";
  if (!wanted.fits()) return;
  told.textContent = say("{name} is being made …", { name: wanted.name });
  try {
    const file = await wanted.make();
    hand(page.host, file);
    if (wanted.whole) filedNow(page);
    told.textContent = say("{name} is in your downloads.", { name: file.name });
  } catch (fault) {
    told.textContent = "";
    tellAway(page, "take", sentenceOf(fault), () => takeFile(page, wanted));
  }
}

/** @param {FormPage} page */
function filedNow(page) {
  page.beside.unfiled = false;
  if (page.touched()) page.save();
}

/** Tell what no file can hold, at its field.
 * @param {FormPage} page
 * @param {string} sentence
 * @param {HTMLElement} field */
export function refuse(page, sentence, field) {
  tellAway(page, "take", sentence);
  page.reveal(field);
  field.focus();
  return false;
}

/**
 * Take a chosen file: at once, or after a question where it would take the place of what is written.
 *
 * @param {FormPage} page
 * @param {Field} field
 * @param {number} most bytes
 * @param {() => string} tooBig
 */
export function fileChosen(page, field, most, tooBig) {
  const file = field.files?.[0];
  page.find("[data-told=load]").textContent = "";
  tellAway(page, "load", "");
  if (!file) return;
  if (file.size > most) tellAway(page, "load", tooBig());
  else if (page.touched()) ask(page, "load");
  else readFile(page);
}

/** Whether a file says that it is of a kind.
 * @param {File} file
 * @param {string} schema how the kind begins */
async function isOf(file, schema) {
  try {
    return String(JSON.parse(await file.text()).schema).startsWith(schema);
  } catch {
    return false; // a PDF, or no plan: the server says what is wrong
  }
}

/** Read the chosen file; what cannot be read changes nothing.
 * @param {FormPage} page
 * @param {File} [again] the file, where it is read once more */
export async function readFile(page, again) {
  const told = page.find("[data-told=load]");
  const field = /** @type {Field} */ (page.find("[data-load]"));
  const file = again ?? field.files?.[0];
  if (!file) return;
  if (await isOf(file, page.elsewhere.schema)) {
    field.value = "";
    return tellElsewhere(page);
  }
  told.textContent = say("The file is being read …");
  tellAway(page, "load", "");
  try {
    const read = await page.server.read(await file.arrayBuffer());
    told.textContent = "";
    told.textContent = page.accept(read);
  } catch (fault) {
    told.textContent = "";
    tellAway(page, "load", sentenceOf(fault), fault instanceof Away ? () => readFile(page, file) : undefined);
  }
  if (field.files?.[0] === file) field.value = ""; // another may have been chosen meanwhile
}
