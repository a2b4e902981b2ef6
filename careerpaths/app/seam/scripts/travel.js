/* Travel between pages: what Streamlit's own change of page leaves undone. Loaded by the served page itself.
   st.switch_page writes two entries in the browser's history, first the new query on the old page, then the new page;
   Back would stop between them. In a frame no entry is written: the host page's Back is its own. */
const framed = window.parent !== window;
const inherited = { pushState: history.pushState.bind(history), replaceState: history.replaceState.bind(history) };
/** @type {{ to: string | null, between: boolean }} */
const journey = { to: null, between: false };
let shown = location.pathname; // the page that Streamlit shows
history.pushState = (state, title, url) => {
  const moves = new URL(url ?? "", location.href).pathname !== location.pathname;
  inherited[framed || (moves && journey.between) ? "replaceState" : "pushState"](state, title, url);
  journey.between = journey.to !== null && !moves;
  if (moves) journey.to = null;
  shown = location.pathname;
};
/* Back to another page: Streamlit would open it without its query, so it is loaded as its address says. */
addEventListener(
  "popstate",
  (event) => {
    Object.assign(journey, { to: null, between: false });
    if (location.pathname === shown) return;
    event.stopImmediatePropagation();
    location.reload();
  },
  true,
);
globalThis.karriarkartan ??= {};
const page = globalThis.karriarkartan;
Object.assign(page, {
  /** Said when Streamlit has been asked to show another address. After a change of replica the new one does not hear
   * the first click: then the address itself is followed.
   * @param {string} href */
  departs(href) {
    if (page.early?.alone) return location.assign(href);
    const from = location.href;
    Object.assign(journey, { to: href, between: false });
    setTimeout(() => journey.to === href && location.href === from && location.assign(href), 1200);
  },

  /** Another language of the page. Streamlit hears of it as of a step in the history, the one way in which it forgets the
   * address that it remembers: where a role was picked on the map since, that is an old one.
   * @param {string} href */
  speaks(href) {
    if (page.early?.alone) return location.assign(href);
    history.pushState(history.state, "", href);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  },
});
