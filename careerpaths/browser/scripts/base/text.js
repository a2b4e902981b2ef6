/* Text without a page. */

/**
 * A sentence with its `{fields}` filled in; a field without a value stays as it is.
 *
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Text as it is compared in a search: lower case, no accents, other signs as spaces.
 * @param {string} text */
export function plain(text) {
  const letters = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return letters.replace(/[^a-z0-9: ]+/g, " ");
}
