/* Elements of the page. Text that a visitor typed goes in as a child, never as HTML. */

/**
 * Make an element. An attribute that begins with `on` is a listener, one that is null, undefined or false is left out,
 * and true stands without a value.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) Object.assign(made, { [name]: value });
    else if (value !== undefined && value !== null && value !== false)
      made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** Make an element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {Element[]} children */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** @param {() => void} work what can wait until the browser has painted what was changed */
export function afterPaint(work) {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/** Whether a click asks for the link itself here and now: no key held that opens a tab, and the main button.
 * @param {MouseEvent} event */
export function isPlainClick(event) {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
}
