/* The plan as it grows, beside the form: what has been filled in, each line a link to its part. */
import { writtenDay } from "../../../browser/scripts/base/days.js";
import { element } from "../../../browser/scripts/base/dom.js";
import { say } from "../../../browser/scripts/base/words.js";
import { placeOf } from "./screens.js";
/** @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page */
export function furnishGrowing(page) {
  const folded = /** @type {HTMLDetailsElement} */ (page.find("[data-growing]"));
  folded.open = matchMedia("(min-width: 1000px)").matches; // as talk.css: beside the form, not below it
}

/** @param {TalkPage} page */
export function drawGrowing(page) {
  const lines = filledIn(page).map(([part, label, text]) => {
    const told = [element("span", { class: "about" }, label), " ", text];
    return element("li", {}, element("a", { "data-open": part, href: placeOf(part) }, ...told));
  });
  page.find("[data-so-far]").replaceChildren(...lines);
  page.find("[data-empty=so-far]").hidden = lines.length > 0;
}

/** @param {TalkPage} page
 * @returns {[part: string, label: string, text: string][]} */
function filledIn({ plan, form: { region } }) {
  const missing = plan.gaps.filter((gap) => gap.status === "missing").length;
  const done = plan.activities.filter(({ what, when }) => what || when);
  /** @type {[string, string, string | null | undefined | false][]} */
  const lines = [
    ["1", say("Role today"), joined(plan.role?.text, plan.since)],
    ["2", say("Direction"), ahead(plan)],
    ["3", say("Missing"), missing > 0 && say("{n} of {all}", { n: missing, all: plan.gaps.length })],
    ...done.map(
      ({ what, when }) => /** @type {[string, string, string]} */ (["4", say("Activity"), joined(what, when)]),
    ),
    ["4", say("Follow-up"), plan.follow_up && writtenDay(plan.follow_up, region)],
  ];
  return /** @type {[string, string, string][]} */ (lines.filter(([, , text]) => text));
}

/** @param {import("./plan.js").Plan} plan */
function ahead({ direction, goals }) {
  if (direction === "stay") return say("Stay and go deeper");
  return direction === "roles" ? goals.map((goal) => goal.text).join(", ") : "";
}

/** @param {(string | undefined)[]} texts */
function joined(...texts) {
  return texts.filter(Boolean).join(" · ");
}
