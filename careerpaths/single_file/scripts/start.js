/* Runs before the document is painted: the text steps aside for the map, and comes back if a script fails. */
{
  const { classList } = document.documentElement;
  if ("noModule" in HTMLScriptElement.prototype) classList.add("starting");
  addEventListener("error", () => classList.remove("starting"));
}
