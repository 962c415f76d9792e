import type { Engine, SiteIndex } from "../../../src/rules.js";

/** What a component would print that a fragment could name, or hand on to others that might. */
const PRINTS_IDS =
  /<h[1-6]\b|<(?:[\w.]+\.)?H[1-6]\b|\bid=|:id=|v-html|dangerouslySetInnerHTML|createElement|\bh\(/;

/** A component within a component. */
const COMPONENT = /<([A-Z][\w.]*)(?=[\s/>])/g;

const ENDING = /\.(?:vue|[jt]sx|svelte)$/;

/** Judges components; what was found out of one holds for the whole site. */
export class PageComponents {
  readonly #site: SiteIndex;
  readonly #sources = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #known = new Map<string, boolean>();

  constructor(site: SiteIndex) {
    this.#site = site;
  }

  /**
   * Whether components could print headings or ids: unless the engine's own are known not to, or the file of that name
   * in the site shows that they do not.
   */
  couldPrintIds(names: readonly string[], engine: Engine, folder: string): boolean {
    return names.some((name) => {
      const key = `${folder}\0${name}`;
      const known = this.#known.get(key) ?? this.#judge(name, engine, folder);
      this.#known.set(key, known);
      return known;
    });
  }

  #judge(name: string, engine: Engine, folder: string): boolean {
    const seen = new Set<string>(engine.markdown.plainComponents);
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const paths = this.#sourcesIn(folder).get(folded(next)) ?? [];
      const texts = paths.flatMap((path) => this.#site.textOf(path) ?? []);
      if (texts.length === 0 || texts.some((text) => PRINTS_IDS.test(text))) return true;
      for (const text of texts)
        for (const [, inner = ""] of text.matchAll(COMPONENT)) waiting.push(inner);
    }
    return false;
  }

  /** Files of components by name. */
  #sourcesIn(folder: string): ReadonlyMap<string, readonly string[]> {
    const known = this.#sources.get(folder);
    if (known !== undefined) return known;
    const sources = new Map<string, string[]>();
    for (const path of this.#site.filesOf(folder)) {
      if (!ENDING.test(path)) continue;
      const paths = sources.get(nameOf(path));
      if (paths === undefined) sources.set(nameOf(path), [path]);
      else paths.push(path);
    }
    this.#sources.set(folder, sources);
    return sources;
  }
}

function folded(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}

/** The name of the component in a file: that of its folder for `Card/index.jsx`. */
function nameOf(path: string): string {
  const parts = path.split("/");
  const name = (parts.at(-1) ?? "").replace(ENDING, "");
  return folded(name === "index" ? (parts.at(-2) ?? "") : name);
}
