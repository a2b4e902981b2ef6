/* Streamlit's side of the planning talk: mounts the form once, hands it new words, passes on a followed link. */
const mounted = new WeakMap();
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    form: at(data.form), styles: at(data.styles), plan: at("plan/"), links: data.links,
    go: (place) => setTriggerValue("go", place),
  };
  if (mounted.has(parentElement)) mounted.get(parentElement).then((talk) => talk.update(options));
  else mounted.set(parentElement, import(at(data.script)).then(({ mount }) => mount(parentElement, options)));
  return () => mounted.get(parentElement)?.then((talk) => { talk.unmount(); mounted.delete(parentElement); });
}
