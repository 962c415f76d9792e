import * as z from "zod";
import type { Finding } from "./finding.js";

const offset = z.int().min(0);
const range = z.object({ start: offset, end: offset });
const edits = z.array(z.object({ start: offset, end: offset, text: z.string() }));

/** A finding that comes from outside of this process. What a rule of a plugin adds to its places is left out. */
export const findingSchema = z
  .strictObject({
    rule: z.string(),
    messageId: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    certainty: z.enum(["certain", "likely", "unknown"]),
    message: z.string(),
    why: z.string(),
    help: z.string(),
    path: z.string(),
    range,
    related: z.array(z.object({ path: z.string().optional(), range, message: z.string() })),
    fix: edits.optional(),
    suggestions: z.array(z.object({ message: z.string(), edits })),
    repeats: z.string().optional(),
    together: z.string().optional(),
    concerns: z.strictObject({ scope: z.enum(["articles", "site"]), key: z.string() }).optional(),
  })
  .transform(({ fix, ...rest }): Finding => ({ ...rest, fix }));
