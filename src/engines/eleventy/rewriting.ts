import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import type { Router } from "../../engine/router.js";
import type { ArticleFacts, Reference } from "../../facts/facts.js";
import type { SiteTable } from "../../facts/site-settings.js";

const calls = z
  .array(z.object({ method: z.string() }))
  .optional()
  .catch(undefined);

/** Whether a plugin, a transform or a Markdown library of the site may make something else of links and pictures. */
export function mayRewriteLinks(config: SiteTable): boolean {
  const made = calls.parse(config.calls);
  const isHidden = made === undefined && Object.keys(config).length > 0;
  return (
    isHidden ||
    (made ?? []).some(({ method }) =>
      /^(?:addPlugin|addTransform|(?:set|amend)Library)$/.test(method),
    )
  );
}

/** The first folder of an address, where it may be a language: `ja`, `pt-br`. */
const LANGUAGE = /^\/([a-z]{2,3}(?:-[a-z]{2,4})?)\//i;

/**
 * Tells the links of translations whose page is there in the article's own language alone: transforms put the language
 * before addresses (`/docs/a` in `/ja/blog/b/` becomes `/ja/docs/a`).
 */
export function ownLanguageTest(
  articles: readonly ArticleFacts[],
  { routesOf }: Pick<Router, "routesOf">,
): (facts: ArticleFacts, reference: Pick<Reference, "url">) => boolean {
  const addresses = lazily(
    () => new Set(articles.flatMap((facts) => routesOf(facts).addresses.map(withoutSlash))),
  );
  return (facts, { url }) => {
    if (!/^\/[^/]/.test(url)) return false;
    const [, language] = LANGUAGE.exec(routesOf(facts).addresses[0] ?? "") ?? [];
    if (language === undefined) return false;
    const address = withoutSlash(url.replace(/[?#].*$/s, ""));
    return !addresses().has(address) && addresses().has(`/${language}${address}`);
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
