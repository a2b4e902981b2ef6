/* Streamlit's side of the explorer: mounts it once, hands it new data, passes on what was picked. */
const mounted = new WeakMap();
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    model: at(data.model), vis: at(data.vis), styles: at(data.styles), embedded: data.embedded, links: data.links, route: data.route,
    picked: (choice) => setTriggerValue("picked", choice),
    go: (place) => { setTriggerValue("go", place); karriarkartan.departs(at(`${place.page}${place.query}`)); },
  };
  if (mounted.has(parentElement)) mounted.get(parentElement).then((explorer) => explorer.update(options));
  else mounted.set(parentElement, import(at(data.script)).then(({ mount }) => mount(parentElement, options)));
  return () => mounted.get(parentElement)?.then((explorer) => { explorer.unmount(); mounted.delete(parentElement); });
}
