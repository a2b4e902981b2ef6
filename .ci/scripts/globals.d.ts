/* What our scripts find in the page besides the browser's own. */

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
