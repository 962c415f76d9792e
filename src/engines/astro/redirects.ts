import * as z from "zod";
import type { ConfiguredRedirect } from "../../engine/redirects.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { isAddress } from "../read/config-value.js";

const schema = z.object({
  redirects: z
    .record(
      z.string(),
      z.union([z.string(), z.object({ status: z.int(), destination: z.string() })]).catch(""),
    )
    .catch({}),
});

/** The key `redirects` of an Astro config. */
export function readRedirects(config: SiteTable): readonly ConfiguredRedirect[] {
  return Object.entries(schema.parse(config).redirects).flatMap(([from, target]) => {
    const to = typeof target === "string" ? target : target.destination;
    const status = typeof target === "string" ? 301 : target.status;
    return isAddress(from) && isAddress(to) ? [{ from, to, status }] : [];
  });
}
