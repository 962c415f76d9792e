import * as z from "zod";
import type { ConfiguredRedirect } from "../../engine/redirects.js";
import type { SiteTable } from "../../facts/site-settings.js";

const text = z.string().regex(/^[^\0]+$/);

const schema = z.object({
  routeRules: z
    .record(
      z.string(),
      z
        .object({
          redirect: z
            .union([
              text.transform((to) => ({ to, statusCode: 307 })),
              z.object({ to: text, statusCode: z.int().catch(307) }),
            ])
            .optional()
            .catch(undefined),
        })
        .catch({ redirect: undefined }),
    )
    .catch({}),
});

/** The redirects of `routeRules`; `/**` at the end of both stands for the rest of the path. */
export function readRedirects(config: SiteTable): readonly ConfiguredRedirect[] {
  return Object.entries(schema.parse(config).routeRules).flatMap(([from, { redirect }]) =>
    redirect === undefined
      ? []
      : [
          {
            from: from.replace(/\/\*\*$/, "/*"),
            to: redirect.to.replace(/\/\*\*$/, "/:splat"),
            status: redirect.statusCode,
          },
        ],
  );
}
