import { lazily } from "../../article/lazily.js";
import { below, join, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import { joinPath, routePath } from "../read/config-value.js";
import { withoutEnding } from "../read/editions.js";
import { namesIn } from "../read/names-in.js";
import { docusaurusConfig } from "./config.js";
import { DocusaurusContent } from "./content.js";
import { docusaurusPages } from "./pages.js";
import { patchesChangeIds } from "./patches.js";
import { docusaurusReading } from "./reading.js";

/**
 * Docusaurus: documents, posts and pages below their plugin's `routeBasePath`, by slug, id or file name; other
 * versions and locales below folders of their own. What lies nowhere a content plugin looks is not published.
 */
export const createDocusaurusRouter: CreateRouter = (site, articles, files) => {
  const config = docusaurusConfig(site.config);
  const content = new DocusaurusContent(site, config, files);
  const paths = lazily(() => new Set(articles.map(({ path }) => path)));

  /** Both spellings where the host may serve either, the one in Docusaurus' own links first. */
  const spellings = (permalink: string): readonly string[] => {
    const bare = routePath(permalink);
    if (bare === "/") return ["/"];
    if (config.trailingSlash !== undefined) return [config.trailingSlash ? `${bare}/` : bare];
    return permalink.endsWith("/") ? [`${bare}/`, bare] : [bare, `${bare}/`];
  };
  const pages = lazily(() => docusaurusPages(site, config, content, articles, files));

  return {
    routesOf: (facts) => {
      const file = content.fileAt(facts.path);
      if (file === undefined) return { addresses: [], aliases: [], certain: config.certain };
      const { path, certain } = content.permalinkOf(file, facts);
      // Where a locale has no translation, it shows the default locale's text.
      const locales =
        file.locale !== undefined
          ? [file.locale]
          : [
              "",
              ...config.otherLocales.filter(
                (locale) => !paths().has(content.translationOf(file, locale)),
              ),
            ];
      const addresses = locales.flatMap((locale) =>
        spellings(locale === "" ? path : `/${locale}${path}`).map((address) => normalise(address)),
      );
      const isCertain = certain && config.certain;
      // The build for production leaves drafts out; what is unlisted has its page.
      return facts.route.values.draft === true
        ? {
            addresses: [],
            aliases: [],
            certain: true,
            heldBack: { reason: "draft", addresses: isCertain ? addresses : [] },
          }
        : { addresses, aliases: [], certain: isCertain };
    },
    editionOf: (facts) => {
      const file = content.fileAt(facts.path);
      if (file === undefined || config.otherLocales.length === 0) return undefined;
      const version = file.kind === "docs" ? (file.version ?? "") : "";
      return {
        language: file.locale ?? config.defaultLocale,
        isOriginal: file.locale === undefined,
        page: [file.kind, file.plugin.id, version, withoutEnding(file.path)].join("/"),
      };
    },
    namesOf: (facts, key) => {
      const file = content.fileAt(facts.path);
      if (key !== "authors" || file?.kind !== "blog" || !config.certain) return undefined;
      for (const folder of content.foldersOf(file)) {
        const map = joinPath(folder, file.plugin.authorsMapPath);
        const names = namesIn(files?.text(map));
        if (names !== undefined) return { file: map, names };
      }
      return undefined;
    },
    generates: (address) => pages().generates(withoutLocale(address, config.otherLocales)),
    staticFiles: (address) => site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
    besideArticle: (facts, path) => {
      if (path.startsWith("@site/")) return [joinPath(site.folder, path.slice("@site/".length))];
      const own = facts.path.slice(0, Math.max(0, facts.path.lastIndexOf("/")));
      const isRooted = path.startsWith("/");
      const file = content.fileAt(facts.path);
      if (file === undefined || !/\.mdx?$/i.test(path))
        return isRooted ? [] : [join(own, path) ?? []].flat();
      const around = [...content.foldersOf(file), site.folder];
      const folders = isRooted ? around : /^\.\.?\//.test(path) ? [own] : [own, ...around];
      return folders
        .flatMap((folder) => join(folder, path) ?? [])
        .filter((found) => !config.certain || content.fileAt(found)?.plugin === file.plugin);
    },
    // Link.js puts the base URL of the locale before paths that begin with a slash; Markdown's links are such components.
    rootedAlso: (facts, { path, origin, from }) => {
      const locale = content.fileAt(facts.path)?.locale;
      const isLink = from.startsWith("a[") && origin === "markdown";
      if (locale === undefined || !isLink || !path.startsWith("/")) return undefined;
      return below(path, `/${locale}`) === undefined ? `/${locale}${path}` : undefined;
    },
    readingOf: (reference, facts) => {
      const reading = docusaurusReading(reference);
      const isRelative = !reference.path.startsWith("/");
      // Text that other pages take in is read from their addresses.
      return reading === "address" && isRelative && content.fileAt(facts.path) === undefined
        ? "unknown"
        : reading;
    },
    ...(patchesChangeIds(site.config) ? { anchorsOf: () => undefined } : {}),
    sameAs: (address) => (/\.html$/.test(address) ? [address.slice(0, -".html".length)] : []),
  };
};

function withoutLocale(address: string, locales: readonly string[]): string {
  for (const locale of locales) {
    const rest = below(address, `/${locale}`);
    if (rest !== undefined) return `/${rest}`;
  }
  return address;
}
