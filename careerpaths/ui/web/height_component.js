/* Streamlit's side of web/height.js: the content of its page is what is measured, once the page has come. */
let telling;
export default function ({ data }) {
  telling ??= import(new URL(data.script, document.baseURI).href).then(({ tellHeight }) => tellHeight(document.querySelector("[data-testid=stMainBlockContainer]")));
  return () => { telling?.then((stop) => stop()); telling = undefined; };
}
