import * as z from "zod";
import { changeSchema } from "./change-model.js";

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
  end: pointSchema.describe("The place after the last character."),
};

export const editSchema = z
  .strictObject({
    start: offset,
    end: offset,
    text: z.string().describe("The text that replaces start–end."),
  })
  .meta({ id: "Edit", description: "One replacement in the original text of the article." });

const edits = z.array(editSchema).min(1).describe("Edits to apply together, to the original text.");

export const relatedSchema = z
  .strictObject({
    path: z.string().describe("The article of this place, relative to the root."),
    ...span,
    message: z.string().describe("What is at this place."),
  })
  .meta({ id: "RelatedPlace", description: "Another place that a finding is about." });

const severity = z.enum(["error", "warning", "info"]);

const findingMembers = {
  rule: z.string().describe("Rule id, `family/name`."),
  messageId: z.string().describe("Which of the rule's messages this is."),
  severity,
  certainty: z
    .enum(["certain", "likely", "unknown"])
    .describe("How sure the finding is; unknown never fails a run."),
  message: z.string().describe("What is wrong, in one line."),
  why: z.string().describe("Why it matters."),
  help: z.string().describe("What to do."),
  url: z.string().optional().describe("Page of the rule."),
  cause: z
    .string()
    .optional()
    .describe("Id of the cause in `causes` that this finding shares with others."),
  ...span,
  related: z
    .array(relatedSchema)
    .min(1)
    .optional()
    .describe("Other places that the finding is about."),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("Identity of the finding within the file; it does not change if lines move."),
  concerns: z
    .enum(["articles", "site"])
    .optional()
    .describe(
      "Where it is about several articles: `articles`, its own and those of `related`, under any of whose paths its fingerprint is known, or the whole `site`, under any path.",
    ),
  fix: z.strictObject({ edits }).optional().describe("A safe fix."),
  suggestions: z
    .array(
      z
        .strictObject({
          message: z.string().describe("What the change does, in the imperative."),
          edits,
        })
        .meta({ id: "Suggestion", description: "A change that a person must choose." }),
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
    directive: z.strictObject(span).describe("The place of the directive that silences it."),
    reason: z.string().optional().describe("The reason in the directive."),
  })
  .meta({ id: "SuppressedFinding", description: "A finding silenced by a directive." });

export const knownFindingSchema = z
  .strictObject({
    ...findingMembers,
    until: z.string().optional().describe("The last day on which it is known."),
    owner: z.string().optional().describe("Who wants to mend it."),
    by: z
      .enum(["base", "lines"])
      .optional()
      .describe(
        "`base`: it was there before the change; `lines`: it is not on a line of the change; absent if a baseline knows it.",
      ),
  })
  .meta({
    id: "KnownFinding",
    description:
      "A finding that fails no run: a baseline knows it, it was there before the change, or it is not on a line of the change.",
  });

const unknownReason = z
  .enum(["template", "incomplete", "rewritten", "unsupported", "doubted", "anchors", "unanswered"])
  .meta({
    id: "UnknownReason",
    description:
      "Why a reference is not judged: a template writes it; not all of the site is in view; code of the site may rewrite it; the engine may do what copydesk does not know; so many of its kind lead nowhere that copydesk doubts its own reading; the target page may have further anchors; another site gave no clear answer.",
  });

export const unknownReferenceSchema = z
  .strictObject({ reason: unknownReason, url: z.string().describe("As written."), ...span })
  .meta({ id: "UnknownReference", description: "A reference that could not be judged." });

export const fileSchema = z
  .strictObject({
    path: z.string().describe('Relative to the root, "/" on every platform.'),
    folder: z.string().describe("The folder it is in; empty for the root."),
    format: z
      .enum(["html", "markdown", "mdx", "other"])
      .describe(
        "`other` for a file that is not an article; such files are listed only if they have findings.",
      ),
    engine: z.string().describe("The engine of the article."),
    failOn: severity.describe("Least severity that fails the run in this file."),
    metadata: z
      .strictObject({
        title: z.string().nullable(),
        date: z.string().nullable().describe("As written."),
        updated: z.string().nullable().describe("As written."),
        authors: z
          .array(z.string())
          .describe("Names of its authors, each once, with single spaces and composed characters."),
        categories: z.array(z.string()),
        tags: z.array(z.string()),
        words: count.describe("Words of the text; of Chinese and Japanese, characters."),
      })
      .describe("Metadata from the front matter."),
    findings: z.array(findingSchema).describe("Sorted by start, then rule."),
    suppressed: z.array(suppressedFindingSchema).min(1).optional(),
    known: z
      .array(knownFindingSchema)
      .min(1)
      .optional()
      .describe("Findings that fail no run; only with a baseline or a change."),
    unknown: z
      .array(unknownReferenceSchema)
      .min(1)
      .optional()
      .describe("References that could not be judged; only with `--show-unknown`."),
  })
  .meta({ id: "File", description: "One checked article, or another file with findings." });

const severityCounts = z
  .strictObject({ errors: count, warnings: count, infos: count })
  .meta({ id: "SeverityCounts", description: "Findings by severity." });

const milliseconds = z.number().min(0);

export const statsSchema = z
  .strictObject({
    totalMs: milliseconds.describe("Time from reading the config to this report."),
    filesPerSecond: z.number().min(0),
    phases: z
      .array(z.strictObject({ name: z.string(), ms: milliseconds }))
      .describe("Phases of the run in their order, without the time of rules."),
    rules: z
      .array(
        z.strictObject({
          rule: z.string(),
          checkMs: milliseconds.describe("Time spent on single articles."),
          siteMs: milliseconds.describe("Time spent on all articles together."),
        }),
      )
      .describe(
        "Rules, the slowest first. Data that several rules need is computed once; its time counts for the first of them.",
      ),
  })
  .meta({ id: "Stats", description: "The time that a run took, by phase and rule." });

export const siteSchema = z
  .strictObject({
    engine: z.string().describe("Name of the engine; `none` for plain folders."),
    label: z.string().describe("The engine, as its makers write it."),
    folder: z.string().describe("Folder of the site, relative to the root; empty for the root."),
    evidence: z
      .string()
      .optional()
      .describe(
        "The file or folder that shows the engine, relative to the root: the site's own config, or the config of copydesk that names the engine.",
      ),
    content: z.array(z.string()).describe("Content folders that hold checked articles."),
    articles: count.describe("Checked articles."),
    learned: z
      .strictObject({
        staticDirs: z
          .array(z.string())
          .describe("Folders that links show to be served at the root of the site."),
        base: z
          .string()
          .optional()
          .describe("The path that links put before the addresses of pages."),
        root: z
          .string()
          .optional()
          .describe("The path below which the pages lie that links name without it."),
        explains: count.describe("Different link targets that exist by this alone."),
      })
      .optional()
      .describe("What the site's own links show of it, where its config says nothing."),
  })
  .meta({ id: "Site", description: "What copydesk took some of the checked articles for." });

export const runSchema = z
  .strictObject({
    startedAt: z.iso.datetime().describe("UTC."),
    durationMs: z.number().min(0),
    sites: z.array(siteSchema).describe("The sites of the checked articles, the largest first."),
    otherMarkdown: count
      .optional()
      .describe(
        "Markdown files below the working directory that belong to no site and were not checked; only of a run without paths.",
      ),
    config: z.string().optional().describe("The config file used, relative to the root."),
    configHash: z.string().optional().describe("Hash of the resolved config."),
    git: z
      .strictObject({ commit: z.string().optional(), branch: z.string().optional() })
      .optional(),
    online: z
      .strictObject({
        asked: count.describe("URLs of other sites that were requested."),
        fromCache: count.describe("URLs whose verdict came from the cache."),
        interrupted: z
          .boolean()
          .describe("Whether the run was interrupted before all were requested."),
      })
      .optional()
      .describe("How the run used the network; only if it did."),
    stats: statsSchema.optional().describe("Only with `--stats`."),
  })
  .describe("The run itself; only this part differs between two runs over the same input.");

export const summarySchema = z.strictObject({
  files: count.describe("Checked files, and other files with findings."),
  errors: count.describe("Errors; those of one cause count once, as everywhere in the summary."),
  warnings: count,
  infos: count,
  places: count.describe("All findings, also those of one cause."),
  suppressed: count.describe("Findings silenced by directives."),
  known: count.describe("Findings in `known` of the files; the other counts are without them."),
  fixable: count.describe("Findings with a safe fix."),
  references: count.describe(
    "References that lead into the site, or may: links and images, those of templates included.",
  ),
  unknown: z
    .partialRecord(unknownReason, count.min(1))
    .describe("References that could not be judged, by reason."),
  byRule: z
    .record(z.string(), severityCounts)
    .describe("Findings by rule id, with zeros for rules that looked and found nothing."),
  byFamily: z
    .record(z.string(), severityCounts)
    .describe("Findings by family of rules, such as `image`."),
});

export const notCheckedSchema = z.strictObject({ path: z.string(), reason: z.string() }).meta({
  id: "NotChecked",
  description: "A file that was not checked, or a rule that did not check it.",
});

export const causeSchema = z
  .strictObject({
    id: z.string().describe("The `cause` of its findings; the same in every run."),
    kind: z
      .enum(["generated", "convention", "widespread", "editions", "repeated", "file"])
      .describe(
        "`generated`: a program wrote the pages; `convention`: much of a site or folder does it; `widespread`: many files of a site do it; `editions`: one page in several versions or languages; `repeated`: the same thing in many places; `file`: many times in one file.",
      ),
    rule: z.string().describe("Rule id."),
    messageId: z.string(),
    severity,
    count: z.int().min(2).describe("Number of findings."),
    files: z.int().min(1).describe("Number of files they are in."),
    within: z
      .string()
      .optional()
      .describe("The folder whose convention it is (empty for the root), or the file."),
    message: z.string().describe("What is wrong at the first place."),
    why: z.string(),
    help: z.string(),
    setting: z.string().describe("The entry in the config that switches it off."),
    examples: z
      .array(z.strictObject({ path: z.string(), ...span }))
      .min(1)
      .describe("Up to three places, in different files if there are any."),
  })
  .meta({ id: "Cause", description: "One cause of several findings." });

export const settingsSchema = z
  .strictObject({
    engine: z.string(),
    articles: z.int().min(1).describe("Checked articles that these settings hold for."),
    failOn: severity,
    rules: z
      .record(z.string(), z.enum(["own", "error", "warning", "info"]))
      .describe("Severity of each rule that is on; `own`: each message has its own."),
  })
  .meta({ id: "Settings", description: "Settings that held for some of the articles." });

export const gateSchema = z
  .strictObject({
    passed: z.boolean(),
    verdict: z
      .enum(["passed", "findings", "too-many-warnings", "unchecked"])
      .describe("Why: `unchecked` if something could not be checked, so nobody can say."),
    exitCode: z.union([z.literal(0), z.literal(1), z.literal(3)]),
    failing: count.describe("Findings that fail the run; those of one cause count each."),
    byRule: z
      .record(z.string(), z.int().min(1))
      .describe("How many of them each rule has, in the order of the ids."),
    warnings: z
      .strictObject({ count, limit: count })
      .optional()
      .describe("Only if there are more warnings than allowed."),
  })
  .meta({ id: "Gate", description: "Whether the run passes, and what fails it." });

export const baselineSchema = z
  .strictObject({
    name: z.string().describe("The file, relative to the root, or the revision it was made of."),
    new: count.describe("Findings that it does not know."),
    known: count,
    gone: count.describe("Entries whose finding is gone; `copydesk baseline prune` removes them."),
    expired: count.describe("Entries that have ended; their findings are new again."),
  })
  .meta({ id: "Baseline", description: "How the findings compare with those that were known." });

/** The JSON report, version 1. The published JSON Schema is made from it. */
export const reportSchema = z.strictObject({
  version: z.literal(1).describe("Version of this format."),
  tool: z.strictObject({ name: z.literal("copydesk"), version: z.string() }),
  run: runSchema,
  gate: gateSchema,
  settings: z.array(settingsSchema).describe("The most articles first."),
  baseline: baselineSchema.optional().describe("Only with a baseline."),
  change: changeSchema.optional().describe("Only with `--since`, `--staged` or `--dirty`."),
  summary: summarySchema,
  files: z
    .array(fileSchema)
    .describe(
      "All checked articles, also those without findings, and other files with findings, sorted by path.",
    ),
  causes: z
    .array(causeSchema)
    .describe(
      "Causes that several findings share, the gravest first; a report counts each once, but lists its findings.",
    ),
  notChecked: z.array(notCheckedSchema).describe("Sorted by path."),
});

export type Report = z.infer<typeof reportSchema>;
/** A report before it is judged. */
export type UngatedReport = Omit<Report, "gate">;
export type ReportGate = z.infer<typeof gateSchema>;
export type ReportSettings = z.infer<typeof settingsSchema>;
export type ReportStats = z.infer<typeof statsSchema>;
export type ReportSite = z.infer<typeof siteSchema>;
export type ReportRun = z.infer<typeof runSchema>;
export type ReportSummary = z.infer<typeof summarySchema>;
export type ReportFile = z.infer<typeof fileSchema>;
export type ReportFinding = z.infer<typeof findingSchema>;
export type ReportKnownFinding = z.infer<typeof knownFindingSchema>;
export type ReportBaseline = z.infer<typeof baselineSchema>;
export type ReportSuppressedFinding = z.infer<typeof suppressedFindingSchema>;
export type ReportRelatedPlace = z.infer<typeof relatedSchema>;
export type ReportEdit = z.infer<typeof editSchema>;
export type ReportPoint = z.infer<typeof pointSchema>;
export type ReportCause = z.infer<typeof causeSchema>;
export type ReportUnknownReference = z.infer<typeof unknownReferenceSchema>;
export type ReportNotChecked = z.infer<typeof notCheckedSchema>;
