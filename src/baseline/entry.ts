import * as z from "zod";

/** One known finding. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, "/" on every platform. */
  readonly path: string;
  readonly rule: string;
  /** Identity of the finding within its file: its content, never its line. */
  readonly fingerprint: string;
  /** The last day on which it is known, as `2027-01-31`; undefined for no end. */
  readonly until?: string;
  /** Who wants to mend it. */
  readonly owner?: string;
}

/** A baseline that cannot be read: the line and what is wrong with it. */
export class BaselineError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = "BaselineError";
    this.line = line;
  }
}

const FIRST_LINE = "# copydesk baseline 1";

const HEAD = `${FIRST_LINE}
# Known findings: path, rule, fingerprint, and where given until:DAY and owner:NAME. They fail no run.
# copydesk baseline update, prune and status keep it.
`;

/** Whether a text is a baseline. */
export function isBaseline(text: string): boolean {
  return text.startsWith(`${FIRST_LINE}\n`) || text.startsWith(`${FIRST_LINE}\r\n`);
}

/** Entries as text: each on a line, sorted, so that branches that add some can be merged. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = new Set(entries.map(printEntry));
  return (
    HEAD +
    [...lines]
      .sort()
      .map((line) => `${line}\n`)
      .join("")
  );
}

/** An entry as its line. */
export function printEntry({ path, rule, fingerprint, until, owner }: BaselineEntry): string {
  const fields = [printField(path), printField(rule), fingerprint];
  if (until !== undefined) fields.push(`until:${until}`);
  if (owner !== undefined) fields.push(printField(`owner:${owner}`));
  return fields.join("\t");
}

/** A path may hold anything; what would end a field or begin a comment is written as JSON. */
function printField(text: string): string {
  const isPlain = /^[^\p{Cc}#"<>=|][^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(text);
  return isPlain ? text : JSON.stringify(text).replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Reads a baseline. The order of lines does not matter, and neither do equal ones: a merge may leave both.
 *
 * @throws {BaselineError} for the first line that cannot be read
 */
export function parseBaseline(text: string): readonly BaselineEntry[] {
  if (!isBaseline(text)) {
    throw new BaselineError(1, `A baseline begins with "${FIRST_LINE}".`);
  }
  const entries = new Map<string, BaselineEntry>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const entry = parseLine(line, index + 1);
    entries.set(`${entry.path}\0${entry.rule}\0${entry.fingerprint}`, entry);
  }
  return [...entries.values()];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function parseLine(line: string, number: number): BaselineEntry {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) {
    throw new BaselineError(number, "A merge left its markers here. Delete the line of markers.");
  }
  const [path, rule, fingerprint, ...more] = line.split("\t").map((one) => fieldOf(one, number));
  if (path === undefined || path === "" || rule === undefined || !/^[^/]+\/[^/]+$/.test(rule))
    throw new BaselineError(number, "This is not a path, a rule and a fingerprint.");
  if (fingerprint === undefined || !/^[0-9a-f]{16}$/.test(fingerprint))
    throw new BaselineError(number, "The fingerprint is not sixteen hexadecimal digits.");
  return { path, rule, fingerprint, ...notesOf(more, number) };
}

function fieldOf(field: string, line: number): string {
  if (!field.startsWith('"')) return field;
  try {
    return z.string().parse(JSON.parse(field));
  } catch {
    throw new BaselineError(line, "A quoted text is not closed.");
  }
}

function notesOf(fields: readonly string[], line: number): Pick<BaselineEntry, "until" | "owner"> {
  let until: string | undefined;
  let owner: string | undefined;
  for (const field of fields) {
    const [name, ...rest] = field.split(":");
    const value = rest.join(":");
    if (name === "until" && isDay(value)) until = value;
    else if (name === "owner" && value !== "") owner = value;
    else {
      const what = name === "until" ? `"${value}" is not a day such as 2027-01-31.` : undefined;
      throw new BaselineError(line, what ?? `"${field}" is neither until:DAY nor owner:NAME.`);
    }
  }
  return { ...(until === undefined ? {} : { until }), ...(owner === undefined ? {} : { owner }) };
}

/** Whether a text is a day of the calendar, as `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
