/* Runs in every frame of every measured page, before its own scripts: when was the mouse released, and when was the
 * answer on the screen? Times are absolute (ms since 1970, with fractions), so that those of a frame and of the page
 * around it can be compared. An answer is a heading with a certain text, in the page or in an open shadow root.
 *
 *   seen     the heading is in the document
 *   painted  the frame with the heading has been drawn: the first task after its animation frame
 *   settled  the animation frame after that: two requestAnimationFrame; later than the paint, never earlier
 */

(() => {
  const now = () => performance.timeOrigin + performance.now();
  for (const kind of ["pointerdown", "pointerup"])
    addEventListener(kind, (event) => (top.pressed = { ...top.pressed, [kind]: performance.timeOrigin + event.timeStamp }), true);
  if (top !== window) return;

  const roots = [document];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  };
  const everywhere = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);

  const slow = []; // what Event Timing tells of presses that took longer than 16 ms
  new PerformanceObserver((list) => slow.push(...list.getEntries())).observe({ type: "event", durationThreshold: 16 });

  /* Resolves when the frame that is drawn next has been drawn. */
  function drawn() {
    const times = { seen: now() };
    return new Promise((done) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => (times.painted ??= now());
        after.port2.postMessage("");
        requestAnimationFrame(() => {
          times.settled = now();
          times.painted ??= times.settled; // on a busy machine the task may come late; the frame has been drawn by now
          setTimeout(() => done(times));
        });
      });
    });
  }

  const shows = (selector, text) => everywhere(selector).some((heading) => heading.textContent.trim() === text);

  globalThis.probe = {
    /* Before a press: the heading that the press will bring. Await `probe.answer` after it. */
    expect(selector, text) {
      top.pressed = {};
      slow.length = 0;
      if (shows(selector, text)) throw new Error(`«${text}» is already shown`);
      this.answer = new Promise((done) => {
        const look = () => {
          if (!shows(selector, text)) return;
          watcher.disconnect();
          drawn().then((times) => done({ ...times, ...top.pressed }));
        };
        const watcher = new MutationObserver(look);
        for (const root of roots) watcher.observe(root, { childList: true, subtree: true, characterData: true });
      });
    },

    /* The longest of the last press's events, from input to the next paint; 16 when all were shorter. */
    slowest: () => Math.max(16, ...slow.filter((one) => one.interactionId).map((one) => one.duration)),

    /* From navigation to a drawn heading, in ms; with a button, from navigation to the answer of its first press. */
    async load(heading, button) {
      const start = performance.timeOrigin;
      const frame = () => new Promise(requestAnimationFrame);
      const reachable = (one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const hit = one.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
        return width > 0 && one.contains(hit);
      };
      let pressed;
      for (;;) {
        const found = button && everywhere(button).find(reachable);
        if (found && !pressed) (pressed = now()), found.click();
        if ((pressed || !button) && everywhere(heading).some((one) => one.textContent.trim() && one.getClientRects().length)) break;
        await frame();
      }
      const { settled } = await drawn();
      return { clickable: (pressed ?? settled) - start, answered: settled - start };
    },
  };
})();
