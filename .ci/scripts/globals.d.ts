/* What our scripts find in the page besides the browser's own. */

/** vis-network 9.1.2, as pyvis ships it: the little that we use. */
declare namespace vis {
  interface Point {
    x: number;
    y: number;
  }
  class DataSet<Item extends object> {
    constructor(items: Item[]);
    get(id: string): (Item & { hidden?: boolean }) | null;
    update(items: object[]): void;
  }
  class Network {
    constructor(place: HTMLElement, data: { nodes: DataSet<object>; edges: DataSet<object> }, options: object);
    on(event: "click", heard: (pressed: { nodes: string[]; edges: string[] }) => void): void;
    on(event: "afterDrawing" | "hoverEdge" | "blurEdge", heard: () => void): void;
    setSize(width: string, height: string): void;
    setOptions(options: object): void;
    redraw(): void;
    destroy(): void;
    moveTo(view: { position: Point; scale: number; animation: boolean }): void;
    canvasToDOM(point: Point): Point;
    getScale(): number;
    getViewPosition(): Point;
  }
}

/** What scripts of one page ask of each other; each part is there once its script has come (careerpaths/app/seam). */
interface Karriarkartan {
  /** Says that Streamlit was asked for another address, or another language. */
  departs?: (href: string) => void;
  speaks?: (href: string) => void;
  /** Gives focus to what has a text in the page's head. */
  focusInHead?: (text: string) => void;
  early?: EarlyMap;
}
interface EarlyMap {
  readonly alone: boolean;
  take(
    host: ShadowRoot,
    options: import("../../careerpaths/map/scripts/explorer.js").Options,
  ): Promise<Explorer | null>;
}
type Explorer = ReturnType<typeof import("../../careerpaths/map/scripts/explorer.js").mount>;
declare var karriarkartan: Karriarkartan | undefined;
