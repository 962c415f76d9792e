import { fileURLToPath } from "node:url";
import { loadSources as load } from "../../scripts/load-code.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Loads what an entry exports, straight from the TypeScript sources, so that what is compared is what stands there. */
export async function loadSources(entry) {
  // The corpus is found from its own file, which a bundle leaves behind.
  return await load(root, entry, new URL("../corpus/corpus.ts", import.meta.url));
}
