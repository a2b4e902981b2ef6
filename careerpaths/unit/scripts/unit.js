/* Planera: from mission and challenge to activity and result, or from a measure back to its challenge; a web component.
 *
 * Python has prepared the library's rows, the skeleton as finished, escaped HTML, and every sentence. The unit's own
 * rows live in the browser only: after every input in sessionStorage, as the same rows that «File for next time» holds.
 * They go into the page through textContent and value only, and to the server only to come back as a file. What is
 * chosen (direction, level, row) lives in the address.
 *
 * mount(host, options) → {ready, update(options), unmount()}; ready and what update returns fail when something does not come
 *   options.form    address of the prepared page (JSON: html, words, rows, roles, limits)
 *   options.plan    address beside which the server's room for units lies: ../unit/
 *   options.styles  address of unit.css
 *   options.links   addresses of other pages: {role, step} with "{role}" and "{step}" in them
 *   options.go      called with {page, query} when a link to another page is followed
 */

import { asideNotice } from "../../browser/scripts/aside.js";
import { readDay, today } from "../../browser/scripts/days.js";
import { UNIT } from "../../browser/scripts/kept_forms.js";
import { Memory } from "../../browser/scripts/memory.js";
import { addStyles, Away, complain, element, fill, hand, letters, prepared, random, sentenceOf, Server } from "../../browser/scripts/talk_base.js";
import { csv, filed, fileName, unfiled } from "./unit_files.js";
import { flags, Graph, partOf, periods, shown } from "./unit_rules.js";

const KEY = "karriarkartan.unit";
const HOLDS_IT = ["docx", "json"]; // the files that hold every word that was written
const BESIDE = { challenge: "cause", need: "prerequisite" }; // parts that share a column
const NARROW = matchMedia("(max-width: 1099px)"); // as unit.css: the columns stand below each other
const BLANK = {
  text: "", levels: [], function: "", when: "", status: "", evidence: "assumption", result: null, day: null,
  measure: "", kal: "", aruba: "", roles: [], steps: [], before: [], links: [],
};

export function mount(host, options) {
  const unit = new Unit(host, options);
  return { ready: unit.start(), update: (next) => unit.update(next), unmount: () => unit.stop() };
}

class Unit {
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.memory = new Memory(KEY, UNIT);
  }

  async start() {
    this.root = element("div", { class: "talk unit", "aria-busy": "true" });
    this.host.append(this.root);
    const [form] = await Promise.all([prepared(this.options.form), addStyles(this.host, this.options.styles)]);
    if (this.stopped) return;
    this.use(form);
    try {
      this.begin();
    } catch {
      this.memory.setAside(); // nothing that is remembered may keep the page from coming
      this.begin();
    }
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
  }

  use(form) {
    this.form = form;
    this.shown = this.options.form;
    this.words = this.form.words;
    this.library = new Map(this.form.rows.map((row) => [row.id, row]));
    this.steps = new Map(Object.entries(this.form.steps));
    this.roles = new Map(this.form.roles.map((role) => [role.id, role]));
    this.server = new Server(new URL("../unit/", this.options.plan), this.form.language);
  }

  /* ── the plan and the memory ── */

  empty() {
    return { model_version: this.form.version, language: this.form.language, created: today(), changed: null, rows: [], removed: [] };
  }

  /* What the tab knows and no file holds: what was counted, and the words of what is no longer there. */
  nothingBeside() {
    return { counts: { years: "", left: "", moved: "", causes: Object.create(null) }, words: Object.create(null), unfiled: false };
  }

  recall() {
    Object.assign(this, this.memory.read({ plan: this.empty(), beside: this.nothingBeside() }));
    const query = new URLSearchParams(location.search);
    this.direction = query.get("direction") === "turned" ? "turned" : "forward";
    this.level = Object.hasOwn(this.words.level, query.get("level")) ? query.get("level") : "";
    this.item = query.get("item") ?? "";
  }

  touched() {
    return this.plan.rows.length > 0 || this.plan.removed.length > 0;
  }

  /* Something was changed by hand: that is the plan's day now. */
  changed() {
    this.plan.changed = today();
    this.beside.unfiled = true;
    this.save();
    this.drawDays();
  }

  save() {
    Object.assign(this.plan, { model_version: this.form.version, language: this.form.language });
    const kept = this.memory.write({ plan: this.plan, beside: this.beside });
    const sentence = kept ? this.words.saved : this.words.notSaved;
    const line = this.find("[data-saved]");
    if (line.textContent === sentence) return; // said once, not at every letter
    line.textContent = sentence;
    line.classList.toggle("warning", !kept);
  }

  /* The library with the unit's rows laid over it, as careerpaths/unit/plan.py does. */
  rows() {
    const own = new Map(this.plan.rows.map((row) => [row.id, row]));
    const library = this.form.rows.filter((row) => !this.plan.removed.includes(row.id));
    const there = new Set(library.map((row) => row.id));
    return [...library.map((row) => own.get(row.id) ?? row), ...this.plan.rows.filter((row) => !there.has(row.id))];
  }

  /* The unit's own copy of a row, made when it is first changed. */
  ownOf(id) {
    const found = this.plan.rows.find((row) => row.id === id);
    if (found) return found;
    const copy = structuredClone(this.graph.rows.get(id));
    this.plan.rows.push(copy);
    return copy;
  }

  isOwn(row) {
    return this.plan.rows.includes(row);
  }

  textOf(id) {
    return this.graph.rows.get(id)?.text || this.roles.get(id)?.name || this.steps.get(id) || this.library.get(id)?.text || this.beside.words[id] || "";
  }

  named(row) {
    return row.text.trim() || this.words.noText;
  }

  isSeen(row) {
    return !this.level || !row.levels.length || row.levels.includes(this.level);
  }

  /* ── building and drawing ── */

  find(selector) {
    return this.root.querySelector(selector);
  }

  furnish() {
    this.root.lang = this.form.language;
    this.root.innerHTML = this.form.html; // written by Jinja2, escaped there
    this.open = this.undone = null;
    this.find(".opening").after(...[asideNotice(this.memory, this.words)].filter(Boolean));
    this.furnishPeriods();
    this.listen();
    this.draw();
    this.root.removeAttribute("aria-busy");
  }

  furnishPeriods() {
    const select = this.find("[data-count=years]");
    const option = ({ first, last }) => element("option", { value: `${first}-${last}` }, fill(this.words.years, { first, last }));
    select.append(...periods(new Date().getFullYear()).map(option));
    if (this.beside.counts.years) select.value = this.beside.counts.years;
    for (const name of ["left", "moved"]) this.find(`[data-count=${name}]`).value = this.beside.counts[name];
  }

  listen() {
    this.root.oninput = (event) => this.typed(event.target);
    this.root.onchange = (event) => event.target.dataset.load !== undefined && this.fileChosen(event.target);
    this.root.onclick = (event) => this.clicked(event);
    // Streamlit listens for single letters on the page; what is typed here is none of its business.
    this.root.onkeydown = (event) => this.key(event);
    this.root.onkeyup = this.root.onkeypress = (event) => event.stopPropagation();
  }

  draw() {
    this.drawView();
    this.drawLists();
    this.drawCauses();
    this.drawDays();
    for (const link of this.root.querySelectorAll("a[data-to][data-id]")) link.href = this.place(link.dataset.to, link.dataset.id);
    if (this.touched()) this.save();
  }

  /* Everything that follows what is typed at once: all but the list, where the typing is done. */
  drawView() {
    this.graph = new Graph(this.rows(), this.form.places);
    this.chain = this.graph.chain(this.item);
    for (const [name, value] of [["direction", this.direction], ["level", this.level]]) {
      for (const radio of this.root.querySelectorAll(`[data-${name}]`)) radio.checked = radio.value === value;
    }
    this.drawChosen();
    this.drawColumns();
    this.drawFlags();
  }

  drawChosen() {
    const row = this.graph.rows.get(this.item);
    this.find("[data-chosen]").hidden = !this.item;
    this.find("[data-chosen-text]").textContent = row ? fill(this.words.chosen, { text: this.named(row) }) : this.words.itemGone;
  }

  /* Since when there is a plan, and when it was changed last. */
  drawDays() {
    const { created, changed } = this.plan;
    const [day, later] = [created, changed ?? created].map((one) => this.dayInWords(one));
    this.find("[data-days]").textContent = this.touched() ? fill(later === day ? this.words.planOf : this.words.planChanged, { day, later }) : "";
  }

  parts() {
    return this.form[this.direction];
  }

  drawColumns() {
    const second = new Set(Object.values(BESIDE));
    const firsts = this.parts().filter((part) => !second.has(part));
    const column = (part) => {
      const parts = [part, BESIDE[part]].filter(Boolean);
      const asks = this.direction === "turned" ? [element("p", { class: "asks" }, this.words.asks[part])] : [];
      return element("div", { class: "column" }, ...asks, ...parts.flatMap((one) => this.boxes(one)));
    };
    const holder = this.find("[data-columns]");
    const focused = this.root.getRootNode().activeElement?.dataset?.choose;
    holder.classList.toggle("chosen", this.chain.size > 0);
    holder.replaceChildren(...firsts.map(column));
    if (focused) holder.querySelector(`[data-choose="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  seen(part) {
    return [...this.graph.rows.values()].filter((row) => partOf(row) === part && this.isSeen(row));
  }

  boxes(part) {
    const rows = this.seen(part);
    const apart = this.chain.size && (NARROW.matches || !rows.some((row) => row.id === this.item));
    const [near, rest] = apart ? [rows.filter((row) => this.chain.has(row.id)), rows.filter((row) => !this.chain.has(row.id))] : [rows, []];
    const list = (several) => element("ul", { class: "boxes" }, ...several.map((row) => element("li", {}, this.box(row))));
    return [
      element("h3", {}, this.words.part[part]),
      near.length ? list(near) : element("p", { class: "quiet" }, apart ? this.words.nothing : this.words.noRows),
      ...(rest.length ? [element("details", { class: "rest" }, element("summary", {}, fill(this.words.others, { n: rest.length })), list(rest))] : []),
    ];
  }

  box(row) {
    const on = this.chain.has(row.id);
    const chosen = row.id === this.item;
    const state = chosen ? "on here" : on ? "on" : this.chain.size ? "off" : "";
    const made = element("button", { type: "button", class: `box ${state}`, "data-choose": row.id, "aria-pressed": String(chosen), lang: row.lang }, this.named(row));
    if (row.type === "result") made.append(element("span", { class: "stamp", lang: this.form.language }, this.stamp(row)));
    return made;
  }

  /* What tells a reported result from an expected one, in words. */
  stamp(row) {
    return partOf(row) === "reported" ? fill(this.words.reportedOn, { day: row.day ? this.dayInWords(row.day) : "" }).trim() : this.words.expected;
  }

  dayInWords(day) {
    return new Intl.DateTimeFormat(this.form.region, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
  }

  drawFlags() {
    const found = flags(this.graph).filter((one) => this.isSeen(this.graph.rows.get(one.item)));
    this.find("[data-loose-title]").textContent = fill(this.words.loose, { n: found.length });
    const row = (one) => {
      const values = { text: this.named(this.graph.rows.get(one.item)), level: this.words.level[one.level]?.toLowerCase() };
      return element("li", {}, element("button", { type: "button", class: "link", "data-jump": one.item, "data-flag": one.kind }, fill(this.words.flag[one.kind], values)));
    };
    const nothing = () => [element("li", {}, this.words.nothingLoose)];
    this.find("[data-loose]").replaceChildren(...(found.length ? found.map(row) : nothing()));
  }

  /* ── the list ── */

  drawLists() {
    this.find("[data-lists]").replaceChildren(...this.parts().flatMap((part) => this.listOf(part)));
  }

  listOf(part) {
    const rows = this.seen(part).map((row) => this.row(row));
    if (this.undone?.part === part) rows.splice(this.undone.place, 0, this.removedRow());
    const name = this.words.part[part];
    return [
      element("h3", {}, name),
      element("ul", { class: "rows", "data-list": part, "aria-label": name }, ...rows),
      ...(rows.length ? [] : [element("p", { class: "quiet" }, this.words.noRows)]),
      element("p", { class: "buttons" }, element("button", { type: "button", class: "button small", "data-add": part }, fill(this.words.add, { part: name.toLowerCase() }))),
    ];
  }

  row(row) {
    const made = element("li", { "data-row": row.id, tabindex: "-1", class: this.chain.has(row.id) ? "on" : "" });
    if (this.open?.id === row.id) made.append(this.formOf(row));
    else made.append(...this.told(row));
    return made;
  }

  told(row) {
    const library = this.library.has(row.id);
    const mark = this.isOwn(row) ? (library ? this.words.changed : this.words.own) : "";
    const basis = library && !this.isOwn(row) ? [this.copy(`[data-basis="${row.id}"]`)] : [];
    return [
      element("p", { class: "what", lang: row.lang }, this.named(row), ...(mark ? [" ", element("span", { class: "mark", lang: this.form.language }, mark)] : [])),
      element("p", { class: "about" }, this.facts(row).join(" · ")),
      ...basis,
      ...this.ties(row),
      this.copy("[data-buttons]", row),
    ];
  }

  copy(selector, row) {
    const made = this.find(`template${selector}`).content.firstElementChild.cloneNode(true);
    if (row) for (const button of made.querySelectorAll("button")) button.append(element("span", { class: "only-heard" }, `: ${this.named(row)}`));
    return made;
  }

  facts(row) {
    const letters = [row.kal && fill(this.words.kal, { letter: row.kal }), row.aruba && fill(this.words.aruba, { letter: row.aruba })].filter(Boolean);
    const told = (word, value) => value && fill(this.words[word], { [word === "responsible" ? "function" : word]: value });
    return [
      row.levels.map((level) => this.words.level[level]).join(", ") || this.words.noLevel,
      row.type === "result" && this.stamp(row),
      told("responsible", row.function), told("when", row.when), told("status", row.status),
      row.type === "activity" && !row.status && this.words.noStatus,
      fill(this.words.rests, { evidence: this.words.evidence[row.evidence] }),
      letters.length && fill(this.words.sorted, { letters: letters.join(", ") }),
    ].filter(Boolean);
  }

  /* What a row comes from, leads to and concerns: buttons within the page, links to the map. */
  ties(row) {
    const jump = (one) => element("button", { type: "button", class: "link", "data-jump": one.id, lang: one.lang }, this.named(one));
    const gone = (id) => element("span", {}, fill(this.words.gone, { text: this.beside.words[id] ?? this.library.get(id)?.text ?? id }));
    const astray = (id) => element("span", {}, fill(this.words.astray, { text: this.textOf(id) }));
    const joined = new Set([...this.graph.before(row.id), ...this.graph.after(row.id)].map((one) => one.id));
    const lost = (asked) => asked.filter((id) => !joined.has(id)).map((id) => (this.graph.rows.has(id) ? astray(id) : gone(id)));
    const rows = (known, asked) => [...known.map(jump), ...lost(asked)];
    const asks = this.direction === "turned" && row.type === "activity";
    const challenges = asks ? this.graph.inOrder(this.graph.chain(row.id)).filter((one) => one.type === "challenge") : [];
    return [
      this.tie(this.words.answers, rows(this.graph.before(row.id), row.before)),
      this.tie(this.words.leads, rows(this.after(row, false), row.links)),
      this.tie(this.words.part.expected, this.after(row, "expected").map(jump)),
      this.tie(this.words.part.reported, this.after(row, "reported").map(jump)),
      this.tie(this.words.concerns, [...row.roles.map((id) => this.away("role", id)), ...row.steps.map((id) => this.away("step", id))]),
      asks && this.tie(this.words.asks.challenge, challenges.length ? challenges.map(jump) : [this.words.rightThing]),
    ].filter(Boolean);
  }

  /* What a row leads on to: results of one kind, which are never mixed, or all that is no result. */
  after(row, kind) {
    return this.graph.after(row.id).filter((one) => (kind ? partOf(one) === kind : one.type !== "result"));
  }

  tie(word, several) {
    if (!several.length) return null;
    return element("div", { class: "tie" }, element("span", { class: "label" }, word), element("ul", {}, ...several.map((one) => element("li", {}, one))));
  }

  away(kind, id) {
    const name = kind === "role" ? this.roles.get(id)?.name : this.steps.get(id);
    if (!name) return element("span", {}, fill(this.words.gone, { text: this.beside.words[id] ?? id }));
    return element("a", { href: this.place(kind, id), "data-to": kind }, name);
  }

  /* A role or a step on the map, at the level that is shown here. */
  place(kind, id) {
    const place = new URL(fill(this.options.links[kind], { [kind]: encodeURIComponent(id) }), document.baseURI);
    if (this.level) place.searchParams.set("level", this.level);
    return place.href;
  }

  /* ── the form of a row ── */

  formOf(row) {
    const form = this.copy("[data-form]");
    for (const field of form.querySelectorAll("[data-field]")) {
      if (field.type === "radio") {
        field.name = "unit-result";
        field.checked = field.value === (row.result ?? "expected");
      } else field.value = row[field.dataset.field] ?? "";
      if (field.closest(".grow")) field.closest(".grow").dataset.value = field.value;
      this.measure(field);
    }
    for (const box of form.querySelectorAll("[data-at]")) box.checked = row.levels.includes(box.dataset.at);
    form.querySelector("[data-day]").value = this.open.day ?? row.day ?? "";
    form.querySelector("[data-only=result]").hidden = row.type !== "result";
    form.querySelector("[data-only=day]").hidden = partOf(row) !== "reported";
    for (const name of ["before", "links", "roles", "steps"]) this.drawTicks(form, row, name);
    return form;
  }

  drawTicks(form, row, name) {
    const others = [...this.graph.rows.values()];
    const offered = {
      before: () => others.filter((one) => this.graph.mayLead(one, row)),
      links: () => others.filter((one) => this.graph.mayLead(row, one)),
      roles: () => this.form.roles,
      steps: () => [...this.steps].map(([id, step]) => ({ id, name: step })),
    }[name]();
    const ticked = this.ticked(row, name);
    const tick = (one) => {
      const label = one.name ?? `${this.words.part[partOf(one)]}: ${this.named(one)}`;
      const box = element("input", { type: "checkbox", "data-tick": one.id, checked: ticked.has(one.id) });
      return element("label", { class: "choice" }, box, element("span", {}, label));
    };
    form.querySelector(`[data-only=${name}]`).hidden = !offered.length;
    form.querySelector(`[data-ticks=${name}]`).replaceChildren(...offered.map(tick));
    form.querySelector(`[data-sum=${name}]`).textContent = `(${ticked.size})`;
  }

  ticked(row, name) {
    if (name === "roles") return new Set(row.roles.filter((id) => this.roles.has(id)));
    if (name === "steps") return new Set(row.steps.filter((id) => this.steps.has(id)));
    return new Set((name === "before" ? this.graph.before(row.id) : this.graph.after(row.id)).map((one) => one.id));
  }

  tickedOne(field) {
    const name = field.closest("[data-ticks]").dataset.ticks;
    const own = this.ownOf(this.open.id);
    const id = field.dataset.tick;
    if (name === "roles" || name === "steps") this.set(own[name], id, field.checked);
    else if (name === "before") this.tieRows(id, own.id, "before", field.checked);
    else this.tieRows(own.id, id, "links", field.checked);
    this.drawView();
    const row = this.graph.rows.get(this.open.id);
    field.closest("details").querySelector("[data-sum]").textContent = `(${this.ticked(row, name).size})`;
  }

  set(list, id, on) {
    const at = list.indexOf(id);
    if (on && at < 0) list.push(id);
    if (!on && at >= 0) list.splice(at, 1);
  }

  /* A new link stands in the row that is being changed; one that goes is taken from whichever row holds it. */
  tieRows(start, end, name, on) {
    const holder = name === "before" ? end : start;
    if (on) return this.set(this.ownOf(holder)[name], name === "before" ? start : end, true);
    if (this.graph.rows.get(start).links.includes(end)) this.set(this.ownOf(start).links, end, false);
    if (this.graph.rows.get(end).before.includes(start)) this.set(this.ownOf(end).before, start, false);
    return undefined;
  }

  /* ── typing ── */

  typed(field) {
    if (field.dataset.direction !== undefined) return this.turn(field.value);
    if (field.dataset.level !== undefined) return this.setLevel(field.value);
    if (field.dataset.count || field.dataset.cause) return this.counted(field);
    if (field.dataset.load !== undefined) return undefined;
    if (field.dataset.tick) this.tickedOne(field);
    else if (field.dataset.day !== undefined) this.typedDay(field);
    else if (field.dataset.at) this.atLevel(field);
    else this.typedField(field);
    return this.changed();
  }

  typedField(field) {
    const name = field.dataset.field;
    const row = this.ownOf(this.open.id);
    row[name] = field.value;
    if (name === "type") row.result = row.type === "result" ? "expected" : null;
    if (name === "text") row.lang = this.form.language;
    if (field.closest(".grow")) field.closest(".grow").dataset.value = field.value;
    this.measure(field);
    this.drawView();
    if (name === "type") this.moved();
    if (name === "result") this.moved(field.value);
  }

  /* A row of another type stands in another list: the form goes there, and focus with it. */
  moved(result) {
    this.drawLists();
    this.rowOf(this.open.id)?.querySelector(result ? `[data-field=result][value=${result}]` : "[data-field=type]").focus();
  }

  atLevel(field) {
    const row = this.ownOf(this.open.id);
    this.set(row.levels, field.dataset.at, field.checked);
    row.levels = Object.keys(this.words.level).filter((level) => row.levels.includes(level));
    this.drawView();
  }

  typedDay(field) {
    const found = readDay(field.value, this.form.region);
    this.open.day = field.value;
    this.ownOf(this.open.id).day = found.day ?? null;
    complain(field, found.wrong ? fill(this.words[found.wrong], { day: today() }) : "");
    this.drawView();
  }

  measure(field) {
    const most = Number(field.dataset.most);
    if (most) complain(field, letters(field.value) > most ? fill(this.words.tooLong, { most: new Intl.NumberFormat(this.form.region).format(most) }) : "");
  }

  /* ── clicks and keys ── */

  clicked(event) {
    const on = (selector) => event.target.closest?.(selector);
    const link = on("a[data-to]");
    if (link) return this.go(event, link);
    const button = on("button");
    if (!button) return undefined;
    const { choose, jump, add, file, do: deed } = button.dataset;
    if (choose) this.press(choose);
    else if (jump) this.jump(jump);
    else if (add) this.addRow(add);
    else if (file) this.takeFile(file);
    else if (deed) this.deeds(button.closest("[data-row]")?.dataset.row)[deed]?.();
    else button.again?.();
    return undefined;
  }

  deeds(id) {
    return {
      free: () => { this.choose(""); this.find("#unit-part-chain").focus(); },
      choose: () => { this.choose(id); this.showChain(id); },
      change: () => this.edit(id),
      remove: () => this.remove(id),
      undo: () => this.undo(),
      ready: () => this.ready(),
      "as-before": () => this.asBefore(),
      print: () => print(),
      "load-yes": () => this.confirm("load", () => this.readFile()),
      "load-no": () => this.confirm("load"),
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
    else if (this.open) this.ready();
    else if (this.item) this.choose("");
  }

  go(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.options.go({ page: "", query: new URL(link.href).search });
  }

  turn(direction) {
    this.direction = direction;
    this.note();
    this.draw();
  }

  setLevel(level) {
    this.level = level;
    this.note();
    this.draw();
    this.say(level ? fill(this.words.levelNote, { level: this.words.level[level] }) : "");
  }

  choose(id) {
    this.item = id;
    this.note();
    this.drawView();
    for (const row of this.root.querySelectorAll("[data-row]")) row.classList.toggle("on", this.chain.has(row.dataset.row));
  }

  /* A box that is pressed stays in sight, also where the others of its column go. */
  press(id) {
    this.choose(id === this.item ? "" : id);
    this.find(`[data-choose="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
  }

  showChain(id) {
    const box = this.find(`[data-choose="${CSS.escape(id)}"]`);
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "center" });
  }

  /* Keep what is chosen in the address, for a link and for the next reload. */
  note() {
    const query = new URLSearchParams(location.search);
    const values = { direction: this.direction === "turned" ? "turned" : "", level: this.level, item: this.item };
    for (const [name, value] of Object.entries(values)) value ? query.set(name, value) : query.delete(name);
    history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
  }

  rowOf(id) {
    return this.find(`[data-row="${CSS.escape(id)}"]`);
  }

  /* To a row of the list, whatever level is shown. */
  jump(id) {
    const hidden = !this.isSeen(this.graph.rows.get(id));
    if (hidden) this.level = "";
    this.choose(id);
    if (hidden) {
      this.drawLists();
      this.say(this.words.levelLifted);
    }
    this.focusRow(id);
  }

  focusRow(id) {
    const row = this.rowOf(id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }

  say(sentence) {
    this.find("[data-heard]").textContent = sentence;
  }

  /* ── adding, changing, removing ── */

  addRow(part) {
    if (this.plan.rows.length >= this.form.limits.rows) return this.say(this.words.full);
    const isResult = part === "expected" || part === "reported";
    const id = `own-${random()}`;
    const row = { id, ...structuredClone(BLANK), type: isResult ? "result" : part, result: isResult ? part : null, lang: this.form.language };
    if (this.level) row.levels = [this.level];
    const chosen = this.graph.rows.get(this.item);
    if (chosen && this.isNext(chosen, row)) row.before = [chosen.id];
    else if (chosen && this.isNext(row, chosen)) row.links = [chosen.id];
    this.step({ open: { id } });
    this.plan.rows.push(row);
    this.changed();
    this.showForm(id);
    return this.say(this.words.rowAdded);
  }

  /* Whether a new row is meant to hang together with the chosen one: the very next link, or a measure's challenge. */
  isNext(start, end) {
    const gap = this.form.places[end.type] - this.form.places[start.type];
    const asked = start.type === "challenge" && (gap === 2 || (this.direction === "turned" && end.type === "activity"));
    return gap === 1 || asked;
  }

  /* ── one undo: everything as it was before the last step, which is a row that is being changed or one that was removed ── */

  /* Begin a step; the one before it stands. What was counted and loaded is no part of it. */
  step(step) {
    const { rows, removed, changed } = this.plan;
    this.before = structuredClone({ rows, removed, changed });
    Object.assign(this, { open: null, undone: null }, step);
  }

  takeBack() {
    Object.assign(this.plan, this.before);
    this.open = this.undone = null;
    this.save();
    this.draw();
  }

  /* Open the form of a row. */
  edit(id) {
    if (!this.isOwn(this.graph.rows.get(id)) && this.plan.rows.length >= this.form.limits.rows) return this.say(this.words.full);
    this.step({ open: { id } });
    return this.showForm(id);
  }

  showForm(id) {
    if (!this.isSeen(this.plan.rows.find((row) => row.id === id) ?? this.graph.rows.get(id))) this.level = "";
    this.note();
    this.draw();
    const row = this.rowOf(id);
    row.scrollIntoView({ block: "center" });
    row.querySelector("[data-field=text]").focus({ preventScroll: true });
  }

  ready() {
    const { id } = this.open;
    this.open = null;
    this.draw();
    this.say(this.words.ready);
    this.focusRow(id);
  }

  asBefore() {
    const { id } = this.open;
    this.takeBack();
    this.say(this.words.asBefore);
    this.focusRow(id);
  }

  remove(id) {
    const row = this.graph.rows.get(id);
    const part = partOf(row);
    const place = this.seen(part).indexOf(row);
    this.step({ undone: { row, part, place } });
    this.plan.rows = this.plan.rows.filter((one) => one !== row);
    if (this.library.has(id)) this.plan.removed.push(id);
    this.beside.words[id] = row.text;
    this.changed();
    this.draw();
    this.find("[data-do=undo]").focus();
  }

  removedRow() {
    const row = this.copy("[data-removed]");
    row.querySelector("[data-text]").textContent = fill(this.words.removed, { text: this.named(this.undone.row) });
    return row;
  }

  undo() {
    const { row } = this.undone;
    this.takeBack();
    this.say(fill(this.words.restored, { text: this.named(row) }));
    this.focusRow(row.id);
  }

  /* ── counting those who left: typed here, kept in the tab, in no file ── */

  drawCauses() {
    const causes = this.graph.ofType("cause");
    this.find("[data-only=causes]").hidden = !causes.length;
    const field = (row) => {
      const input = element("input", { type: "text", inputmode: "numeric", "data-cause": row.id, autocomplete: "off", placeholder: " " });
      input.value = this.beside.counts.causes[row.id] ?? "";
      return element("label", { class: "field" }, element("span", { class: "label", lang: row.lang }, this.named(row)), input);
    };
    this.find("[data-causes]").replaceChildren(...causes.map(field));
    this.drawShown();
  }

  counted(field) {
    const { counts } = this.beside;
    if (field.dataset.cause) counts.causes[field.dataset.cause] = field.value;
    else counts[field.dataset.count] = field.value;
    if (field.type === "text") complain(field, this.whole(field.value) === null ? this.words.notANumber : "");
    this.save();
    this.drawShown();
  }

  whole(text) {
    const typed = text.trim();
    return typed === "" ? 0 : /^\d{1,5}$/.test(typed) ? Number(typed) : null;
  }

  drawShown() {
    const { counts } = this.beside;
    const [first, last] = this.find("[data-count=years]").value.split("-").map(Number);
    const [left, moved] = [this.whole(counts.left), this.whole(counts.moved)];
    const causes = this.graph.ofType("cause").map((row) => [row.id, this.whole(counts.causes[row.id] ?? "") ?? 0]);
    const wanted = counts.left.trim() && left !== null;
    const told = wanted ? this.sentences(shown({ first, last, left, moved: moved ?? 0, causes }, new Date().getFullYear())) : [];
    this.find("[data-shown]").replaceChildren(...told);
  }

  sentences(told) {
    const line = (word, values = {}) => element("p", {}, fill(this.words[word], { ...told, ...values }));
    if (told.why) return [line(told.why)];
    const causes = () => element("ol", {}, ...told.causes.map((id) => element("li", {}, this.textOf(id))));
    const why = !told.causes ? [line("causesFew")] : told.causes.length ? [line("causes"), causes()] : [line("causesNone")];
    return [line("left", { n: told.left }), told.moved ? line("moved", { n: told.moved }) : line("movedFew"), ...why];
  }

  /* ── files out ── */

  async takeFile(kind) {
    const name = { docx: "Word", csv: this.words.table, json: this.words.planFile }[kind];
    const told = (sentence) => (this.find("[data-told=take]").textContent = sentence);
    this.tellAway("take", "");
    told("");
    if (!this.fitsAFile()) return;
    told(fill(this.words.making, { name }));
    try {
      const file = kind === "docx" ? await this.server.file(kind, this.filed()) : this.made(kind);
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

  filed() {
    return filed(this.plan, (id) => this.textOf(id));
  }

  made(kind) {
    const text = kind === "csv" ? csv(this.table()) : `${JSON.stringify(this.filed(), null, 1)}\n`;
    const type = kind === "csv" ? "text/csv" : "application/json";
    return { name: fileName(this.plan, kind), blob: new Blob([text], { type }) };
  }

  table() {
    const word = this.words;
    const head = ["typeHead", "text", "levels", "function", "whenHead", "statusHead", "evidenceHead", "day", "leads", "expected", "reported", "roles", "steps", "whose"].map((name) => word.part[name] ?? word[name]);
    const rows = this.form.forward.flatMap((part) => [...this.graph.rows.values()].filter((row) => partOf(row) === part)).map((row) => [
      word.part[partOf(row)], row.text, row.levels.map((level) => word.level[level]).join(", "), row.function, row.when, row.status,
      word.evidence[row.evidence], row.day, this.after(row, false).map((one) => this.named(one)).join(" | "),
      ...["expected", "reported"].map((kind) => this.after(row, kind).map((one) => this.named(one)).join(" | ")),
      ...["roles", "steps"].map((kind) => row[kind].map((id) => this.textOf(id)).join(" | ")), this.isOwn(row) ? (this.library.has(row.id) ? word.changed : word.own) : word.library,
    ]);
    return [head, ...rows];
  }

  /* What no file can hold is told at its field, whether the server is there or not. */
  fitsAFile() {
    const { short, long, rows, plan } = this.form.limits;
    const isLong = (row) => letters(row.text) > long || [row.function, row.when, row.status].some((text) => letters(text) > short);
    const row = this.plan.rows.find(isLong);
    if (row && this.open?.id !== row.id) this.edit(row.id);
    const wrong = this.find(".editing [aria-invalid]");
    if (wrong) return this.refuse(this.words.mend, wrong);
    if (this.plan.rows.length > rows) return this.refuse(this.words.full, this.find("[data-file=json]"));
    if (this.made("json").blob.size > plan) return this.refuse(this.words.planTooLong, this.find("[data-file=json]"));
    return true;
  }

  refuse(sentence, field) {
    this.tellAway("take", sentence);
    field.focus();
    return false;
  }

  /* ── files in ── */

  fileChosen(field) {
    this.file = field.files[0];
    this.find("[data-told=load]").textContent = "";
    this.tellAway("load", "");
    if (!this.file) return;
    if (this.file.size > this.form.limits.plan) this.tellAway("load", this.words.fileTooBig);
    else if (this.touched()) this.ask("load");
    else this.readFile();
  }

  async readFile() {
    const told = (sentence) => (this.find("[data-told=load]").textContent = sentence);
    told(this.words.loading);
    this.tellAway("load", "");
    try {
      const read = await this.server.read(await this.file.arrayBuffer());
      told(this.accept(read));
    } catch (fault) {
      told("");
      this.tellAway("load", sentenceOf(fault, this.words), fault instanceof Away ? () => this.readFile() : null);
    }
    this.find("[data-load]").value = "";
  }

  accept(read) {
    const { plan, words } = unfiled(read.plan);
    for (const row of plan.rows) Object.assign(row, { kal: this.library.get(row.id)?.kal ?? "", aruba: this.library.get(row.id)?.aruba ?? "" });
    this.plan = plan;
    Object.assign(this.beside, { words, unfiled: false });
    this.open = this.undone = null;
    this.save();
    this.draw();
    const twice = read.mended.map((one) => `“${this.named(one)}”`).join(", ");
    return [
      fill(this.words.loaded, { day: this.dayInWords(plan.changed ?? plan.created) }),
      read.gone.length && this.words.goneRows, twice && fill(this.words.mended, { rows: twice }),
    ].filter(Boolean).join(" ");
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
    this.item = "";
    this.note();
    this.furnish();
    this.find("[data-saved]").textContent = this.words.cleared;
    this.find("#unit-part-chain").focus();
  }

  /* A sentence where the deed was asked for, with a button that tries it again. */
  tellAway(where, sentence, again) {
    const place = this.find(`[data-away="${where}"]`);
    place.replaceChildren();
    if (!sentence) return;
    place.append(element("p", {}, sentence));
    if (!again) return;
    const button = element("button", { type: "button", class: "button" }, this.words.again);
    button.again = again;
    place.append(button);
  }
}
