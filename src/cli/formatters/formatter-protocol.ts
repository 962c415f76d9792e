import * as z from "zod";
import type { RuleInfo } from "../../report/format.js";
import type { Formatter } from "../../report/formatter.js";
import type { Report } from "../../report/model.js";

/** The names of a file of the report, and its text where something was found in it. */
export interface FileNames {
  readonly display: string;
  readonly repository: string;
  readonly source: string | undefined;
}

/** What the thread of a formatter is given: plain data. */
export interface FormatterTask {
  /** The module, absolute. */
  readonly file: string;
  readonly report: Report;
  readonly color: boolean;
  readonly width: number;
  readonly maxFindings: number | undefined;
  readonly verbose: boolean | undefined;
  /** By path in the report. */
  readonly files: ReadonlyMap<string, FileNames>;
  /** By id. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

const markSchema = z.union([
  z.enum(["line", "comment"]),
  z.strictObject({ beginning: z.string().min(1) }),
]);

/** What a formatter module exports by default. */
export const formatterSchema = z.object({
  format: z.custom<Formatter["format"]>((value) => typeof value === "function"),
  mark: markSchema.default("line"),
});

/** What the thread of a formatter answers; `reason` completes "The formatter …". */
export const formatterReplySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), mark: markSchema }),
  z.object({ kind: z.literal("failed"), reason: z.string() }),
]);

export type FormatterReply = z.infer<typeof formatterReplySchema>;

/** A report that a formatter has made. */
export type FormattedReport = Omit<Extract<FormatterReply, { readonly kind: "text" }>, "kind">;
