import * as z from "zod";
import { type ExternalVerdict, externalVerdictSchema } from "../rule/external.js";

const said = externalVerdictSchema
  .partial()
  .required({ verdict: true, reason: true, detail: true });

/**
 * Reads what an example says of the network: verdicts by address, without the members that are the same in most.
 *
 * @throws {z.ZodError} for anything else
 */
export function readVerdicts(json: unknown): ReadonlyMap<string, ExternalVerdict> {
  return new Map(
    Object.entries(z.record(z.string(), said).parse(json)).map(([url, verdict]) => [
      url,
      externalVerdictSchema.parse({
        redirects: [],
        notes: [],
        checkedAt: "2026-01-01T00:00:00.000Z",
        ...verdict,
      }),
    ]),
  );
}
