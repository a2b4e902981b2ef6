/* What a value must be to be read: held to as strictly as the server holds a file. */
import { readDay } from "./days.js";

/** @typedef {(value: unknown) => boolean} Question
 * @typedef {Question | { [name: string]: Shape } | Shape[]} Shape a question, [the shape of each item], or {name: shape}
 *   with all of these names and no other */

/** @type {Question} */
export const text = (value) => typeof value === "string";
/** @type {Question} */
export const yesOrNo = (value) => typeof value === "boolean";
/** @type {Question} */
export const day = (value) => typeof value === "string" && readDay(value).day === value;

/** @param {string[]} words
 * @returns {Question} */
export const oneOf = (...words) => {
  return (value) => typeof value === "string" && words.includes(value);
};

/** @param {Shape} shape
 * @returns {Question} */
export const orNothing = (shape) => {
  return (value) => value === null || fits(shape, value);
};

/** @param {Shape} shape
 * @returns {Question} */
export const byName = (shape) => {
  return (value) => isRecord(value) && Object.values(value).every((one) => fits(shape, one));
};

/** @param {unknown} value
 * @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value has a shape.
 * @param {Shape} shape
 * @param {unknown} value
 * @returns {boolean} */
export function fits(shape, value) {
  if (typeof shape === "function") return shape(value);
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((one) => fits(shape[0], one));
  if (!isRecord(value)) return false;
  const names = Object.keys(shape);
  const same = Object.keys(value).length === names.length;
  return same && names.every((name) => Object.hasOwn(value, name) && fits(shape[name], value[name]));
}

/** What every plan has. */
export const ALWAYS = { model_version: text, language: text, created: day };
