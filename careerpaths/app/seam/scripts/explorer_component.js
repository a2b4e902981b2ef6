/* Streamlit's side of the explorer: mounts it once, hands it new data, passes on what was picked. */
const mounted = new WeakMap();
export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component; // as `components.py` gives it
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    model: at(data.model), styles: at(data.styles), embedded: data.embedded, links: data.links, route: data.route,
    picked: (choice) => setTriggerValue("picked", choice),
    go: (place) => { setTriggerValue("go", place); departs(at(`${place.page}${place.query}`)); },
  };
  const early = async () => (data.route ? null : globalThis.karriarkartan?.early?.take(parentElement, options));
  const make = async ({ script }) => (await import(script)).mount(parentElement, options);
  const made = () => mountedAt(parentElement, data.words, { script: at(data.script) }, make);
  if (mounted.has(parentElement)) mounted.get(parentElement).then((explorer) => insisting(parentElement, data.words, {}, async () => explorer.update(options)));
  else mounted.set(parentElement, early().then((explorer) => explorer ?? made()));
  return () => mounted.get(parentElement)?.then((explorer) => { explorer.unmount(); mounted.delete(parentElement); });
}
