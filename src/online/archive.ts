import * as z from "zod";
import type { Asking } from "./ask-link.js";

/** The Wayback Machine's availability API. */
const WAYBACK = "https://archive.org/wayback/available?url={url}";

const availabilitySchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.url() }).optional(),
  }),
});

/** The address of a copy in the web archive, asked once; undefined when there is none or the archive does not say. */
export async function archiveOf(url: string, asking: Asking): Promise<string | undefined> {
  const { messenger, settings, environment } = asking;
  const template = environment.archive ?? WAYBACK;
  const address = new URL(template.replace("{url}", encodeURIComponent(url)));
  const reply = await messenger.send(address, "GET", { "user-agent": settings.userAgent }, false);
  if (!("answer" in reply) || reply.answer.status !== 200) return undefined;
  try {
    const { archived_snapshots } = availabilitySchema.parse(JSON.parse(reply.answer.body));
    return archived_snapshots.closest?.url.replace(/^http:/, "https:");
  } catch {
    return undefined;
  }
}
