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
  const line = button.closest("p, .line, li, h2, h3");
  line.matches("h2, h3") ? line.after(button.explanation) : line.append(button.explanation);
  button.explanation.hidden = false;
  button.setAttribute("aria-expanded", "true");
  root.heard.textContent = button.explanation.textContent;
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
    const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
    root.innerHTML = data.html;
    for (const details of root.querySelectorAll("details")) if (details.id && open.has(details.id)) details.open = true;
    root.shown = data.html;
    root.append((root.heard = listening()));
  }
  root.lang = data.language;
  root.onkeydown = (event) => {
    if (event.key === "Escape") close(root);
  };
  root.onclick = (event) => {
    const copying = event.target.closest("button[data-copies]");
    if (copying) return void copy(root.querySelector(`#${copying.dataset.copies}`), copying.nextElementSibling, copying.dataset.done);
    const word = event.target.closest("button.word");
    if (word) return explain(root, word);
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setTriggerValue("go", { page: link.dataset.page, query: link.search });
    globalThis.karriarkartan?.departs?.(link.href);
  };
}
