/* The explorer: map, cards and list as one web component.
 *
 * Python has prepared everything: positions, vis-network nodes and edges, and every card as finished, escaped HTML
 * (the list's articles are the cards). This script draws, selects, moves focus and keeps the address. It never
 * builds HTML from the address or from what a visitor types: such text goes in through textContent only.
 *
 * mount(host, options) → {ready, update(options), moveTo(host), unmount()}; ready and what update returns are kept
 *                        when it is drawn
 *   options.model    address of the prepared model (JSON), or the object itself (single-file edition)
 *   options.vis      address of vis-network's script (ignored when globalThis.vis is there)
 *   options.styles   address of explorer.css, for a host that is a shadow root (absent: the page brings the rules)
 *   options.embedded true inside a frame: the address is replaced, so the host page's Back button stays its own
 *   options.picked   called with {role, step, view} after the answer has been shown
 *   options.patience ms of quiet before that call (a server's: 250; a document's own script: 0)
 *   options.go       called with {page, query} when a link to another page is followed (absent: the link is followed)
 *   options.route    step ids to draw strong, for a page that shows one route: then there are no tools and no cards,
 *                    the address is left alone, and a pressed role asks options.go for the map page
 *   options.links    addresses of other pages for a card: {routes, compare, talk} with "{role}" in them, all optional
 */

const NOTHING = { role: null, step: null, view: "map", without: new Set(), level: "" };
const CARD = 345; // px that a card needs beside the map
const TALL_BESIDE = 700; // px of width from which the card fits beside the downward map
const LARGEST = 1.3; // the map grows this much on a large screen, then stays
const PAPER = { width: 660, height: 900 }; // px that fit on an upright A4 page
const LETTERS = 1 / 320; // of a card for each square px: more than are in sight at any width
const TOLD_AFTER = 250; // ms of quiet before a server hears what was picked

export function mount(host, options) {
  const explorer = new Explorer(host, options);
  const ready = explorer.start();
  return { ready, update: (next) => explorer.update(next), moveTo: (place) => explorer.moveTo(place), unmount: () => explorer.stop() };
}

/* ── small helpers ─────────────────────────────────────────────────────────────────────────────────────────── */

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made[name] = value;
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function afterPaint(work) {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9: ]+/g, " ");
}

const fetched = new Map(); // address → promise: the same file serves every instance and every mount
function fetchOnce(address, read) {
  if (!fetched.has(address)) fetched.set(address, fetch(address).then(read));
  fetched.get(address).catch(() => fetched.delete(address)); // the next one tries anew
  return fetched.get(address);
}

/* ── the address: the only place where a choice is kept ────────────────────────────────────────────────────── */

export class Address {
  constructor(embedded) {
    this.embedded = embedded;
  }

  /* From disk a choice is written after the #: there that is the newer of the two. A plain anchor is no choice. */
  query() {
    const asked = location.search.slice(1);
    const noted = location.hash.includes("=") ? location.hash.slice(1) : "";
    return new URLSearchParams(location.protocol === "file:" ? noted || asked : asked || noted);
  }

  read() {
    const query = this.query();
    return {
      role: query.get("role"),
      step: query.get("step"),
      view: query.get("view") === "list" ? "list" : "map",
      without: new Set((query.get("without") ?? "").split(".").filter(Boolean)),
      level: query.get("level") ?? "",
    };
  }

  write(choice) {
    const query = this.query();
    const set = (name, value) => (value ? query.set(name, value) : query.delete(name));
    set("role", choice.role);
    set("step", choice.step);
    set("view", choice.view === "list" ? "list" : "");
    set("without", [...choice.without].sort().join("."));
    set("level", choice.level);
    this.put(query);
  }

  put(query, replaced = this.embedded) {
    const disk = location.protocol === "file:";
    const next = query.size ? `${disk ? `${location.pathname}#` : "?"}${query}` : location.pathname;
    if (new URL(next, location.href).href === location.href) return;
    try {
      history[replaced ? "replaceState" : "pushState"](history.state, "", next);
    } catch {
      location.replace(`#${query}`); // a browser that does not let a file write its own address
    }
  }
}

/* ── the map ───────────────────────────────────────────────────────────────────────────────────────────────── */

class CareerMap {
  constructor(model, pane, picked) {
    this.model = model;
    this.pane = pane;
    this.picked = picked;
    this.zoom = 1;
    this.canvas = element("div", { class: "canvas", "aria-hidden": "true" });
    this.ground = element("div", { class: "ground", "aria-hidden": "true" });
    this.roles = element("ul", { class: "roles", role: "list" });
    this.says = element("div", { class: "says", "aria-hidden": "true" });
    pane.replaceChildren(this.ground, this.canvas, this.roles, this.says);
    pane.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  draw(shape, width) {
    if (this.shape !== shape) this.build(shape);
    this.scale = Math.min(LARGEST, width / this.drawing.width);
    this.pane.style.height = `${Math.ceil(this.drawing.height * this.scale)}px`;
    this.network.setSize("100%", "100%");
    this.network.redraw();
    this.look();
  }

  end() {
    this.turn = null;
    this.network?.destroy();
  }

  build(shape) {
    this.shape = shape;
    this.drawing = this.model[shape];
    this.end();
    this.inked = new Map(); // how each line was drawn last
    this.edges = new vis.DataSet(this.drawing.edges.map((edge) => ({ ...edge })));
    const data = { nodes: new vis.DataSet(this.drawing.nodes), edges: this.edges };
    this.network = new vis.Network(this.canvas, data, this.drawing.options);
    for (const inner of this.canvas.querySelectorAll("[tabindex]")) inner.tabIndex = -1;
    this.network.on("afterDrawing", () => this.place());
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("hoverEdge", () => (this.canvas.style.cursor = "pointer"));
    this.network.on("blurEdge", () => (this.canvas.style.cursor = ""));
    this.layBands();
    this.layRoles();
  }

  clicked(event) {
    if (event.nodes.length) return;
    const edge = event.edges.map((id) => this.edges.get(id)).find((found) => found && !found.hidden);
    if (edge) this.picked({ step: edge.step });
  }

  layBands() {
    const band = (kind) => (one) => {
      const made = element("div", { class: kind }, element("span", { lang: one.lang }, one.name));
      Object.assign(made.style, { left: `${one.x}px`, top: `${one.y}px`, width: `${one.width}px`, height: `${one.height}px` });
      return made;
    };
    this.ground.replaceChildren(...this.drawing.lanes.map(band("lane")), ...this.drawing.stages.map(band("stage")));
  }

  layRoles() {
    const items = this.drawing.places.map((place) => {
      const role = this.model.role.get(place.id);
      const button = element(
        "button",
        { type: "button", class: `box ${role.kind}`, "data-role": role.id, tabindex: "-1" },
        element("span", { class: "label", lang: role.lang }, role.short),
        element("span", { class: "only-heard" }, ` – ${role.said}`),
      );
      if (role.leaves) button.append(element("span", { class: "exit", "aria-hidden": "true" }));
      button.onclick = () => this.picked({ role: role.id });
      Object.assign(button.style, { width: `${place.width}px`, height: `${place.height}px`, left: `${place.x - place.width / 2}px`, top: `${place.y - place.height / 2}px` });
      return element("li", {}, button);
    });
    this.roles.replaceChildren(...items);
    this.button = new Map([...this.roles.querySelectorAll("button")].map((button) => [button.dataset.role, button]));
    this.reach([...this.button.keys()][0]);
  }

  /* Put the real buttons exactly where vis-network drew its boxes. */
  place() {
    const zero = this.network.canvasToDOM({ x: 0, y: 0 });
    const moved = `translate(${zero.x}px, ${zero.y}px) scale(${this.network.getScale()})`;
    for (const layer of [this.ground, this.roles, this.says]) layer.style.transform = moved;
  }

  look(at) {
    const middle = at ?? { x: this.drawing.width / 2, y: this.drawing.height / 2 };
    this.network.moveTo({ position: middle, scale: this.scale * this.zoom, animation: false });
    this.network.setOptions({ interaction: { dragView: this.zoom > 1 } });
    this.pane.classList.toggle("zoomed", this.zoom > 1);
  }

  zoomBy(factor) {
    this.zoom = factor ? Math.min(3, Math.max(1, this.zoom * factor)) : 1;
    const selected = this.selected && this.drawing.places.find((place) => place.id === this.selected);
    this.look(this.zoom > 1 ? (selected ?? this.network.getViewPosition()) : undefined);
    return Math.round(this.zoom * 100);
  }

  /* Paper is narrower than a screen, and nothing is drawn again for it. */
  shrink(printing) {
    const { clientWidth, clientHeight, style } = this.pane;
    style.width = printing ? `${clientWidth}px` : "";
    style.zoom = printing ? Math.min(1, PAPER.width / clientWidth, PAPER.height / clientHeight) : "";
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  }

  /* Make one role the map's Tab stop; focus it when asked to. */
  reach(id, focus = false) {
    if (this.reached !== undefined) this.button.get(this.reached)?.setAttribute("tabindex", "-1");
    this.button.get(id).tabIndex = 0;
    this.reached = id;
    if (!focus) return;
    this.button.get(id).focus({ preventScroll: this.zoom > 1 });
    if (this.zoom > 1) this.look(this.drawing.places.find((place) => place.id === id));
  }

  /* Strong: the steps of the selected role, the selected step, or the route. The rest recede. The boxes answer at
     once; the lines, most of the work, follow when the card has been painted. */
  show({ role, step, route = [] }, without) {
    this.selected = role ?? null;
    const chosen = new Set(step ? [step] : route);
    const any = !!role || chosen.size > 0;
    const strong = this.drawing.edges.filter((edge) => chosen.has(edge.step) || (!!role && (edge.start === role || edge.end === role)));
    const near = new Set([role]);
    for (const edge of strong) near.add(edge.start).add(edge.end);
    for (const [id, button] of this.button) {
      if (id === role) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.classList.toggle("far", any && !near.has(id));
      button.classList.toggle("end", chosen.size > 0 && near.has(id));
    }
    if (role && this.button.has(role)) this.reach(role);
    const turn = (this.turn = {}); // of several that wait, only the last is done
    afterPaint(() => turn === this.turn && this.showLines(new Set(strong), any, without));
  }

  showLines(strong, any, without) {
    const forced = matchMedia("(forced-colors: active)").matches;
    const changed = [];
    for (const edge of this.drawing.edges) {
      const ink = this.ink(edge, strong.has(edge), any, without, forced);
      const known = JSON.stringify(ink);
      if (this.inked.get(edge.id) === known) continue;
      this.inked.set(edge.id, known);
      changed.push({ id: edge.id, ...ink });
    }
    this.edges.update(changed);
    this.write(new Set([...strong].filter((edge) => !without.has(edge.kind)).map((edge) => edge.step)));
  }

  /* Write the kind on the strong lines: each word in the first of its rooms that no other word has taken. */
  write(steps) {
    const taken = [];
    const near = ([x, y]) => taken.some((one) => Math.abs(one.x - x) < 70 && Math.abs(one.y - y) < 16);
    for (const id of steps) {
      const { word } = this.model.step.get(id);
      const spot = this.drawing.spots[id].find((one) => !near(one));
      if (spot) taken.push({ x: spot[0], y: spot[1], word }); // else its line runs beside one that is named
    }
    const written = taken.map(({ x, y, word }) => {
      const made = element("span", {}, word);
      Object.assign(made.style, { left: `${x}px`, top: `${y}px` });
      return made;
    });
    this.says.replaceChildren(...written);
  }

  ink(edge, strong, any, without, forced) {
    const colours = this.model.colours;
    const light = forced ? "GrayText" : any ? colours.far : colours.line;
    const color = strong ? (forced ? "Highlight" : colours.strong) : light;
    const hidden = without.has(edge.kind) || (edge.wildcard && !strong);
    return { hidden, color: { color, highlight: color, hover: color, opacity: 1 }, width: strong ? 2.6 : 1.3 };
  }

  /* Arrow keys walk the map: along a step, back along one, and between neighbours in the stage. */
  walk(key) {
    const next = {
      ArrowRight: () => this.along(this.model.next, 1),
      ArrowLeft: () => this.along(this.model.ways, -1),
      ArrowDown: () => this.neighbour(1),
      ArrowUp: () => this.neighbour(-1),
      Home: () => this.inStage(0)[0],
      End: () => this.inStage(this.model.stages.length - 1)[0],
    }[key];
    if (!next) return undefined;
    const found = next();
    if (found) this.reach(found, true);
    return found ?? null;
  }

  /* The end of a step from here: one that leads on to another stage if there is one, the nearest first. */
  along(steps, direction) {
    const stage = (id) => this.model.stages.findIndex((one) => one.id === this.model.role.get(id).stage);
    const here = stage(this.reached);
    const ahead = (id) => (stage(id) - here) * direction;
    const ends = steps.get(this.reached) ?? [];
    return ends.filter((id) => ahead(id) > 0).sort((a, b) => ahead(a) - ahead(b))[0] ?? ends[0];
  }

  inStage(index) {
    const stage = this.model.stages[index].id;
    const across = this.shape === "wide" ? (a, b) => a.y - b.y || a.x - b.x : (a, b) => a.y - b.y || a.x - b.x;
    return this.drawing.places.filter((place) => this.model.role.get(place.id).stage === stage).sort(across).map((place) => place.id);
  }

  neighbour(by) {
    const stage = this.model.role.get(this.reached).stage;
    const all = this.inStage(this.model.stages.findIndex((one) => one.id === stage));
    return all[(all.indexOf(this.reached) + by + all.length) % all.length];
  }
}

/* ── search: a combobox over names and aliases ─────────────────────────────────────────────────────────────── */

class Search {
  constructor(model, picked) {
    this.model = model;
    this.picked = picked;
    const words = model.words;
    this.input = element("input", {
      type: "text", id: "search", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: words.searchHint,
      "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
    });
    this.found = element("ul", { id: "found", role: "listbox", "aria-label": words.search, hidden: true });
    this.box = element("div", { class: "search", role: "search" }, element("label", { for: "search", class: "only-heard" }, words.search), this.input, this.found);
    this.input.oninput = () => this.list();
    this.input.onfocus = () => this.input.value && this.found.hidden && this.list();
    this.input.onblur = () => setTimeout(() => this.input.matches(":focus") || this.close(), 150);
    this.input.onkeydown = (event) => this.key(event);
  }

  list() {
    const wanted = plain(this.input.value).trim();
    const hits = wanted ? this.hits(wanted) : [];
    const options = hits.map(({ role, by }, index) => {
      const also = by ? element("span", { class: "also" }, ` (${by})`) : "";
      const option = element("li", { role: "option", id: `found-${index}`, "aria-selected": "false", "data-role": role.id }, element("span", { lang: role.lang }, role.name), also);
      option.onmousedown = (event) => event.preventDefault();
      option.onclick = () => this.choose(role.id);
      return option;
    });
    if (wanted && !hits.length) options.push(element("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, fill(this.model.words.noHit, { text: this.input.value })));
    this.found.replaceChildren(...options);
    this.found.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.mark(hits.length ? 0 : -1);
  }

  hits(wanted) {
    const rank = (text) => (plain(text).startsWith(wanted) ? 0 : plain(text).split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : plain(text).includes(wanted) ? 2 : 9);
    return this.model.roles
      .map((role) => {
        const alias = role.aliases.map((text) => ({ text, rank: rank(text) })).sort((a, b) => a.rank - b.rank)[0];
        const own = rank(role.name);
        return { role, rank: Math.min(own, alias?.rank ?? 9), by: alias && alias.rank < own ? alias.text : "" };
      })
      .filter((hit) => hit.rank < 9)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, 8);
  }

  mark(index) {
    const options = [...this.found.querySelectorAll("[data-role]")];
    this.marked = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.marked)));
    if (this.marked >= 0) this.input.setAttribute("aria-activedescendant", `found-${this.marked}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.found.hidden) this.list();
      else this.mark(this.marked + (event.key === "ArrowDown" ? 1 : -1));
      event.preventDefault();
    } else if (event.key === "Enter" && this.marked >= 0 && !this.found.hidden) this.choose(this.found.children[this.marked].dataset.role);
    else if (event.key === "Escape" && !this.found.hidden) {
      this.close();
      event.stopPropagation();
    }
  }

  choose(role) {
    this.input.value = "";
    this.close();
    this.picked({ role }, "card");
  }

  close() {
    this.found.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/* ── words of the glossary, explained where they stand ─────────────────────────────────────────────────────── */

class Glossary {
  constructor(model) {
    this.name = model.words.explained; // longer than the word, which may also be a filter's
    this.store = element("template");
    this.store.innerHTML = model.glossary ?? ""; // written by Jinja2, escaped there
    this.terms = new Map([...this.store.content.querySelectorAll("dt")].map((term) => [term.id.split("_word.")[1], term]));
  }

  /* Without script these are links to the glossary; here each is a button that opens its explanation. */
  dress(root) {
    for (const link of root.querySelectorAll("a[href*='_word.']")) {
      const id = link.getAttribute("href").split("_word.")[1];
      const name = fill(this.name, { word: link.textContent });
      const button = element("button", { type: "button", class: "word", "data-word": id, "aria-expanded": "false", "aria-label": name }, ...link.childNodes);
      link.replaceWith(button);
      this.hold(button);
    }
  }

  /* A line may break beside a button: keep the comma that follows it from beginning the next line. */
  hold(button) {
    const next = button.nextSibling;
    const mark = next?.nodeType === Node.TEXT_NODE ? next.data.match(/^\S*/)[0] : "";
    if (!mark) return;
    next.data = next.data.slice(mark.length);
    const held = element("span", { class: "held" });
    button.replaceWith(held);
    held.append(button, mark);
  }

  /* Open the explanation below the line in which its word stands, or close it; return what it says. */
  toggle(button) {
    const same = this.button === button;
    this.close();
    const term = this.terms.get(button.dataset.word);
    if (same || !term) return "";
    const copies = (one) => [...one.cloneNode(true).childNodes];
    this.tip = element("span", { class: "tip" }, element("b", {}, ...copies(term), ":"), " ", ...copies(term.nextElementSibling));
    button.closest("li, p, .line").append(this.tip);
    button.setAttribute("aria-expanded", "true");
    this.button = button;
    return this.tip.textContent;
  }

  /* Close what is open; return whether something was. */
  close() {
    const open = this.tip?.checkVisibility() ?? false;
    this.tip?.remove();
    this.button?.setAttribute("aria-expanded", "false");
    this.tip = this.button = undefined;
    return open;
  }
}

/* ── cards and list: the same articles ─────────────────────────────────────────────────────────────────────── */

class Articles {
  constructor(model, links) {
    this.model = model;
    this.links = links;
    this.glossary = new Glossary(model);
  }

  /* All articles; made when the first is asked for, or when the map has been painted: it can be pressed the sooner. */
  get store() {
    if (this.made) return this.made;
    this.made = element("template");
    this.made.innerHTML = this.model.list; // written by Jinja2, escaped there
    this.glossary.dress(this.made.content);
    const known = (name) => new Map([...this.made.content.querySelectorAll(`article[data-${name}]`)].map((article) => [article.dataset[name], article]));
    this.role = known("role");
    this.step = known("step");
    return this.made;
  }

  /* The article of a role or a step, if there is one. */
  of({ role, step }) {
    return this.store && (step ? this.step.get(step) : this.role.get(role));
  }

  /* One article as a card: headings one level up, no ids (the list has them), its links added. */
  card(choice) {
    const article = this.of(choice).cloneNode(true);
    for (const heading of article.querySelectorAll("h3, h4")) this.lift(heading);
    for (const named of [article, ...article.querySelectorAll("[id]")]) named.removeAttribute("id");
    this.addActions(article);
    return article;
  }

  lift(heading) {
    const higher = element(heading.tagName === "H3" ? "h2" : "h3");
    for (const { name, value } of heading.attributes) higher.setAttribute(name, value);
    higher.append(...heading.childNodes);
    heading.replaceWith(higher);
  }

  addActions(article) {
    const place = article.querySelector(".actions");
    const words = this.model.words;
    const { role, step } = article.dataset;
    const values = step ? { role: step.split(".")[0], other: step.split(".")[1] } : { role, other: "" };
    for (const [name, address] of Object.entries(this.links ?? {}))
      place.append(element("a", { href: fill(address, values), "data-page": address.split("?")[0] }, words[name]));
    place.append(element("button", { type: "button", class: "link", "data-copy": step ? `?step=${step}` : `?role=${role}` }, words.copyLink));
  }

  list() {
    const whole = element("div", { class: "list" });
    whole.append(this.store.content.cloneNode(true));
    for (const article of whole.querySelectorAll("article")) this.addActions(article);
    return whole;
  }
}

/* ── the explorer: holds the parts together ────────────────────────────────────────────────────────────────── */

class Explorer {
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.address = new Address(options.embedded);
    this.back = () => this.follow();
    this.recolour = () => this.map && this.show();
    this.paper = ({ type }) => this.map?.shrink(type === "beforeprint");
  }

  async start() {
    this.root = element("div", { class: "explorer", "aria-busy": "true" });
    this.host.append(this.root);
    const styled = this.options.styles ? this.addStyles() : null;
    addEventListener("popstate", this.back);
    for (const moment of ["beforeprint", "afterprint"]) addEventListener(moment, this.paper);
    matchMedia("(forced-colors: active)").addEventListener("change", this.recolour);
    await Promise.all([this.load(), this.options.vis && !globalThis.vis ? import(this.options.vis) : null, styled]);
    if (this.stopped) return;
    this.furnish();
  }

  async addStyles() {
    const rules = await fetchOnce(this.options.styles, (answer) => answer.text());
    this.host.adoptedStyleSheets = [new CSSStyleSheet()];
    this.host.adoptedStyleSheets[0].replaceSync(rules);
  }

  /* Go to another place in the page as it is; what has focus keeps it. */
  moveTo(host) {
    const held = this.host.activeElement;
    host.adoptedStyleSheets = this.host.adoptedStyleSheets;
    host.append(this.root);
    this.host = host;
    held?.focus({ preventScroll: true });
  }

  stop() {
    this.stopped = true;
    removeEventListener("popstate", this.back);
    for (const moment of ["beforeprint", "afterprint"]) removeEventListener(moment, this.paper);
    matchMedia("(forced-colors: active)").removeEventListener("change", this.recolour);
    this.sizes?.disconnect();
    this.map?.end();
    this.root.remove();
  }

  async update(options) {
    const told = ({ model, route }) => JSON.stringify([model, route]);
    const same = told(options) === told(this.options);
    this.options = options;
    if (!this.model) return;
    if (same) return this.relink();
    await this.load();
    if (!this.stopped) this.furnish();
  }

  /* The cards on screen were written with other links, or before there were any. */
  relink() {
    if (JSON.stringify(this.articles.links) === JSON.stringify(this.options.links)) return;
    this.articles.links = this.options.links;
    this.cardKey = undefined;
    this.listPane.replaceChildren();
    this.show();
  }

  async load() {
    const { model: asked } = this.options;
    const model = typeof asked === "string" ? await fetchOnce(asked, (answer) => answer.json()) : asked;
    model.role = new Map(model.roles.map((role) => [role.id, role]));
    model.step = new Map(model.steps.map((step) => [step.id, step]));
    model.next = new Map();
    model.ways = new Map();
    const add = (index, from, to) => index.set(from, [...(index.get(from) ?? []), to]);
    for (const step of model.steps.filter((one) => !one.wildcard)) {
      add(model.next, step.start, step.end);
      add(model.ways, step.end, step.start);
    }
    this.model = model;
  }

  /* Build the whole view once a model and language. */
  furnish() {
    const words = this.model.words;
    const articles = (this.articles = new Articles(this.model, this.options.links));
    afterPaint(() => articles.store);
    this.search = new Search(this.model, (choice, focus) => this.pick(choice, focus));
    this.notice = element("p", { class: "notice", hidden: true });
    this.status = element("div", { class: "only-heard", role: "status" });
    this.pane = element("div", { class: "map", role: "group", "aria-label": fill(words.mapName, { roles: this.model.roles.length, steps: this.model.steps.length }), "aria-describedby": "how-to-move" });
    this.cardPane = element("section", { class: "card-pane", "aria-label": words.card });
    this.listPane = element("div", { class: "list-pane", hidden: true });
    this.mapPane = element("div", { class: "map-pane" }, this.pane, this.legend(), element("p", { class: "help", id: "how-to-move" }, words.help));
    const signs = element("div");
    signs.innerHTML = this.model.signs;
    this.root.lang = this.model.language;
    this.root.classList.toggle("route-only", !!this.options.route);
    this.root.replaceChildren(signs, element("h1", { class: "only-heard" }, words.title), this.tools(), this.notice, element("div", { class: "both" }, this.mapPane, this.cardPane), this.listPane, this.status);
    this.listen();
    this.map?.end();
    this.room = this.cardKey = undefined;
    this.map = new CareerMap(this.model, this.pane, (choice) => this.pick(choice));
    this.follow();
    this.sizes?.disconnect();
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this.root);
    this.root.removeAttribute("aria-busy");
  }

  tools() {
    const words = this.model.words;
    const filters = element("fieldset", {}, element("legend", { class: "only-heard" }, words.filters));
    for (const group of this.model.filters)
      filters.append(element("button", { type: "button", class: "pill", "aria-pressed": "true", "data-filter": group.kinds.join(".") }, group.word));
    const level = element("select", { id: "level" }, element("option", { value: "" }, words.allLevels));
    for (const one of this.model.levels) level.append(element("option", { value: one.id }, one.word));
    this.levelChoice = level;
    const chosen = element("span", { class: "level" }, element("label", { for: "level" }, words.level), level);
    this.filters = element("details", { class: "filters", open: true }, element("summary", {}, words.filter), filters, chosen);
    this.viewButton = element("button", { type: "button", class: "link", "data-view": "list" }, words.asList);
    return element("div", { class: "tools" }, this.search.box, this.filters, this.zoomTools(), this.viewButton);
  }

  zoomTools() {
    const words = this.model.words;
    const button = (name, sign, zoom) => element("button", { type: "button", "aria-label": name, "data-zoom": zoom }, sign);
    return element("div", { class: "zoom", role: "group", "aria-label": words.zoom }, button(words.zoomIn, "+", "1.25"), button(words.zoomOut, "−", "0.8"), button(words.zoomWhole, words.whole, "0"));
  }

  legend() {
    const legend = element("div", { class: "legend" });
    legend.innerHTML = this.model.legend; // written by Jinja2, escaped there
    return legend;
  }

  listen() {
    this.root.onclick = (event) => this.clicked(event);
    this.root.onkeydown = (event) => this.key(event);
    this.pane.onkeydown = (event) => this.mapKey(event);
    this.levelChoice.onchange = () => this.choose({ level: this.levelChoice.value });
  }

  clicked(event) {
    const on = (selector) => event.composedPath()[0].closest?.(selector);
    const plainClick = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    const link = on("a[data-role], a[data-step], a[data-jump], a[data-page]");
    if (link && plainClick) {
      if (link.dataset.page && !this.options.go) return;
      event.preventDefault();
      if (link.dataset.page) this.goTo(link);
      else if (link.dataset.jump) this.jump(link);
      else this.pick(link.dataset.step ? { step: link.dataset.step } : { role: link.dataset.role }, "card");
      return;
    }
    const button = on("button");
    if (!button) return;
    if (button.dataset.filter) this.toggle(button.dataset.filter.split("."));
    else if (button.dataset.zoom) this.say(fill(this.model.words.zoomed, { percent: this.map.zoomBy(Number(button.dataset.zoom)) }));
    else if (button.dataset.view) this.choose({ view: button.dataset.view });
    else if (button.dataset.copy) this.copy(button);
    else if (button.dataset.word) this.say(this.articles.glossary.toggle(button));
    else if (button.dataset.clear) this.clear();
  }

  /* Change page; language and frame follow along, and to the plan the level. */
  goTo(link) {
    const query = new URLSearchParams(link.search);
    const here = new URLSearchParams(location.search);
    const along = ["lang", "embed", ...(link.dataset.page === "planera" ? ["level"] : [])];
    for (const name of along) if (!query.has(name) && here.has(name)) query.set(name, here.get(name));
    this.options.go({ page: link.dataset.page, query: `?${query}` });
  }

  jump(link) {
    const heading = link.closest("article").querySelector(".next h3, .next h4");
    heading.scrollIntoView({ block: "nearest" });
    heading.focus();
  }

  /* Escape ends the nearest thing: an open explanation, else the choice. */
  key(event) {
    if (event.key !== "Escape") return;
    const closed = this.articles.glossary.close();
    if (!closed && !this.choice.role && !this.choice.step) return;
    event.preventDefault();
    if (!closed) this.clear();
  }

  mapKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || !event.target.closest?.("button.box")) return;
    const found = this.map.walk(event.key);
    if (found === undefined) return;
    event.preventDefault();
    if (found === null) this.say(this.model.words.noWay);
  }

  toggle(kinds) {
    const without = new Set(this.choice.without);
    const off = kinds.every((kind) => without.has(kind));
    for (const kind of kinds) off ? without.delete(kind) : without.add(kind);
    this.choose({ without });
    const shown = this.model.steps.filter((step) => !without.has(step.kind)).length;
    this.say(fill(this.model.words.stepsShown, { n: shown }));
  }

  /* Select a role or a step: the answer is drawn here and now; address and Python hear of it afterwards. */
  pick(choice, focus = "") {
    if (this.options.route) return this.leave(choice);
    const above = this.cardPane.getBoundingClientRect().top < 0;
    this.choose({ role: null, step: null, ...choice });
    this.say(this.announcement());
    if (focus === "card") this.enterCard();
    else this.reveal(above);
  }

  leave(choice) {
    const query = new URLSearchParams(choice.step ? { step: choice.step } : { role: choice.role });
    query.set("lang", this.model.language);
    this.options.go?.({ page: "", query: `?${query}` });
  }

  clear() {
    const role = this.choice.role ?? this.choice.step?.split(".")[0];
    this.choose({ role: null, step: null });
    this.say(this.model.words.cleared);
    if (this.choice.view === "map" && this.map.button.has(role)) this.map.reach(role, true);
  }

  choose(part) {
    this.choice = { ...this.choice, ...part };
    this.notice.hidden = true;
    this.show();
    this.address.write(this.choice);
    this.tell();
  }

  /* The address changed (load, Back, Forward): show what it asks for; say so kindly when it cannot be shown. */
  follow() {
    const asked = this.options.route ? { ...NOTHING, route: this.options.route } : this.address.read();
    const known = (!asked.role || this.model.role.has(asked.role)) && (!asked.step || this.model.step.has(asked.step));
    const unknown = known ? "" : asked.step && !this.model.step.has(asked.step) ? asked.step : asked.role;
    this.choice = { ...asked, ...(known ? {} : { role: null, step: null }) };
    if (this.choice.step) this.choice.role = null;
    this.show();
    this.notice.hidden = !unknown;
    this.notice.textContent = unknown ? fill(this.model.words.unknown, { id: unknown.slice(0, 60) }) : "";
    if (unknown) this.say(this.notice.textContent);
    if (asked.view === "list" && (this.choice.role || this.choice.step)) this.reveal();
  }

  tell() {
    clearTimeout(this.telling);
    const { role, step, view } = this.choice;
    this.telling = setTimeout(() => this.options.picked?.({ role, step, view }), this.options.patience ?? TOLD_AFTER);
  }

  say(sentence) {
    this.status.textContent = sentence;
  }

  announcement() {
    const words = this.model.words;
    if (this.choice.step) {
      const step = this.model.step.get(this.choice.step);
      return fill(words.stepPicked, { start: this.model.role.get(step.start).name, end: this.model.role.get(step.end).name });
    }
    const role = this.model.role.get(this.choice.role);
    return fill(words.rolePicked, { role: role.name, n: role.steps });
  }

  /* ── showing ── */

  show() {
    const { view, without, level } = this.choice;
    this.root.dataset.level = level;
    this.root.dataset.without = [...without].join(" ");
    this.levelChoice.value = this.model.levels.some((one) => one.id === level) ? level : "";
    for (const pill of this.root.querySelectorAll(".pill"))
      pill.setAttribute("aria-pressed", String(!pill.dataset.filter.split(".").every((kind) => without.has(kind))));
    this.viewButton.textContent = view === "list" ? this.model.words.asMap : this.model.words.asList;
    this.viewButton.dataset.view = view === "list" ? "map" : "list";
    this.showView(view); // measures: before the card is changed, when that costs nothing
    this.showCard();
    this.map.edges && this.map.show(this.choice, without);
    this.hideFiltered();
  }

  showCard() {
    const chosen = (this.choice.role || this.choice.step) && this.articles.of(this.choice);
    const key = chosen ? (this.choice.step ?? this.choice.role) : "";
    const room = innerHeight * this.cardPane.clientWidth * LETTERS;
    this.root.classList.toggle("chosen", !!chosen);
    if (this.cardKey === key && this.cardPane.firstChild && this.cardPane.dataset.language === this.model.language) return;
    this.cardKey = key;
    this.cardPane.dataset.language = this.model.language;
    if (chosen) this.cardPane.replaceChildren(element("button", { type: "button", class: "link clear", "data-clear": "yes" }, this.model.words.clear), this.topFirst(this.articles.card(this.choice), room));
    else this.cardPane.innerHTML = this.model.welcome; // written by Jinja2, escaped there
  }

  /* What is well below the window's edge is laid out when the top has been painted: half the time of a press. */
  topFirst(article, room) {
    const letters = (part) => part.textContent.length;
    const later = [];
    let above = 0;
    for (const part of article.children) {
      if (above > room && part.matches("section")) later.push(part);
      above += letters(part);
      for (const folded of part.querySelectorAll(".paraphrase")) above -= letters(folded);
    }
    for (const part of later) part.classList.add("later");
    afterPaint(() => later.forEach((part) => part.classList.remove("later")));
    return article;
  }

  showView(view) {
    const list = view === "list";
    if (list && !this.listPane.firstChild) this.listPane.append(this.articles.list());
    this.listPane.hidden = !list;
    this.root.querySelector(".both").hidden = list;
    this.root.dataset.view = view;
    if (!list) this.fit();
    for (const article of this.listPane.querySelectorAll("article"))
      article.classList.toggle("current", article.dataset.step ? article.dataset.step === this.choice.step : article.dataset.role === this.choice.role);
  }

  hideFiltered() {
    const { without, level } = this.choice;
    for (const row of this.root.querySelectorAll("li[data-kind], div.kind, article.step")) row.hidden = without.has(row.dataset.kind);
    for (const section of this.root.querySelectorAll("section.next, section.ways")) section.hidden = !section.querySelector("li:not([hidden])");
    const known = this.model.levels.some((one) => one.id === level);
    for (const part of this.root.querySelectorAll(".levels [data-level]")) part.hidden = known && part.dataset.level !== level;
  }

  fit() {
    const width = this.root.clientWidth;
    if (!width || this.choice.view === "list") return;
    const shape = width < this.model.wide.width * 0.98 ? "tall" : "wide";
    const fits = shape === "wide" ? width >= this.model.wide.width + CARD : width >= TALL_BESIDE;
    const beside = fits && !this.options.route;
    if (this.root.dataset.shape !== shape) this.filters.open = shape === "wide" || beside;
    this.root.dataset.shape = shape;
    this.root.dataset.beside = String(beside);
    const room = this.pane.clientWidth;
    const before = this.map.shape;
    if (this.room === room && before === shape) return;
    this.room = room;
    this.map.draw(shape, room);
    if (before !== shape) this.map.show(this.choice, this.choice.without);
  }

  /* After a link was followed: the new card's name takes focus, in the card or in the list. */
  enterCard() {
    const heading = this.heading();
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
  }

  heading() {
    const inList = this.choice.view === "list";
    return (inList ? this.listPane.querySelector("article.current") : this.cardPane)?.querySelector(".name");
  }

  reveal(above = false) {
    if (this.choice.view === "list") this.heading()?.scrollIntoView({ block: "start" });
    else if (this.root.dataset.beside === "false") this.cardPane.scrollIntoView({ block: "start" });
    else if (above) this.cardPane.scrollIntoView({ block: "start" });
  }

  async copy(button) {
    const link = new URL(button.dataset.copy, location.href);
    link.searchParams.set("lang", this.model.language);
    try {
      await navigator.clipboard.writeText(link.href);
      this.say(this.model.words.copied);
      button.textContent = this.model.words.copied;
    } catch {
      button.replaceWith(element("input", { type: "text", readonly: true, class: "address", value: link.href, "aria-label": this.model.words.copyByHand }));
    }
  }
}
