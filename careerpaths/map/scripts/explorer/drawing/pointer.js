/* What a pointer does on the map: presses lines, moves the enlarged map, and shows what a role of a dense map leads to. */
/** @import { CareerMap } from "./map.js" */

const REACH = 12; // px from a line that still press it
const STILL = 4; // px that a press may move and not drag

export class Pointer {
  /** @param {CareerMap} map */
  constructor(map) {
    this.map = map;
    this.dragged = false;
    const { pane } = map;
    pane.onpointerdown = (event) => this.drag(event);
    pane.onpointermove = (event) => this.point(event);
    pane.onclick = (event) => this.pressed(event);
    pane.onpointerover = (event) => map.peek(roleAt(event));
    pane.onpointerleave = () => map.peek(undefined);
    pane.addEventListener("focusin", (event) => map.peek(roleAt(event)));
    pane.addEventListener("focusout", () => map.peek(undefined));
  }

  /** The step of the line beside the pointer, none where a box lies.
   * @param {MouseEvent} event */
  stepAt(event) {
    const { drawn, pane, size, middle, scale, zoom } = this.map;
    if (!drawn || roleAt(event)) return undefined;
    const corner = pane.getBoundingClientRect();
    const enlarged = scale * zoom;
    const x = middle.x + (event.clientX - corner.left - size.width / 2) / enlarged;
    const y = middle.y + (event.clientY - corner.top - size.height / 2) / enlarged;
    return drawn.lines.stepAt({ x, y }, REACH / enlarged);
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const step = this.dragged ? undefined : this.stepAt(event);
    if (step) this.map.picked({ step });
  }

  /** @param {PointerEvent} event */
  point(event) {
    if (event.buttons === 0) this.map.pane.style.cursor = this.stepAt(event) ? "pointer" : "";
  }

  /** Move the enlarged map under the pointer.
   * @param {PointerEvent} down */
  drag(down) {
    const { pane, middle, scale, zoom } = this.map;
    this.dragged = false;
    if (zoom <= 1 || roleAt(down)) return;
    pane.setPointerCapture(down.pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    const move = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const by = { x: clientX - down.clientX, y: clientY - down.clientY };
      this.dragged ||= Math.hypot(by.x, by.y) > STILL;
      const enlarged = scale * zoom;
      if (this.dragged) this.map.look({ x: middle.x - by.x / enlarged, y: middle.y - by.y / enlarged });
    };
    pane.addEventListener("pointermove", move, { signal });
    pane.addEventListener("pointerup", () => ended.abort(), { signal });
    pane.addEventListener("pointercancel", () => ended.abort(), { signal });
  }
}

/** The role whose box an event meets.
 * @param {Event} event */
function roleAt({ target }) {
  if (!(target instanceof Element)) return undefined;
  return target.closest("button")?.dataset.role;
}
