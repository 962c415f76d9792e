import {
  type Article,
  CAPTION_WEIGHT,
  endsAsSentence,
  fakeCaptionsOf,
  lazily,
  type ProseText,
  weightedLength,
} from "../../../src/rules.js";
import words from "./cjk-spacing.json" with { type: "json" };

/** A run of spaces, in offsets of a prose text. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** Whether it is certainly a mistake: it splits a word, or is next to a particle or a full-width mark. */
  readonly sure: boolean;
}

const BETWEEN_HAN = /(?<=\p{Script=Han}) {1,2}(?=\p{Script=Han})/gu;
const BESIDE_MARK =
  /(?<=[，。；：！？、）】》」』〉〕（【《「『〈〔]) +(?=\S)|(?<=\S) +(?=[，。；：！？、）】》」』〉〕])/gu;
const CLAUSE_MARK = /[，。；：！？、…—,.;:!?|｜\uFFFC\n]/u;
const OPEN_TITLE = /[《〈「『【“][^》〉」』】”]*$/u;
const NEVER_FIRST: ReadonlySet<string> = new Set(words.neverFirst);
const NEVER_LAST: ReadonlySet<string> = new Set(words.neverLast);
/** A shorter text is a label, a line of names or a verse. */
const LEAST_WEIGHT = 40;
/** More parts than this between two marks are an enumeration. */
const MOST_PARTS = 3;
/** A person's name at the start of a line, followed by what the person does. */
const LONGEST_NAME = 4;
/** How far a word may extend to either side of a space. */
const REACH = 6;
/** How far back the opening mark of a title may be. */
const LONGEST_TITLE = 40;

const segmenter = lazily(() => new Intl.Segmenter("zh", { granularity: "word" }));

/** Recognizes texts in which spaces are part of the layout: captions (also fake ones), tables, headings, terms. */
export function layoutTest(article: Article): (prose: ProseText) => boolean {
  const captions = new Set(
    fakeCaptionsOf(article)
      .filter(({ weight }) => weight <= CAPTION_WEIGHT)
      .map(({ captionBlock }) => captionBlock),
  );
  return ({ paragraph }) => {
    if (paragraph.inTable || !/^(?:paragraph|item|definition|run)$/.test(paragraph.kind))
      return true;
    for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
      if (captions.has(at) || at.tagName === "figcaption") return true;
    }
    return false;
  };
}

/** Spaces between two Han characters of running text, which has none (clreq §3.2). */
export function gapsBetweenHan({ text, isPlain }: ProseText): readonly Gap[] {
  if (!text.includes(" ")) return [];
  if (weightedLength(text) < LEAST_WEIGHT || !endsAsSentence(text)) return [];
  const gaps: Gap[] = [];
  for (const match of text.matchAll(BETWEEN_HAN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!isPlain(start - 1, end + 1)) continue;
    const sure = isSlip(text, start, end);
    if (sure || !isLayout(text, start, end)) gaps.push({ start, end, sure });
  }
  return gaps;
}

/** Spaces next to full-width marks, which include their own gap. */
export function gapsBesideMarks({ text, isPlain }: ProseText): readonly Gap[] {
  if (!text.includes(" ")) return [];
  return [...text.matchAll(BESIDE_MARK)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, sure: true }))
    .filter(({ start, end }) => isPlain(start - 1, end + 1));
}

/** Whether the space splits a word, or is before or after a particle that always belongs to a word. */
function isSlip(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  const first = segmentsOf(right)[0]?.segment ?? "";
  const last = segmentsOf(left).at(-1)?.segment ?? "";
  if (NEVER_FIRST.has(first) || NEVER_LAST.has(last)) return true;
  return segmentsOf(left + right).some(
    ({ index, segment }) => index < left.length && index + segment.length > left.length,
  );
}

function segmentsOf(text: string): readonly Intl.SegmentData[] {
  return [...segmenter().segment(text)];
}

/** Whether the clause around a space is a list of names, a title or a pair of verses. */
function isLayout(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !CLAUSE_MARK.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && !CLAUSE_MARK.test(text[to] ?? "")) to++;
  const parts = text.slice(from, to).trim().split(/ +/);
  const [first = ""] = parts;
  if (parts.length > MOST_PARTS || /[：:|｜]/.test(text[from - 1] ?? "")) return true;
  if (from === 0 && first.length <= LONGEST_NAME && start === first.length) return true;
  if (OPEN_TITLE.test(text.slice(Math.max(0, start - LONGEST_TITLE), start))) return true;
  return parts.every((part) => part.length === first.length);
}
