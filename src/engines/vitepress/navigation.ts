import { lazily } from "../../article/lazily.js";
import type { NavigationReading } from "../../engine/navigation.js";
import { joinPath } from "../read/config-value.js";
import { entryAt, Groups, listsOf, type PlacedEntry } from "../read/navigation-lists.js";
import { readSiteModule } from "../read/site-module.js";
import { isTable } from "../read/table.js";
import { configFiles } from "./config-files.js";

/** `nav` and `sidebar` of the usual theme, of all locales. Their links are looked up below the base path (seen in VitePress 1.6). */
export const vitepressNavigation: NavigationReading = ({ site, files, articles, router }) => {
  const path = configFiles
    .map((name) => joinPath(site.folder, name))
    .find((name) => files.text(name) !== undefined);
  const text = path === undefined ? undefined : files.text(path);
  if (path === undefined || text === undefined) return [];
  const config = readSiteModule({ path, text }, files);
  if (!isTable(config)) return [];
  const locales = isTable(config.locales) ? Object.values(config.locales) : [];
  const groups = new Groups();
  const addresses = lazily(() => articles.flatMap((facts) => router.routesOf(facts).addresses));
  /** The lists of folders that have pages, which alone show them. */
  const shownIn = (sidebar: unknown): unknown =>
    isTable(sidebar) && !Array.isArray(sidebar.items)
      ? Object.entries(sidebar).flatMap(([folder, list]) => {
          const start = `/${folder}`.replace(/\/{2,}/g, "/");
          const isSeen = addresses().some((address) => address.startsWith(start));
          return isSeen ? [{ items: Array.isArray(list) ? [{ items: list }] : [list] }] : [];
        })
      : sidebar;
  const entries = [config, ...locales].flatMap((one) => {
    const theme = isTable(one) && isTable(one.themeConfig) ? one.themeConfig : {};
    return [...itemsOf(theme.nav, "", groups), ...itemsOf(shownIn(theme.sidebar), "", groups)];
  });
  return listsOf(entries, "shown");
};

/** The items of a list, or of the lists of several folders. A `base` is put before the links of items below it. */
function itemsOf(value: unknown, base: string, groups: Groups): readonly PlacedEntry[] {
  if (!Array.isArray(value)) {
    if (!isTable(value)) return [];
    if (Array.isArray(value.items)) return itemsOf(value.items, baseOf(value, base), groups);
    return Object.values(value).flatMap((items) => itemsOf(items, base, groups));
  }
  const group = groups.next();
  return value.flatMap((item: unknown): readonly PlacedEntry[] => {
    if (!isTable(item)) return [];
    const { link, items } = item;
    const own = typeof link === "string" ? `${base}${link}`.replace(/\.md(?=$|#)/, "") : "";
    const url = `/${own}`.replace(/\/{2,}/g, "/");
    const entries = entryAt(item, "link", link, {
      target: { kind: "address", url, isBelowBase: true },
      failure: "dead",
      group,
    });
    const isElsewhere = Object.hasOwn(item, "target") || /[\0{}<>$*]/.test(base);
    return [
      ...(isElsewhere ? [] : entries),
      ...(Array.isArray(items) ? itemsOf(items, baseOf(item, base), groups) : []),
    ];
  });
}

function baseOf({ base }: Readonly<Record<string, unknown>>, outer: string): string {
  return typeof base === "string" ? base : outer;
}
