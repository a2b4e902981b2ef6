/* A page's text, written by Jinja2 and escaped there. Links between pages go through Streamlit, without a new load. */
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
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setTriggerValue("go", { page: link.dataset.page, query: link.search });
  };
}
