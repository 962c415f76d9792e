import { below } from "../../engine/address.js";
import type { NavigationReading, NavigationScene } from "../../engine/navigation.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { UNREADABLE } from "../../facts/site-settings.js";
import { nearestOf } from "../../knowledge/text/nearest.js";
import { fileAt, folderPath, joinPath } from "../read/config-value.js";
import { entryAt, Groups, leadsAway, listsOf, type PlacedEntry } from "../read/navigation-lists.js";
import { readPlaced } from "../read/placed-data.js";
import { moduleAt, readSiteModule } from "../read/site-module.js";
import { isTable } from "../read/table.js";
import { type DocsPlugin, docusaurusConfig } from "./config.js";
import { DocusaurusContent } from "./content.js";
import { docId } from "./names.js";

/** The documents of one version of one plugin. */
interface Documents {
  readonly paths: ReadonlyMap<string, string>;
  /** The folder that they lie in, relative to the project root. */
  readonly folder: string;
  /** Names of documents that a build for production leaves out, sidebars included. */
  readonly drafts: ReadonlySet<string>;
}

/** The sidebars of each docs plugin and version, and the links of the bar and the footer. */
export const docusaurusNavigation: NavigationReading = (scene) => {
  const { site, files } = scene;
  const config = docusaurusConfig(site.config);
  if (!config.certain) return [];
  const content = new DocusaurusContent(site, config, files);
  const sidebars = config.docs.flatMap((plugin) =>
    sidebarsOf(plugin, scene).flatMap(({ path, version }) => {
      const documents = documentsOf(plugin, version, content, scene);
      const data = dataOf(path, scene);
      if (documents === undefined || !isTable(data)) return [];
      const groups = new Groups();
      return Object.values(data).flatMap((items) => itemsOf(items, documents, groups));
    }),
  );
  return listsOf(sidebars, "shown");
};

interface Sidebars {
  readonly path: string;
  readonly version: string | undefined;
}

function sidebarsOf(plugin: DocsPlugin, { site, files }: NavigationScene): readonly Sidebars[] {
  const { id, sidebarPath } = plugin;
  const written =
    sidebarPath === undefined || sidebarPath === UNREADABLE
      ? undefined
      : fileAt(site.folder, folderPath(sidebarPath));
  const own = written === undefined ? undefined : moduleAt(written, files)?.path;
  const prefix = id === "default" ? "" : `${id}_`;
  const folder = joinPath(site.folder, `${prefix}versioned_sidebars`);
  const versions = files.list().flatMap((path): readonly Sidebars[] => {
    const [, version] = /^version-(.+)-sidebars\.json$/.exec(below(path, folder) ?? "") ?? [];
    return version === undefined ? [] : [{ path, version }];
  });
  return [...(own === undefined ? [] : [{ path: own, version: undefined }]), ...versions];
}

function dataOf(path: string, { files }: NavigationScene): unknown {
  const text = files.text(path);
  if (text === undefined) return undefined;
  return path.endsWith(".json") ? readPlaced(path, text) : readSiteModule({ path, text }, files);
}

function documentsOf(
  plugin: DocsPlugin,
  version: string | undefined,
  content: DocusaurusContent,
  { articles }: NavigationScene,
): Documents | undefined {
  if (plugin.numberPrefixParser === UNREADABLE) return undefined;
  const paths = new Map<string, string>();
  const drafts = new Set<string>();
  let folder: string | undefined;
  for (const facts of articles) {
    const file = content.fileAt(facts.path);
    if (file?.kind !== "docs" || file.plugin !== plugin || file.version !== version) continue;
    if (file.locale !== undefined) continue;
    folder = file.folder;
    const name = idOf(file.path, facts, plugin);
    paths.set(name, facts.path);
    if (facts.route.values.draft === true) drafts.add(name);
  }
  return folder === undefined ? undefined : { paths, folder, drafts };
}

function idOf(path: string, { route }: ArticleFacts, plugin: DocsPlugin): string {
  const { id, parse_number_prefixes: strips } = route.values;
  const stripNumbers = strips !== false && plugin.numberPrefixParser !== false;
  const given = typeof id === "string" || typeof id === "number" ? String(id) : undefined;
  return docId(path, given, stripNumbers);
}

/** The entries of a sidebar or category: ids, items, lists of them, or tables of categories by their label. */
function itemsOf(value: unknown, documents: Documents, groups: Groups): readonly PlacedEntry[] {
  const group = groups.next();
  if (!Array.isArray(value)) {
    return isTable(value)
      ? Object.values(value).flatMap((items) => itemsOf(items, documents, groups))
      : [];
  }
  return value.flatMap((item: unknown, index): readonly PlacedEntry[] => {
    if (typeof item === "string") return entryOf(value, index, item, documents, group);
    if (!isTable(item)) return [];
    if (item.type === "doc") return entryOf(item, "id", item.id, documents, group);
    if (item.type === "ref") return entryOf(item, "id", item.id, documents, undefined);
    if (item.type === "category") {
      const { link, items } = item;
      const own =
        isTable(link) && link.type === "doc"
          ? entryOf(link, "id", link.id, documents, undefined)
          : [];
      return [...own, ...itemsOf(items, documents, groups)];
    }
    return item.type === undefined ? itemsOf(item, documents, groups) : [];
  });
}

function entryOf(
  holder: object,
  key: string | number,
  id: unknown,
  { paths, folder, drafts }: Documents,
  group: string | undefined,
): readonly PlacedEntry[] {
  if (typeof id !== "string" || drafts.has(id) || leadsAway(id)) return [];
  const path = paths.get(id);
  return entryAt(holder, key, id, {
    target:
      path === undefined
        ? {
            kind: "nothing",
            tried: [".md", ".mdx"].map((ending) => joinPath(folder, id + ending)),
            nearest: nearestOf(id, paths.keys(), { limit: 3, swaps: true }),
          }
        : { kind: "file", path },
    failure: "stops",
    group,
  });
}
