import { join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { joinPath, siteGlobs } from "../read/config-value.js";
import { isTable } from "../read/table.js";
import { ARTICLE } from "./content.js";
import { memberOf, rendersPage } from "./rendering.js";

type Table = Readonly<Record<string, unknown>>;

/** What a page passes down about rendering, and to which pages. */
interface Rule {
  readonly isRendered: boolean;
  /** Whether it holds for the page at a path below the content, without ending. */
  holds(page: string): boolean;
}

/** A folder of content, relative to the site's folder, and files in it that are mounted nowhere. */
export interface ContentFolder {
  readonly folder: string;
  leavesOut(inside: string): boolean;
}

/** Deepest folder that is gone into. */
const DEEPEST = 20;

/**
 * Files of content that make no page: below a `cascade` with `build.render: never` or `link`, or left out by a mount.
 * What a page says of itself alone is left to its own front matter.
 */
export function unrenderedFiles(
  folders: readonly ContentFolder[],
  siteFolder: string,
  config: SiteTable,
  reader: SiteReader,
): readonly string[] {
  const found: string[] = [];
  const visit = (
    { folder, leavesOut }: ContentFolder,
    inside: string,
    above: readonly Rule[],
    depth: number,
  ): void => {
    const path = join(siteFolder, folder, inside);
    const entries = reader.entries(path);
    const index = entries.find(({ name }) =>
      /^_index(?:\.[\w-]+)?\.(?:md|markdown|html)$/.test(name),
    );
    const own = index === undefined ? {} : reader.frontMatter(join(path, index.name));
    const rules = [...above, ...rulesOf(memberOf(own, "cascade"))];
    for (const { name, isFolder } of entries) {
      const file = joinPath(inside, name);
      if (isFolder) {
        if (depth < DEEPEST) visit({ folder, leavesOut }, file, rules, depth + 1);
      } else if (ARTICLE.test(name)) {
        const isKept = rules.findLast((rule) => rule.holds(pageOf(file)))?.isRendered ?? true;
        const isOut =
          leavesOut(file) || (!isKept && rendersItself(reader, join(path, name)) !== true);
        if (isOut) found.push(joinPath(folder, file));
      }
    }
  };
  const base = rulesOf(memberOf(config, "cascade"));
  for (const folder of folders) visit(folder, "", base, 0);
  return [...new Set(found)];
}

function rendersItself(reader: SiteReader, file: string): boolean | undefined {
  return rendersPage(reader.frontMatter(file));
}

function rulesOf(cascade: unknown): readonly Rule[] {
  const list: readonly unknown[] = Array.isArray(cascade) ? cascade : [cascade];
  return list.flatMap((one): readonly Rule[] => {
    if (!isTable(one)) return [];
    const isRendered = rendersPage(one) ?? rendersPage(tableOf(memberOf(one, "params")));
    if (isRendered === undefined) return [];
    const target = tableOf(memberOf(one, "target") ?? memberOf(one, "_target"));
    const path = memberOf(target, "path");
    const isNarrowed = Object.keys(target).some((key) => key.toLowerCase() !== "path");
    // Kinds, languages and environments are not looked into: the rule may hold for none of these files.
    if (isNarrowed && !isRendered) return [];
    if (typeof path !== "string") return [{ isRendered, holds: () => true }];
    const matches = siteGlobs([path.toLowerCase()]);
    return [{ isRendered, holds: matches }];
  });
}

/** The path of a page as globs see it: from the content, lower case, without ending and index. */
function pageOf(file: string): string {
  const bare = `/${file.replace(ARTICLE, "")}`.toLowerCase();
  return bare.replace(/\/_?index$/, "") || "/";
}

function tableOf(value: unknown): Table {
  return isTable(value) ? value : {};
}
