/* The map is there before Streamlit: this script, in the page itself, draws the head and the map above the place where
   Streamlit starts, lets it start when they are painted, and hands the map over when its component has come. */
const asked = JSON.parse(document.querySelector("meta[name=karriarkartan]").content);
const at = (address) => new URL(address, document.baseURI).href;
const place = document.querySelector(".early");
const [top, map] = place.children;
const SPOKE = "karriarkartan.spoke"; // in the tab's memory: which of the links to another language was followed here
const tab = (() => { try { return sessionStorage; } catch { return null; } })(); // none where the browser keeps nothing
const START = 100; // ms for a first press, before Streamlit's start keeps the browser busy
const painted = () => document.hidden || new Promise((done) => requestAnimationFrame(() => setTimeout(done, START)));

async function draw() {
  const [{ default: head }, { mount }] = await Promise.all([import(at(asked.head)), import(at(asked.script)), import(at(asked.vis))]);
  fetchStreamlit();
  drawHead(head);
  const go = ({ page, query }) => location.assign(at(`${page || "./"}${query}`));
  const options = { ...asked, model: at(asked.model), vis: at(asked.vis), styles: at(asked.styles), go };
  const explorer = mount(map.attachShadow({ mode: "open" }), options);
  await explorer.ready;
  return explorer;
}

/* Its links are followed as links. Another language means another page; focus goes along. */
function drawHead(head) {
  const spoken = asked.page.others.map((one) => one.id);
  head({ data: [asked.page], parentElement: top.shadowRoot, setTriggerValue() {}, spoke: (id) => tab?.setItem(SPOKE, spoken.indexOf(id)) });
  top.shadowRoot.querySelectorAll(".language")[tab?.getItem(SPOKE) ?? -1]?.focus();
  tab?.removeItem(SPOKE);
}

/* Its many files come after the map's few, and are there when it starts. */
function fetchStreamlit() {
  for (const href of asked.streamlit) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }));
}

const drawn = draw().catch(() => place.remove()); // then Streamlit draws everything itself
drawn.then(painted).then(() => import(at(asked.streamlit[0])));

globalThis.karriarkartan ??= {};
karriarkartan.early = {
  /* Whether nobody but the browser can change page yet. */
  get alone() {
    return place.isConnected;
  },

  /* The map, moved to where it belongs, for the first who asks; nothing when there is none to be had. */
  async take(host, options) {
    const explorer = place.isConnected ? await drawn : null;
    if (!explorer || !place.isConnected) return null;
    const { scrollTop } = place;
    const held = top.shadowRoot.activeElement?.textContent;
    place.classList.add("left"); // what is hidden takes no focus
    explorer.moveTo(host);
    place.remove();
    document.querySelector("[data-testid=stMain]").scrollTop = scrollTop;
    if (held) karriarkartan.focusInHead(held);
    explorer.update(options);
    return explorer;
  },
};
