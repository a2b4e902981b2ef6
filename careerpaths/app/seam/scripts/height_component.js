/* Streamlit's side of web/height.js: the content of its page is what is measured, once the page has come. */
let telling;
export default function ({ data: [data] }) {
  const script = new URL(data.script, document.baseURI).href;
  telling ??= import(script).catch(() => pause().then(() => import(anew(script)))).then(({ tellHeight }) => tellHeight(document.querySelector("[data-testid=stMainBlockContainer]")));
  telling.catch(() => (telling = undefined)); // the frame keeps the height that its host gave it
  return () => { telling?.then((stop) => stop(), () => {}); telling = undefined; };
}
