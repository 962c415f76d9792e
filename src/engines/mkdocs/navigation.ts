import type {
  NavigationEntry,
  NavigationReading,
  NavigationTarget,
} from "../../engine/navigation.js";
import { joinPath } from "../read/config-value.js";
import { readPlaced } from "../read/placed-data.js";
import { placeOf } from "../read/places.js";
import { isTable } from "../read/table.js";
import { mkdocsConfig } from "./config.js";
import plugins from "./plugins.json" with { type: "json" };
import { pageAddress } from "./router.js";

const CONFIGS = ["mkdocs.yml", "mkdocs.yaml"];
/** Plugins that make another list of `nav`, and those that give a meaning to entries which name no page. */
const REPLACE: ReadonlySet<string> = new Set(plugins.replaceNav);
const READ: ReadonlySet<string> = new Set(plugins.readNav);
const PAGE = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;

/** `nav` of a MkDocs config: files below `docs_dir`, addresses from the root of the site, other sites. */
export const mkdocsNavigation: NavigationReading = ({ site, files, router }) => {
  const config = mkdocsConfig(site.config);
  const names = Object.keys(config.plugins);
  if (names.some((name) => REPLACE.has(name))) return [];
  const namesOnlyPages = !names.some((name) => READ.has(name));
  const path = CONFIGS.map((name) => joinPath(site.folder, name)).find(
    (name) => files.text(name) !== undefined,
  );
  const data = path === undefined ? undefined : readPlaced(path, files.text(path));
  if (path === undefined || !isTable(data)) return [];
  const targetOf = (written: string): NavigationTarget => {
    const file = joinPath(site.root, written.replace(/^\.\//, ""));
    if (PAGE.test(written)) {
      const address = pageAddress(written, config.use_directory_urls);
      return router.generates(address) === "no"
        ? { kind: "file", path: file }
        : { kind: "address", url: address, isBelowBase: true };
    }
    return written.startsWith("/")
      ? { kind: "address", url: written, isBelowBase: false }
      : { kind: "address", url: `/${written}`, isBelowBase: true };
  };
  const entries = writtenIn(data.nav).flatMap(({ holder, key, written }): NavigationEntry[] => {
    const range = placeOf(holder, key)?.range;
    if (range === undefined || /^[a-z][a-z\d+.-]*:|#|^\/\/|^!|\*/i.test(written)) return [];
    if (!namesOnlyPages && !PAGE.test(written)) return [];
    return [
      {
        written,
        range,
        target: targetOf(written),
        failure: "dead",
        group: PAGE.test(written) ? "nav" : undefined,
      },
    ];
  });
  return [{ path, entries, twice: "one-place" }];
};

interface Written {
  readonly holder: object;
  readonly key: string | number;
  readonly written: string;
}

/** The texts of a list of texts and tables of one text or list, at any depth, in their order. */
function writtenIn(value: unknown): readonly Written[] {
  if (typeof value !== "object" || value === null) return [];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one: unknown, index) => [index, one] as const)
    : Object.entries(value);
  return members.flatMap(([key, one]) =>
    typeof one === "string" ? [{ holder: value, key, written: one }] : writtenIn(one),
  );
}
