/* The page's own head: skip link, name, pages, language; in a frame only what leads on. In a narrow window pages and
   languages stand behind a button. Real links, so they can be opened in a new tab; a plain click asks Streamlit
   to change page without loading everything again. */
import { element, isPlainClick } from "../../../browser/scripts/base/dom.js";
import { menuOf } from "../../../browser/scripts/base/menu.js";
import { at } from "./shared/component.js";

/** @import { Component } from "./shared/component.js" */

/** @typedef {{ language: string, framed: boolean, words: Record<"name" | "skip" | "pages" | "language" | "menu" | "apart", string>,
 *   pages: { id: string, href: string, title: string, current: boolean }[], others: { id: string, name: string }[],
 *   roleName: Record<string, string>, kept: Record<string, string>, travel?: string }} Head as `html/site_map.py` gives
 *   it; `roleName`: what a page calls the role it is asked about, `kept`: what every address has, `travel`: another
 *   address of travel.js */

/** @type {HTMLElement | undefined} */
let where; // on paper: the address of what is printed
addEventListener("beforeprint", () => {
  if (where) where.textContent = location.href;
});

/** @param {Component<Head> & { spoke?: (id: string) => void }} component `spoke` hears which language was followed */
export default function ({ data: [data], parentElement, setTriggerValue, spoke }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector("header"));
  document.documentElement.lang = data.language;
  if (data.travel && !globalThis.karriarkartan?.departs) import(at(data.travel)).catch(() => {}); // links work without
  /** @param {string} id of a page */
  const toPage =
    (id) =>
    (/** @type {HTMLAnchorElement} */ { search, href }) => {
      menu.expand(false);
      setTriggerValue("go", { page: id, query: search });
      globalThis.karriarkartan?.departs?.(href);
    };
  /** @param {Head["pages"][0]} one */
  const page = ({ id, href, title, current }) =>
    element(
      "li",
      {},
      link({ "aria-current": current && "page" }, title, () => carried(data, href), toPage(id)),
    );
  /** @param {Head["others"][0]} one */
  const language = ({ id, name }) =>
    link(
      { lang: id, hreflang: id, class: "language" },
      name,
      () => spokenIn(id),
      ({ href }) => {
        spoke?.(id);
        const speaks = globalThis.karriarkartan?.speaks;
        speaks ? speaks(href) : location.assign(href);
      },
    );
  const languages = data.others.map(language);
  const menu = menuOf(root, "pages", data.words.menu);
  const held = parentElement.activeElement;
  const focused = held?.textContent;
  const changing = /** @type {(Element | null)[]} */ ([...root.querySelectorAll(".language")]).indexOf(held); // its text changes
  where = element("p", { class: "where" });
  const brand = link({ class: "brand" }, data.words.name, () => carried(data, "./"), toPage(data.pages[0].id));
  const apart = link({ class: "apart", target: "_blank" }, data.words.apart, unframed);
  root.lang = data.language;
  root.classList.toggle("framed", data.framed);
  root.replaceChildren(
    element("button", { type: "button", class: "skip", onclick: skip }, data.words.skip),
    data.framed ? "" : brand,
    where,
    menu.button,
    element(
      "div",
      { id: "pages" },
      element("nav", { "aria-label": data.words.pages }, element("ul", {}, ...data.pages.map(page))),
      element("div", { class: "languages", role: "group", "aria-label": data.words.language }, ...languages),
      data.framed ? apart : "",
    ),
  );
  if (changing >= 0) languages.at(Math.min(changing, languages.length - 1))?.focus();
  /** @param {string} text */
  const focusInHead = (text) => {
    const all = [...root.querySelectorAll("a"), ...root.querySelectorAll("button")];
    const found = all.find((one) => one.textContent === text);
    (found?.checkVisibility() === false ? menu.button : found)?.focus();
  };
  globalThis.karriarkartan ??= {};
  globalThis.karriarkartan.focusInHead = focusInHead;
  if (changing < 0 && focused) focusInHead(focused);
}

/** A link whose address is as new as the visitor's choices; a plain click on it asks Streamlit instead.
 * @param {Record<string, unknown>} attributes
 * @param {string} text
 * @param {() => string} address
 * @param {(link: HTMLAnchorElement) => void} [follow] absent: it is followed as any other */
function link(attributes, text, address, follow) {
  const one = element("a", { ...attributes, href: address() }, text);
  const renew = () => {
    one.href = address();
  };
  one.onpointerenter = renew;
  one.onfocus = renew;
  one.onclick = (event) => {
    renew();
    if (!follow || !isPlainClick(event)) return;
    event.preventDefault();
    follow(one);
  };
  return one;
}

/** A page's address with the role that this one is about.
 * @param {Head} data
 * @param {string} href */
function carried({ kept, roleName }, href) {
  const query = new URLSearchParams(location.search);
  const next = new URLSearchParams(kept);
  const role = query.get("role") ?? query.get("step")?.split(".")[0] ?? query.get("from") ?? query.get("a");
  if (role && roleName[href]) next.set(roleName[href], role);
  return at(`${href}${next.size ? `?${next}` : ""}`);
}

/* The address of what is shown, outside the frame. */
function unframed() {
  const address = new URL(location.href);
  address.searchParams.delete("embed");
  return address.href;
}

/** @param {string} id of a language */
function spokenIn(id) {
  const address = new URL(location.href);
  address.searchParams.set("lang", id);
  return address.href;
}

/* To the heading of the page, wherever it stands. */
function skip() {
  /** @param {ParentNode} node
   * @returns {HTMLElement | null | undefined} */
  const find = (node) =>
    node.querySelector("h1") ??
    [...node.querySelectorAll("*")].map((one) => one.shadowRoot && find(one.shadowRoot)).find(Boolean);
  const heading = find(document.querySelector(".early, [data-testid=stMain]") ?? document);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView();
}
