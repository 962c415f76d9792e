import * as z from "zod";
import type { WrittenArticle } from "../../engine/engine.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { isTable } from "../read/table.js";
import type { HugoIds } from "./anchors.js";
import type { HookEffect } from "./hook-effect.js";
import { isFrom } from "./version.js";

/** What the table `markup` of a config decides. */
export interface HugoMarkup {
  readonly ids: HugoIds;
  /** Whether bare addresses become links. */
  readonly linksBare: boolean;
  /** What Hugo's own render hooks do with links and images, where the site has none. */
  readonly embedded: { readonly link: HookEffect; readonly image: HookEffect };
}

const text = z.string().optional().catch(undefined);

const parserSchema = z.object({
  autoheadingid: z.boolean().catch(true),
  autodefinitiontermid: z.boolean().catch(false),
  autoidtype: text,
  autoheadingidtype: text,
});

const extensionsSchema = z.object({ linkify: z.boolean().catch(true) });

const hookSchema = z.object({
  useembedded: text,
  enabledefault: z.boolean().optional().catch(undefined),
});

/** @param config with its keys in lower case */
export function readMarkup(config: SiteTable, hasLanguages: boolean): HugoMarkup {
  const markup = tableAt(config, "markup");
  const goldmark = tableAt(markup, "goldmark");
  const parser = parserSchema.parse(tableAt(goldmark, "parser"));
  const hooks = tableAt(goldmark, "renderhooks");
  return {
    ids: {
      type: parser.autoidtype ?? parser.autoheadingidtype,
      isForHeadings: parser.autoheadingid,
      isForTerms: parser.autodefinitiontermid,
      mayBeOld: config.blackfriday !== undefined || markup.defaultmarkdownhandler === "blackfriday",
    },
    linksBare: extensionsSchema.parse(tableAt(goldmark, "extensions")).linkify,
    embedded: {
      link: embeddedEffect(tableAt(hooks, "link"), hasLanguages),
      image: embeddedEffect(tableAt(hooks, "image"), hasLanguages),
    },
  };
}

const rendererSchema = z.object({ unsafe: z.boolean().optional().catch(undefined) });

/**
 * Whether Hugo leaves raw HTML out of what goldmark renders, as it does from 0.60 on unless told otherwise. The `markup`
 * table of a config came with 0.60; one that has none and no version may be that of an older site.
 */
export function omitsHtml(
  { data }: WrittenArticle,
  { config, version }: Pick<SiteSettings, "config" | "version">,
): boolean {
  const markup = lowerTable(tableAt(lowerTable(config), "markup"));
  const goldmark = tableAt(markup, "goldmark");
  const handler = data.markup ?? markup.defaultmarkdownhandler ?? "goldmark";
  if (typeof handler !== "string" || !/^(?:goldmark|markdown|md)$/i.test(handler)) return false;
  const { unsafe } = rendererSchema.parse(lowerTable(tableAt(lowerTable(goldmark), "renderer")));
  const isNew = isFrom(version, "0.60") || Object.keys(markup).length > 0;
  return unsafe === undefined ? isNew : !unsafe;
}

function lowerTable(table: SiteTable): SiteTable {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

/** Hugo's own hooks look files up; where not told otherwise, they are in use on sites with several languages. */
function embeddedEffect(table: SiteTable, hasLanguages: boolean): HookEffect {
  const { useembedded, enabledefault } = hookSchema.parse(table);
  if (useembedded === "never" || enabledefault === false) return "plain";
  if (useembedded === "always" || useembedded === "fallback" || enabledefault === true)
    return "lookup";
  return hasLanguages ? "lookup" : "plain";
}

function tableAt(table: SiteTable, key: string): SiteTable {
  const value = table[key];
  return isTable(value) ? value : {};
}
