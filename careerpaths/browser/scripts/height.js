/* In a frame: tells the host page how high the content is, so that it can give the frame that height.
   Message {type: "karriarkartan:height", height: px}, sent only to the origin that frames us; deploy/README.md has the
   host's side. Who may frame us is decided by frame-ancestors before any script runs. Returns how to stop. */
/** @param {Element} content */
export function tellHeight(content) {
  const host = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  if (window.parent === window || !host || host === "null") return () => {};
  let told = 0;
  const watch = new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (Math.abs(height - told) <= 1) return;
    told = height;
    window.parent.postMessage({ type: "karriarkartan:height", height }, host);
  });
  watch.observe(content);
  return () => watch.disconnect();
}

/* A page of ours that is no more than its text asks for it by an attribute. */
if (document.body.dataset.tells === "height") tellHeight(document.body);
