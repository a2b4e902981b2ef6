/* Files of ours, fetched once. */

/** @type {Map<string, Promise<any>>} */
const fetched = new Map(); // address → promise: the same file serves every instance and every mount

/**
 * What is read from a file; a file that did not come is asked for anew next time.
 *
 * @template Content
 * @param {string} address
 * @param {(answer: Response) => Promise<Content>} read
 * @returns {Promise<Content>}
 */
export function fetchOnce(address, read) {
  const known = fetched.get(address) ?? fetch(address).then(read);
  fetched.set(address, known);
  known.catch(() => fetched.delete(address));
  return known;
}
