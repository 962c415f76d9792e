import type { SiteReader } from "../../engine/site-reader.js";

/** Where examples, libraries and the tutorial keep articles. */
const USUAL = ["content", "src/content", "app", "src/app", "pages", "src/pages"];

/** Folders of a project that hold no articles of its site. */
const OTHERS = /^(?:[._].*|node_modules|tests?|fixtures|examples?|scripts|docs|out|dist|coverage)$/;

/** How deep below a folder articles are looked for. */
const DEPTH = 4;

/**
 * Folders of a site that hold articles. Code may read them from anywhere: where the usual folders have none, they are those
 * that have Markdown with front matter, which only programs that make pages read.
 */
export function contentFolders(home: string | undefined, reader: SiteReader): readonly string[] {
  if (home === undefined) return USUAL;
  const holds = (folder: string, isPost: (file: string) => boolean, depth = DEPTH): boolean =>
    reader.entries(folder).some(({ name, isFolder }) => {
      const path = `${folder}/${name}`;
      if (!isFolder) return /\.mdx?$/i.test(name) && isPost(path);
      return depth > 0 && name !== "node_modules" && holds(path, isPost, depth - 1);
    });
  if (USUAL.some((folder) => holds(`${home}/${folder}`, () => true))) return USUAL;
  const hasFrontMatter = (file: string): boolean =>
    Object.keys(reader.frontMatter(file)).length > 0;
  const found = reader
    .entries(home)
    .filter(({ name, isFolder }) => isFolder && !OTHERS.test(name))
    .map(({ name }) => name)
    .filter((name) => holds(`${home}/${name}`, hasFrontMatter, 1));
  return found.length === 0 ? USUAL : found;
}
