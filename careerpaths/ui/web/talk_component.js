/* Streamlit's side of the planning talk: mounts the form once, hands it new words, passes on a followed link. */
const mounted = new WeakMap();

/* When the server is away Streamlit lays a dialog over the whole page, and what is typed then goes nowhere. The form
   tells of it itself where it matters and goes on without a server: the dialog is closed, and focus goes back. */
function keepOpen(host) {
  let last = null; // the field that had focus last
  const dialog = () => document.querySelector("[data-testid=stDialog]");
  const hold = () => {
    if (!dialog()) return;
    host.host.closest("[inert]")?.removeAttribute("inert");
    if (host.activeElement !== last) last?.focus({ preventScroll: true });
    const button = dialog().querySelector("button[aria-label=Close]");
    if (button && !button.pressed) button.pressed = button.click() ?? true;
    setTimeout(hold, 0);
  };
  const remember = (event) => (last = event.target);
  const watch = new MutationObserver(hold);
  watch.observe(document.body, { childList: true });
  host.addEventListener("focusin", remember);
  return () => { watch.disconnect(); host.removeEventListener("focusin", remember); };
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const at = (address) => new URL(address, document.baseURI).href;
  const options = {
    form: at(data.form), styles: at(data.styles), plan: at("plan/"), links: data.links,
    go: (place) => setTriggerValue("go", place),
  };
  if (mounted.has(parentElement)) mounted.get(parentElement).then((talk) => talk.update(options));
  else {
    const free = keepOpen(parentElement);
    mounted.set(parentElement, import(at(data.script)).then(({ mount }) => ({ ...mount(parentElement, options), free })));
  }
  return () => mounted.get(parentElement)?.then((talk) => { talk.unmount(); talk.free(); mounted.delete(parentElement); });
}
