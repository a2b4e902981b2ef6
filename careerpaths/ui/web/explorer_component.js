/* Streamlit's side of the explorer: mounts it once, hands it new data, passes on what was picked. */
const mounted = new WeakMap();
export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component; // as `places.as_data` gives it
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    model: at(data.model), vis: at(data.vis), styles: at(data.styles), embedded: data.embedded, links: data.links, route: data.route,
    picked: (choice) => setTriggerValue("picked", choice),
    go: (place) => { setTriggerValue("go", place); karriarkartan.departs(at(`${place.page}${place.query}`)); },
  };
  const early = async () => (data.route ? null : karriarkartan.early?.take(parentElement, options));
  const made = () => import(at(data.script)).then(({ mount }) => mount(parentElement, options));
  if (mounted.has(parentElement)) mounted.get(parentElement).then((explorer) => explorer.update(options));
  else mounted.set(parentElement, early().then((explorer) => explorer ?? made()));
  return () => mounted.get(parentElement)?.then((explorer) => { explorer.unmount(); mounted.delete(parentElement); });
}
