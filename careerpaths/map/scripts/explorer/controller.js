/* Changes of the choice: each is shown at once, then written into the address, then told to whoever listens. */
import { fill } from "../../../browser/scripts/base/text.js";
import { announced, NOTHING, settled, toggled } from "./choice.js";
import { mapQuery } from "./pages.js";
/** @import { Options } from "../explorer.js"
 * @import { Address } from "./address.js"
 * @import { Choice, Picked } from "./choice.js"
 * @import { View } from "./view.js" */

/** @typedef {{ options: Options, address: Address, tell: (choice: Choice) => void }} Owner `tell`: to whoever listens */

export class Controller {
  /** @param {View} view
   * @param {Owner} owner */
  constructor(view, owner) {
    this.view = view;
    this.owner = owner;
    this.model = view.model;
    this.choice = NOTHING;
  }

  /* The address changed (load, Back, Forward): show what it asks for; say so kindly when it cannot be shown. */
  follow() {
    const { route } = this.view;
    const { choice, unknown } = settled(route ? { ...NOTHING, route } : this.owner.address.read(), this.model);
    this.choice = choice;
    this.view.show(choice);
    this.view.notify(unknown && fill(this.model.words.unknown, { id: unknown.slice(0, 60) }));
    if (this.view.seen === "list" && (choice.role || choice.step)) this.view.reveal();
  }

  /** Select a role or a step: the answer is drawn here and now; address and Python hear of it afterwards.
   * @param {Picked} choice
   * @param {"card" | "stay"} [focus] where focus goes; "stay": nothing moves either */
  pick(choice, focus) {
    if (this.view.route) return this.leave(choice);
    const above = this.view.isAnswerAbove();
    this.choose({ role: null, step: null, ...choice });
    this.view.announce(announced(this.choice, this.model));
    if (focus === "card") this.view.enterCard();
    else if (focus !== "stay") this.view.reveal(above);
  }

  /** @param {Picked} choice */
  leave(choice) {
    this.owner.options.go?.({ page: "", query: mapQuery(choice, this.model.language) });
  }

  clear() {
    const role = this.choice.role ?? this.choice.step?.split(".")[0];
    this.choose({ role: null, step: null });
    this.view.announce(this.model.words.cleared);
    if (this.view.seen === "map" && role) this.view.map.reach(role, true);
  }

  /** Leave out some kinds of step, or show them again.
   * @param {string[]} kinds */
  toggle(kinds) {
    const without = toggled(this.choice.without, kinds);
    this.choose({ without });
    const shown = this.model.steps.filter((step) => !without.has(step.kind)).length;
    this.view.announce(fill(this.model.words.stepsShown, { n: shown }));
  }

  /** Show only the lines with a source, or only the examples; a second press shows all.
   * @param {string} lines */
  showLines(lines) {
    const { words } = this.model;
    this.choose({ lines: this.choice.lines === lines ? "" : lines });
    this.view.announce(this.choice.lines ? words[`${lines}Shown`] : words.allShown);
  }

  /** @param {Partial<Choice>} part */
  choose(part) {
    this.choice = { ...this.choice, ...part };
    this.view.notify("");
    this.view.show(this.choice);
    this.owner.address.write(this.choice);
    this.owner.tell(this.choice);
  }
}
