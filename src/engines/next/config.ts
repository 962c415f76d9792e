import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";
import { isHidden, readableText } from "../read/config-value.js";

const schema = z.object({
  basePath: readableText,
  trailingSlash: z.boolean().catch(false),
  pageExtensions: z.array(z.string()).optional().catch(undefined),
  i18n: z
    .object({ locales: z.array(z.string()).catch([]), defaultLocale: readableText })
    .optional()
    .catch(undefined),
});

/** What decides the addresses of a Next site. */
export interface NextConfig {
  /** Endings of files that are pages. */
  readonly pageExtensions: readonly string[];
  /** Whether addresses end in a slash, from which relative links go on. */
  readonly trailingSlash: boolean;
  /** Locales that stand before addresses, the default one aside. */
  readonly locales: readonly string[];
  /** Whether addresses may be sent elsewhere by rules that only code could tell. */
  readonly hasUnknownRedirects: boolean;
}

/** Endings of pages where the config names none. */
const USUAL = ["tsx", "ts", "jsx", "js"];

/** Reads the members of a config that decide addresses. */
export function nextConfig(config: SiteTable): NextConfig {
  const { pageExtensions, i18n, trailingSlash } = schema.parse(config);
  return {
    // Where code names them, pages in Markdown are left to the links of the site.
    pageExtensions: [...(pageExtensions ?? USUAL), ...("nextra" in config ? ["md", "mdx"] : [])],
    trailingSlash,
    locales: (i18n?.locales ?? []).filter((locale) => locale !== i18n?.defaultLocale),
    hasUnknownRedirects: ["redirects", "rewrites"].some(
      (key) => isHidden(config, key) || !isPlain(config[key]),
    ),
  };
}

/** The path that all addresses of a site begin with. */
export function basePathOf(config: SiteTable): string | undefined {
  return schema.parse(config).basePath;
}

/** Whether a list of rules, or a table of such lists, is known throughout. */
function isPlain(rules: unknown): boolean {
  if (rules === undefined) return true;
  if (Array.isArray(rules)) return rules.every((rule) => ruleSchema.safeParse(rule).success);
  const table = z.record(z.string(), z.unknown()).safeParse(rules).data;
  return (
    table !== undefined &&
    Object.values(table).every((list) => Array.isArray(list) && isPlain(list))
  );
}

const text = z.string().regex(/^[^\0]*$/);

/** A rule of `redirects` or `rewrites`. */
export const ruleSchema = z.object({
  source: text,
  destination: text,
  permanent: z.boolean().optional(),
  statusCode: z.int().optional(),
});
