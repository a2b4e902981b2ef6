/* The page's own head: skip link, name, pages, language; in a frame only what leads on. In a narrow window pages and
   languages stand behind a button. Real links, so they can be opened in a new tab; a plain click asks Streamlit to change
   page without loading everything again. */
let where; // on paper: the address of what is printed
addEventListener("beforeprint", () => where && (where.textContent = location.href));
export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component; // as `components.py` gives it
  const root = parentElement.querySelector("header");
  document.documentElement.lang = data.language;
  if (data.travel && !globalThis.karriarkartan?.departs) import(new URL(data.travel, document.baseURI).href).catch(() => {}); // links work without
  const made = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  /* A link whose address is as new as the visitor's choices; a plain click on it asks Streamlit instead. */
  const link = (attributes, text, address, follow) => {
    const one = made("a", { ...attributes, href: address() }, text);
    one.onpointerenter = one.onfocus = () => (one.href = address());
    one.onclick = (event) => {
      one.href = address();
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      follow(one);
    };
    return one;
  };
  const toPage = (page) => ({ search, href }) => {
    expand(false);
    setTriggerValue("go", { page, query: search });
    globalThis.karriarkartan?.departs?.(href);
  };
  const carried = (href) => {
    const query = new URLSearchParams(location.search);
    const kept = new URLSearchParams(data.kept);
    const role = query.get("role") ?? query.get("step")?.split(".")[0] ?? query.get("from") ?? query.get("a");
    if (role && data.roleName[href]) kept.set(data.roleName[href], role);
    return new URL(`${href}${kept.size ? `?${kept}` : ""}`, document.baseURI).href;
  };
  const page = (one) =>
    made("li", {}, link({ "aria-current": one.current ? "page" : null }, one.title, () => carried(one.href), toPage(one.id)));
  const skip = made("button", { type: "button", class: "skip" }, data.words.skip);
  skip.onclick = () => {
    const find = (node) => node.querySelector("h1") ?? [...node.querySelectorAll("*")].map((one) => one.shadowRoot && find(one.shadowRoot)).find(Boolean);
    const heading = find(document.querySelector(".early, [data-testid=stMain]"));
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView();
  };
  const spoken = (id) => {
    const address = new URL(location.href);
    address.searchParams.set("lang", id);
    return address.href;
  };
  const language = ({ id, name }) =>
    link({ lang: id, hreflang: id, class: "language" }, name, () => spoken(id), ({ href }) => {
      component.spoke?.(id);
      const speaks = globalThis.karriarkartan?.speaks;
      speaks ? speaks(href) : location.assign(href);
    });
  const languages = data.others.map(language);
  const own = () => {
    const address = new URL(location.href);
    address.searchParams.delete("embed");
    return address.href;
  };
  const apart = made("a", { href: own(), target: "_blank", class: "apart" }, data.words.apart);
  apart.onpointerenter = apart.onfocus = () => (apart.href = own());
  const menu = made("button", { type: "button", class: "menu", "aria-controls": "pages" }, data.words.menu);
  const expand = (open) => menu.setAttribute("aria-expanded", String(open));
  menu.onclick = () => expand(menu.ariaExpanded !== "true");
  expand(root.querySelector(".menu")?.ariaExpanded === "true");
  root.onkeydown = (event) => {
    if (event.key !== "Escape" || menu.ariaExpanded !== "true") return;
    event.stopPropagation();
    expand(false);
    menu.focus();
  };
  const held = parentElement.activeElement;
  const focused = held?.textContent;
  const changing = [...root.querySelectorAll(".language")].indexOf(held); // its text changes with the language
  root.lang = data.language;
  root.classList.toggle("framed", data.framed);
  root.replaceChildren(
    skip,
    ...(data.framed ? [] : [link({ class: "brand" }, data.words.name, () => carried("./"), toPage(data.pages[0].id))]),
    (where = made("p", { class: "where" })),
    menu,
    made("div", { id: "pages" },
      made("nav", { "aria-label": data.words.pages }, made("ul", {}, ...data.pages.map(page))),
      made("div", { class: "languages", role: "group", "aria-label": data.words.language }, ...languages),
      ...(data.framed ? [apart] : []),
    ),
  );
  if (changing >= 0) languages.at(Math.min(changing, languages.length - 1)).focus();
  globalThis.karriarkartan ??= {};
  karriarkartan.focusInHead = (text) => {
    const found = [...root.querySelectorAll("a, button")].find((one) => one.textContent === text);
    (!found || found.checkVisibility() ? found : menu)?.focus();
  };
  if (changing < 0 && focused) karriarkartan.focusInHead(focused);
}
