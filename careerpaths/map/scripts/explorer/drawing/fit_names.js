/* Names that fit their boxes in any typeface: boxes are as wide as the names are in ours, and another may be wider. */

const LEAST = 9; // px of letters
const STEP = 0.75; // px by which letters become smaller at a time

/** Make the letters of a name smaller until no word of it is broken and none of it stands outside its box.
 * @param {Iterable<HTMLElement>} boxes */
export function fitNames(boxes) {
  let rest = [...boxes];
  for (const box of rest) box.style.fontSize = "";
  while (true) {
    rest = rest.filter(isFull).filter((box) => sizeOf(box) > LEAST); // all are measured before any is changed
    if (!rest.length) return;
    const sizes = rest.map((box) => sizeOf(box) - STEP);
    for (const [at, box] of rest.entries()) box.style.fontSize = `${sizes[at]}px`;
  }
}

/** @param {HTMLElement} box */
function isFull(box) {
  const label = /** @type {HTMLElement} */ (box.querySelector(".label"));
  return label.scrollWidth > label.clientWidth || label.offsetHeight > box.clientHeight;
}

/** @param {HTMLElement} box */
function sizeOf(box) {
  return Number.parseFloat(getComputedStyle(box).fontSize);
}
