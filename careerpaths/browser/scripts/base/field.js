/* Fields: their faults, their lengths, and the days typed in them. */
import { today } from "./days.js";
import { element } from "./dom.js";
import { letters } from "./text.js";
import { say } from "./words.js";

/** @typedef {HTMLInputElement} Field a field of a form; of text areas and selects what they have in common */

let faults = 0;

/** Tie a fault to its field: it is heard at once and read with the field. Without a sentence it is taken away.
 * It stands in what holds the field, or after it where that is the label: a fault is no part of a name.
 *
 * @param {Field} field
 * @param {string} sentence */
export function complain(field, sentence) {
  const holder = field.closest(".field") ?? field;
  const inside = !holder.matches("label");
  const there = inside ? holder.querySelector(":scope > .wrong") : holder.nextElementSibling;
  const line = there?.matches(".wrong") ? there : newFault();
  if (line.textContent === sentence) return;
  line.textContent = sentence;
  const described = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (sentence) {
    if (line !== there) holder[inside ? "append" : "after"](line);
    described.add(line.id);
    field.setAttribute("aria-invalid", "true");
  } else {
    line.remove();
    described.delete(line.id);
    field.removeAttribute("aria-invalid");
  }
  if (described.size) field.setAttribute("aria-describedby", [...described].join(" "));
  else field.removeAttribute("aria-describedby");
}

function newFault() {
  faults += 1;
  return element("span", { class: "wrong", role: "alert", id: `wrong-${faults}` });
}

/** Put a text into its field.
 * @param {Field} field
 * @param {string | null | undefined} text
 * @param {string} region */
export function write(field, text, region) {
  field.value = text ?? "";
  fitText(field, region);
}

/** A text field grows with its text, and its text can be printed whole. Too long a text is kept, and marked; a file cannot
 * hold it.
 *
 * @param {Field} field
 * @param {string} region */
export function fitText(field, region) {
  const grow = field.closest(".grow");
  if (grow instanceof HTMLElement) grow.dataset.value = field.value;
  const most = Number(field.dataset.most);
  if (!most) return;
  const numeral = new Intl.NumberFormat(region).format(most);
  const told = say("The text is longer than a plan can hold: at most {most} characters.", { most: numeral });
  complain(field, letters(field.value) > most ? told : "");
}

/** What is wrong with a day, as `readDay` found it; nothing where nothing is.
 * @param {string | undefined} wrong
 * @param {string} [example] */
export function dayFault(wrong, example = today()) {
  if (wrong === "notADay") return say("Write the day as year, month and day, such as {day}.", { day: example });
  if (wrong === "noSuchDay") return say("There is no such day. Write for instance {day}.", { day: example });
  return wrong === "farDay" ? say("Write a year between 1900 and 2200.") : "";
}
