import {
  type Article,
  normaliseLabel,
  overlapTest,
  type Range,
  rangeOf,
  readResource,
  verbatimRangesOf,
} from "../../../src/rules.js";

/** A link definition `[label]: address` or footnote definition `[^label]: text` of a Markdown article. */
export interface Definition {
  /** As written, without brackets; a footnote's begins with `^`. */
  readonly label: string;
  /** As labels are compared. */
  readonly key: string;
  /** `[label]:`, and for a link its URL and title. */
  readonly range: Range;
  readonly isFootnote: boolean;
  /** URL as written; "" for a footnote. */
  readonly destination: string;
  /** What to delete to remove the definition and nothing else; undefined where that cannot be told. */
  readonly removal: Range | undefined;
}

const LINE_START =
  /^(?<prefix>\uFEFF?[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)\[(?<label>(?:[^[\]\\\n]|\\.)+)\]:/gm;
const LABEL = /\[((?:[^[\]\\]|\\.)+)\]/g;

/** The definitions of an article, in source order. What looks like one in code, comments or text is not included. */
export function linkDefinitionsOf(article: Article): readonly Definition[] {
  if (article.format === "html") return [];
  const candidates = lineStartsOf(article);
  if (candidates.length === 0) return [];
  const isCovered = overlapTest(
    [...verbatimRangesOf(article), ...article.texts.map(rangeOf)].sort(
      (left, right) => left.start - right.start,
    ),
  );
  const links = new Set(
    article.elements.flatMap((node) => (node.tagName === "a" ? [rangeOf(node).start] : [])),
  );
  return candidates.flatMap(({ label, start, end, alone }) =>
    // A label with a colon that names no address is a link.
    links.has(start) || isCovered({ start, end: start + 1 })
      ? []
      : [readDefinition(article, label, start, end, alone)],
  );
}

/** Keys of everything that looks like a definition, wherever it is: an engine may read more of them than CommonMark. */
export function definedKeysOf(article: Article): ReadonlySet<string> {
  return new Set(lineStartsOf(article).map(({ label }) => normaliseLabel(label)));
}

/** Keys of all bracketed texts except those that open the given definitions: any of them may be a use. */
export function bracketedKeysOf(
  article: Article,
  definitions: readonly Definition[],
): ReadonlySet<string> {
  const own = new Set(definitions.map(({ range }) => range.start));
  const keys = new Set<string>();
  for (const match of article.source.matchAll(LABEL)) {
    if (!own.has(match.index)) keys.add(normaliseLabel(match[1] ?? ""));
  }
  return keys;
}

interface LineStart {
  readonly label: string;
  readonly start: number;
  /** After the colon. */
  readonly end: number;
  /** Only spaces before it on its line. */
  readonly alone: boolean;
}

function lineStartsOf(article: Article): readonly LineStart[] {
  LINE_START.lastIndex = article.bodyStart;
  const found: LineStart[] = [];
  for (
    let match = LINE_START.exec(article.source);
    match !== null;
    match = LINE_START.exec(article.source)
  ) {
    const { prefix = "", label = "" } = match.groups ?? {};
    const start = match.index + prefix.length;
    const end = match.index + match[0].length;
    found.push({ label, start, end, alone: prefix.trim() === "" });
  }
  return found;
}

function readDefinition(
  article: Article,
  label: string,
  start: number,
  colon: number,
  alone: boolean,
): Definition {
  const { source, lines } = article;
  const key = normaliseLabel(label);
  const isFootnote = label.startsWith("^");
  const base = { label, key, isFootnote };
  if (isFootnote)
    return { ...base, range: { start, end: colon }, destination: "", removal: undefined };

  const { line } = lines.pointAt(start);
  const lineEnd = lines.endOf(line);
  const resource = readResource(source, colon, lineEnd);
  const destination = resource?.destination ?? { start: colon, end: colon };
  const end = source.slice(start, lineEnd).trimEnd().length + start;
  // The URL or the title may be on the next line (CommonMark §4.7).
  const goesOn =
    destination.start === destination.end ||
    /^[ \t>]*["'(]/.test(source.slice(lines.startOf(line + 1), lines.endOf(line + 1)));
  return {
    ...base,
    range: { start, end },
    destination: source.slice(destination.start, destination.end),
    removal:
      alone && !goesOn ? { start: lines.startOf(line), end: lines.startOf(line + 1) } : undefined,
  };
}
