/* The planning talk: a form for two people at one screen, as a web component.
 *
 * Python has prepared the form's skeleton as finished, escaped HTML, with one <template> for each kind of row, and
 * every sentence. This script fills it in. What is typed lives in the browser only: in the fields, and after every
 * input in sessionStorage, as the same JSON that «File for next time» holds. It goes into the page through
 * textContent and value only, never as HTML, and to the server only to come back as a file.
 *
 * mount(host, options) → {ready, update(options), unmount()}; ready and what update returns fail when something does not come
 *   options.form    address of the prepared form (JSON: html, words, roles, limits)
 *   options.plan    address under which the server makes files of a plan: offers, pdf, docx, ics, read
 *   options.styles  address of talk.css
 *   options.links   addresses of other pages: {map, routes} with "{role}" and "{other}" in them
 *   options.go      called with {page, query} when a link to another page is followed
 */

import { asideNotice } from "../../browser/scripts/aside.js";
import { monthsAfter, readDay, today } from "../../browser/scripts/days.js";
import { TALK } from "../../browser/scripts/kept_forms.js";
import { Memory } from "../../browser/scripts/memory.js";
import { addStyles, Away, complain, element, fill, hand, letters, prepared, random, sentenceOf, Server } from "../../browser/scripts/talk_base.js";

const KEY = "karriarkartan.plan"; // in sessionStorage
const SCHEMA = "karriarkartan.plan/1"; // careerpaths/talk/plan_file.py
const LISTS = ["looking_back", "gaps", "prerequisites", "activities", "questions"];
const HOLDS_IT = ["docx", "pdf", "json"]; // the files that hold what was written
const OFFERED_FIRST = 6; // suggestions shown before «Show all»

export function mount(host, options) {
  const talk = new Talk(host, options);
  return { ready: talk.start(), update: (next) => talk.update(next), unmount: () => talk.stop() };
}

/* ── the form ──────────────────────────────────────────────────────────────────────────────────────────────── */

class Talk {
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.memory = new Memory(KEY, TALK);
    this.asking = 0;
    this.numbers = 0;
  }

  async start() {
    this.root = element("div", { class: "talk", "aria-busy": "true" });
    this.host.append(this.root);
    const [form] = await Promise.all([prepared(this.options.form), addStyles(this.host, this.options.styles)]);
    if (this.stopped) return;
    this.use(form);
    try {
      this.begin();
    } catch {
      this.memory.setAside(); // nothing that is remembered may keep the form from coming
      this.begin();
    }
    this.follow();
  }

  begin() {
    this.recall();
    this.furnish();
  }

  stop() {
    this.stopped = true;
    this.root.remove();
  }

  async update(options) {
    const form = options.form === this.shown ? null : await prepared(options.form);
    this.options = options;
    if (!form || !this.plan || this.stopped) return;
    this.use(form);
    this.furnish();
    this.follow();
  }

  use(form) {
    this.form = form;
    this.shown = this.options.form;
    this.words = this.form.words;
    this.roles = new Map(this.form.roles.map((role) => [role.id, role]));
    this.server = new Server(this.options.plan, this.form.language);
    this.longDay = new Intl.DateTimeFormat(this.form.region, { dateStyle: "full", timeZone: "UTC" });
  }

  /* ── the plan and the memory ── */

  empty() {
    return {
      model_version: this.form.version, language: this.form.language, created: today(),
      role: null, since: "", direction: "undecided", goals: [],
      gaps: [], prerequisites: [], activities: [], questions: [],
      before: "", during: "", after: "", follow_up: null, follow_up_uid: "", looking_back: [],
    };
  }

  /* What the form knows and the file does not hold: days half typed, answers to lists that are not asked for now. */
  nothingBeside() {
    return { typed: {}, said: Object.create(null), gone: [], asked: "", met: "", spoken: "", unfiled: false };
  }

  /* Begin with what the browser remembers; a role in the address is a start value, or a question if there is a plan. */
  recall() {
    Object.assign(this, this.memory.read({ plan: this.empty(), beside: this.nothingBeside() }));
    const role = this.roles.get(new URLSearchParams(location.search).get("role"));
    if (!role || role.id === this.beside.met) return;
    if (!this.touched()) this.take(role);
    else if (![this.plan.role, ...this.plan.goals].some((choice) => choice?.id === role.id)) this.arrived = role;
  }

  take(role) {
    this.plan.role = this.choice(role);
    this.beside.met = role.id;
  }

  choice(role) {
    return { id: role.id, text: role.name };
  }

  touched() {
    const { created, follow_up: day } = this.beside.typed;
    const answers = ({ model_version: _, language: __, created: ___, follow_up_uid: ____, ...rest }) => JSON.stringify(rest);
    return !!created || !!day || answers(this.plan) !== answers(this.empty());
  }

  save() {
    if (this.plan.follow_up) this.plan.follow_up_uid ||= random(); // one entry in the calendar, however often it is taken
    const kept = this.memory.write({ plan: this.plan, beside: this.beside });
    const sentence = kept ? this.words.saved : this.words.notSaved;
    const line = this.find("[data-saved]");
    if (line.textContent === sentence) return; // said once, not at every letter
    line.textContent = sentence;
    line.classList.toggle("warning", !kept);
  }

  /* The plan as a file holds it: without rows that nobody filled in. */
  filed() {
    const told = ({ what, when, responsible }) => `${what}${when}${responsible}`.trim();
    return { schema: SCHEMA, ...this.plan, activities: this.plan.activities.filter(told) };
  }

  isGone(address) {
    return this.beside.gone.includes(address);
  }

  /* The words of something in the plan, marked when the map no longer has it. */
  textOf(list, item) {
    const text = item.text ?? item.what;
    const address = list === "roles" || list === "gaps" ? `${list === "gaps" ? "requirements" : list}/${item.id}` : item.id;
    return item.id && this.isGone(address) ? fill(this.words.gone, { text }) : text;
  }

  /* ── building ── */

  find(selector) {
    return this.root.querySelector(selector);
  }

  furnish() {
    this.root.lang = this.form.language;
    this.root.innerHTML = this.form.html; // written by Jinja2, escaped there
    this.rows = new WeakMap(); // item → its row
    this.items = new WeakMap(); // row → its item
    this.shownOffers = OFFERED_FIRST;
    this.find(".opening").after(...[asideNotice(this.memory, this.words)].filter(Boolean));
    this.find("[data-contents]").replaceChildren(...this.contents());
    for (const select of this.root.querySelectorAll("select")) select.append(...this.rolesFor(select));
    for (const note of this.root.querySelectorAll(".field > .grow textarea")) this.mirror(note);
    this.listen();
    this.draw();
    this.root.removeAttribute("aria-busy");
  }

  contents() {
    return [...this.root.querySelectorAll("h2")].map((heading) => {
      const button = element("button", { type: "button", class: "link", "data-jump": heading.id }, heading.textContent);
      return element("li", { "data-of": heading.closest(".part").dataset.part }, button);
    });
  }

  rolesFor(select) {
    const goal = select.dataset.choice === "goal";
    return [element("option", { value: "" }, goal ? this.words.noGoal : this.words.noRole)];
  }

  listen() {
    this.root.oninput = (event) => this.typed(event.target);
    this.root.onchange = (event) => this.settled(event.target);
    this.root.onclick = (event) => this.clicked(event);
    // Streamlit listens for single letters on the page; what is typed here is none of its business.
    this.root.onkeydown = (event) => this.key(event);
    this.root.onkeyup = this.root.onkeypress = (event) => event.stopPropagation();
  }

  /* ── drawing ── */

  draw() {
    this.bind(this.root, this.plan, ["since", "before", "during", "after"]);
    for (const field of this.root.querySelectorAll("[data-day]")) this.drawDay(field);
    this.drawChoices();
    for (const list of LISTS) this.drawList(list);
    this.drawOffers();
    this.drawNotices();
    if (this.touched()) this.save();
  }

  /* Put a plan's or a row's values into its fields. */
  bind(container, item, only) {
    for (const field of container.querySelectorAll("[data-field]")) {
      const name = field.dataset.field;
      if (only && !only.includes(name)) continue;
      if (field.type === "radio") field.checked = item[name] === field.value;
      else if (field.type === "checkbox") field.checked = item[name];
      else {
        field.value = item[name] ?? "";
        this.mirror(field);
        this.measure(field);
      }
    }
  }

  /* A text field grows with its text, and its text can be printed whole. */
  mirror(field) {
    const grow = field.closest(".grow");
    if (grow) grow.dataset.value = field.value;
  }

  drawDay(field) {
    const name = field.dataset.day;
    const day = this.plan[name];
    const typed = this.beside.typed[name];
    field.value = typed ?? day ?? "";
    this.sayDay(name, typed === undefined ? day : null);
    complain(field, typed === undefined ? "" : this.wrongDay(typed, name));
  }

  /* The day written out; of a follow-up that has been, that it has. */
  sayDay(name, day) {
    const past = name === "follow_up" && day && this.isPast(day) ? ` – ${this.words.pastDay}` : "";
    const line = this.find(`[data-said="${name}"]`);
    line.textContent = day ? `${this.longDay.format(new Date(`${day}T00:00Z`))}${past}` : "";
    line.classList.toggle("warning", !!past);
  }

  isPast(day) {
    return day < today() || day < this.plan.created;
  }

  wrongDay(typed, name) {
    const found = readDay(typed, this.form.region);
    const missing = name === "created" && !found.day && !found.wrong;
    const wrong = missing ? "notADay" : found.wrong;
    return wrong ? fill(this.words[wrong], { day: name === "created" ? today() : monthsAfter(today(), 6) }) : "";
  }

  drawChoices() {
    const { role, direction, goals } = this.plan;
    for (const radio of this.root.querySelectorAll(".direction input")) {
      radio.name = "direction";
      radio.checked = radio.value === direction;
    }
    this.find("[data-only=goals]").hidden = direction !== "roles";
    this.drawSelect(this.find("[data-choice=role]"), role);
    for (const select of this.root.querySelectorAll("[data-choice=goal]")) this.drawSelect(select, goals[Number(select.dataset.at)]);
  }

  drawSelect(select, chosen) {
    const goal = select.dataset.choice === "goal";
    const near = new Set((goal && this.roles.get(this.plan.role?.id)?.near) || []);
    const option = (role) => element("option", { value: role.id, lang: role.lang }, role.name);
    const group = (label, roles) => (roles.length ? [element("optgroup", { label }, ...roles.map(option))] : []);
    const others = this.form.roles.filter((role) => !near.has(role.id) && !(goal && role.id === this.plan.role?.id));
    select.replaceChildren(
      select.options[0],
      ...group(this.words.near, this.form.roles.filter((role) => near.has(role.id))),
      ...this.form.stages.flatMap((stage) => group(stage.name, others.filter((role) => role.stage === stage.id))),
    );
    const offered = chosen && [...select.options].some((one) => one.value === chosen.id);
    if (chosen && !offered) select.append(element("option", { value: chosen.id }, this.roles.has(chosen.id) ? chosen.text : fill(this.words.gone, chosen)));
    select.value = chosen?.id ?? "";
    this.drawLinks(select, chosen);
  }

  drawLinks(select, chosen) {
    const known = chosen && this.roles.has(chosen.id);
    const from = this.roles.has(this.plan.role?.id) ? this.plan.role.id : "";
    const places = {
      map: known && fill(this.options.links.map, { role: chosen.id }),
      routes: known && from && fill(this.options.links.routes, { role: from, other: chosen.id }),
    };
    for (const link of select.parentElement.querySelectorAll("a")) {
      const place = places[link.dataset.to];
      link.hidden = !place;
      if (place) link.href = new URL(place, document.baseURI).href;
    }
  }

  drawList(list) {
    const focused = this.root.getRootNode().activeElement;
    const rows = this.plan[list].map((item) => this.row(list, item));
    if (list === "activities" && this.removed) rows.splice(this.removed.at, 0, this.removedRow());
    const holder = this.find(`[data-list="${list}"]`);
    holder.replaceChildren(...rows);
    if (focused && holder.contains(focused)) focused.focus({ preventScroll: true });
    this.drawEmptiness(list, rows.length);
  }

  row(list, item) {
    const row = this.rows.get(item) ?? this.newRow(list, item);
    const text = this.textOf(list, item) || this.words.own;
    for (const place of row.querySelectorAll("[data-text]")) place.textContent = list === "activities" && !item.id ? this.words.own : text;
    for (const place of row.querySelectorAll("[data-text-again]")) place.textContent = `: ${text}`;
    if (list === "looking_back") {
      row.querySelector("[data-about]").textContent = this.aboutEarlier(item);
      row.querySelector("[data-text]").lang = this.beside.spoken || this.form.language;
    }
    this.bind(row, item);
    return row;
  }

  newRow(list, item) {
    const row = this.copy(list);
    const number = (this.numbers += 1);
    for (const field of row.querySelectorAll("input[type=radio]")) field.name = `row-${number}-${field.dataset.field}`;
    if (list === "activities" && item.id) row.querySelector(".cell-what").remove();
    this.rows.set(item, row);
    this.items.set(row, item);
    return row;
  }

  copy(kind) {
    return this.find(`template[data-row="${kind}"]`).content.firstElementChild.cloneNode(true);
  }

  aboutEarlier(item) {
    const planned = fill(this.words.planned, { day: this.dayInWords(item.planned) });
    return [this.words[item.part], planned, item.details].filter(Boolean).join(" · ");
  }

  dayInWords(day) {
    return new Intl.DateTimeFormat(this.form.region, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
  }

  /* Where a list is empty a sentence says why; the look back is there only when there is something in it. */
  drawEmptiness(list, rows) {
    const sentence = this.find(`[data-empty="${list}"]`);
    if (sentence) sentence.textContent = rows ? "" : this.whyEmpty();
    const lead = this.find(`[data-only="${list}"]`);
    if (lead) lead.hidden = !rows;
    if (list === "looking_back") for (const place of [this.find("[data-part=looking_back]"), this.find("[data-of=looking_back]")]) place.hidden = !rows;
    if (list === "gaps") this.find("#talk-part-gaps").textContent = this.plan.direction === "stay" ? this.words.merits : this.words.gaps;
  }

  whyEmpty() {
    if (!this.plan.role) return this.words.chooseRole;
    return this.undecided() ? this.words.chooseAhead : this.words.nothingAsked;
  }

  drawOffers() {
    const taken = new Set(this.plan.activities.map((activity) => activity.id));
    const offered = (this.offers?.activities ?? []).filter((activity) => !taken.has(activity.id));
    const shown = offered.slice(0, this.shownOffers);
    this.find("[data-offered]").replaceChildren(...shown.map((activity) => this.suggestion(activity)));
    this.find("[data-only=offered]").hidden = !offered.length;
    const all = this.find("[data-do=all-offered]");
    all.hidden = shown.length === offered.length;
    all.textContent = fill(this.words.allOffered, { n: offered.length });
    this.drawSupplements();
  }

  suggestion(activity) {
    const row = this.copy("suggestion");
    row.querySelector("[data-text]").textContent = activity.what;
    row.querySelector("[data-text-again]").textContent = `: ${activity.what}`;
    this.items.set(row, activity);
    return row;
  }

  drawSupplements() {
    const supplements = this.offers?.supplements ?? [];
    const rows = supplements.map((supplement) => {
      const row = this.copy("supplement");
      const [name, ...roles] = supplement.name.split("\n");
      const texts = { name, roles: roles.join(" "), stated: supplement.stated, condition: supplement.condition };
      for (const [place, text] of Object.entries(texts)) row.querySelector(`[data-${place}]`).textContent = text;
      return row;
    });
    this.find("[data-supplements]").replaceChildren(...rows);
    this.find("[data-only=supplements]").hidden = !rows.length;
    const why = this.plan.role ? (this.offers ? this.words.noSupplements : "") : this.words.chooseRole;
    this.find("[data-empty=supplements]").textContent = rows.length ? "" : why;
  }

  drawNotices() {
    this.find("[data-only=begin]").hidden = !!this.plan.role || this.touched();
    this.find("[data-only=arrived]").hidden = !this.arrived;
    this.find("[data-arrived]").textContent = this.arrived ? fill(this.words.arrived, { role: this.arrived.name }) : "";
    this.find("[data-do=arrived-goal]").hidden = this.plan.goals.length > 1;
    this.find("[data-only=loaded]").hidden = !this.loaded;
    const sentences = this.loaded?.sentences ?? [];
    this.find("[data-loaded]").replaceChildren(...sentences.map((sentence) => element("p", { lang: this.loaded.language }, sentence)));
    this.find("[data-do=continue]").hidden = !this.loaded?.whole;
  }

  /* ── typing ── */

  typed(field) {
    if (field.dataset.day) this.typedDay(field);
    else if (field.dataset.choice) this.chose(field);
    else if (field.dataset.field) this.typedField(field);
    else return;
    this.beside.unfiled = true;
    this.save();
  }

  typedField(field) {
    const name = field.dataset.field;
    const row = field.closest("[data-row]");
    const item = row ? this.items.get(row) : this.plan;
    item[name] = field.type === "checkbox" ? field.checked : field.value;
    this.mirror(field);
    this.measure(field);
    if (row?.parentElement.dataset.list === "gaps") this.beside.said[item.id] = item.status;
    if (name === "direction") this.chose(field);
    if (row && name === "what") row.querySelector("[data-text-again]").textContent = `: ${item.what || this.words.own}`;
  }

  /* Too long a text is kept, and marked; a file cannot hold it. */
  measure(field) {
    const most = Number(field.dataset.most);
    if (most) complain(field, letters(field.value) > most ? fill(this.words.tooLong, { most: new Intl.NumberFormat(this.form.region).format(most) }) : "");
  }

  typedDay(field) {
    const name = field.dataset.day;
    const found = readDay(field.value, this.form.region);
    if (found.day || !(found.wrong || name === "created")) {
      this.plan[name] = found.day ?? null;
      delete this.beside.typed[name];
      complain(field, "");
      this.sayDay(name, found.day);
    } else {
      if (name !== "created") this.plan[name] = null;
      this.beside.typed[name] = field.value;
      this.sayDay(name, null);
    }
    if (name === "created") this.sayDay("follow_up", this.plan.follow_up);
  }

  /* A field is left: a day is written out the Swedish way, or its fault is told. */
  settled(field) {
    if (field.dataset.day) this.drawDay(field);
    if (field.dataset.day === "follow_up") this.say(this.plan.follow_up && this.isPast(this.plan.follow_up) ? this.words.pastDay : "");
    if (field.dataset.load !== undefined) this.fileChosen(field);
  }

  /* ── choosing a role or a direction: the lists follow ── */

  chose(field) {
    const role = this.roles.get(field.value) ?? null;
    if (field.dataset.choice === "role") this.setRole(role);
    if (field.dataset.choice === "goal") this.setGoal(Number(field.dataset.at), role);
    if (this.plan.role) this.beside.met = new URLSearchParams(location.search).get("role") ?? this.beside.met;
    this.drawChoicesAround(field);
    this.drawNotices();
    this.follow().then(() => this.say(this.offers ? this.words.listsChanged : ""));
  }

  setRole(role) {
    this.plan.role = role && this.choice(role);
    this.setGoals(this.plan.goals);
  }

  setGoal(at, role) {
    this.setGoals([0, 1].map((index) => (index === at ? role && this.choice(role) : this.plan.goals[index])).filter(Boolean));
  }

  /* A role is thought about once, and it is another than today's; what is left out is said. */
  setGoals(goals) {
    const first = (goal, index) => goal.id !== this.plan.role?.id && goals.findIndex((one) => one.id === goal.id) === index;
    this.plan.goals = goals.filter(first);
    const out = goals.find((goal, index) => !first(goal, index));
    this.find("[data-told=goals]").textContent = out ? fill(out.id === this.plan.role?.id ? this.words.goalIsRole : this.words.goalTwice, { role: out.text }) : "";
  }

  /* The select in use is left alone, so that arrow keys go on in it. */
  drawChoicesAround(field) {
    this.find("[data-only=goals]").hidden = this.plan.direction !== "roles";
    for (const select of this.root.querySelectorAll("select")) {
      const chosen = select.dataset.choice === "role" ? this.plan.role : this.plan.goals[Number(select.dataset.at)];
      if (select === field) this.drawLinks(select, chosen);
      else this.drawSelect(select, chosen);
    }
  }

  undecided() {
    return this.plan.direction === "undecided" || (this.plan.direction === "roles" && !this.plan.goals.length);
  }

  goalIds() {
    return this.plan.direction === "roles" ? this.plan.goals.map((goal) => goal.id) : [];
  }

  /* Ask the server what the choice brings, and let the lists follow. Every answer given stays. */
  async follow() {
    const asking = (this.asking += 1);
    const role = this.plan.role?.id ?? "";
    const choice = [this.form.language, role, this.plan.direction, ...this.goalIds()].join(" ");
    try {
      const offers = role ? await this.server.offers(role, this.goalIds()) : null;
      if (asking !== this.asking || this.stopped) return;
      this.offers = offers;
      this.tellAway("offers", "");
      if (choice !== this.beside.asked) this.merge(choice);
    } catch (fault) {
      if (asking === this.asking && !this.stopped) this.tellAway("offers", sentenceOf(fault, this.words), () => this.follow());
    }
    if (asking === this.asking && !this.stopped) this.drawOffers();
  }

  /* The lists that the choice asks for; every answer given stays. The words are as they were, unless the page has
     another language now. */
  merge(choice) {
    const spoken = this.plan.language !== this.form.language;
    const offers = this.undecided() || !this.offers ? { gaps: [], prerequisites: [], questions: [] } : this.offers;
    const met = (list, kept) => {
      const before = new Map(this.plan[list].map((item) => [item.id, item]));
      const asked = offers[list].map((item) => {
        const had = before.get(item.id);
        before.delete(item.id);
        return had ? Object.assign(had, spoken ? { text: item.text } : {}) : { ...item };
      });
      return [...asked, ...[...before.values()].filter(kept)];
    };
    this.plan.gaps = met("gaps", () => false);
    for (const gap of this.plan.gaps) gap.status = this.beside.said[gap.id] ?? offers.gaps.find((one) => one.id === gap.id).status;
    this.plan.prerequisites = met("prerequisites", (one) => one.agreed || one.note.trim());
    this.plan.questions = met("questions", (one) => one.note.trim());
    if (spoken) this.translate();
    this.beside.asked = choice;
    for (const list of LISTS) this.drawList(list);
    if (this.touched()) this.save();
  }

  translate() {
    const offered = new Map((this.offers?.activities ?? []).map((activity) => [activity.id, activity.what]));
    for (const activity of this.plan.activities) activity.what = (activity.id && offered.get(activity.id)) || activity.what;
    for (const choice of [this.plan.role, ...this.plan.goals]) if (this.roles.has(choice?.id)) choice.text = this.roles.get(choice.id).name;
    this.plan.language = this.form.language;
    this.plan.model_version = this.form.version;
  }

  /* ── clicks and keys ── */

  clicked(event) {
    const on = (selector) => event.target.closest?.(selector);
    const link = on("a[data-to]");
    if (link) return this.go(event, link);
    const button = on("button");
    if (!button) return undefined;
    if (button.dataset.jump) this.jump(button.dataset.jump);
    else if (button.dataset.file) this.takeFile(button.dataset.file);
    else if (button.dataset.do) this.deeds()[button.dataset.do]?.(button);
    else button.again?.();
    return undefined;
  }

  deeds() {
    return {
      example: () => this.fillExample(),
      "find-file": () => this.find("[data-load]").click(),
      "arrived-goal": () => this.arrive((role) => { this.plan.direction = "roles"; this.setGoal(this.plan.goals.length, role); }),
      "arrived-role": () => this.arrive((role) => this.setRole(role)),
      "arrived-no": () => this.arrive(() => {}),
      own: () => this.addOwn(),
      add: (button) => this.addOffered(button),
      "all-offered": () => this.showAllOffered(),
      remove: (button) => this.remove(button),
      undo: () => this.undo(),
      months: (button) => this.setMonths(Number(button.dataset.months)),
      print: () => print(),
      "load-yes": () => this.confirm("load", () => this.readFile()),
      "load-no": () => this.confirm("load"),
      continue: () => this.goOn(),
      "loaded-no": () => this.closeLoaded(),
      clear: () => this.ask("clear"),
      "clear-yes": () => this.confirm("clear", () => this.clear()),
      "clear-no": () => this.confirm("clear"),
    };
  }

  key(event) {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    const open = event.target.closest?.("[data-confirm]");
    if (open) this.confirm(open.dataset.confirm);
  }

  go(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const place = new URL(link.href);
    this.options.go({ page: link.dataset.to === "map" ? "" : "vagar", query: place.search });
  }

  jump(id) {
    const heading = this.find(`#${id}`);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  say(sentence) {
    this.find("[data-heard]").textContent = sentence;
  }

  fillExample() {
    const { role, goal } = this.form.example;
    this.plan.role = this.choice(this.roles.get(role));
    this.plan.direction = "roles";
    this.plan.goals = [this.choice(this.roles.get(goal))];
    this.redraw();
    this.say(this.words.exampleFilled);
    this.jump("talk-part-today");
  }

  arrive(deed) {
    deed(this.arrived);
    this.beside.met = this.arrived.id;
    this.arrived = null;
    this.redraw();
    this.jump("talk-part-today");
  }

  redraw() {
    this.save();
    this.draw();
    this.follow();
  }

  /* ── activities ── */

  addOwn() {
    const item = { id: "", what: "", when: "", responsible: "" };
    if (!this.add(item)) return;
    this.say(this.words.ownAdded);
    this.rows.get(item).querySelector("textarea").focus();
  }

  /* The next suggestion takes focus, so that several can be added one after the other. */
  addOffered(button) {
    const suggestion = button.closest("li");
    const at = [...suggestion.parentElement.children].indexOf(suggestion);
    const offered = this.items.get(suggestion);
    if (!this.add({ id: offered.id, what: offered.what, when: "", responsible: "" })) return;
    this.drawOffers();
    this.say(fill(this.words.added, { text: offered.what }));
    const left = this.root.querySelectorAll("[data-offered] button");
    (left[Math.min(at, left.length - 1)] ?? this.find("[data-do=own]")).focus();
  }

  add(item) {
    if (this.plan.activities.length >= this.form.limits.activities) return void this.say(this.words.full);
    this.removed = null;
    this.plan.activities.push(item);
    this.drawList("activities");
    this.save();
    return true;
  }

  showAllOffered() {
    const first = this.shownOffers;
    this.shownOffers = Infinity;
    this.drawOffers();
    this.root.querySelectorAll("[data-offered] button")[first]?.focus();
  }

  remove(button) {
    const item = this.items.get(button.closest("[data-row]"));
    const at = this.plan.activities.indexOf(item);
    this.plan.activities.splice(at, 1);
    this.removed = { item, at };
    this.drawList("activities");
    this.drawOffers();
    this.save();
    this.find("[data-do=undo]").focus();
  }

  removedRow() {
    const row = this.copy("removed");
    row.querySelector("[data-text]").textContent = fill(this.words.removed, { text: this.removed.item.what || this.words.own });
    return row;
  }

  undo() {
    const { item, at } = this.removed;
    this.removed = null;
    this.plan.activities.splice(at, 0, item);
    this.drawList("activities");
    this.drawOffers();
    this.save();
    this.say(fill(this.words.restored, { text: item.what || this.words.own }));
    this.rows.get(item).querySelector("textarea, input").focus();
  }

  setMonths(months) {
    this.plan.follow_up = monthsAfter(this.plan.created, months);
    delete this.beside.typed.follow_up;
    const field = this.find("[data-day=follow_up]");
    this.drawDay(field);
    this.save();
    field.focus();
  }

  /* ── files out ── */

  async takeFile(kind) {
    const name = { docx: "Word", pdf: "PDF", ics: this.words.calendar, json: this.words.planFile }[kind];
    const told = (sentence) => (this.find("[data-told=take]").textContent = sentence);
    this.tellAway("take", "");
    told("");
    if (!this.fitsAFile(kind)) return;
    told(fill(this.words.making, { name }));
    try {
      const file = kind === "json" ? this.planFile() : await this.server.file(kind, this.filed());
      hand(this.host, file);
      if (HOLDS_IT.includes(kind)) this.filedNow();
      told(fill(this.words.handed, { name: file.name }));
    } catch (fault) {
      told("");
      this.tellAway("take", sentenceOf(fault, this.words), () => this.takeFile(kind));
    }
  }

  /* What was written is in a file now. */
  filedNow() {
    this.beside.unfiled = false;
    if (this.touched()) this.save();
  }

  /* What no file can hold is told here, at the field, whether the server is there or not. */
  fitsAFile(kind) {
    const wrong = this.find("[aria-invalid]");
    if (wrong) return this.refuse(this.words.mend, wrong);
    if (kind === "ics" && !this.plan.follow_up) return this.refuse(this.words.needsDay, this.find("[data-day=follow_up]"));
    if (kind === "ics" && this.isPast(this.plan.follow_up)) return this.refuse(this.words.pastDay, this.find("[data-day=follow_up]"));
    if (this.planFile().blob.size > this.form.limits.plan) return this.refuse(this.words.planTooLong, this.find("[data-field=before]"));
    return true;
  }

  refuse(sentence, field) {
    this.tellAway("take", sentence);
    field.focus();
    return false;
  }

  planFile() {
    const text = `${JSON.stringify(this.filed(), null, 1)}\n`;
    return { name: `karriarplan-${this.plan.created}.json`, blob: new Blob([text], { type: "application/json" }) };
  }

  /* ── files in ── */

  fileChosen(field) {
    this.file = field.files[0];
    this.find("[data-told=load]").textContent = "";
    this.tellAway("load", "");
    if (!this.file) return;
    if (this.file.size > this.form.limits.pdf) this.tellAway("load", `${this.words.fileTooBig} ${this.words.unchanged}`);
    else if (this.touched()) this.ask("load");
    else this.readFile();
  }

  async readFile() {
    this.find("[data-told=load]").textContent = this.words.loading;
    this.tellAway("load", "");
    try {
      const read = await this.server.read(await this.file.arrayBuffer());
      this.find("[data-told=load]").textContent = "";
      this.accept(read);
    } catch (fault) {
      this.find("[data-told=load]").textContent = "";
      this.tellAway("load", sentenceOf(fault, this.words), fault instanceof Away ? () => this.readFile() : null);
    }
    this.find("[data-load]").value = "";
  }

  /* The next talk begins by looking back; whoever only went home with this one can go on with it. */
  accept(read) {
    const nothing = !read.next.looking_back.length;
    const sentence = fill(nothing ? this.words.loadedNothing : this.words.loaded, { day: read.day });
    this.replace({ ...read.next, created: today() }, read.gone, { day: read.day, spoken: read.whole.language, whole: read.whole, remarks: read.remarks, sentences: [sentence, ...read.remarks] });
    this.say([sentence, ...read.remarks].join(" "));
    this.jump(nothing ? "talk-part-today" : "talk-part-looking_back");
    this.find("[data-only=loaded]").scrollIntoView({ block: "start" });
  }

  replace(plan, gone, loaded) {
    this.plan = { ...this.empty(), ...plan };
    this.beside = { ...this.nothingBeside(), gone, met: this.beside.met, spoken: loaded.spoken };
    this.loaded = { ...loaded, language: this.form.language };
    this.setGoals(this.plan.goals);
    this.removed = null;
    this.arrived = null;
    for (const choice of [this.plan.role, ...this.plan.goals]) if (choice && !this.roles.has(choice.id)) this.beside.gone.push(`roles/${choice.id}`);
    this.redraw();
  }

  goOn() {
    const { day, spoken, whole, remarks } = this.loaded;
    const sentence = fill(this.words.continued, { day });
    this.replace(whole, this.beside.gone, { spoken, sentences: [sentence, ...remarks] });
    for (const gap of this.plan.gaps) if (gap.status !== "unknown") this.beside.said[gap.id] = gap.status;
    this.save();
    this.say(sentence);
    this.jump(whole.looking_back.length ? "talk-part-looking_back" : "talk-part-today");
  }

  closeLoaded() {
    this.loaded = null;
    this.drawNotices();
    this.jump(this.plan.looking_back.length ? "talk-part-looking_back" : "talk-part-today");
  }

  /* ── asking before something goes, and telling what went wrong ── */

  ask(what) {
    const confirm = this.find(`[data-confirm="${what}"]`);
    confirm.hidden = false;
    confirm.querySelector("button").focus();
  }

  confirm(what, deed) {
    this.find(`[data-confirm="${what}"]`).hidden = true;
    const field = this.find(what === "load" ? "[data-load]" : "[data-do=clear]");
    field.focus();
    if (deed) deed();
    else if (what === "load") field.value = "";
  }

  clear() {
    this.memory.clear();
    this.plan = this.empty();
    this.beside = this.nothingBeside();
    this.offers = this.removed = this.loaded = this.arrived = null;
    this.asking += 1; // an answer on its way comes too late
    this.furnish();
    this.find("[data-saved]").textContent = this.words.cleared;
    this.jump("talk-part-today");
  }

  /* A sentence where the deed was asked for, with a button that tries it again. */
  tellAway(where, sentence, again) {
    const place = this.find(`[data-away="${where}"]`);
    place.replaceChildren();
    if (!sentence) return;
    place.append(element("p", {}, sentence));
    if (!again) return;
    const button = element("button", { type: "button", class: "button" }, this.words.again);
    button.again = async () => {
      await again();
      const lost = !this.root.getRootNode().activeElement;
      if (lost) (place.querySelector("button") ?? place.closest(".part").querySelector("h2")).focus();
    };
    place.append(button);
  }
}
