/* The single-file edition: takes the list out of the document, draws the map in its place, and adds pages for routes,
   comparison, the overview, and what the model rests on. What is chosen lives in the address: after # from disk, else after ?.

   role=ID · step=FROM.TO · view=list · view=routes&tab=way&from=ID&to=ID&route=N ·
   view=routes&tab=reach&from=ID&years=N · view=compare&a=ID&b=ID · view=overview · view=about · lang */
import { element } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";
import { mount } from "../../map/scripts/explorer.js";
import { RolePicker } from "../../map/scripts/explorer/find/role_picker.js";
import { Address } from "../../map/scripts/explorer/address.js";
import "../../browser/scripts/height.js";
import { Head } from "./head.js";
import { Book, patched } from "./book.js";
import { routesPage } from "./routes.js";
import { comparisonPage } from "./compared.js";

const PAGES = ["routes", "compare", "overview", "about"];
const ROLES = { routes: ["from", "to"], compare: ["a", "b"] }; // what a page is asked about in the address

/* The page that holds a place of the document, if one does. */
const pageOf = (target) => (target.closest(".annex") ? "about" : target.closest(".overview") ? "overview" : null);

class Edition {
  constructor(data) {
    this.data = data;
    this.framed = parent !== window;
    this.address = new Address(this.framed); // in a frame the host page's Back button stays its own
    [this.pages, this.languages, this.panel, this.map] = ["_pages", "_languages", "_panel", "_map"].map((id) => document.getElementById(id));
    this.parts = new Map([...document.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    this.first = [...this.parts.keys()][0]; // what is read when no language is asked for
    this.whole = Object.keys(data.spoken)[0]; // of the others there are only the differences
    this.books = new Map();
  }

  start() {
    const rules = new CSSStyleSheet();
    rules.replaceSync(document.querySelector("style").textContent);
    this.shadow = this.map.attachShadow({ mode: "open" }); // a tree of its own: no id of the model meets one of the map's
    this.shadow.adoptedStyleSheets = [rules];
    this.status = element("div", { class: "only-heard", role: "status" });
    this.panel.after(this.status);
    this.head = new Head(this.framed);
    document.addEventListener("click", (event) => this.clicked(event));
    addEventListener("popstate", () => this.follow());
    const target = this.follow();
    document.documentElement.classList.add("scripted");
    document.documentElement.classList.remove("starting");
    if (target) this.reach(target); // until now it could not be seen, and took no focus
    document.documentElement.classList.toggle("framed", this.framed);
  }

  /* Each language is prepared when it is first asked for. */
  book(language) {
    if (!this.books.has(language)) {
      const [whole, own] = [this.whole, language].map((one) => this.data.spoken[one]);
      this.books.set(language, new Book(this.parts.get(language), own === whole ? own : patched(whole, own)));
    }
    return this.books.get(language);
  }

  /* ── the address ── */

  follow() {
    const target = this.settle();
    this.query = this.address.query();
    const [language, view] = ["lang", "view"].map((name) => this.query.get(name));
    this.language = this.parts.has(language) ? language : this.first;
    this.now = this.book(this.language);
    this.unknown = (PAGES.includes(view) && ROLES[view]?.find((name) => this.query.get(name) && !this.now.known(this.query, name))) || null;
    this.view = PAGES.includes(view) && !this.unknown ? view : "map";
    this.furnish();
    this.shown = this.show();
    const place = target && pageOf(target) ? target : null;
    if (place) this.reach(place);
    return place;
  }

  /* A plain anchor, «#mentor», is where the document goes without script: here it is a choice on the map. */
  settle() {
    const target = location.hash.includes("=") ? null : document.getElementById(location.hash.slice(1));
    const part = target?.closest("[data-part]");
    if (!part) return null;
    const { role, step } = target.closest("article")?.dataset ?? {};
    const choice = step ? { step } : role ? { role } : pageOf(target) ? { view: pageOf(target) } : {};
    this.address.put(new URLSearchParams({ ...choice, lang: part.dataset.part }), true);
    return target;
  }

  /* Go to another place in the document; the language follows along. */
  async open(query, focus = true) {
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    if (!query.has("lang") && this.query.has("lang")) query.set("lang", this.query.get("lang"));
    this.address.put(query);
    dispatchEvent(new PopStateEvent("popstate")); // the map listens to this too
    await this.shown;
    if (focus) this.enter();
  }

  /* After a link was followed: what it led to takes focus. */
  enter() {
    const heading = this.view === "map" ? this.shadow.querySelector(".row.current > summary, .card-pane article .name") ?? this.shadow.querySelector("h1") : this.panel.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = event.target.closest("a[href^='?'], a[href^='#']");
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute("href");
    if (link.dataset.role) this.open(new URLSearchParams({ role: link.dataset.role }));
    else if (href.startsWith("?")) this.open(new URLSearchParams(href), !link.matches(".language"));
    else this.reveal(document.getElementById(href.slice(1)));
  }

  /* The overview is a page, and so are glossary, sources and the accessibility statement: a link into one opens it. */
  async reveal(target) {
    const view = pageOf(target);
    if (view && this.view !== view) await this.open(new URLSearchParams({ view }), false);
    this.reach(target);
  }

  reach(target) {
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  /* ── the page around the map ── */

  furnish() {
    const { words } = this.now;
    const root = document.documentElement;
    const chosen = this.now.known(this.query, "step") ?? this.now.known(this.query, "role");
    const title = this.view !== "map" ? words[this.view] : chosen && this.now.name(chosen);
    document.title = [title, words.name].filter(Boolean).join(" – ");
    root.lang = this.language;
    root.dataset.view = this.query.get("view") === "list" ? "list" : this.view;
    for (const [language, part] of this.parts) part.hidden = language !== this.language;
    document.querySelector(".skip").textContent = words.skip;
    this.pages.hidden = false;
    this.pages.setAttribute("aria-label", words.pages);
    this.head.speak(words);
    this.refill(this.pages, this.pageLinks());
    if (this.languages) this.refill(this.languages, this.languageLinks());
  }

  /* Put links in the place of others; where one of those had focus, the new one in its place has it. */
  refill(place, links) {
    const had = [...place.querySelectorAll("a")].indexOf(document.activeElement);
    place.replaceChildren(...links);
    if (had >= 0) [...place.querySelectorAll("a")].at(Math.min(had, links.length - 1)).focus();
  }

  pageLinks() {
    const named = (name) => this.now.known(this.query, name);
    const role = named("role") ?? named("step")?.split(".")[0] ?? named("from") ?? named("a");
    return [["map", "role"], ["routes", "from"], ["compare", "a"], ["overview"], ["about"]].map(([view, choice]) => {
      const query = { ...(view === "map" ? {} : { view }), ...(role && choice ? { [choice]: role } : {}) };
      return element("a", { href: `?${new URLSearchParams(query)}`, "aria-current": this.view === view && "page" }, this.now.words[view]);
    });
  }

  languageLinks() {
    return [...this.parts.keys()].filter((one) => one !== this.language).map((lang) => {
      const query = new URLSearchParams({ ...Object.fromEntries(this.query), lang });
      return element("a", { class: "language", href: `?${query}`, lang, hreflang: lang }, this.data.spoken[lang].words.ownName);
    });
  }

  /* ── what is shown: the map, or a page in its place; a page of routes has the map beside it ── */

  show() {
    const { now, query } = this;
    const page = {
      map: () => ({ notice: this.unknown && fill(now.model.words.unknown, { id: query.get(this.unknown).slice(0, 60) }) }),
      routes: () => routesPage(now, this.data.answers, query),
      compare: () => comparisonPage(now, query),
      overview: () => ({ title: now.words.overview, intro: "" }),
      about: () => ({ title: now.words.about, intro: now.words.aboutIntro }),
    }[this.view]();
    this.fillPanel(page);
    this.map.hidden = this.view !== "map" && !page.route;
    return this.map.hidden ? null : this.draw(page.route);
  }

  draw(route) {
    const here = location.pathname.split("/").pop() || "./";
    const options = {
      model: this.now.model, embedded: this.framed, route,
      links: { routes: `${here}?view=routes&from={role}&to={other}`, compare: `${here}?view=compare&a={role}&b={other}` },
      go: ({ page, query }) => this.open(new URLSearchParams(page === "om" ? "view=about" : query)), // «om»: a word that was searched for
      picked: () => this.noticed(), patience: 0,
    };
    if (this.explorer) return this.explorer.update(options);
    this.explorer = mount(this.shadow, options);
    return this.explorer.ready;
  }

  /* The map has changed the address by itself. */
  noticed() {
    this.query = this.address.query();
    this.furnish();
  }

  /* A page begins with its choices of roles; the one with focus keeps it while what follows changes. */
  fillPanel({ title, intro = "", tabs = [], notice, choices = [], kept = {}, content = [], said = notice ?? "" }) {
    const had = document.activeElement?.id;
    const fields = element("div", { class: "choices" }, ...choices.map((choice) => this.field(choice, choices, kept)));
    this.panel.hidden = !title && !notice;
    this.panel.replaceChildren(...(title ? [element("h1", { tabindex: "-1" }, title), intro && element("p", {}, intro), this.tabLinks(tabs), fields] : []), notice ?? "", ...content);
    this.status.textContent = said;
    if (choices.some(({ name }) => had === `_${name}`)) document.getElementById(had).focus();
  }

  tabLinks(tabs) {
    const links = tabs.map(({ query, title, current }) => element("a", { href: `?${new URLSearchParams(query)}`, "aria-current": current && "page" }, title));
    return links.length ? element("nav", { class: "tabs", "aria-label": this.now.words.questionsOfRoutes }, ...links) : "";
  }

  /* A field in which a role is chosen or typed, or a select of other options: [value, text] pairs. */
  field({ name, label, role, value = role ?? "", options }, choices, kept) {
    const open = (chosen) => {
      const asked = choices.map((one) => [one.name, one.name === name ? chosen : one.value ?? one.role ?? ""]);
      this.open(new URLSearchParams([["view", this.view], ...Object.entries(kept), ...asked]), false);
    };
    if (!options) return element("div", { class: "choice" }, this.picker({ id: `_${name}`, label, chosen: value }, open));
    const shown = options.map(([one, text]) => element("option", { value: one, selected: one === value }, text));
    const select = element("select", { id: `_${name}`, onchange: ({ target }) => open(target.value) }, ...shown);
    return element("p", { class: "choice" }, element("label", { for: `_${name}` }, label), select);
  }

  picker(asked, open) {
    const { words, roles } = this.now.model;
    const named = roles.map((role) => ({ ...role, name: this.now.name(role.id) }));
    return new RolePicker({ ...asked, hint: words.myRoleHint, none: words.noRole }, named, open).box;
  }
}

new Edition(JSON.parse(document.getElementById("_data").textContent)).start();
