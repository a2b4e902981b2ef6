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
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".doc");
  if (root.shown !== data.html) {
    const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
    root.innerHTML = data.html;
    for (const details of root.querySelectorAll("details")) if (details.id && open.has(details.id)) details.open = true;
    root.shown = data.html;
  }
  root.lang = data.language;
  root.onclick = (event) => {
    const copying = event.target.closest("button[data-copies]");
    if (copying) return void copy(root.querySelector(`#${copying.dataset.copies}`), copying.nextElementSibling, copying.dataset.done);
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setTriggerValue("go", { page: link.dataset.page, query: link.search });
    karriarkartan.departs(link.href);
  };
}
