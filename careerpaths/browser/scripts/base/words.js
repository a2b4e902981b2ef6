/* What a page says, in its language. A script calls `say` with the English sentence itself; what that
   is in the page's language comes with the page (careerpaths/html/script_words.py finds each in the script). */
import { fill } from "./text.js";

/** @type {Record<string, string>} English → the page's language */
let known = {};

/** @param {Record<string, string>} translations what the scripts say, in the page's language */
export function learn(translations) {
  known = translations;
}

/** A sentence in the page's language, with its `{fields}` filled in.
 * @param {string} sentence
 * @param {Record<string, unknown>} [values] */
export function say(sentence, values = {}) {
  return fill(known[sentence] ?? sentence, values);
}
