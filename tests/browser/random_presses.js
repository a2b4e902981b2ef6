/* Presses the page Planera as somebody in a hurry: whatever can be pressed, in any order, from a seed; «Spara» at the end.
   Returns for each seed the text of the file that was made, or the sentence that refused it. */
async ([seeds, presses, styles]) => {
  const { mount } = await import("/web/x/unit.js");
  const TEXTS = ["", "Ny lag", "=1+1", "e\u0301 å ä ö", "😀 ሰላም", "rad\nrad", "\u0958".repeat(900), "x".repeat(1501), "2026-11-20", "26/5 2027", "igår"];
  const PRESSED = "[data-row] button[data-do], [data-add], .removed button, [data-choose], [data-jump], [data-do=free]";
  const FIELDS = ".editing :is(input, select, textarea), [data-direction], [data-level]";
  let made;
  URL.createObjectURL = (blob) => ((made = blob), "#");
  URL.revokeObjectURL = () => {};
  addEventListener("click", (event) => event.composedPath()[0].matches?.("a[download]") && event.preventDefault(), true);

  const dice = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const one = (random, several) => several[Math.floor(random() * several.length)];

  function fill(random, field) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.type === "radio" || !field.checked;
    else if (field.tagName === "SELECT") field.value = one(random, [...field.options]).value;
    else field.value = one(random, TEXTS);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* A row's own buttons are many: each kind of press is as likely as another. */
  function press(random, root) {
    const kinds = Map.groupBy(root.querySelectorAll(PRESSED), ({ dataset }) => dataset.do ?? Object.keys(dataset)[0]);
    const fields = [...root.querySelectorAll(FIELDS)];
    if (fields.length && random() < 0.4) return fill(random, one(random, fields));
    const several = [...kinds.values()];
    return several.length ? one(random, one(random, several)).click() : undefined;
  }

  const options = { form: "/web/x/unit.sv.json", plan: `${location.origin}/plan/`, styles: `/${styles}`, links: { role: "/?role={role}", step: "/?step={step}" }, go() {} };
  const form = await (await fetch(options.form)).text(); // asked for once: the visitors are many, the network is not what is tried
  globalThis.fetch = async () => new Response(form, { headers: { "content-type": "application/json" } });
  const results = [];
  for (const seed of seeds) {
    sessionStorage.clear();
    history.replaceState(null, "", location.pathname);
    const host = document.body.appendChild(document.createElement("div"));
    host.style.display = "none"; // nothing is laid out: a hundred visitors in seconds
    const page = mount(host.attachShadow({ mode: "open" }), options);
    await page.ready;
    const root = host.shadowRoot.querySelector(".unit");
    const random = dice(seed);
    for (let n = 0; n < presses; n += 1) press(random, root);
    made = null;
    root.querySelector("[data-file=json]").click();
    await new Promise((done) => setTimeout(done));
    results.push({ file: made && (await made.text()), refused: root.querySelector("[data-away=take]").textContent });
    page.unmount();
    host.remove();
  }
  return results;
}
