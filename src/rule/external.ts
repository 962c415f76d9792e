import * as z from "zod";

/** Why an external address was judged as it was. */
export const EXTERNAL_REASONS = [
  "answered",
  "gone",
  "no-such-host",
  "bad-certificate",
  "redirect-loop",
  "too-many-redirects",
  "blocked",
  "rate-limited",
  "server-error",
  "timeout",
  "connection",
  "private-address",
  "unsupported",
  "skipped",
  "not-asked",
] as const;

/** What the network said of one external address. Plain JSON, as it is cached. */
export const externalVerdictSchema = z.strictObject({
  verdict: z.enum(["ok", "broken", "unknown"]),
  reason: z.enum(EXTERNAL_REASONS),
  /** For a person: `404 Not Found`, `no answer in 20 s`. */
  detail: z.string(),
  /** Status of the last answer. */
  status: z.int().optional(),
  /** Every redirect in its order: the address that answered, its status, and where it sent. */
  redirects: z.array(z.strictObject({ from: z.string(), status: z.int(), to: z.string() })),
  /** `Content-Type` of the last answer, without parameters. */
  contentType: z.string().optional(),
  /** Things a person should look at although the address answers. */
  notes: z.array(z.enum(["soft-404", "login", "parked"])),
  /** Whether the fragment was found in the page; absent when it was not looked for. */
  fragment: z.enum(["found", "absent", "unknown"]).optional(),
  /** A copy in a web archive, where one was asked for and exists. */
  archive: z.string().optional(),
  /** When it was asked, UTC. */
  checkedAt: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
});

export type ExternalVerdict = z.infer<typeof externalVerdictSchema>;
export type ExternalReason = (typeof EXTERNAL_REASONS)[number];

/** An address that a rule wants to know of when the run may use the network. */
export interface ExternalRequest {
  /** Absolute http or https address, fragment included. */
  readonly url: string;
  /** What should answer there. */
  readonly expects: "page" | "image";
}
