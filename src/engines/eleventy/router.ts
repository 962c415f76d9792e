import { lazily } from "../../article/lazily.js";
import { remembered } from "../../article/remembered.js";
import { below } from "../../engine/address.js";
import type { CreateRouter, SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { UNREADABLE } from "../../facts/site-settings.js";
import { headingIds } from "../../knowledge/heading/heading-ids.js";
import { fileAt, isHidden, joinPath, siteGlobs } from "../read/config-value.js";
import { isTable } from "../read/table.js";
import { type EleventyConfig, ignoreLines, readEleventyConfig } from "./config.js";
import { createDataFiles, type DataFiles } from "./data.js";
import { SLUGGERS } from "./heading-ids.js";
import { createLayouts } from "./layouts.js";
import {
  type AddressPattern,
  fillPermalink,
  fits,
  pageNames,
  patternOf,
  permalinkAddress,
  usualAddress,
} from "./permalink.js";
import { isPage, templatePages } from "./templates.js";

const PICTURE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/**
 * Eleventy: a page at its path below the input, or where the permalink of its front matter or data files sends
 * it. Templates that are no articles make pages too, and files are served only where the config copies them.
 */
export const createEleventyRouter: CreateRouter = (site, articles, files) => {
  const ignored = [...new Set([site.folder, site.root])].flatMap((folder) => {
    const inside = below(folder, site.folder) ?? "";
    return ignoreLines(files?.text(joinPath(folder, ".eleventyignore")), inside);
  });
  const config = readEleventyConfig(site, ignored);
  const data = createDataFiles(site.config, site.folder, site.root, files);
  const layouts = createLayouts(site.config, config.layouts, data, files);
  const templates = lazily(() => templatePages(config, site.root, files));
  const formats = new Set(config.formats);

  const isTemplate = (path: string): boolean => formats.has(path.slice(path.lastIndexOf(".") + 1));
  const insideOf = ({ path }: ArticleFacts): string | undefined => {
    const inside = below(path, site.root);
    const ending = path.slice(path.lastIndexOf(".") + 1);
    return inside === undefined || !formats.has(ending) || !isPage(path, config)
      ? undefined
      : inside.slice(0, -ending.length - 1);
  };
  const routesOf = (facts: ArticleFacts): Routes => {
    const inside = insideOf(facts);
    if (inside === undefined) return NOWHERE;
    if (config.hasDrafts && isTrue(data.valueOf(facts, "draft"))) return NOWHERE;
    const permalink = permalinkOf(facts, data);
    if (permalink === false) return NOWHERE;
    const certain = config.certain && !data.valuesOf(facts, "eleventyComputed").some(mayMove);
    if (permalink === undefined) return { addresses: [usualAddress(inside)], aliases: [], certain };
    const filled =
      permalink === UNREADABLE
        ? undefined
        : fillPermalink(permalink, {
            ...pageNames(inside),
            title: facts.metadata.title ?? undefined,
          });
    return filled === undefined
      ? { addresses: [], aliases: [], certain: false }
      : { addresses: [permalinkAddress(filled)], aliases: [], certain };
  };
  const patterns = lazily(() => [
    ...templates().patterns,
    ...articles.flatMap((facts) => articlePatterns(facts, data, routesOf)),
  ]);
  const named = new Set(config.named);
  const withoutPrefix = (address: string): string | undefined =>
    config.prefix !== "" && address.startsWith(`${config.prefix}/`)
      ? address.slice(config.prefix.length)
      : undefined;

  return {
    routesOf,
    generates: (given) => {
      const address = withoutPrefix(given) ?? given;
      const { addresses } = templates();
      // Servers answer `/x` with the page `/x/`.
      if (named.has(address) || [address, `${address}/`].some((one) => addresses.has(one)))
        return "yes";
      // Templates make no pictures, whatever their permalinks are.
      const isMade = !PICTURE.test(address) && patterns().some((pattern) => fits(address, pattern));
      if (!config.certain || isMade) return "maybe";
      const path = address.slice(1);
      if (config.filled.some((to) => path === to || below(path, to) !== undefined)) return "maybe";
      const isFile = /\.[a-z0-9]{1,11}$/i.test(address);
      if (isFile && !config.knowsCopies) return "maybe";
      return config.hasPlugins && /\.(?:xml|json|txt|css|js)$/.test(address) ? "maybe" : "no";
    },
    staticFiles: (given) => {
      const address = (withoutPrefix(given) ?? given).slice(1);
      return [...new Set(copiesAt(address, site.root, config, files))];
    },
    // The plugin for links to input files looks below the input before it looks beside the article.
    besideArticle: (_facts, path) => {
      const file = fileAt(site.root, path);
      return file !== undefined && isTemplate(file) ? [file] : [];
    },
    anchorsOf: (facts) => {
      const { addresses, certain } = routesOf(facts);
      // A part of other pages, or a file that is no template.
      if (addresses.length === 0 && certain) return undefined;
      const around = layouts.idsAround(facts);
      if (around === undefined) return undefined;
      return [...around, ...headingIds(facts.headings, SLUGGERS).flat()];
    },
    sameAs: (address) => {
      const bare = withoutPrefix(address);
      return bare === undefined ? [] : [bare];
    },
  };
};

/** Pages that an article makes besides its first, or whose name only a template could tell. */
function articlePatterns(
  facts: ArticleFacts,
  data: DataFiles,
  routesOf: (facts: ArticleFacts) => Routes,
): readonly AddressPattern[] {
  const routes = routesOf(facts);
  const permalink = permalinkOf(facts, data);
  if (!routes.certain && typeof permalink === "string" && permalink !== UNREADABLE)
    return [patternOf(permalink)];
  if (data.valueOf(facts, "pagination") === undefined) return [];
  return routes.addresses.map((address) => ({ start: address.replace(/[^/]*$/, ""), end: "/" }));
}

/** The permalink as a text, false for a page that is not written, undefined where none is given. */
function permalinkOf(facts: ArticleFacts, data: DataFiles): string | false | undefined {
  const value = computedPermalink(facts, data) ?? data.valueOf(facts, "permalink");
  const build =
    typeof value === "object" && value !== null ? ("build" in value ? value.build : false) : value;
  if (build === false) return false;
  if (typeof build === "string") return build === "" ? undefined : build;
  return build === undefined || build === null ? undefined : UNREADABLE;
}

/** The permalink of computed data, where that is a template and no code. */
function computedPermalink(facts: ArticleFacts, data: DataFiles): string | undefined {
  const computed = data.valuesOf(facts, "eleventyComputed").find(mayMove);
  const text = isTable(computed) ? computed.permalink : undefined;
  return typeof text === "string" && text !== UNREADABLE && text !== "" ? text : undefined;
}

/** Whether computed data may send a page elsewhere. */
function mayMove(computed: unknown): boolean {
  return !isTable(computed) || "permalink" in computed || isHidden(computed, "permalink");
}

function isTrue(value: unknown): boolean {
  return value === true;
}

/** Matches paths against a glob that is copied: each address of the site is. */
const matcher = remembered((glob: string) => siteGlobs([glob]));

/** Source files that the config copies to a path of the output. */
function copiesAt(
  path: string,
  root: string,
  config: EleventyConfig,
  files: SiteFiles | undefined,
): readonly string[] {
  const found: string[] = [];
  const own = joinPath(root, path);
  if (config.copied.some((ending) => path.endsWith(`.${ending}`))) found.push(own);
  for (const { from, isGlob, to } of config.passthroughs) {
    if (isGlob) {
      const matches = matcher(from);
      if (to === undefined)
        for (const one of [own, path].filter((file) => matches(file))) found.push(one);
      else {
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (joinPath(to, name) !== path) continue;
        const named = files?.list().filter((file) => file.endsWith(`/${name}`)) ?? [];
        for (const one of named.filter((file) => matches(file))) found.push(one);
      }
      continue;
    }
    const target = to ?? below(from, root) ?? from;
    if (target === path) found.push(from);
    const inside = below(path, target);
    if (inside !== undefined) found.push(joinPath(from, inside));
  }
  return found;
}
