/* Where an arrow key leads from a role: along a step, back along one, or to a neighbour in the stage. */
/** @import { Model, Place } from "../model.js" */

/** @typedef {Pick<Model, "stages" | "role" | "next" | "ways">} Walked */

/**
 * The role that a key leads to: null where there is no way on, undefined when the key does not walk.
 *
 * @param {string} key as the browser names it
 * @param {string} from the role
 * @param {Walked} model
 * @param {Place[]} places of the roles in the drawing
 * @returns {string | null | undefined}
 */
export function walked(key, from, model, places) {
  switch (key) {
    case "ArrowRight":
      return along(from, model.next, 1, model);
    case "ArrowLeft":
      return along(from, model.ways, -1, model);
    case "ArrowDown":
      return neighbour(from, 1, model, places);
    case "ArrowUp":
      return neighbour(from, -1, model, places);
    case "Home":
      return inStage(0, model, places)[0] ?? null;
    case "End":
      return inStage(model.stages.length - 1, model, places)[0] ?? null;
    default:
      return undefined;
  }
}

/** The end of a step from here: one that leads on to another stage if there is one, the nearest first.
 * @param {string} from
 * @param {Map<string, string[]>} steps
 * @param {1 | -1} direction
 * @param {Walked} model */
function along(from, steps, direction, model) {
  const here = stageOf(from, model);
  const ahead = (/** @type {string} */ id) => (stageOf(id, model) - here) * direction;
  const ends = steps.get(from) ?? [];
  return ends.filter((id) => ahead(id) > 0).sort((a, b) => ahead(a) - ahead(b))[0] ?? ends[0] ?? null;
}

/** @param {string} id
 * @param {Walked} model */
function stageOf(id, model) {
  return model.stages.findIndex((stage) => stage.id === model.role.get(id)?.stage);
}

/** @param {number} index
 * @param {Walked} model
 * @param {Place[]} places */
function inStage(index, model, places) {
  const inside = places.filter((place) => stageOf(place.id, model) === index);
  return inside.sort((a, b) => a.y - b.y || a.x - b.x).map((place) => place.id);
}

/** @param {string} from
 * @param {1 | -1} by
 * @param {Walked} model
 * @param {Place[]} places */
function neighbour(from, by, model, places) {
  const all = inStage(stageOf(from, model), model, places);
  return all[(all.indexOf(from) + by + all.length) % all.length] ?? null;
}
