/* Runs before the document is painted: the text steps aside for the map, and comes back if a script fails. */
const page = document.documentElement;
if ("noModule" in HTMLScriptElement.prototype) page.classList.add("starting");
addEventListener("error", () => page.classList.remove("starting"));
