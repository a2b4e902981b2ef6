/* Days as people type them and as the page writes them, and days from now. A day is text: "2027-05-21". */

/** @typedef {{ day?: string, wrong?: string }} Read what was typed: a day, nothing, or why it is none */

const YEARS = [1900, 2200]; // careerpaths/documents/strict_json.py
const NAMED_IN = ["sv", "en"]; // names of months and weekdays that are taken whatever the page's language is
/** @typedef {"month" | "weekday"} Named */
const SHORTEST = { month: 3, weekday: 2 }; // letters of such a name

export function today() {
  const now = new Date();
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** @param {number} year
 * @param {number} month
 * @param {number} day */
function iso(year, month, day) {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

const BETWEEN = "\\s*[-\u2010-\u2014/., ]\\s*";
const YEAR = "(?<year>\\d{4})";
const MONTH = "(?<month>\\d{1,2})";
const NAME = "(?<name>\\p{L}+)";
const DAY = "(?<day>\\d{1,2})";
const NTH = `(?:den |the )?${DAY}(?::?[ae]|st|nd|rd|th)?`;
const WAYS = [
  "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})", // 20270521
  `${YEAR}${BETWEEN}${MONTH}${BETWEEN}${DAY}`, // 2027-05-21
  `${DAY}${BETWEEN}${MONTH}${BETWEEN}${YEAR}`, // 21/5 2027
  `${NTH}(?: of)? ${NAME}\\.?,? ${YEAR}`, // 21 maj 2027
  `${NAME}\\.? ${NTH},? ${YEAR}`, // May 21, 2027
].map((way) => new RegExp(`^${way}$`, "u"));

/** What somebody typed as a day: {day: "2027-05-21"}, {} for nothing, or {wrong: why}.
 * @param {string} text
 * @returns {Read} */
export function readDay(text, region = "sv") {
  const typed = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (!typed) return {};
  const plain = withoutWeekday(typed, region);
  const { year, month, name, day } = WAYS.map((way) => way.exec(plain)).find(Boolean)?.groups ?? {};
  const number = name ? place("month", name, region) : Number(month);
  return number ? checked(Number(year), number, Number(day)) : { wrong: year && !name ? "noSuchDay" : "notADay" };
}

/** @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {Read} */
function checked(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { wrong: "noSuchDay" };
  return year < YEARS[0] || year > YEARS[1] ? { wrong: "farDay" } : { day: iso(year, month, day) };
}

/** Which month or weekday a name or its beginning is: 1 to 12, or 1 (a Monday) to 7; 0 for none.
 * @param {Named} kind
 * @param {string} typed
 * @param {string} region */
function place(kind, typed, region) {
  if (typed.length < SHORTEST[kind]) return 0;
  const begins = (/** @type {string} */ language) =>
    names(kind, language).findIndex((name) => name.startsWith(typed)) + 1;
  return [region, ...NAMED_IN].map(begins).find(Boolean) ?? 0;
}

/** @param {Named} kind
 * @param {string} language */
function names(kind, language) {
  const format = new Intl.DateTimeFormat(language, { [kind]: "long", timeZone: "UTC" });
  const days = kind === "month" ? 12 : 7; // 2024 began on a Monday
  const named = (/** @type {number} */ at) => (kind === "month" ? Date.UTC(2024, at) : Date.UTC(2024, 0, at + 1));
  return Array.from({ length: days }, (_, at) => format.format(named(at)).toLowerCase());
}

/** A weekday before the day says nothing that the day does not; the field says the right one.
 * @param {string} typed
 * @param {string} region */
function withoutWeekday(typed, region) {
  const [, first, rest] = /^(\p{L}+?)(?:en)?\.?,? (.*)$/u.exec(typed) ?? [];
  return first && place("weekday", first, region) ? rest : typed;
}

/** The same day so many months later, or the Monday after it when nobody is at work.
 * @param {string} day
 * @param {number} months */
export function monthsAfter(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  const weekday = later.getUTCDay();
  later.setUTCDate(later.getUTCDate() + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
  return later.toISOString().slice(0, 10);
}

/** A day written out.
 * @param {string} day
 * @param {string} region
 * @param {"full" | "long"} [dateStyle] */
export function writtenDay(day, region, dateStyle = "long") {
  return new Intl.DateTimeFormat(region, { dateStyle, timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}
