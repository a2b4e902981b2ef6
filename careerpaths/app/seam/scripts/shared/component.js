/* What a component of ours knows of the page that it stands in. */

/**
 * What Streamlit calls a component's script with, as `components.py` gives it.
 *
 * @template Data
 * @template {ParentNode} [Host=ShadowRoot]
 * @typedef {{ data: [Data], parentElement: Host, setTriggerValue: (name: string, value: object) => void }} Component
 */

/** A relative address of ours as a whole one.
 * @param {string} address */
export const at = (address) => new URL(address, document.baseURI).href;

/** The tab's memory; null where the browser keeps nothing. */
export function tabMemory() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
