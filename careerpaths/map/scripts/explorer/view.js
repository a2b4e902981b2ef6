/* What is seen of one model in one language: tools, map, card and list, laid out for the room that there is. */
import { afterPaint, element } from "../../../browser/scripts/base/dom.js";
import { Articles } from "./card/articles.js";
import { Card } from "./card/card.js";
import { hideFiltered } from "./card/filters.js";
import { Folding } from "./card/folding.js";
import { List } from "./card/list.js";
import { NOTHING, seenAs } from "./choice.js";
import { fitsBeside, fitting, isNarrow } from "./drawing/fitting.js";
import { CareerMap } from "./drawing/map.js";
import { Search } from "./find/search.js";
import { documents, saidIn } from "./find/search_documents.js";
import { RoleField } from "./find/start.js";
import { FromHere } from "./from_here/from_view.js";
import { carried } from "./pages.js";
import { Toolbar } from "./toolbar.js";
/** @import { Links } from "./card/articles.js"
 * @import { Choice, Picked, Seen } from "./choice.js"
 * @import { Model, Shape } from "./model.js"
 * @import { Hit } from "./find/search_index.js" */

export class View {
  /**
   * @param {HTMLElement} root
   * @param {Model} model
   * @param {{ links?: Links, route?: string[], go?: (place: { page: string, query: string }) => void }} options
   * @param {(choice: Picked, focus?: "card" | "stay") => void} pick
   */
  constructor(root, model, { links, route, go }, pick) {
    this.root = root;
    this.model = model;
    this.route = route;
    this.articles = new Articles(model, links);
    afterPaint(() => this.articles.store);
    const read = () => documents(model, this.articles.store.content, [...this.articles.glossary.terms.values()]);
    const search = new Search(model, read, (hit) => this.open(hit, pick, go));
    this.start = new RoleField(model, (role) => pick({ role, view: "from" }, "card"));
    this.toolbar = new Toolbar(model, search.box);
    this.map = new CareerMap(model, (choice) => pick(choice));
    this.from = new FromHere(model, (choice) => pick(choice));
    this.card = new Card(model, this.articles);
    this.list = new List(this.articles, (choice) => pick(choice, "stay"));
    this.folding = new Folding(root);
    this.notice = element("p", { class: "notice", hidden: true });
    this.status = element("div", { class: "only-heard", role: "status" });
    const help = element("p", { class: "help", id: "how-to-move" }, model.words.help);
    const legend = written(model.legend, "legend");
    this.mapPane = element("div", { class: "map-pane" }, this.map.pane, legend, help);
    this.both = element("div", { class: "both" }, this.mapPane, this.from.pane, this.card.pane);
    this.choice = NOTHING;
    this.asked = " "; // the filters of lines and levels that the list was shown with
    /** @type {Seen} */
    this.seen = "map";
    this.narrow = false;
    this.printing = false;
    this.room = 0; // px of width that the map was drawn for
    this.sizes = new ResizeObserver(() => this.resized());
    this.furnish();
  }

  furnish() {
    const { root, model } = this;
    const heading = element("h1", { class: "only-heard" }, model.words.title);
    root.lang = model.language;
    root.classList.toggle("route-only", !!this.route);
    root.replaceChildren(
      written(model.signs),
      heading,
      this.toolbar.bar,
      this.notice,
      this.both,
      this.list.pane,
      this.status,
    );
  }

  /* From now on follow the window's size. */
  watch() {
    this.sizes.observe(this.root);
  }

  end() {
    this.sizes.disconnect();
    this.from.end();
    this.map.end();
  }

  /** @param {Choice} choice */
  show(choice) {
    const { root } = this;
    this.choice = choice;
    this.narrow = isNarrow(root.clientWidth);
    this.seen = seenAs(choice, this.narrow, this.model.roles.length);
    const list = this.seen === "list";
    const { level, lines, without } = choice;
    Object.assign(root.dataset, { level, lines, without: [...without].join(" "), view: this.seen });
    this.list.show(list);
    this.both.hidden = list;
    this.mapPane.hidden = this.seen !== "map";
    this.fit(); // measures: before the card is changed, when that costs nothing
    this.from.show(choice, this.seen === "from" && !this.narrow);
    const row = this.list.mark(choice);
    const chosen = this.card.show(choice);
    if (!chosen) this.card.pane.querySelector(".question")?.append(this.start.box);
    root.classList.toggle("chosen", chosen);
    root.classList.toggle("around", !this.from.pane.hidden);
    this.folding.apply(this.card.pane, choice);
    const asked = `${lines} ${level}`;
    if (list) this.folding.apply(this.asked === asked ? row : this.list.pane, choice);
    this.asked = asked;
    const held = { steps: chosen || this.seen !== "from", levels: list || this.card.hasLevels() };
    this.toolbar.show(choice, this.seen, held);
    if (this.seen === "map") this.map.show(choice, choice.without);
    hideFiltered(root, choice, this.model.levels);
    this.from.redraw();
  }

  /** Show the same again, written anew with other links.
   * @param {Links} [links] */
  relink(links = {}) {
    if (JSON.stringify(this.articles.links) === JSON.stringify(links)) return;
    this.articles.links = links;
    this.card.forget();
    this.list.forget();
    this.show(this.choice);
  }

  /* Lay out for the room there is, and draw the map for it; nothing is done again for the same. */
  fit() {
    const { root, map, choice } = this;
    const width = root.clientWidth;
    if (!width || this.seen === "list") return;
    const { shape, beside } = fitting(width, this.model.wide.width);
    const chosen = choice.role || choice.step;
    const stands = this.seen === "map" ? beside && !this.route : fitsBeside(width) && !!chosen;
    root.dataset.shape = shape;
    root.dataset.beside = String(stands);
    if (this.seen === "map") this.fitMap(shape, map.pane.clientWidth);
  }

  /** @param {Shape} shape
   * @param {number} room px of width */
  fitMap(shape, room) {
    const { map, choice } = this;
    if (!room || (this.room === room && map.shape === shape)) return;
    const turned = map.shape !== shape;
    this.room = room;
    map.draw(shape, room, this.route);
    if (turned) map.show(choice, choice.without);
  }

  /* The window has another size: it may be one that something else suits. */
  resized() {
    const width = this.root.clientWidth;
    if (this.printing) return;
    if (width && isNarrow(width) !== this.narrow) this.show(this.choice);
    else this.fit();
  }

  /** @param {string} sentence that is heard */
  announce(sentence) {
    this.status.textContent = sentence;
  }

  /** @param {string} sentence that is seen and heard; "" takes away what stands there */
  notify(sentence) {
    this.notice.hidden = !sentence;
    this.notice.textContent = sentence;
    if (sentence) this.announce(sentence);
  }

  /* After a link was followed: the new card's name takes focus, in the card or in the list. */
  enterCard() {
    const heading = this.heading();
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
  }

  /** @returns {HTMLElement | null | undefined} */
  heading() {
    return this.place()?.querySelector(":scope > summary, .name");
  }

  /* Where the chosen card is shown: a row of the list, or beside the map. */
  place() {
    return this.seen === "list" ? this.list.current : this.card.pane;
  }

  /** Show what the search found: a page, or a card with the line that was found in it.
   * @param {Hit} hit
   * @param {(choice: Picked, focus?: "card") => void} pick
   * @param {((place: { page: string, query: string }) => void) | undefined} go */
  open({ text, opens: { role, step, page, query = "" } }, pick, go) {
    if (page) return go?.({ page, query: carried(page, query, location.search) });
    pick(step ? { step } : { role: role ?? "" }, "card");
    if (text) afterPaint(() => this.showLine(text)); // what is below the window is laid out by then
  }

  /** @param {string} text */
  showLine(text) {
    const line = [...(this.place()?.querySelectorAll("article :is(li, .line)") ?? [])].find(
      (row) => saidIn(row) === text,
    );
    for (let at = line?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
    line?.classList.add("sought");
    line?.scrollIntoView({ block: "center" });
  }

  /** Whether what answers a press begins above what the window shows. */
  isAnswerAbove() {
    return this.answer().getBoundingClientRect().top < 0;
  }

  /* Where the answer to a press is looked for. */
  answer() {
    return this.from.pane.hidden ? this.card.pane : this.from.pane;
  }

  /** Bring what was chosen into sight.
   * @param {boolean} [above] whether the answer began above the window */
  reveal(above = false) {
    const below = this.seen === "map" && this.root.dataset.beside === "false";
    if (this.seen === "list") this.heading()?.scrollIntoView({ block: "start" });
    else if (above || below) this.answer().scrollIntoView({ block: "start" });
  }

  /** On paper a chosen role is shown with the ways to and from it, however it was seen.
   * @param {boolean} begins */
  print(begins) {
    const { choice, map, from } = this;
    this.printing = begins;
    const around = begins && this.seen !== "list" && !!(choice.role || this.seen === "from");
    this.mapPane.hidden = around || this.seen !== "map";
    from.show(choice, around || (!begins && this.seen === "from" && !this.narrow));
    map.shrink(begins && !around);
    from.shrink(around);
  }
}

/** @param {string} html written by Jinja2, escaped there
 * @param {string} [name] */
function written(html, name) {
  const made = element("div", { class: name });
  made.innerHTML = html;
  return made;
}
