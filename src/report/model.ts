import * as z from "zod";

const count = z.int().min(0);
const offset = z.int().min(0).describe("UTF-16 offset into the article's text.");

export const pointSchema = z
  .strictObject({
    line: z.int().min(1).describe("Line, counted from 1."),
    column: z.int().min(1).describe("Column in UTF-16 units, counted from 1."),
    offset,
  })
  .meta({ id: "Point", description: "A place in an article." });

const span = {
  start: pointSchema.describe("First character."),
  end: pointSchema.describe("After the last character."),
};

export const editSchema = z
  .strictObject({
    start: offset,
    end: offset,
    text: z.string().describe("What takes the place of start–end."),
  })
  .meta({ id: "Edit", description: "One replacement in the article's original text." });

const edits = z.array(editSchema).min(1).describe("Edits to apply together, on the original text.");

export const relatedSchema = z
  .strictObject({
    path: z.string().describe("The article this place is in, relative to the root."),
    ...span,
    message: z.string().describe("What is there."),
  })
  .meta({ id: "RelatedPlace", description: "A further place a finding is about." });

const severity = z.enum(["error", "warning", "info"]);

const findingMembers = {
  rule: z.string().describe("Rule id, family/name."),
  messageId: z.string().describe("Which of the rule's messages this is."),
  severity,
  certainty: z
    .enum(["certain", "likely", "unknown"])
    .describe("How sure the finding is; unknown never fails a run."),
  message: z.string().describe("What is wrong, in one line."),
  why: z.string().describe("Why it matters."),
  help: z.string().describe("What to do."),
  url: z.string().optional().describe("Page of the rule."),
  ...span,
  related: z.array(relatedSchema).min(1).optional().describe("Further places."),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("Identity within the file that survives moved lines."),
  fix: z.strictObject({ edits }).optional().describe("A safe fix."),
  suggestions: z
    .array(
      z
        .strictObject({ message: z.string().describe("What it does, in the imperative."), edits })
        .meta({ id: "Suggestion", description: "A change that needs a person's choice." }),
    )
    .min(1)
    .optional()
    .describe("Changes to choose from."),
};

export const findingSchema = z
  .strictObject(findingMembers)
  .meta({ id: "Finding", description: "One defect." });

export const suppressedFindingSchema = z
  .strictObject({
    ...findingMembers,
    directive: z.strictObject(span).describe("Where the directive that silences it stands."),
    reason: z.string().optional().describe("The reason the directive gives."),
  })
  .meta({ id: "SuppressedFinding", description: "A finding silenced by a directive." });

export const fileSchema = z
  .strictObject({
    path: z.string().describe('Relative to the root, "/" on every platform.'),
    format: z
      .enum(["html", "markdown", "mdx", "other"])
      .describe(
        "`other` for a file that is no article, listed only where something is found in it.",
      ),
    engine: z.string().describe("The site engine the article was checked for."),
    metadata: z
      .strictObject({
        title: z.string().nullable(),
        date: z.string().nullable().describe("As written."),
        updated: z.string().nullable().describe("As written."),
        author: z.string().nullable(),
        categories: z.array(z.string()),
        tags: z.array(z.string()),
      })
      .describe("What the front matter says of the article."),
    findings: z.array(findingSchema).describe("Sorted by start, then rule."),
    suppressed: z.array(suppressedFindingSchema).min(1).optional(),
  })
  .meta({ id: "File", description: "One checked article, or another file with findings." });

const severityCounts = z
  .strictObject({ errors: count, warnings: count, infos: count })
  .meta({ id: "SeverityCounts", description: "Findings by severity." });

const milliseconds = z.number().min(0);

export const statsSchema = z
  .strictObject({
    totalMs: milliseconds.describe("From the reading of the config to this report."),
    filesPerSecond: z.number().min(0),
    phases: z
      .array(z.strictObject({ name: z.string(), ms: milliseconds }))
      .describe("Phases of the run in their order, the work of rules left out."),
    rules: z
      .array(
        z.strictObject({
          rule: z.string(),
          checkMs: milliseconds.describe("On single articles."),
          siteMs: milliseconds.describe("On all articles together."),
        }),
      )
      .describe(
        "Rules, the slowest first. What several rules need is worked out once, for the rule that asks first.",
      ),
  })
  .meta({ id: "Stats", description: "Where the time of a run went." });

export const runSchema = z
  .strictObject({
    startedAt: z.iso.datetime().describe("UTC."),
    durationMs: z.number().min(0),
    config: z.string().optional().describe("The config file used, relative to the root."),
    configHash: z.string().optional().describe("Hash of the resolved config."),
    git: z
      .strictObject({ commit: z.string().optional(), branch: z.string().optional() })
      .optional(),
    online: z
      .strictObject({
        asked: count.describe("Addresses of other sites that were asked."),
        fromCache: count.describe("Addresses whose verdict an earlier run left."),
        interrupted: z.boolean().describe("Whether the run was ended before all were asked."),
      })
      .optional()
      .describe("How the network was asked; only where a run used it."),
    stats: statsSchema.optional().describe("With --stats only."),
  })
  .describe("The run itself; the only part that differs between two runs over the same input.");

export const summarySchema = z.strictObject({
  files: count.describe("Files checked, and others with findings."),
  errors: count,
  warnings: count,
  infos: count,
  suppressed: count.describe("Findings silenced by directives."),
  fixable: count.describe("Findings with a safe fix."),
  unknown: count.describe("References nobody can judge from what is in view."),
  byRule: z.record(z.string(), severityCounts).describe("Findings by rule id."),
});

export const notCheckedSchema = z
  .strictObject({ path: z.string(), reason: z.string() })
  .meta({ id: "NotChecked", description: "A file, or a rule on a file, that went unchecked." });

/** The JSON report, version 1. The published JSON Schema is made from it. */
export const reportSchema = z.strictObject({
  version: z.literal(1).describe("Version of this format."),
  tool: z.strictObject({ name: z.literal("copydesk"), version: z.string() }),
  run: runSchema,
  summary: summarySchema,
  files: z
    .array(fileSchema)
    .describe(
      "Every checked article, clean ones too, and other files with findings, sorted by path.",
    ),
  notChecked: z.array(notCheckedSchema).describe("Sorted by path."),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportStats = z.infer<typeof statsSchema>;
export type ReportRun = z.infer<typeof runSchema>;
export type ReportSummary = z.infer<typeof summarySchema>;
export type ReportFile = z.infer<typeof fileSchema>;
export type ReportFinding = z.infer<typeof findingSchema>;
export type ReportSuppressedFinding = z.infer<typeof suppressedFindingSchema>;
export type ReportRelatedPlace = z.infer<typeof relatedSchema>;
export type ReportEdit = z.infer<typeof editSchema>;
export type ReportPoint = z.infer<typeof pointSchema>;
export type ReportNotChecked = z.infer<typeof notCheckedSchema>;
