import type { Engine, SiteIndex } from "../../../src/rules.js";

/** What a component would print that a fragment could name, or hand on to others that might. */
const PRINTS_IDS =
  /<h[1-6]\b|<(?:[\w.]+\.)?H[1-6]\b|\bid=|:id=|v-html|dangerouslySetInnerHTML|createElement|\bh\(/;

/** A component within a component. */
const COMPONENT = /<([A-Z][\w.]*)(?=[\s/>])/g;

const ENDING = /\.(?:vue|[jt]sx|svelte)$/;

/**
 * Whether components could print headings or ids: unless the engine's own are known not to, or the file of that name in
 * the site shows that they do not.
 */
export function couldPrintIds(
  names: readonly string[],
  engine: Engine,
  folder: string,
  site: SiteIndex,
): boolean {
  const plain = new Set(engine.markdown.plainComponents);
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name) || plain.has(name)) continue;
    seen.add(name);
    const texts = sourcesOf(name, folder, site);
    if (texts.length === 0 || texts.some((text) => PRINTS_IDS.test(text))) return true;
    for (const text of texts)
      for (const [, inner = ""] of text.matchAll(COMPONENT)) waiting.push(inner);
  }
  return false;
}

function sourcesOf(name: string, folder: string, site: SiteIndex): readonly string[] {
  const wanted = name.replaceAll("-", "").toLowerCase();
  if (wanted === "") return [];
  return site
    .filesOf(folder)
    .filter((path) => ENDING.test(path) && stemOf(path) === wanted)
    .flatMap((path) => site.textOf(path) ?? []);
}

function stemOf(path: string): string {
  const parts = path.split("/");
  const name = (parts.at(-1) ?? "").replace(ENDING, "");
  return (name === "index" ? (parts.at(-2) ?? "") : name).replaceAll("-", "").toLowerCase();
}
