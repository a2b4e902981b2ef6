/* A frame whose host keeps our origin from us (sandbox without allow-same-origin): nothing but this page itself may be
   fetched, so Streamlit cannot start. Stands in the page; says so, with a way on, as soon as the page has been read. */
if (self.origin === "null") {
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const meta = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=late]"));
    const { sandboxed, open, alone } = JSON.parse(meta.content);
    const address = new URL(location.href);
    address.searchParams.delete("embed");
    const told = document.createElement("main");
    told.style.font = "1.0625rem/1.6 system-ui, sans-serif";
    const link = (/** @type {Record<string, string>} */ parts) => Object.assign(document.createElement("a"), parts);
    const ways = [
      link({ href: address.href, textContent: open, target: "_blank", rel: "noopener" }),
      link({ href: alone.href, textContent: alone.text }),
    ];
    for (const part of [sandboxed, ...ways]) {
      const line = document.createElement("p");
      line.append(part);
      told.append(line);
    }
    document.body.replaceChildren(told);
  });
}
