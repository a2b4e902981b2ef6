/* A made file is handed to the browser to save. */
import { element } from "./dom.js";

/** @import { MadeFile } from "./server.js" */

const HANDED_FOR = 60000; // ms that a made file is kept for the browser to save

/** @param {ParentNode} host
 * @param {MadeFile} file */
export function hand(host, { name, blob }) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
  host.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), HANDED_FOR);
}
