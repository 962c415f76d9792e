import type { Format } from "./format.js";

interface FormatEntry {
  readonly description: string;
  /** Loads the formatter, so that a run pays only for the formats it prints. */
  load(): Promise<Format>;
}

/** Every report format by its name on the command line. */
export const formats = {
  human: {
    description: "For people: the totals, and findings with the source lines (default).",
    load: async () => (await import("./human/human.js")).formatHuman,
  },
  concise: {
    description: "For people and editors: one line for each finding.",
    load: async () => (await import("./concise.js")).formatConcise,
  },
  summary: {
    description: "For people: the totals, and a table of rules.",
    load: async () => (await import("./human/human.js")).formatSummary,
  },
  json: {
    description: "For programs: everything, as in docs/schemas/report.schema.json.",
    load: async () => (await import("./json.js")).formatJson,
  },
  github: {
    description: "For GitHub Actions: annotations on the lines of a pull request.",
    load: async () => (await import("./github.js")).formatGithub,
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
