/* Fetching what a part of the page is made of. What does not come is asked for once more, then a sentence and a button
   stand in its place. */
import { element } from "../../../../browser/scripts/base/dom.js";

/** @typedef {{ lost: string, again: string }} Words */
/** @typedef {Record<string, string>} Addresses by what is found there */
/** @typedef {{ ready: Promise<void>, update: (options: any) => Promise<void>, unmount: () => void }} Mounted */

const AGAIN_AFTER = 400; // ms
let attempts = 0;

/** Another address of the same file: a browser may remember that a script at the first one could not be had.
 * @param {string} address */
export function anew(address) {
  attempts += 1;
  return address.replace(/\/web\/([^/]+)\//, `/web/$1-${attempts}/`);
}

export const pause = () => new Promise((done) => setTimeout(done, AGAIN_AFTER));

/**
 * What `make` mounts, when it is ready; `make` is called with the addresses it needs, other ones each time.
 *
 * @template {Mounted} Made
 * @param {ShadowRoot} host
 * @param {Words} words
 * @param {Addresses} addresses
 * @param {(addresses: Addresses) => Promise<Made>} make
 */
export async function mountedAt(host, words, addresses, make) {
  /** @param {Addresses} several */
  const tried = async (several) => {
    const made = await make(several);
    await made.ready.catch((fault) => {
      made.unmount();
      throw fault;
    });
    return made;
  };
  return insisting(host, words, addresses, tried);
}

/**
 * @template Done
 * @param {ShadowRoot} host
 * @param {Words} words
 * @param {Addresses} addresses
 * @param {(addresses: Addresses) => Promise<Done>} work
 * @returns {Promise<Done>}
 */
export async function insisting(host, words, addresses, work) {
  const others = () => Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, anew(address)]));
  try {
    return await work(addresses).catch(() => pause().then(() => work(others())));
  } catch {
    await asked(host, words);
    return insisting(host, words, others(), work);
  }
}

/** Resolves when the button was pressed.
 * @param {ShadowRoot} host
 * @param {Words} words */
async function asked(host, { lost, again }) {
  const button = element("button", { type: "button" }, again);
  const notice = element("p", { role: "alert" }, `${lost} `, button);
  host.append(notice);
  await new Promise((done) => button.addEventListener("click", done));
  notice.remove();
}
