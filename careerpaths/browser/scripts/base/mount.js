/* The life of a form in its host. */
import { element } from "./dom.js";
import { prepared } from "./server.js";
import { learn } from "./words.js";
/** @import { FormPage, Options, Prepared } from "./form_page.js"
 * @import { Memory } from "./memory.js" */

/**
 * Draw a form in a host; `ready` and what `update` returns fail when something does not come.
 *
 * @template {FormPage} Page
 * @param {ShadowRoot} host
 * @param {Options} options
 * @param {object} kind
 * @param {string} kind.classes of the form's element
 * @param {Memory} kind.memory
 * @param {(root: HTMLElement, options: Options, form: any) => Page} kind.make begins with what is remembered
 * @param {(page: Page, form: any) => void} kind.use takes a form in another language, or of another model
 * @param {(page: Page) => void} kind.draw draws all
 * @param {(page: Page) => void} [kind.drawn] called when all is drawn
 */
export function mountForm(host, options, kind) {
  const root = element("div", { class: kind.classes, "aria-busy": "true" });
  /** @type {Page | undefined} */
  let page;
  let shown = "";
  let stopped = false;

  /** @param {Prepared} form */
  const begin = (form) => {
    page = kind.make(root, options, form);
    kind.draw(page);
  };

  const start = async () => {
    host.append(root);
    const address = options.form;
    const [form] = await Promise.all([prepared(address), addStyles(host, options.styles)]);
    if (stopped) return;
    shown = address;
    learn(form.said);
    try {
      begin(form);
    } catch {
      kind.memory.setAside(); // nothing that is remembered may keep the form from coming
      begin(form);
    }
    if (page) kind.drawn?.(page);
  };

  /** @param {Options} next */
  const update = async (next) => {
    const form = next.form === shown ? null : await prepared(next.form);
    options = next;
    if (page) page.options = next;
    if (!form || !page || stopped) return;
    shown = next.form;
    learn(form.said);
    kind.use(page, form);
    kind.draw(page);
    kind.drawn?.(page);
  };

  const unmount = () => {
    stopped = true;
    if (page) page.stopped = true;
    root.remove();
  };
  return { ready: start(), update, unmount };
}

/** Rules of ours for what stands in a host; without them it is plain, and works.
 * @param {ShadowRoot} host
 * @param {string} href */
function addStyles(host, href) {
  return new Promise((done) => {
    host.prepend(element("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  });
}
