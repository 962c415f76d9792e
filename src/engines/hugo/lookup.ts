import { lazily } from "../../article/lazily.js";
import { percentDecoded } from "../../article/percent-decoded.js";
import type { TemplateTarget } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { ARTICLE, type ContentFile } from "./content.js";

/** An article of a site, with its file taken apart. */
export interface SiteFile {
  readonly facts: ArticleFacts;
  readonly file: ContentFile;
}

/** What a lookup finds: an article, nothing, or what nobody knows here (`maybe`). */
export type Lookup = { readonly path: string } | "nothing" | "maybe";

/** Finds pages as `GetPage`, `ref` and `relref` do: by their paths in the content, never by their addresses. */
export interface PageLookup {
  find(from: SiteFile, reference: string): Lookup;
}

const REF =
  /^\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?(?:"([^"]*)"|`([^`]*)`|([^\s"`={}<>]+))\s*[>%]\}\}(#[^\s{}]*)?$/;

/**
 * A path is looked for from the folder of the page, then from the root of the content; a name alone anywhere. Letter
 * case, endings and index files do not matter.
 *
 * @param isMadePage whether Hugo makes a page of a folder that has no article
 */
export function createLookup(
  files: readonly SiteFile[],
  isMadePage: (folder: string) => boolean,
): PageLookup {
  const tables = lazily(() => {
    const byPath = new Map<string, SiteFile[]>();
    const byName = new Map<string, SiteFile[]>();
    for (const one of files) {
      const path = pathOf(one.file);
      byPath.set(path, [...(byPath.get(path) ?? []), one]);
      const name = path.slice(path.lastIndexOf("/") + 1);
      byName.set(name, [...(byName.get(name) ?? []), one]);
    }
    return { byPath, byName };
  });
  return {
    find(from, reference) {
      const { byPath, byName } = tables();
      const asked = reference
        .toLowerCase()
        .replace(ARTICLE, "")
        .replace(/(?:^|\/)_?index$/, "")
        .replace(/(?<!\/)\/+$/, "");
      const { folders, name } = from.file;
      const own = folders.map((one) => one.toLowerCase());
      const starts = reference.startsWith("/")
        ? [[]]
        : [own, ...(name === "index" ? [own.slice(0, -1)] : []), []];
      const paths = starts.flatMap((start) => joined(start, asked) ?? []);
      const isName = /^[^/]+$/.test(asked) && !/^\.{1,2}$/.test(asked);
      const found = [
        ...paths.map((path) => byPath.get(path) ?? []),
        ...(isName ? [byName.get(asked) ?? []] : []),
      ];
      const { language } = from.file;
      for (const same of found) {
        const mine = same.find(({ file }) => file.language.code === language.code);
        if (mine !== undefined) return { path: mine.facts.path };
      }
      const isElsewhere = found.some((same) => same.length > 0);
      return isElsewhere || paths.some(isMadePage) ? "maybe" : "nothing";
    },
  };
}

/** What `{{< ref "x" >}}` or `{{< relref "x" >}}` leads to; undefined where nobody knows, or it is another tag. */
export function refTarget(
  from: SiteFile,
  tag: string,
  lookup: PageLookup,
): TemplateTarget | undefined {
  const match = REF.exec(tag.trim());
  if (match === null) return undefined;
  const [, quoted, raw, bare, after] = match;
  const asked = quoted ?? raw ?? bare ?? "";
  if (/^[a-z][a-z\d+.-]*:/i.test(asked)) return undefined;
  const [path = "", fragment = after?.slice(1)] = asked.split("#");
  const found =
    path === ""
      ? { path: from.facts.path }
      : lookup.find(from, percentDecoded(path.split("?")[0] ?? ""));
  if (found === "maybe") return undefined;
  const wanted = fragment === "" ? undefined : fragment;
  return { path: found === "nothing" ? undefined : found.path, asked: path, fragment: wanted };
}

/** The path of a page below the content, lower case: `""` for the home page. */
function pathOf({ folders, name }: ContentFile): string {
  const isIndex = name === "index" || name === "_index";
  return [...folders, ...(isIndex ? [] : [name])].join("/").toLowerCase();
}

function joined(start: readonly string[], path: string): string | undefined {
  const parts = [...start];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
