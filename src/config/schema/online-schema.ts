import * as z from "zod";

const milliseconds = z.int().min(0).max(600_000);

/** What a header may hold (RFC 9110 §5.5), short of what is beyond ASCII. */
const fieldText = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[\t\x20-\x7e]+$/, "holds characters that no header may hold");

const fieldName = z
  .string()
  .regex(/^[!#$%&'*+.^`|~\w-]+$/, "is no name of a header (RFC 9110 §5.1)");

/** A header's value; secrets come from variables whose names say that they are meant for this. */
const headerSchema = fieldText.refine(
  (value) => !value.startsWith("env:") || /^env:COPYDESK_\w+$/.test(value),
  "names a variable that does not begin with COPYDESK_; only those are sent anywhere",
);

const hostSchema = z
  .strictObject({
    headers: z
      .record(fieldName, headerSchema)
      .optional()
      .describe(
        "Headers sent to this host only; `env:COPYDESK_NAME` is the value of that environment variable.",
      ),
    skip: z.boolean().optional().describe("Whether the host is left unasked."),
    spacingMs: milliseconds.optional().describe("Least time between two requests to the host."),
    concurrency: z.int().min(1).max(64).optional().describe("Requests to the host at once."),
    userAgent: fieldText.optional().describe("Another name to ask under."),
  })
  .describe("How one host is asked.");

/** How the network is asked, when a run may use it. */
export const onlineSchema = z
  .strictObject({
    concurrency: z.int().min(1).max(64).optional().describe("Requests to one host at once. `2`."),
    spacingMs: milliseconds
      .optional()
      .describe("Least time between two requests to one host, in milliseconds. `250`."),
    total: z.int().min(1).max(512).optional().describe("Requests at once in all. `32`."),
    connectTimeoutMs: milliseconds.optional().describe("Until a connection stands. `10000`."),
    timeoutMs: milliseconds.optional().describe("For one request as a whole. `20000`."),
    retries: z.int().min(0).max(10).optional().describe("Further tries after a failure. `2`."),
    retryAfterLimitMs: milliseconds
      .optional()
      .describe("The longest `Retry-After` that is waited for. `120000`."),
    maxRedirects: z.int().min(0).max(20).optional().describe("Redirects that are followed. `5`."),
    userAgent: fieldText.optional().describe("The name to ask under."),
    fragments: z
      .boolean()
      .optional()
      .describe("Whether fragments are looked for in the pages. `false`."),
    suggestArchive: z
      .boolean()
      .optional()
      .describe("Whether the Wayback Machine is asked for copies of what is broken. `false`."),
    skip: z
      .array(z.string())
      .optional()
      .describe(
        "Hosts (`example.org`, `*.example.org`) and addresses (`https://example.org/private/*`) that are never asked.",
      ),
    hosts: z
      .record(z.string(), hostSchema)
      .optional()
      .describe("Settings by host; `*.example.org` is every host below it."),
  })
  .describe("How the network is asked by `copydesk links` and `--online`.");

export type OnlineConfig = z.output<typeof onlineSchema>;
