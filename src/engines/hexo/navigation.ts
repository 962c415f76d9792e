import type { NavigationReading } from "../../engine/navigation.js";
import { joinPath } from "../read/config-value.js";
import { dataNavigation } from "../read/data-navigation.js";
import { leadsAway, listsOf, type PlacedEntry } from "../read/navigation-lists.js";
import { readPlaced } from "../read/placed-data.js";
import { placeOf } from "../read/places.js";
import { isTable } from "../read/table.js";

/** `menu` of the theme's config, and data files. Themes print both below the base path. */
export const hexoNavigation: NavigationReading = (scene) => {
  const { site, files } = scene;
  const { theme } = site.config;
  const names =
    typeof theme === "string" && /^[\w.-]+$/.test(theme)
      ? [`_config.${theme}.yml`, `_config.${theme}.yaml`, `themes/${theme}/_config.yml`]
      : [];
  const menus = names.flatMap((name) => {
    const path = joinPath(site.folder, name);
    const data = readPlaced(path, files.text(path));
    return isTable(data) && isTable(data.menu) ? [menuEntries(data.menu)] : [];
  });
  return [
    ...listsOf(menus[0] ?? [], "shown"),
    ...dataNavigation(joinPath(site.root, "_data"), scene),
  ];
};

/** `Archives: /archives/ || fa fa-archive`. */
function menuEntries(menu: Readonly<Record<string, unknown>>): readonly PlacedEntry[] {
  return Object.entries(menu).flatMap(([label, value]): readonly PlacedEntry[] => {
    const place = placeOf(menu, label);
    const written = typeof value === "string" ? (value.split("||", 1)[0] ?? "").trim() : "";
    if (place === undefined || !/^\/(?!\/)/.test(written) || leadsAway(written)) return [];
    const { start } = place.range;
    return [
      {
        path: place.path,
        entry: {
          written,
          range: { start, end: start + written.length },
          target: { kind: "address", url: written, isBelowBase: true },
          failure: "dead",
          group: "menu",
        },
      },
    ];
  });
}
