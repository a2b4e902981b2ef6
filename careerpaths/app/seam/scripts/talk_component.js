/* Streamlit's side of the planning talk: mounts the form once, hands it new words, passes on a followed link. */
const mounted = new WeakMap();
const free = new WeakMap(); // what ends the watch over Streamlit's dialog

/* When the server is away Streamlit lays a dialog over the whole page, makes the rest inert and takes focus, so that
   what is typed goes nowhere. The form goes on without a server, and says so itself where it matters: here the dialog
   is closed as it comes, and until it is gone focus is given back before the next key can be pressed. */
function keepOpen(host) {
  let last = null; // the field that had focus last
  const dialog = () => document.querySelector("[data-testid=stDialog]");
  const giveBack = () => {
    document.getElementById("root").removeAttribute("inert");
    if (host.activeElement !== last) last?.focus({ preventScroll: true });
  };
  let closing = false;
  const came = () => {
    if (!dialog() && !closing) return;
    giveBack();
    closing = !!dialog();
    dialog()?.querySelector("button[aria-label=Close]")?.click();
  };
  const moved = (event) => {
    if (!dialog()) return void (event.composedPath().includes(host) || (last = null));
    event.stopImmediatePropagation(); // the dialog would take focus again
    if (dialog().contains(event.target)) giveBack();
    return undefined;
  };
  const remember = (event) => (last = event.target);
  const watch = new MutationObserver(came);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["inert"] });
  addEventListener("focusin", moved, true);
  host.addEventListener("focusin", remember);
  return () => { watch.disconnect(); removeEventListener("focusin", moved, true); host.removeEventListener("focusin", remember); };
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component; // as `components.py` gives it
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    form: at(data.form), styles: at(data.styles), plan: at("plan/"), links: data.links,
    go: (place) => { setTriggerValue("go", place); departs(at(`${place.page || "./"}${place.query}`)); },
  };
  const { words } = data;
  if (mounted.has(parentElement)) mounted.get(parentElement).then((talk) => insisting(parentElement, words, {}, () => talk.update(options)));
  else {
    const make = async ({ script }) => (await import(script)).mount(parentElement, options);
    mounted.set(parentElement, mountedAt(parentElement, words, { script: at(data.script) }, make));
    free.set(parentElement, keepOpen(parentElement));
  }
  return () => {
    free.get(parentElement)?.();
    mounted.get(parentElement)?.then((talk) => talk.unmount());
    for (const one of [free, mounted]) one.delete(parentElement);
  };
}
