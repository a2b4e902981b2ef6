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

/** How long a text is in a file, where letters and their accents are one (careerpaths/documents/clean_text.py).
 * @param {string} text */
export function letters(text) {
  return text.normalize("NFC").length;
}

/** An id that nobody else has; crypto.randomUUID is there with TLS only. */
export function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
