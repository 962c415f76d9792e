import type { Article, Engine, FrontMatter, Range, ValuePath } from "../../../src/rules.js";
import { readersDiffer } from "./coercion.js";
import { hiddenIn } from "./value-hygiene.js";

/** A key or value that a reader hands over in another way than it is written. */
export interface Difference {
  /** Names and numbers of the way to it, with dots. */
  readonly key: string;
  readonly range: Range;
  /** What is written. */
  readonly written: string;
  /** What is handed over; undefined when the key is not. */
  readonly read: string | undefined;
  /** Whether the place holds plain text, which quotation marks can be put around. */
  readonly isPlain: boolean;
}

/** Whether another rule already says why this front matter is not read as it is meant. */
export function isExplained(article: Article, engine: Engine): boolean {
  const { source, frontMatter, problems } = article;
  const leading = frontMatter?.leading;
  if (leading !== undefined && !/^\uFEFF?$/.test(source.slice(leading.start, leading.end)))
    return true;
  return problems.some((problem) => {
    switch (problem.kind) {
      case "front-matter-fence":
        return !engine.frontMatter.understandsFence(problem, article);
      case "front-matter-duplicate-key":
        return !problem.caseOnly;
      case "front-matter-executable":
      case "front-matter-syntax":
        return true;
      case "limit":
        return problem.unchecked === "front-matter";
      default:
        return false;
    }
  });
}

/** Lines of a key, an item or both, with text that begins with a letter, or a date. */
const PLAIN_LINES =
  /^(?:(?:[A-Za-z][\w-]*:|-| +-)(?: (?:\p{L}[^:#\n\p{C}]*|\d{4}-\d\d-\d\d[\d T:.Z+-]*))?\r?\n)*$/u;

/** Whether every reader of YAML reads a block alike: bare fences, plain lines. */
export function isSimplest({ source }: Article, frontMatter: FrontMatter): boolean {
  const { openingFence, closingFence, content } = frontMatter;
  if (closingFence === undefined) return false;
  const isBare = ({ start, end }: Range): boolean => source.slice(start, end) === "---";
  return (
    isBare(openingFence) &&
    isBare(closingFence) &&
    PLAIN_LINES.test(source.slice(content.start, content.end))
  );
}

/** Whether a line holds a value with characters nobody sees, which is said of the value itself. */
export function hidesAt({ source }: Article, frontMatter: FrontMatter, line: Range): boolean {
  return frontMatter.entries.some(({ valueRange: { start, end } }) => {
    const isThere = start <= line.end && end >= line.start;
    return isThere && hiddenIn(source.slice(start, end), { start, end }) !== undefined;
  });
}

/** Where `data`, as a reader hands it over, is not what the front matter says. */
export function differencesFrom(
  { source }: Article,
  frontMatter: FrontMatter,
  data: unknown,
): readonly Difference[] {
  return frontMatter.entries.flatMap((entry): readonly Difference[] => {
    const { path, value, keyRange, valueRange: range, style } = entry;
    const parent = valueAt(data, path.slice(0, -1));
    if (parent === undefined) return [];
    const key = path.join(".");
    const written = described(value);
    const isPlain = style === "plain";
    const read = valueAt(parent, path.slice(-1));
    if (read === undefined)
      return [{ key, range: keyRange ?? range, written, read, isPlain: true }];
    if (isSame(value, read)) return [];
    if (isPlain && readersDiffer(source.slice(range.start, range.end)) !== undefined) return [];
    return [{ key, range, written, read: described(read), isPlain }];
  });
}

/** The value at a path; undefined where nothing is. */
function valueAt(data: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? Object.getOwnPropertyDescriptor(value, step)?.value
        : undefined,
    data,
  );
}

/** Whether two values are the same; of lists and maps, whose members are entries of their own, the kind. */
function isSame(value: unknown, read: unknown): boolean {
  // Dates, bytes and infinite numbers are no JSON: copydesk keeps them as written, and other rules read dates.
  if (read instanceof Date || read instanceof Uint8Array) return typeof value === "string";
  if (typeof read === "number" && !Number.isFinite(read)) return typeof value === "string";
  if (typeof value === "object" && value !== null && typeof read === "object" && read !== null)
    return Array.isArray(value) === Array.isArray(read);
  if (typeof value === "string" && typeof read === "string")
    // The line ending before the closing fence is part of a block scalar to one and not to the other.
    return value.trimEnd() === read.trimEnd();
  return value === read;
}

const LONGEST = 16;

/** A value as a noun. */
function described(value: unknown): string {
  if (value === null) return "nothing";
  if (value instanceof Date) return "a date";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  const text = String(value);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return typeof value === "string" ? `the text "${shown}"` : `the ${typeof value} ${shown}`;
}
