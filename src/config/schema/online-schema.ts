import * as z from "zod";

const milliseconds = z.int().min(0).max(600_000);

/** What a header may contain (RFC 9110 §5.5), limited to ASCII. */
const fieldText = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[\t\x20-\x7e]+$/, "contains characters that are not allowed in a header");

const fieldName = z
  .string()
  .regex(/^[!#$%&'*+.^`|~\w-]+$/, "is not a valid header name (RFC 9110 §5.1)");

/** The value of a header; secrets come from variables with a prefix of their own. */
const headerSchema = fieldText.refine(
  (value) => !value.startsWith("env:") || /^env:COPYDESK_\w+$/.test(value),
  "names a variable that does not begin with COPYDESK_; others are never sent",
);

const hostSchema = z
  .strictObject({
    headers: z
      .record(fieldName, headerSchema)
      .optional()
      .describe(
        "Headers that are sent only to this host; `env:COPYDESK_NAME` stands for the value of that environment variable, which is sent only if `COPYDESK_NAME_HOSTS` or `--secret-host` names the host.",
      ),
    skip: z.boolean().optional().describe("Whether the host is never requested."),
    spacingMs: milliseconds
      .optional()
      .describe("Shortest time between two requests to the host, in milliseconds."),
    concurrency: z
      .int()
      .min(1)
      .max(64)
      .optional()
      .describe("Most requests to the host at the same time."),
    userAgent: fieldText.optional().describe("The User-Agent header for this host."),
  })
  .describe("Settings for requests to one host.");

/** How the network is used, if a run may use it. */
export const onlineSchema = z
  .strictObject({
    concurrency: z
      .int()
      .min(1)
      .max(64)
      .optional()
      .describe("Most requests to one host at the same time. `2`."),
    spacingMs: milliseconds
      .optional()
      .describe("Shortest time between two requests to one host, in milliseconds. `250`."),
    total: z
      .int()
      .min(1)
      .max(512)
      .optional()
      .describe("Most requests at the same time in total. `32`."),
    connectTimeoutMs: milliseconds
      .optional()
      .describe("Time limit for a connection, in milliseconds. `10000`."),
    timeoutMs: milliseconds
      .optional()
      .describe("Time limit for a whole request, in milliseconds. `20000`."),
    retries: z.int().min(0).max(10).optional().describe("Most retries after a failure. `2`."),
    retryAfterLimitMs: milliseconds
      .optional()
      .describe(
        "The longest that all `Retry-After` of one host are respected together, in milliseconds. `120000`.",
      ),
    deadlineMs: z
      .int()
      .min(0)
      .max(86_400_000)
      .optional()
      .describe(
        "Time limit for all requests of a run, in milliseconds; what is not requested by then is unknown. `600000`.",
      ),
    maxRedirects: z
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe("Most redirects that are followed. `5`."),
    userAgent: fieldText.optional().describe("The User-Agent header."),
    fragments: z
      .boolean()
      .optional()
      .describe("Whether fragments are checked in the pages. `false`."),
    suggestArchive: z
      .boolean()
      .optional()
      .describe("Whether the Wayback Machine is searched for copies of broken links. `false`."),
    skip: z
      .array(z.string())
      .optional()
      .describe(
        "Hosts (`example.org`, `*.example.org`) and URLs (`https://example.org/private/*`) that are never requested.",
      ),
    hosts: z
      .record(z.string(), hostSchema)
      .optional()
      .describe("Settings by host; `*.example.org` matches every subdomain."),
  })
  .describe("How `copydesk links` and `--online` use the network.");

export type OnlineConfig = z.output<typeof onlineSchema>;
