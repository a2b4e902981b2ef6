/* The role of today, what is thought about, and the roles that are. */
import { element } from "../../../browser/scripts/base/dom.js";
import { fill } from "../../../browser/scripts/base/text.js";
import { say } from "../../../browser/scripts/base/words.js";
import { follow } from "./follow.js";
import { drawNotices } from "./notices.js";
import { choiceOf, gone } from "./page.js";
import { sorted, withGoal } from "./plan.js";
/** @import { Field } from "../../../browser/scripts/base/field.js"
 * @import { Role, TalkPage } from "./page.js"
 * @import { Choice } from "./plan.js" */

/** @param {TalkPage} page */
export function furnishChoices(page) {
  for (const select of page.all("select"))
    select.append(element("option", { value: "" }, isGoal(select) ? say("No role") : say("Not chosen")));
}

/** @param {Field} select */
function isGoal(select) {
  return select.dataset.choice === "goal";
}

/** Draw all choices, but leave one alone that is in use, so that arrow keys go on in it.
 * @param {TalkPage} page
 * @param {Field} [inUse] */
export function drawChoices(page, inUse) {
  const { direction } = page.plan;
  for (const radio of page.all(".direction input")) {
    radio.name = "direction";
    radio.checked = radio.value === direction;
  }
  page.find("[data-only=goals]").hidden = direction !== "roles";
  for (const select of page.all("select")) {
    const chosen = isGoal(select) ? page.plan.goals[Number(select.dataset.at)] : page.plan.role;
    if (select !== inUse) drawSelect(page, select, chosen);
    drawLinks(page, select, chosen);
  }
}

/** The roles: those one step away first, then stage by stage.
 * @param {TalkPage} page
 * @param {Field} field
 * @param {Choice | null | undefined} chosen */
function drawSelect(page, field, chosen) {
  const select = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (field));
  const { form, plan, roles } = page;
  const near = new Set(isGoal(field) ? roles.get(plan.role?.id ?? "")?.near : []);
  const others = form.roles.filter((role) => !near.has(role.id) && !(isGoal(field) && role.id === plan.role?.id));
  const stages = form.stages.map((stage) => ({ ...stage, roles: others.filter((role) => role.stage === stage.id) }));
  const nearest = { name: say("One step away"), roles: form.roles.filter((role) => near.has(role.id)) };
  select.replaceChildren(select.options[0], ...[nearest, ...stages].flatMap((one) => group(one.name, one.roles)));
  const offered = [...select.options].some((one) => one.value === chosen?.id);
  if (chosen && !offered) {
    const name = roles.has(chosen.id) ? chosen.text : gone(chosen.text);
    select.append(element("option", { value: chosen.id }, name));
  }
  select.value = chosen?.id ?? "";
}

/** @param {string} label
 * @param {Role[]} roles */
function group(label, roles) {
  const options = roles.map((role) => element("option", { value: role.id, lang: role.lang }, role.name));
  return options.length ? [element("optgroup", { label }, ...options)] : [];
}

/** @param {TalkPage} page
 * @param {Field} select
 * @param {Choice | null | undefined} chosen */
function drawLinks({ plan, roles, options }, select, chosen) {
  const known = chosen && roles.has(chosen.id) ? chosen.id : "";
  const from = plan.role && roles.has(plan.role.id) ? plan.role.id : "";
  /** @type {Record<string, string | false>} */
  const places = {
    map: known && fill(options.links.map, { role: known }),
    routes: known && from && fill(options.links.routes, { role: from, other: known }),
  };
  for (const link of select.parentElement?.querySelectorAll("a") ?? []) {
    const place = places[link.dataset.to ?? ""];
    link.hidden = !place;
    if (place) link.href = new URL(place, document.baseURI).href;
  }
}

/** Something was chosen: the lists follow.
 * @param {TalkPage} page
 * @param {Field} field */
export function chose(page, field) {
  const role = page.roles.get(field.value) ?? null;
  if (field.dataset.choice === "role") setRole(page, role);
  if (isGoal(field)) setGoal(page, Number(field.dataset.at), role);
  if (page.plan.role) page.beside.met = new URLSearchParams(location.search).get("role") ?? page.beside.met;
  drawChoices(page, field);
  drawNotices(page);
  const changed = () => say("What it takes, the employer’s part, the suggestions and the questions follow the choice.");
  follow(page).then(() => page.announce(page.offers ? changed() : ""));
}

/** @param {TalkPage} page
 * @param {Role | null} role */
export function setRole(page, role) {
  page.plan.role = role && choiceOf(role);
  setGoals(page, page.plan.goals);
}

/** @param {TalkPage} page
 * @param {number} at
 * @param {Role | null} role */
export function setGoal(page, at, role) {
  setGoals(page, withGoal(page.plan.goals, at, role && choiceOf(role)));
}

/** What is left out is said.
 * @param {TalkPage} page
 * @param {Choice[]} all */
export function setGoals(page, all) {
  const { goals, out } = sorted(all, page.plan.role);
  page.plan.goals = goals;
  page.find("[data-told=goals]").textContent = out ? whyOut(page, out) : "";
}

/** @param {TalkPage} page
 * @param {Choice} out */
function whyOut({ plan }, out) {
  return out.id === plan.role?.id
    ? say("{role} is the role today, so it is not thought about as another.", { role: out.text })
    : say("{role} is thought about already.", { role: out.text });
}
