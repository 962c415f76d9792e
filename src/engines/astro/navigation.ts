import type { NavigationReading } from "../../engine/navigation.js";
import { joinPath, routePath } from "../read/config-value.js";
import { entryAt, Groups, listsOf, type PlacedEntry } from "../read/navigation-lists.js";
import { readSiteModule } from "../read/site-module.js";
import { isTable } from "../read/table.js";
import { calledIn } from "./integrations.js";

const CONFIGS = ["mjs", "js", "ts", "mts", "cjs"].map((ending) => `astro.config.${ending}`);

/** The sidebar of Starlight: slugs that stop the build where no entry has them, and links. */
export const astroNavigation: NavigationReading = ({ site, files }) => {
  const path = CONFIGS.map((name) => joinPath(site.folder, name)).find(
    (name) => files.text(name) !== undefined,
  );
  const text = path === undefined ? undefined : files.text(path);
  if (path === undefined || text === undefined) return [];
  const config = readSiteModule({ path, text }, files);
  const list: unknown = isTable(config) ? config.integrations : undefined;
  if (!Array.isArray(list)) return [];
  const options = calledIn(list).find(({ name }) => name === "@astrojs/starlight")?.options;
  if (!isTable(options)) return [];
  const { sidebar, locales = {}, defaultLocale = "root" } = options;
  if (!isTable(locales) || typeof defaultLocale !== "string") return [];
  // A slug is looked for in the folder of the default locale; links are for all of them.
  const main =
    defaultLocale === "root" || Object.keys(locales).length === 0 ? "" : `/${defaultLocale}`;
  const slash = isTable(config) && config.trailingSlash === "never" ? "" : "/";
  return listsOf(itemsOf(sidebar, `${main}/`, slash, new Groups()), "shown");
};

function itemsOf(
  value: unknown,
  home: string,
  slash: string,
  groups: Groups,
): readonly PlacedEntry[] {
  if (!Array.isArray(value)) return [];
  const group = groups.next();
  const addressOf = (slug: string): string => {
    const path = routePath(home, slug === "index" ? "" : slug);
    return path === "/" ? path : path + slash;
  };
  return value.flatMap((item: unknown, index): readonly PlacedEntry[] => {
    const ofSlug = (holder: object, key: string | number, slug: unknown): readonly PlacedEntry[] =>
      typeof slug === "string" && !/^\/|\/$/.test(slug)
        ? entryAt(holder, key, slug, {
            target: { kind: "address", url: addressOf(slug), isBelowBase: true },
            failure: "stops",
            group,
          })
        : [];
    if (typeof item === "string") return ofSlug(value, index, item);
    if (!isTable(item)) return [];
    const { link, slug, items } = item;
    const url = typeof link === "string" ? home + link.replace(/^\/+/, "") : "";
    return [
      ...ofSlug(item, "slug", slug),
      ...entryAt(item, "link", link, {
        target: { kind: "address", url, isBelowBase: true },
        failure: "dead",
        group,
      }),
      ...itemsOf(items, home, slash, groups),
    ];
  });
}
