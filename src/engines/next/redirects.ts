import type { ConfiguredRedirect } from "../../engine/redirects.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { ruleSchema } from "./config.js";

/** The redirects and rewrites of a Next config, as far as they are written out. */
export function readRedirects(config: SiteTable): readonly ConfiguredRedirect[] {
  const rewrites = listsOf(config.rewrites).map((rule) => ({ rule, isRewrite: true }));
  const redirects = listsOf(config.redirects).map((rule) => ({ rule, isRewrite: false }));
  return [...redirects, ...rewrites].flatMap(({ rule, isRewrite }) => {
    const { data } = ruleSchema.safeParse(rule);
    if (data === undefined) return [];
    const { source, destination, permanent, statusCode } = data;
    const status = isRewrite ? 200 : (statusCode ?? (permanent === true ? 308 : 307));
    return [{ from: source, to: destination, status }];
  });
}

/** A list of rules, or the lists of a table such as `{ beforeFiles: [] }`. */
function listsOf(rules: unknown): readonly unknown[] {
  if (Array.isArray(rules)) return rules;
  return typeof rules === "object" && rules !== null
    ? Object.values(rules)
        .filter((list) => Array.isArray(list))
        .flat()
    : [];
}
