/* A page's text, written by Jinja2 and escaped there. Links between pages go through Streamlit, without a new load. */
/* Where the browser does not let us copy (no TLS, or a frame without leave) the text stands marked, for Ctrl+C. */
const copy = async (field, told, done) => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = done;
  } catch {
    field.focus();
  }
};
/* A word of the glossary: its explanation opens below the line it stands in, and is heard. One is open at a time. */
const opened = (root) => root.querySelector("button.word[aria-expanded=true]");
const close = (root) => {
  const button = opened(root);
  button?.setAttribute("aria-expanded", "false");
  if (button) button.explanation.hidden = true;
  return button;
};
const explain = (root, button) => {
  button.explanation ??= button.nextElementSibling;
  if (close(root) === button) return;
  const line = button.closest(".roles-compared > span, p, .line, li, h2, h3");
  line.matches("h2, h3") ? line.after(button.explanation) : line.append(button.explanation);
  button.explanation.hidden = false;
  button.setAttribute("aria-expanded", "true");
  root.heard.textContent = button.explanation.textContent;
};
/* A page that is to be framed elsewhere, shown in a frame of this page; pressed again it is put away. */
const preview = (root, { shows, title, height }) => {
  const place = root.querySelector(".shown");
  const frame = Object.assign(document.createElement("iframe"), { src: new URL(shows).href.replace(new URL(shows).origin, location.origin), title });
  frame.style.cssText = `width: 100%; border: 1px solid #767676; height: ${height}px`;
  place.replaceChildren(...(place.firstChild?.src === frame.src ? [] : [frame]));
  place.scrollIntoView({ block: "nearest" });
};
/* An address from when the page was one: its anchor is the name of the link to the part, or of a heading. */
const settle = (root) => {
  const target = location.hash && root.querySelector(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
  if (target?.matches("a[data-page]:not([aria-current])")) target.click();
  else target?.scrollIntoView?.();
};
const listening = () => {
  const heard = document.createElement("span");
  heard.className = "heard";
  heard.setAttribute("role", "status");
  return heard;
};
export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component; // as `components.py` gives it
  const root = parentElement.querySelector(".doc");
  if (root.shown !== data.html) {
    const first = !root.shown;
    const held = root.contains(document.activeElement) && document.activeElement.id;
    const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
    root.innerHTML = data.html;
    for (const details of root.querySelectorAll("details")) if (details.id && open.has(details.id)) details.open = true;
    root.shown = data.html;
    root.append((root.heard = listening()));
    if (held) root.querySelector(`[id="${CSS.escape(held)}"]`)?.focus();
    if (first) setTimeout(settle, 0, root); // when its links can be followed
  }
  root.lang = data.language;
  root.onkeydown = (event) => {
    if (event.key === "Escape") close(root);
  };
  root.onclick = (event) => {
    const copying = event.target.closest("button[data-copies]");
    if (copying) return void copy(root.querySelector(`#${copying.dataset.copies}`), copying.nextElementSibling, copying.dataset.done);
    const shows = event.target.closest("button[data-shows]");
    if (shows) return preview(root, shows.dataset);
    const word = event.target.closest("button.word");
    if (word) return explain(root, word);
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setTriggerValue("go", { page: link.dataset.page, query: link.search });
    globalThis.karriarkartan?.departs?.(link.href);
  };
}
