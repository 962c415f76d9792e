import type {
  NavigationEntry,
  NavigationReading,
  NavigationScene,
} from "../../engine/navigation.js";
import { basePathOf } from "../../knowledge/link/base-path.js";
import { joinPath } from "../read/config-value.js";
import { entryAt, Groups, listsOf, type PlacedEntry } from "../read/navigation-lists.js";
import { readPlaced } from "../read/placed-data.js";
import { isTable } from "../read/table.js";
import { readHugoConfig } from "./config.js";

const ENDINGS = ["toml", "yaml", "yml", "json"];
const MENUS = /^menus?$/i;

/** The menus of the site's config: `url` is an address, `pageRef` a page, without which Hugo prints an empty address. */
export const hugoNavigation: NavigationReading = (scene) => {
  const { site, files } = scene;
  const paths = ["hugo", "config", ...["hugo", "config"].map((name) => `config/_default/${name}`)]
    .flatMap((name) => ENDINGS.map((ending) => joinPath(site.folder, `${name}.${ending}`)))
    .concat(
      ["menu", "menus"].flatMap((name) =>
        ENDINGS.map((ending) => joinPath(site.folder, `config/_default/${name}.${ending}`)),
      ),
    );
  // Menus of one language among several are printed with its prefix, or without, as the theme has it.
  const hasOneLanguage = readHugoConfig(site).languages.length < 2;
  const groups = new Groups();
  const entries = paths.flatMap((path) => {
    const data = readPlaced(path, files.text(path));
    if (!isTable(data)) return [];
    const isMenus = MENUS.test(path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, ""));
    const menus = isMenus ? [data] : membersOf(data, MENUS);
    return menus.flatMap((menu) =>
      isTable(menu)
        ? Object.values(menu).flatMap((list) =>
            Array.isArray(list) ? menuEntries(list, groups.next(), hasOneLanguage, scene) : [],
          )
        : [],
    );
  });
  return listsOf(entries, "shown");
};

function membersOf(table: Readonly<Record<string, unknown>>, name: RegExp): readonly unknown[] {
  return Object.entries(table).flatMap(([key, value]) => (name.test(key) ? [value] : []));
}

function menuEntries(
  list: readonly unknown[],
  group: string,
  hasOneLanguage: boolean,
  { site, articles, router }: NavigationScene,
): readonly PlacedEntry[] {
  const [first] = articles;
  return list.flatMap((item): readonly PlacedEntry[] => {
    if (!isTable(item) || first === undefined) return [];
    const named = (name: RegExp): string | undefined =>
      Object.keys(item).find((key) => name.test(key));
    const [parent, ref, url] = [named(/^parent$/i), named(/^pageref$/i), named(/^url$/i)];
    // Entries below one and the same entry are next to each other.
    const own = `${group} ${parent === undefined ? "" : String(item[parent])}`;
    const at = (key: string, written: string, more: Pick<NavigationEntry, "target" | "failure">) =>
      entryAt(item, key, written, { ...more, group: own });
    const page = ref === undefined ? undefined : item[ref];
    if (ref !== undefined && typeof page === "string" && page !== "") {
      const path = router.lookUp?.(first, page.startsWith("/") ? page : `/${page}`);
      const address = `/${page}/`.replace(/\/{2,}/g, "/").replace(/\/_?index(?:\.md)?\/$/, "/");
      if (!hasOneLanguage && path === undefined) return [];
      return at(ref, page, {
        failure: "unlinked",
        target:
          path === undefined
            ? { kind: "address", url: address, isBelowBase: true }
            : { kind: "file", path },
      });
    }
    const link = url === undefined ? undefined : item[url];
    const isRooted = typeof link === "string" && link.startsWith("/");
    if (url === undefined || !isRooted || !hasOneLanguage || basePathOf(site.url) !== "/")
      return [];
    return at(url, link, {
      failure: "dead",
      target: { kind: "address", url: link, isBelowBase: false },
    });
  });
}
