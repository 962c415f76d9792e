import { normalise } from "../../engine/address.js";
import { joinPath } from "../read/config-value.js";
import { withoutExtension } from "./permalink.js";

/** Endings that Hexo writes from other ones: `style.styl` is served as `style.css`. */
const RENDERED: Readonly<Record<string, readonly string[]>> = {
  ".css": [".styl", ".stylus", ".scss", ".sass", ".less"],
  ".json": [".yml", ".yaml"],
  ".html": [".ejs", ".njk", ".j2", ".swig", ".pug", ".jade"],
  ".js": [".ts", ".coffee"],
};

/** The address that a post's assets lie below. */
export function folderOf(path: string): string {
  return `${normalise(path)
    .replace(/\.html?$/, "")
    .replace(/\/$/, "")}/`;
}

/** The sources that what is served at a path may be made of. */
export function spellings(path: string): readonly string[] {
  const bare = withoutExtension(path);
  const sources = RENDERED[path.slice(bare.length)] ?? [];
  return [path, ...sources.map((ending) => bare + ending)];
}

/** What lies in the asset folders of the posts whose addresses an address begins with. */
export function assetsAt(address: string, folders: ReadonlyMap<string, string>): readonly string[] {
  if (folders.size === 0) return [];
  const found: string[] = [];
  for (let end = address.indexOf("/", 1); end !== -1; end = address.indexOf("/", end + 1)) {
    const folder = folders.get(address.slice(0, end + 1));
    if (folder !== undefined && end + 1 < address.length)
      for (const one of spellings(address.slice(end + 1)).map((one) => joinPath(folder, one)))
        found.push(one);
  }
  return found;
}
