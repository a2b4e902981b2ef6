/* What stands above the form: how to begin, a role that came with the address, a plan that was loaded. */
import { element } from "../../../browser/scripts/base/dom.js";
import { say } from "../../../browser/scripts/base/words.js";
/** @import { TalkPage } from "./page.js" */

/** @param {TalkPage} page */
export function drawNotices(page) {
  const { arrived, loaded, plan } = page;
  const came = say("You came here from “{role}”, which is not in the plan yet.", { role: arrived?.name });
  page.find("[data-only=begin]").hidden = !!plan.role || page.touched();
  page.find("[data-only=arrived]").hidden = !arrived;
  page.find("[data-arrived]").textContent = arrived ? came : "";
  page.find("[data-do=arrived-goal]").hidden = plan.goals.length > 1;
  page.find("[data-only=loaded]").hidden = !loaded;
  const lines = loaded?.sentences.map((sentence) => element("p", { lang: loaded.language }, sentence)) ?? [];
  page.find("[data-loaded]").replaceChildren(...lines);
  page.find("[data-do=continue]").hidden = !loaded?.whole;
}
