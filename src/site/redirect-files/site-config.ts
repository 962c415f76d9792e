import * as z from "zod";
import type { Range } from "../../article/range.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import type { EngineName } from "../../rule/settings.js";
import type { PatternSyntax } from "../redirect-pattern.js";
import type { RawRedirect } from "./raw-redirect.js";

const SCRIPTS = ["mjs", "js", "ts", "mts", "cjs", "cts"];

/** The engines whose own config holds redirects, and its name without the ending. */
const CONFIG_NAMES: Partial<Record<EngineName, string>> = {
  astro: "astro.config",
  docusaurus: "docusaurus.config",
};

const astroSchema = z.object({
  redirects: z
    .record(
      z.string(),
      z.union([z.string(), z.object({ status: z.int(), destination: z.string() })]).catch(""),
    )
    .catch({}),
});

const clientRedirectsSchema = z.object({
  redirects: z.array(
    z
      .object({ from: z.union([z.string(), z.array(z.string())]), to: z.string() })
      .catch({ from: [], to: "" }),
  ),
});

const docusaurusSchema = z.object({ plugins: z.array(z.unknown()).catch([]) });

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** A file of a site that holds redirects, and what it says. */
export interface RedirectSource {
  readonly path: string;
  readonly redirects: readonly RawRedirect[];
  /** Whether its addresses may leave the base path out. */
  readonly isBelowBase: boolean;
}

/** Redirects in the site's own config: Astro's `redirects`, Docusaurus' plugin client-redirects. */
export function configRedirects(
  engine: EngineName,
  site: SiteSettings,
  textOf: (path: string) => string | undefined,
): RedirectSource | undefined {
  const name = CONFIG_NAMES[engine];
  const pairs = pairsOf(engine, site);
  if (name === undefined || pairs.length === 0) return undefined;
  const folder = site.folder === "" ? "" : `${site.folder}/`;
  const paths = SCRIPTS.map((extension) => `${folder}${name}.${extension}`);
  const path = paths.find((candidate) => textOf(candidate) !== undefined) ?? paths[0] ?? name;
  const text = textOf(path) ?? "";
  const syntax: PatternSyntax = engine === "astro" ? "brackets" : "underscore";
  return {
    path,
    isBelowBase: true,
    redirects: pairs.map((pair) => {
      const fromRange = literalAt(text, pair.from, 0);
      const toRange = literalAt(text, pair.to, fromRange.end);
      return { ...pair, isConditional: false, isForced: false, fromRange, toRange, syntax };
    }),
  };
}

function pairsOf(engine: EngineName, { config }: SiteSettings): readonly Pair[] {
  if (engine === "astro") {
    const { redirects } = astroSchema.parse(config);
    return Object.entries(redirects).flatMap(([from, target]) => {
      const to = typeof target === "string" ? target : target.destination;
      const status = typeof target === "string" ? 301 : target.status;
      return isAddress(from) && isAddress(to) ? [{ from, to, status }] : [];
    });
  }
  if (engine !== "docusaurus") return [];
  return docusaurusSchema.parse(config).plugins.flatMap((plugin) => {
    if (!Array.isArray(plugin) || !/\bclient-redirects$/.test(String(plugin[0]))) return [];
    const options = clientRedirectsSchema.safeParse(plugin[1]);
    if (!options.success) return [];
    return options.data.redirects.flatMap(({ from, to }) =>
      [from]
        .flat()
        .flatMap((one) =>
          isAddress(one) && isAddress(to) ? [{ from: one, to, status: 301 }] : [],
        ),
    );
  });
}

/** What code alone could tell is no address. */
function isAddress(text: string): boolean {
  return text.startsWith("/") || /^https?:\/\//i.test(text);
}

/** Where a text stands in quotes, without them; the file's beginning where it does not. */
function literalAt(text: string, value: string, after: number): Range {
  for (const from of [after, 0]) {
    const starts = ['"', "'", "`"]
      .map((quote) => text.indexOf(`${quote}${value}${quote}`, from))
      .filter((index) => index !== -1);
    if (starts.length > 0) {
      const start = Math.min(...starts) + 1;
      return { start, end: start + value.length };
    }
  }
  return { start: 0, end: 0 };
}
