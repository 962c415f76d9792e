import { type Article, attributeOf, type Range } from "../../../src/rules.js";

/** A link with the version of another release than the page, where all others of its kind have that of the page. */
export interface StaleVersion {
  readonly range: Range;
  readonly other: string;
}

export interface StaleVersions {
  readonly own: string;
  readonly links: readonly StaleVersion[];
  readonly count: number;
}

/** So many links of one kind have the version of the page. */
const LEAST = 5;
const VERSION = /(?<![\d.])\d+\.\d+\.\d+(?!\.?\d)/g;

/** Links of a page about a release (`v12.18.2.md`) to the files of another one, all of them in one folder of a host but for the version. */
export function staleVersions(article: Article): StaleVersions | undefined {
  const name = article.path.slice(article.path.lastIndexOf("/") + 1);
  const [own, ...more] = name.replace(/\.\w+$/, "").match(VERSION) ?? [];
  if (own === undefined || more.length > 0) return undefined;
  const kinds = new Map<string, { count: number; links: StaleVersion[] }>();
  for (const element of article.elements) {
    const href = element.tagName === "a" ? attributeOf(article, element, "href") : undefined;
    const versions = href?.unknown === false ? (href.value.match(VERSION) ?? []) : [];
    if (href === undefined || versions.length === 0) continue;
    const shape = href.value.replace(VERSION, "*");
    const folder = shape.slice(0, shape.lastIndexOf("/") + 1);
    const kind = kinds.get(folder) ?? { count: 0, links: [] };
    kinds.set(folder, kind);
    const [other] = versions;
    if (other !== undefined && new Set(versions).size === 1 && other !== own)
      kind.links.push({ range: href.valueRange, other });
    else if (other === own) kind.count++;
  }
  const sure = [...kinds.values()].filter((kind) => kind.count >= LEAST && kind.links.length === 1);
  const links = sure.flatMap((kind) => kind.links);
  const count = sure.reduce((sum, kind) => sum + kind.count, 0);
  return links.length === 0 ? undefined : { own, links, count };
}
