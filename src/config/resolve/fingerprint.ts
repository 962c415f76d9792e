import { createHash } from "node:crypto";
import { lazily } from "../../article/lazily.js";
import { modulesFingerprint } from "../load/module-graph.js";

/**
 * Identifies what a config does besides what its settings say as data: the modules of code, and the files that rules have
 * read. Worked out when it is first asked for.
 *
 * @param modules files of code, absolute
 * @param seen what else was read, each as text
 * @returns undefined where that cannot be told
 */
export function configFingerprint(
  modules: readonly string[],
  seen: readonly (() => string)[],
): () => string | undefined {
  return lazily(() => {
    const prints = modules.map(modulesFingerprint);
    if (prints.includes(undefined)) return undefined;
    const hash = createHash("sha256");
    for (const part of [...prints, ...seen.map((read) => read())])
      hash.update(JSON.stringify(part));
    return hash.digest("hex");
  });
}
