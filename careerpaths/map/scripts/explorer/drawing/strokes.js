/* How a line is drawn: square pieces with rounded corners, dashes and heads of its kind. */
import { svg } from "../../../../browser/scripts/base/dom.js";

/** @import { Kind, Line } from "../model.js"
 * @import { Look } from "./lines.js" */

const CORNER = 7; // px, the radius of a bend
const LARGER = 1.2; // times, the head of a strong line
const SHORT = 40; // px of a line whose heads would meet if they were larger
const CUT = 5; // px that a line ends before its box, where its head stands

/** The outlines of heads whose point is at 0, 0 of a line that comes from the left; an open one is not filled. */
const HEADS = {
  triangle: "M0 0L-11 -5V5Z",
  arrow: "M0 0L-12 -5.5L-8 0L-12 5.5Z",
  diamond: "M0 0L-6.5 -5L-13 0L-6.5 5Z",
  circle: "M0 0A4.5 4.5 0 1 0 -9 0A4.5 4.5 0 1 0 0 0Z",
  vee: "M-9 -5.5L-1 0L-9 5.5",
  bar: "M-2 -6.5V6.5",
};
/** @type {Kind} */
const NO_KIND = { id: "", word: "", dashes: [], head: "triangle" };
const OPEN = new Set(["vee", "bar"]);

/** The outline of a line through some points, its corners rounded.
 * @param {[number, number][]} points */
export function rounded(points) {
  const [first, ...rest] = points;
  const turns = rest.slice(0, -1).map((corner, number) => {
    const [before, after] = [points[number], points[number + 2]];
    const radius = Math.min(CORNER, apart(before, corner) / 2, apart(corner, after) / 2);
    return `L${toward(corner, before, radius)}Q${corner} ${toward(corner, after, radius)}`;
  });
  return `M${first}${turns.join("")}L${points[points.length - 1]}`;
}

/** @param {[number, number]} one
 * @param {[number, number]} other */
function apart([a, b], [c, d]) {
  return Math.abs(a - c) + Math.abs(b - d); // they are square to each other
}

/** The point so far from one toward another.
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {number} far
 * @returns {[number, number]} */
function toward([a, b], [c, d], far) {
  return [a + Math.sign(c - a) * far, b + Math.sign(d - b) * far];
}

/** The head of a kind at the end of a piece.
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {string} kind
 * @param {Map<string, Kind>} kinds */
function headOf([a, b], [c, d], kind, kinds) {
  const turn = (Math.atan2(d - b, c - a) * 180) / Math.PI;
  const { head } = kinds.get(kind) ?? NO_KIND;
  const open = OPEN.has(head) ? " open" : "";
  const place = `translate(${c} ${d}) rotate(${turn})`;
  return { place, path: svg("path", { class: `head kind-${kind}${open}`, d: HEADS[head] }) };
}

/** A line as it is drawn, and what shows it otherwise. It begins where its net runs together, so that dashes meet there.
 * @param {Pick<Line, "points" | "kind" | "back_kind" | "step" | "root">} line
 * @param {Map<string, Kind>} kinds */
export function drawn(line, kinds) {
  const { points, kind, back_kind: back } = line;
  const last = points.length - 1;
  const middle = points.slice(1, -1);
  const ends = [back ? toward(points[0], points[1], CUT) : points[0], toward(points[last], points[last - 1], CUT)];
  const way = [ends[0], ...middle, ends[1]];
  const stroke = svg("path", { class: "way", d: rounded(line.root ? way.reverse() : way) });
  const there = headOf(points[last - 1], points[last], kind, kinds);
  const other = back && headOf(points[1], points[0], back, kinds);
  const isShort = last === 1 && apart(points[0], points[1]) < SHORT;
  const group = svg("g", line.step ? { "data-line": line.step } : {});
  group.append(stroke, there.path, ...(other ? [other.path] : []));
  /** @param {Look} look */
  const show = (look) => {
    const shown = look.there || !back ? kind : back;
    group.setAttribute("class", look.strong ? "strong" : look.far ? "far" : "");
    group.toggleAttribute("hidden", !look.there && !look.back);
    stroke.setAttribute("class", `way kind-${shown}`);
    stroke.setAttribute("stroke-dasharray", (kinds.get(shown) ?? NO_KIND).dashes.join(" "));
    const larger = look.strong && !isShort ? ` scale(${LARGER})` : "";
    put(there, look.there, larger);
    if (other) put(other, look.back, larger);
  };
  return { group, show };
}

/** @param {{ place: string, path: Element }} head
 * @param {boolean} seen
 * @param {string} larger */
function put({ place, path }, seen, larger) {
  path.toggleAttribute("hidden", !seen);
  path.setAttribute("transform", place + larger);
}
