import type { NavigationList, NavigationScene } from "../../engine/navigation.js";
import { entryAt, Groups, listsOf, type PlacedEntry } from "./navigation-lists.js";
import { readPlaced } from "./placed-data.js";
import { isTable } from "./table.js";

const DATA = /\.(?:ya?ml|json|toml)$/i;
/** Files that by their name hold what a site shows of its pages. */
const LISTS =
  /(?:^|[/_.-])(?:nav|navigation|menu|sidebar|toc|header|footer)s?(?:[/_.-]|$)|[_-]?(?:nav|menu)\.\w+$/i;
const LABELS = ["title", "text", "name", "label"];
const ADDRESSES = ["url", "link", "href", "permalink", "path", "to"];

/** Most files that are read. */
const MOST = 100;

/**
 * The lists in data files below a folder: tables with a label and a root-relative address, which templates print as they are by
 * habit. The folder is relative to the project root.
 */
export function dataNavigation(
  folder: string,
  { files }: NavigationScene,
): readonly NavigationList[] {
  const paths = files
    .list(folder)
    .filter((path) => DATA.test(path) && LISTS.test(path.slice(folder.length)));
  return paths
    .slice(0, MOST)
    .flatMap((path) =>
      listsOf(labelledIn(readPlaced(path, files.text(path)), new Groups()), "shown"),
    );
}

/** Tables with a label and an address, at any depth. */
export function labelledIn(value: unknown, groups: Groups, group?: string): readonly PlacedEntry[] {
  if (Array.isArray(value)) {
    const own = groups.next();
    return value.flatMap((one: unknown) => labelledIn(one, groups, own));
  }
  if (!isTable(value)) return [];
  const isAlone = Object.keys(value).length === 1;
  const hasLabel = isAlone || LABELS.some((key) => typeof value[key] === "string");
  const key = ADDRESSES.find((name) => typeof value[name] === "string");
  const written = key === undefined ? undefined : value[key];
  const isEntry =
    hasLabel && key !== undefined && typeof written === "string" && /^\/(?!\/)/.test(written);
  return [
    ...(isEntry
      ? entryAt(value, key, written, {
          target: { kind: "address", url: written, isBelowBase: true },
          failure: "printed",
          group,
        })
      : []),
    ...Object.values(value).flatMap((one) => labelledIn(one, groups)),
  ];
}
