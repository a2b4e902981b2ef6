/* The head of the single file: in a narrow window its links stand behind a button, in a frame one leads out of it. */
import { element } from "../../browser/scripts/base/dom.js";

export class Head {
  /** @param {boolean} framed */
  constructor(framed) {
    const header = /** @type {HTMLElement} */ (document.querySelector("header"));
    this.button = /** @type {HTMLButtonElement} */ (header.querySelector(".menu"));
    this.apart = element("a", { target: "_blank" });
    this.button.hidden = false;
    if (framed) this.button.nextElementSibling?.append(this.apart);
    this.button.onclick = () => this.expand(this.button.ariaExpanded !== "true");
    this.apart.onpointerenter = this.apart.onfocus = () => this.address();
    header.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    header.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("nav a")) this.expand(false);
    });
  }

  /** @param {boolean} open */
  expand(open) {
    this.button.setAttribute("aria-expanded", String(open));
  }

  close() {
    if (this.button.ariaExpanded !== "true") return;
    this.expand(false);
    this.button.focus();
  }

  /* The window shows what the frame shows when the link is followed. */
  address() {
    this.apart.href = location.href;
  }

  /** @param {Record<string, string>} words */
  speak({ menu, apart }) {
    this.button.textContent = menu;
    this.apart.textContent = apart;
    this.address();
  }
}
