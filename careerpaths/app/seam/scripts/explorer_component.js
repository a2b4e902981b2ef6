/* Streamlit's side of the explorer: mounts it once, hands it new data, passes on what was picked. */
import { at } from "./shared/component.js";
import { insisting, mountedAt } from "./shared/loading.js";

/** @import { Options } from "../../../map/scripts/explorer.js"
 * @import { Component } from "./shared/component.js"
 * @import { Mounted, Words } from "./shared/loading.js" */

/** @typedef {{ words: Words, script: string, model: string, styles: string }
 *   & Pick<Options, "embedded" | "links" | "route">} Data as `app/blocks/map.py` gives it */

/** @type {WeakMap<ShadowRoot, Promise<Mounted>>} */
const mounted = new WeakMap();

/** @param {Component<Data>} component */
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const { words, embedded, links, route } = data;
  /** @type {Options} */
  const options = {
    model: at(data.model),
    styles: at(data.styles),
    embedded,
    links,
    route,
    picked: (choice) => setTriggerValue("picked", choice),
    go: (place) => {
      setTriggerValue("go", place);
      globalThis.karriarkartan?.departs?.(at(`${place.page}${place.query}`));
    },
  };
  const early = async () => (route ? null : globalThis.karriarkartan?.early?.take(parentElement, options));
  const made = () =>
    mountedAt(parentElement, words, { script: at(data.script) }, async (from) =>
      (await import(from.script)).mount(parentElement, options),
    );
  const there = mounted.get(parentElement);
  if (there) there.then((explorer) => insisting(parentElement, words, {}, async () => explorer.update(options)));
  else
    mounted.set(
      parentElement,
      early().then((explorer) => explorer ?? made()),
    );
  return () =>
    mounted.get(parentElement)?.then((explorer) => {
      explorer.unmount();
      mounted.delete(parentElement);
    });
}
