/* Fetching what a part of the page is made of; stands before the script of each component (components.py). What does not
   come is asked for once more, then a sentence and a button stand in its place. */
const AGAIN_AFTER = 400; // ms
let attempts = 0;
/* Another address of the same file: a browser may remember that a script at the first one could not be had. */
const anew = (address) => address.replace(/\/web\/([^/]+)\//, `/web/$1-${(attempts += 1)}/`);
const pause = () => new Promise((done) => setTimeout(done, AGAIN_AFTER));
const departs = (href) => globalThis.karriarkartan?.departs?.(href); // travel.js, if that came

/* What `make` mounts, when it is ready; `make` is called with the addresses it needs, other ones each time. */
async function mountedAt(host, words, addresses, make) {
  const tried = async (several) => {
    const made = await make(several);
    await made.ready.catch((fault) => {
      made.unmount();
      throw fault;
    });
    return made;
  };
  return insisting(host, words, addresses, tried);
}

async function insisting(host, words, addresses, work) {
  const others = () => Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, anew(address)]));
  try {
    return await work(addresses).catch(() => pause().then(() => work(others())));
  } catch {
    await asked(host, words);
    return insisting(host, words, others(), work);
  }
}

/* Resolves when the button was pressed. */
function asked(host, { lost, again }) {
  const notice = Object.assign(document.createElement("p"), { textContent: `${lost} ` });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: again });
  notice.setAttribute("role", "alert");
  notice.append(button);
  host.append(notice);
  return new Promise((done) => (button.onclick = done)).then(() => notice.remove());
}

