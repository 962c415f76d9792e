import type { TemplateTarget } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { JekyllDocument } from "./document.js";

/** A tag in place of an address, behind the site's address or base path at most. */
const TAG =
  /^(?:\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\})*\/?\{%-?\s*(link|post_url)\s+(.*?)\s*-?%\}(?:#([^\s{}"'<>]*))?$/s;
const POST_NAME = /^\/?(.+\/)?(\d+-\d+-\d+)-(.*)$/;

/** What Jekyll's own tags find in a site. */
export interface TagSite {
  /** Posts, each with the path that the tags know it by, from the sources. */
  posts(): readonly { readonly inside: string; readonly document: JekyllDocument }[];
  /** The source file of a page, document or static file; `maybe` where code of the site could make one. */
  fileOf(inside: string): string | "maybe" | undefined;
}

/** Finds what `{% link path %}` and `{% post_url name %}` lead to. Jekyll stops the build where they find nothing. */
export function tagTarget(tag: string, site: TagSite): TemplateTarget | undefined {
  const [, name, asked = "", after] = TAG.exec(tag.trim()) ?? [];
  if (name === undefined || asked.includes("{{")) return undefined;
  const found = name === "link" ? site.fileOf(asked) : postOf(asked, site);
  if (found === "maybe") return undefined;
  return { path: found, asked, fragment: after === "" ? undefined : after };
}

/** A post by folder and name, then by its slug and date alone. */
function postOf(asked: string, site: TagSite): string | "maybe" | undefined {
  const [, folder = "", date = "", slug = ""] = POST_NAME.exec(asked) ?? [];
  if (date === "") return undefined;
  const isEnded = (rest: string): boolean => /^\.[^./]+/.test(rest);
  const starts = [`_posts/${folder}${date}-${slug}`, `${folder}_posts/${date}-${slug}`];
  const same = site
    .posts()
    .find(({ inside }) =>
      starts.some((start) => inside.startsWith(start) && isEnded(inside.slice(start.length))),
    );
  if (same !== undefined) return same.document.facts.path;
  const alike = site.posts().filter(({ document }) => slugsOf(document.facts).includes(slug));
  const [first] = alike.filter(({ document }) => hasDate(document, date));
  if (first !== undefined) return first.document.facts.path;
  return alike.some(({ document }) => document.dates.length === 0) ? "maybe" : undefined;
}

/** The slug that the file's name has, and that of the front matter. */
function slugsOf({ path, route }: ArticleFacts): readonly string[] {
  const [, , name = ""] = /([^/]*?\d+-\d+-\d+-)([^/]*)\.[^./]+$/.exec(path) ?? [];
  return route.slug === undefined ? [name] : [route.slug];
}

function hasDate({ dates }: JekyllDocument, written: string): boolean {
  const [year, month, day] = written.split("-").map(Number);
  return dates.some((date) => date.year === year && date.month === month && date.day === day);
}
