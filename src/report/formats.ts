import type { Format } from "./format.js";
import type { Report } from "./model.js";

interface FormatEntry {
  readonly description: string;
  /** Loads the formatter, so that a run pays only for the formats it prints. */
  load(): Promise<Format>;
  /** Loads what gives the same text in parts, where all of it at once takes much memory. */
  loadParts?(): Promise<(report: Report) => Iterable<string>>;
  /** How a file shows that copydesk wrote it. */
  readonly mark: ReportMark;
}

/**
 * A last line that says so, a last line that is a comment of XML or Markdown, or the members of the format itself.
 */
export type ReportMark = "line" | "comment" | "members";

/** Every report format by its name on the command line. */
export const formats = {
  human: {
    description: "For people: the totals, and findings with the source lines (default).",
    load: async () => (await import("./human/human.js")).formatHuman,
    mark: "line",
  },
  concise: {
    description: "For people and editors: one line for each finding.",
    load: async () => (await import("./concise.js")).formatConcise,
    mark: "line",
  },
  summary: {
    description: "For people: the totals, and a table of rules.",
    load: async () => (await import("./human/human.js")).formatSummary,
    mark: "line",
  },
  agent: {
    description: "For programs that read text, such as language models: stable lines.",
    load: async () => (await import("./agent.js")).formatAgent,
    mark: "line",
  },
  json: {
    description: "For programs: everything, as in docs/schemas/report.schema.json.",
    load: async () => (await import("./json.js")).formatJson,
    loadParts: async () => (await import("./safe-json.js")).safeJsonParts,
    mark: "members",
  },
  "json-pretty": {
    description: "The same with a member on each line.",
    load: async () => (await import("./json.js")).formatPrettyJson,
    mark: "members",
  },
  ndjson: {
    description: "The same as lines: the run, each file, each finding.",
    load: async () => (await import("./json.js")).formatNdjson,
    loadParts: async () => (await import("./json.js")).ndjsonParts,
    mark: "members",
  },
  sarif: {
    description: "SARIF 2.1.0, for GitHub code scanning and other servers.",
    load: async () => (await import("./platforms/sarif.js")).formatSarif,
    mark: "members",
  },
  junit: {
    description: "JUnit XML, for build servers that show tests.",
    load: async () => (await import("./platforms/junit.js")).formatJunit,
    mark: "comment",
  },
  checkstyle: {
    description: "Checkstyle XML, for Jenkins and other servers.",
    load: async () => (await import("./platforms/checkstyle.js")).formatCheckstyle,
    mark: "comment",
  },
  github: {
    description: "For GitHub Actions: annotations on the lines of a pull request.",
    load: async () => (await import("./platforms/github.js")).formatGithub,
    mark: "line",
  },
  gitlab: {
    description: "A code quality report for GitLab.",
    load: async () => (await import("./platforms/gitlab.js")).formatGitlab,
    mark: "members",
  },
  rdjson: {
    description: "For reviewdog, which comments on pull requests of many platforms.",
    load: async () => (await import("./platforms/rdjson.js")).formatRdjson,
    mark: "members",
  },
  markdown: {
    description: "A table in Markdown, for comments and summaries.",
    load: async () => (await import("./platforms/markdown.js")).formatMarkdown,
    mark: "comment",
  },
  openmetrics: {
    description: "Numbers for Prometheus and what reads its format.",
    load: async () => (await import("./platforms/openmetrics.js")).formatOpenmetrics,
    mark: "members",
  },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type FormatName = keyof typeof formats;

/** The format used when none is asked for. */
export const DEFAULT_FORMAT: FormatName = "human";

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** Format names in the order of the help text. */
export const FORMAT_NAMES: readonly FormatName[] = Object.keys(formats).filter(isFormatName);
