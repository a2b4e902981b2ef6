/* Which of the two drawings of the map fits a width, and whether the card fits beside what is seen. */
/** @import { Shape } from "../model.js" */

const CARD = 345; // px that a card needs beside the map
const TALL_BESIDE = 700; // px of width from which the card fits beside the downward map
const SQUEEZED = 0.98; // of its width the wide drawing may be shown at
const AROUND = 600; // px that a role with the ways to and from it needs; a phone has less
const AROUND_BESIDE = 1060; // px of width from which the card fits beside them

/**
 * @param {number} width px that there are
 * @param {number} wide px of the wide drawing
 * @returns {{ shape: Shape, beside: boolean }}
 */
export function fitting(width, wide) {
  if (width < wide * SQUEEZED) return { shape: "tall", beside: width >= TALL_BESIDE };
  return { shape: "wide", beside: width >= wide + CARD };
}

/** Whether only the card fits, as on a phone.
 * @param {number} width px that there are */
export function isNarrow(width) {
  return width < AROUND;
}

/** Whether the card fits beside a role with the ways to and from it.
 * @param {number} width px that there are */
export function fitsBeside(width) {
  return width >= AROUND_BESIDE;
}
