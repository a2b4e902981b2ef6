/* The head of the single file: in a narrow window its links stand behind a button, in a frame one leads out of it. */
import { element } from "../../browser/scripts/base/dom.js";
import { menuOf } from "../../browser/scripts/base/menu.js";

export class Head {
  /** @param {boolean} framed */
  constructor(framed) {
    const header = /** @type {HTMLElement} */ (document.querySelector("header"));
    const inside = /** @type {HTMLElement} */ (document.getElementById("_menu"));
    this.menu = menuOf(header, "_menu", "");
    this.apart = element("a", { target: "_blank" });
    inside.before(this.menu.button);
    if (framed) inside.append(this.apart);
    this.apart.onpointerenter = () => this.address();
    this.apart.onfocus = () => this.address();
    header.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("nav a")) this.menu.expand(false);
    });
  }

  /* The window shows what the frame shows when the link is followed. */
  address() {
    this.apart.href = location.href;
  }

  /** @param {Record<string, string>} words */
  speak({ menu, apart }) {
    this.menu.button.textContent = menu;
    this.apart.textContent = apart;
    this.address();
  }
}
