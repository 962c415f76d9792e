import * as z from "zod";
import type { ConfiguredRedirect } from "../../engine/redirects.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { isAddress } from "../read/config-value.js";

const pluginsSchema = z.object({ plugins: z.array(z.unknown()).catch([]) });

const optionsSchema = z.object({
  redirects: z.array(
    z
      .object({ from: z.union([z.string(), z.array(z.string())]), to: z.string() })
      .catch({ from: [], to: "" }),
  ),
});

/** The options of the plugin client-redirects. */
export function readRedirects(config: SiteTable): readonly ConfiguredRedirect[] {
  return pluginsSchema.parse(config).plugins.flatMap((plugin) => {
    if (!Array.isArray(plugin) || !/\bclient-redirects$/.test(String(plugin[0]))) return [];
    const options = optionsSchema.safeParse(plugin[1]);
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
