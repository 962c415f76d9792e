import * as z from "zod";

const routeSchema = z
  .strictObject({
    address: z
      .string()
      .startsWith("/")
      .max(4_000)
      .describe(
        "Path of the URL below the base path of the site, from `/`: `/posts/hello/`, `/about.html`, `/feed.xml`.",
      ),
    ids: z
      .array(z.string())
      .optional()
      .describe(
        "All fragment targets of the page: its ids and the names of its anchors. Without it nothing is known of them.",
      ),
    source: z
      .string()
      .min(1)
      .optional()
      .describe("The article that is published there, relative to the folder of the site."),
  })
  .describe("One page or file of the built site.");

/** What a build knows of its site: every address that it writes, and the ids of its pages. */
export const buildManifestSchema = z
  .strictObject({
    $schema: z.string().optional().describe("URL or path of this schema, for editors."),
    version: z.literal(1).describe("Version of the format."),
    routes: z.array(routeSchema).describe("Everything that the built site holds."),
  })
  .describe("The addresses and ids of a built site, for `site.manifest` and `copydesk routes`.");

/** A manifest as a build writes it. */
export type BuildManifest = z.infer<typeof buildManifestSchema>;

/** One page or file of a built site. */
export type BuiltRoute = BuildManifest["routes"][number];
