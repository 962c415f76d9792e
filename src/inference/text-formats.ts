import { impossibility, readDate } from "../knowledge/date/dates.js";

/** A form that texts may have. Every program that reads a printed schema understands it in the same way. */
export interface TextFormat {
  /** As it is shown: `a date (2022-03-01)`. */
  readonly label: string;
  readonly holds: (text: string) => boolean;
  /** Keywords of JSON Schema. */
  readonly jsonSchema: Readonly<Record<string, string>>;
  /** The zod schema, as source. */
  readonly zod: string;
}

const PATTERN = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$/,
  either:
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/,
  clock: /^\d{2}:\d{2}(?::\d{2})?$/,
  url: /^https?:\/\/\S+$/,
  mail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  path: /^\/\S*$/,
} as const;

/** Every form that is recognized, the narrowest first. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  {
    label: "a date (2022-03-01)",
    holds: (text) => PATTERN.date.test(text) && isPossible(text),
    jsonSchema: { format: "date" },
    zod: "z.iso.date()",
  },
  byPattern("a date and time (2022-03-01 08:20:30)", PATTERN.time, isPossible),
  byPattern("a date, with or without a time", PATTERN.either, isPossible),
  byPattern("a time (08:20:30)", PATTERN.clock),
  byPattern("a URL", PATTERN.url),
  byPattern("an e-mail address", PATTERN.mail),
  byPattern("a path that begins with /", PATTERN.path),
];

/** @param isMeant what the pattern cannot say; a printed schema leaves it to the rules */
function byPattern(
  label: string,
  pattern: RegExp,
  isMeant: (text: string) => boolean = () => true,
): TextFormat {
  return {
    label,
    holds: (text) => pattern.test(text) && isMeant(text),
    jsonSchema: { pattern: pattern.source },
    zod: `z.string().regex(${String(pattern)})`,
  };
}

function isPossible(text: string): boolean {
  const date = readDate(text);
  return date !== undefined && impossibility(date) === undefined;
}
