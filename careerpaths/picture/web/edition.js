/* The single-file edition: takes the list out of the document, draws the map in its place, and adds pages for routes,
   comparison, and what the model rests on. What is chosen lives in the address: after # from disk, else after ?.

   view=routes&from=ID&to=ID&route=N · view=compare&a=ID&b=ID · view=about · view=list · role=ID · step=FROM.TO · lang */
import { Address, element, fill, mount } from "./explorer.js";
import { Book, compared, reachTold, refusalTold, routesTold } from "./answers.js";

const PAGES = ["routes", "compare", "about"];
const EXAMPLE = "sideways"; // two roles to compare when none are asked for

/* A language is kept as its differences from the first. */
function patched(first, own) {
  if (own === null || typeof own !== "object" || Array.isArray(own)) return own;
  const whole = Array.isArray(first) ? [...first] : { ...first };
  for (const [key, part] of Object.entries(own)) whole[key] = patched(first[key], part);
  return whole;
}

class Edition {
  constructor(data) {
    this.data = data;
    this.framed = parent !== window;
    this.address = new Address(this.framed); // in a frame the host page's Back button stays its own
    [this.pages, this.languages, this.panel, this.map] = ["_pages", "_languages", "_panel", "_map"].map((id) => document.getElementById(id));
    this.parts = new Map([...document.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    this.first = [...this.parts.keys()][0];
    this.status = element("div", { class: "only-heard", role: "status" });
    this.books = new Map();
  }

  start() {
    const rules = new CSSStyleSheet();
    rules.replaceSync(document.querySelector("style").textContent);
    this.shadow = this.map.attachShadow({ mode: "open" });
    this.shadow.adoptedStyleSheets = [rules]; // in a tree of its own, so that no id of the model meets one of the map's
    document.querySelector("main").append(this.status);
    document.addEventListener("click", (event) => this.clicked(event));
    addEventListener("popstate", () => this.follow());
    this.follow();
    document.documentElement.classList.add("scripted");
    document.documentElement.classList.toggle("framed", this.framed);
    document.documentElement.classList.remove("starting");
  }

  /* Each language is prepared when it is first asked for. */
  book(language) {
    if (!this.books.has(language)) {
      const part = this.parts.get(language);
      const own = this.data.spoken[language];
      const spoken = language === this.first ? own : patched(this.data.spoken[this.first], own);
      for (const link of part.querySelectorAll("[data-list] .basis a")) this.tell(link);
      spoken.model.list = part.querySelector("[data-list]").innerHTML;
      this.books.set(language, new Book(part, spoken));
    }
    return this.books.get(language);
  }

  /* Beside the map a badge opens to what its source says; in the document it points to the list of sources. */
  tell(link) {
    const source = document.getElementById(link.getAttribute("href").slice(1)).cloneNode(true);
    link.replaceWith(element("span", { class: "paraphrase" }, ...source.childNodes));
  }

  /* ── the address ── */

  async follow() {
    if (this.settle()) return dispatchEvent(new PopStateEvent("popstate"));
    this.query = this.address.query();
    const asked = this.query.get("lang");
    this.language = this.parts.has(asked) ? asked : this.first;
    this.words = this.book(this.language).words;
    this.view = PAGES.includes(this.query.get("view")) ? this.query.get("view") : "map";
    this.furnish();
    return this.show();
  }

  /* A plain anchor, «#mentor», is where the document goes without script: here it is a choice on the map. */
  settle() {
    const target = location.hash.includes("=") ? null : document.getElementById(location.hash.slice(1));
    const part = target?.closest("[data-part]");
    if (!part) return false;
    const article = target.closest("article");
    const query = article ? this.choice(article) : new URLSearchParams(target.closest(".ends") ? { view: "about" } : {});
    if (part.dataset.part !== this.first) query.set("lang", part.dataset.part);
    this.address.put(query.size ? query : new URLSearchParams({ lang: this.first }), true);
    return true;
  }

  choice({ dataset: { role, step } }) {
    return new URLSearchParams(step ? { step } : { role });
  }

  /* Go to another place in the document; the language follows along. */
  async open(query, focus = true) {
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    if (!query.has("lang") && this.query.has("lang")) query.set("lang", this.query.get("lang"));
    this.address.put(query);
    dispatchEvent(new PopStateEvent("popstate"));
    await this.shown;
    if (focus) this.heading()?.focus();
  }

  heading() {
    return this.view === "map" ? this.shadow.querySelector(".card-pane article .name") : this.panel.querySelector("h1");
  }

  clicked(event) {
    const link = event.target.closest("a[href]");
    const button = event.target.closest("button[data-route]");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (button) this.open(new URLSearchParams([...this.query, ["route", button.dataset.route]].reverse()), false);
    const href = link?.getAttribute("href") ?? "";
    if (!/^[?#]/.test(href)) return;
    event.preventDefault();
    if (href.startsWith("?")) this.open(new URLSearchParams(href), !link.matches(".language"));
    else this.reach(document.getElementById(href.slice(1)));
  }

  reach(target) {
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  /* ── the page around the map ── */

  furnish() {
    const { words } = this;
    document.documentElement.lang = this.language;
    document.documentElement.dataset.view = this.query.get("view") === "list" ? "list" : this.view;
    for (const [language, part] of this.parts) part.hidden = language !== this.language;
    document.querySelector(".skip").textContent = words.skip;
    this.furnishPages();
    this.furnishLanguages();
  }

  furnishPages() {
    const role = this.query.get("role") ?? this.query.get("step")?.split(".")[0] ?? this.query.get("from") ?? this.query.get("a");
    const page = (view, choice) => {
      const query = new URLSearchParams(role && choice ? { [choice]: role } : {});
      if (view !== "map") query.set("view", view);
      return element("li", {}, element("a", { href: `?${query}`, "aria-current": this.view === view && "page" }, this.words[view]));
    };
    this.pages.hidden = false;
    this.pages.setAttribute("aria-label", this.words.pages);
    const had = [...this.pages.querySelectorAll("a")].indexOf(document.activeElement);
    this.pages.replaceChildren(element("ul", {}, page("map", "role"), page("routes", "from"), page("compare", "a"), page("about")));
    if (had >= 0) this.pages.querySelectorAll("a")[had].focus();
  }

  furnishLanguages() {
    if (!this.languages) return;
    const had = this.languages.contains(document.activeElement);
    const links = [...this.parts.keys()].filter((one) => one !== this.language).map((one) => {
      const query = new URLSearchParams(this.query);
      query.set("lang", one);
      return element("a", { class: "language", href: `?${query}`, lang: one, hreflang: one }, this.data.spoken[one].words.ownName);
    });
    this.languages.replaceChildren(...links);
    if (had) links[0].focus();
  }

  /* ── the pages ── */

  show() {
    const book = this.book(this.language);
    const route = { routes: () => this.showRoutes(book), compare: () => this.showComparison(book), about: () => this.fill(this.words.about), map: () => this.fill() }[this.view]();
    this.map.hidden = this.view !== "map" && !route;
    this.shown = this.map.hidden ? null : this.draw(book, route);
    return this.shown;
  }

  draw(book, route) {
    const here = location.pathname.split("/").pop() || "./";
    const options = {
      model: book.model, embedded: this.framed, route,
      links: { routes: `${here}?view=routes&from={role}&to={other}`, compare: `${here}?view=compare&a={role}&b={other}` },
      go: ({ query, page }) => this.open(new URLSearchParams(query || page.split("?")[1])),
      picked: () => this.noticed(),
    };
    if (this.explorer) return this.explorer.update(options);
    this.explorer = mount(this.shadow, options);
    return null;
  }

  /* The map has changed the address by itself. */
  noticed() {
    this.query = this.address.query();
    this.furnish();
  }

  fill(title, ...content) {
    document.title = [title, this.words.name].filter(Boolean).join(" – ");
    this.panel.hidden = !title;
    this.panel.replaceChildren(...(title ? [element("h1", { tabindex: "-1" }, title), ...content] : []));
  }

  /* A page that begins with two choices of a role; they keep focus while what follows them changes. */
  ask(title, intro, choices, book) {
    const had = document.activeElement?.id;
    const fields = choices.map(({ name, label, role }) => {
      const select = element("select", { id: `_${name}` }, element("option", { value: "" }, this.words.chooseRole), ...book.model.roles.map(({ id }) => element("option", { value: id, selected: id === role }, book.name(id))));
      select.onchange = () => this.open(new URLSearchParams({ view: this.view, ...Object.fromEntries(choices.map((one) => [one.name, document.getElementById(`_${one.name}`).value])) }), false);
      return element("p", { class: "choice" }, element("label", { for: `_${name}` }, label), select);
    });
    this.fill(title, element("p", {}, intro), element("div", { class: "choices" }, ...fields));
    if (choices.some(({ name }) => had === `_${name}`)) document.getElementById(had).focus();
  }

  role(book, name) {
    return book.place.has(this.query.get(name)) ? this.query.get(name) : null;
  }

  showRoutes(book) {
    const { words } = this;
    const start = this.role(book, "from") ?? book.model.roles[0].id;
    const goal = this.role(book, "to");
    this.ask(words.routes, words.routesIntro, [{ name: "from", label: words.from, role: start }, { name: "to", label: words.to, role: goal }], book);
    const answers = this.data.answers[book.place.get(start)];
    const answer = goal && goal !== start ? answers[book.place.get(goal)] : null;
    const shown = Math.min(Math.max(1, Number(this.query.get("route")) || 1), answer?.routes?.length ?? 1);
    if (answer) this.panel.append(...(answer.routes ? routesTold(book, answer, shown) : refusalTold(book, answer, start)));
    this.panel.append(...reachTold(book, answers, start));
    this.status.textContent = answer ? fill(words.found, { start: book.name(start), goal: book.name(goal), n: answer.routes?.length ?? 0 }) : "";
    return answer?.routes?.[shown - 1].legs.map((leg) => book.model.steps[leg].id);
  }

  showComparison(book) {
    const { words } = this;
    const example = book.model.steps.find(({ kind }) => kind === EXAMPLE) ?? book.model.steps[0] ?? {};
    const one = this.role(book, "a") ?? (this.query.has("b") ? null : example.start);
    const other = this.role(book, "b") ?? (this.query.has("a") ? null : example.end);
    this.ask(words.compare, words.compareIntro, [{ name: "a", label: words.one, role: one }, { name: "b", label: words.other, role: other }], book);
    this.status.textContent = "";
    if (!one || !other || one === other) return;
    this.panel.append(...compared(book, one, other));
    this.status.textContent = fill(words.compared, { one: book.name(one), other: book.name(other) });
  }
}

new Edition(JSON.parse(document.getElementById("_data").textContent)).start();
