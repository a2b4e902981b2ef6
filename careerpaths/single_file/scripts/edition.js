/* The single-file edition: takes the list out of the document, draws the map in its place, and adds pages for routes,
   comparison, and what the model rests on. What is chosen lives in the address: after # from disk, else after ?.

   role=ID · step=FROM.TO · view=list · view=routes&from=ID&to=ID&route=N · view=compare&a=ID&b=ID · view=about · lang */
import { element, isPlainClick } from "../../browser/scripts/base/dom.js";
import { fill } from "../../browser/scripts/base/text.js";
import { Address } from "../../map/scripts/explorer/address.js";
import { mount } from "../../map/scripts/explorer.js";
import "../../browser/scripts/height.js";
import { Book, patched } from "./book.js";
import { comparisonPage } from "./compared.js";
import { languageLinks, pageLinks, refill } from "./links.js";
import { fillPanel } from "./panel.js";
import { routesPage } from "./routes.js";

/** @import { Options } from "../../map/scripts/explorer.js"
 * @import { Spoken } from "./book.js"
 * @import { Page } from "./panel.js"
 * @import { Answer } from "./routes.js" */

/** @typedef {{ answers: Answer[][], spoken: Record<string, Spoken> }} Data as `single_file/document.py` writes it; of every
 *   language but the first there are only the differences */

/** @type {Record<string, string[]>} */
const PAGES = { routes: ["from", "to"], compare: ["a", "b"], about: [] }; // and what each is asked about in the address

class Edition {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.framed = parent !== window;
    this.address = new Address(this.framed); // in a frame the host page's Back button stays its own
    this.pages = there("_pages");
    this.languages = document.getElementById("_languages");
    this.panel = there("_panel");
    this.map = there("_map");
    this.shadow = this.map.attachShadow({ mode: "open" }); // a tree of its own: no id of the model meets one of the map's
    this.status = element("div", { class: "only-heard", role: "status" });
    /** @type {NodeListOf<HTMLElement>} */
    const parts = document.querySelectorAll("[data-part]");
    this.parts = new Map([...parts].map((part) => [part.dataset.part ?? "", part]));
    /** @type {Map<string, Book>} */
    this.books = new Map();
    this.first = [...this.parts.keys()][0]; // what is read when no language is asked for
    this.view = "map";
    this.query = this.address.query();
    this.language = this.spoken();
    this.now = this.book(this.language);
    /** @type {string | null} */
    this.unknown = null; // what in the address names no role
    /** @type {ReturnType<typeof mount> | undefined} */
    this.explorer = undefined;
    /** @type {Promise<void> | null} */
    this.shown = null;
  }

  start() {
    const rules = new CSSStyleSheet();
    rules.replaceSync(document.querySelector("style")?.textContent ?? "");
    this.shadow.adoptedStyleSheets = [rules];
    this.panel.after(this.status);
    document.addEventListener("click", (event) => this.clicked(event));
    addEventListener("popstate", () => this.follow());
    const target = this.follow();
    document.documentElement.classList.add("scripted");
    document.documentElement.classList.remove("starting");
    if (target) this.reach(target); // until now it could not be seen, and took no focus
    document.documentElement.classList.toggle("framed", this.framed);
  }

  /** Each language is prepared when it is first asked for.
   * @param {string} language */
  book(language) {
    const { spoken } = this.data;
    const whole = Object.values(spoken)[0];
    const own = spoken[language];
    const part = /** @type {HTMLElement} */ (this.parts.get(language));
    const book = this.books.get(language) ?? new Book(part, own === whole ? own : patched(whole, own));
    this.books.set(language, book);
    return book;
  }

  /* ── the address ── */

  follow() {
    const target = this.settle();
    this.query = this.address.query();
    const view = this.query.get("view") ?? "";
    this.language = this.spoken();
    this.now = this.book(this.language);
    const asked = Object.hasOwn(PAGES, view) ? PAGES[view] : null;
    this.unknown = asked?.find((name) => this.query.get(name) && !this.now.known(this.query, name)) ?? null;
    this.view = asked && !this.unknown ? view : "map";
    this.furnish();
    this.shown = this.show();
    const place = target?.closest(".annex") ? target : null;
    if (place) this.reach(place);
    return place;
  }

  /* The language that the address asks for, or the first. */
  spoken() {
    const language = this.query.get("lang") ?? "";
    return this.parts.has(language) ? language : this.first;
  }

  /* A plain anchor, «#mentor», is where the document goes without script: here it is a choice on the map. */
  settle() {
    const target = location.hash.includes("=") ? null : document.getElementById(location.hash.slice(1));
    /** @type {HTMLElement | null | undefined} */
    const part = target?.closest("[data-part]");
    if (!target || !part) return null;
    const { role, step } = target.closest("article")?.dataset ?? {};
    const query = new URLSearchParams({ lang: part.dataset.part ?? "" });
    if (step) query.set("step", step);
    else if (role) query.set("role", role);
    else if (target.closest(".annex")) query.set("view", "about");
    this.address.put(query, true);
    return target;
  }

  /** Go to another place in the document; the language follows along.
   * @param {URLSearchParams} query */
  async open(query, focus = true) {
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    const language = this.query.get("lang");
    if (language && !query.has("lang")) query.set("lang", language);
    this.address.put(query);
    dispatchEvent(new PopStateEvent("popstate")); // the map listens to this too
    await this.shown;
    if (focus) this.enter();
  }

  /* After a link was followed: what it led to takes focus. */
  enter() {
    const { shadow, panel } = this;
    const onMap = () =>
      shadow.querySelector("article.current .name, .card-pane article .name") ?? shadow.querySelector("h1");
    const heading = /** @type {HTMLElement | null} */ (this.view === "map" ? onMap() : panel.querySelector("h1"));
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    if (!isPlainClick(event)) return;
    const pressed = /** @type {Element} */ (event.target);
    const { route } = pressed.closest("button")?.dataset ?? {};
    if (route) this.open(new URLSearchParams({ ...Object.fromEntries(this.query), route }), false);
    const link = pressed.closest("a[href^='?'], a[href^='#']");
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("?")) this.open(new URLSearchParams(href), !link.matches(".language"));
    else this.reveal(there(href.slice(1)));
  }

  /** Glossary, sources and the accessibility statement are a page: a link to a place in them opens it first.
   * @param {HTMLElement} target */
  async reveal(target) {
    if (target.closest(".annex") && this.view !== "about")
      await this.open(new URLSearchParams({ view: "about" }), false);
    this.reach(target);
  }

  /** @param {HTMLElement} target */
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
    document.querySelector(".skip")?.replaceChildren(words.skip);
    this.pages.hidden = false;
    this.pages.setAttribute("aria-label", words.pages);
    refill(this.pages, pageLinks(this.now, this.query, this.view));
    const own = [...this.parts.keys()].map((id) => ({ id, name: this.data.spoken[id].words.ownName }));
    if (this.languages) refill(this.languages, languageLinks(own, this.language, this.query));
  }

  /* ── what is shown: the map, or a page in its place; a page of routes has the map beside it ── */

  show() {
    const page = this.page();
    this.status.textContent = page.said ?? page.notice ?? "";
    fillPanel(this.panel, page, this.now, (choices) =>
      this.open(new URLSearchParams({ view: this.view, ...choices }), false),
    );
    this.map.hidden = this.view !== "map" && !page.route;
    return this.map.hidden ? null : this.draw(page.route);
  }

  /** @returns {Page} */
  page() {
    const { now, query, unknown } = this;
    if (this.view === "routes") return routesPage(now, this.data.answers, query);
    if (this.view === "compare") return comparisonPage(now, query);
    if (this.view === "about") return { title: now.words.about, intro: now.words.aboutIntro };
    return unknown ? { notice: fill(now.model.words.unknown, { id: query.get(unknown)?.slice(0, 60) }) } : {};
  }

  /** @param {string[]} [route] */
  draw(route) {
    const here = location.pathname.split("/").pop() || "./";
    /** @type {Options} */
    const options = {
      model: this.now.model,
      embedded: this.framed,
      route,
      links: {
        routes: `${here}?view=routes&from={role}&to={other}`,
        compare: `${here}?view=compare&a={role}&b={other}`,
      },
      go: ({ page, query }) => void this.open(new URLSearchParams(query || page.split("?")[1])),
      picked: () => this.noticed(),
      patience: 0,
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
}

/** An element that the document has.
 * @param {string} id */
function there(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

new Edition(JSON.parse(there("_data").textContent)).start();
