import { largest, lazily, type ProseText, patternAround } from "../../../src/rules.js";
import words from "./repeated-words.json" with { type: "json" };

/** A word that appears twice in a row, in offsets of a prose text. */
export interface RepeatedWord {
  readonly word: string;
  /** The first of the two. */
  readonly first: { readonly start: number; readonly end: number };
  readonly second: { readonly start: number; readonly end: number };
  /** True where no sentence of the language says it twice on purpose: `the the`. */
  readonly certain: boolean;
}

/** The words around two that are the same, where these are no part of any sentence. */
interface Slip {
  readonly after?: ReadonlySet<string> | undefined;
  readonly notAfter?: ReadonlySet<string> | undefined;
  readonly before?: ReadonlySet<string> | undefined;
  readonly notBefore?: ReadonlySet<string> | undefined;
}

const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = listsOf(words.allowed);
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = listsOf(words.functionWords);
/** In a text of unknown language, a word may be doubled if any language allows it. */
const ALLOWED_SOMEWHERE: ReadonlySet<string> = new Set(
  [...ALLOWED.values()].flatMap((list) => [...list]),
);

const SLIPS: ReadonlyMap<string, Slip> = new Map([
  ["that", slip(words.slips.that)],
  ["this", slip(words.slips.this)],
  ["do", slip(words.slips.do)],
]);
const CERTAIN: ReadonlyMap<string, ReadonlySet<string>> = listsOf(words.certain);
/** English clauses meet in a verb (`what he did did help`) or a particle (`the house he moved to to be near`). */
const CLAUSE = new RegExp(`\\b(?:${words.meeting.clause.split(" ").join("|")})\\b`, "i");
const VERBS: ReadonlySet<string> = new Set(words.meeting.verbs.split(" "));
const PARTICLES: ReadonlySet<string> = new Set(words.meeting.particles.split(" "));
/** Particles that end a clause in few sentences only, by the words shortly before. */
const OBJECTS: ReadonlySet<string> = new Set(words.meeting.objects.split(" "));
const STRANDING = new RegExp(
  `\\b(?:${words.meeting.stranding.split(" ").join("|")})(?:['’]\\w+)?(?:\\s+[^\\s,;]+){0,4}\\s+$`,
  "i",
);
/** Words that only an infinitive follows: `need to to keep` has no clause that ends in between. */
const INFINITIVE = new RegExp(`\\b(?:${words.meeting.infinitive.split(" ").join("|")})\\s+$`, "i");
const FOLLOWERS = new RegExp(
  `^\\s*(?:[,.;:!?)]|$|(?:${words.meeting.followers.split(" ").join("|")})\\b)`,
  "i",
);
/** Japanese particles that longer words begin and end with: only between two words are they doubled. */
const BETWEEN_WORDS: ReadonlySet<string> = new Set(words.betweenWords.split(" "));
/** What words of a language are between where they are doubled by mistake; `@` in the table is a sign of a written word. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ["ja", new RegExp(shapesOf(words.shapes.ja), "gu")],
]);
/** Chinese particles that the segmenter may take for the end of the word before: 写的. */
const ATTACHED: ReadonlySet<string> = new Set(words.attached.split(" "));
const WORD_SIGN = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}\p{Nd}]$/u;
const LATIN = new RegExp(words.latin);
const SENTENCE = 300;

/** The same by plain character ranges: a quick test, since Unicode classes are slow. */
const PERHAPS_TWICE =
  /(?<![A-Za-z\u00c0-\u167f\u1681-\u1fff\u206f-\u2fff\u3001-\ufefe\uff00-\uffff])([A-Za-z\u00c0-\u167f\u1681-\u1fff\u206f-\u2fff\u3001-\ufefe\uff00-\uffff]+)\s+\1(?![A-Za-z\u00c0-\u1fff])/i;
const TWICE =
  /(?<![\p{L}\p{M}\p{N}'’_:.#@$/\\<*·•-])(\p{L}[\p{L}\p{M}'’]*)(?:[ \t]+|[ \t]*\r?\n[ \t]*)\1(?![\p{L}\p{M}\p{N}_]|['’.-]\p{L})/giu;
/** Each language's function words twice. */
const doubledBy = lazily(
  (): ReadonlyMap<string, RegExp> =>
    new Map(
      [...FUNCTION_WORDS].map(([language, list]) => [
        language,
        new RegExp(`(${[...list].join("|")})\\1`, "gu"),
      ]),
    ),
);
const LONGEST_FUNCTION_WORD = 2;
/** More in one paragraph are not mistakes; the limit also bounds the work on hostile text. */
const MOST_IN_PARAGRAPH = 50;

/** Longer words that contain a function word and that the segmenter may split. */
const BEGINNINGS = words.longerWords.beginning.split(" ");
const ENDINGS = words.longerWords.ending.split(" ");
/** How far a longer word may extend to either side. */
const REACH = 4;

const segmenters = new Map<string, Intl.Segmenter>();

/** Words that appear twice in a row in a text and that its language does not double. */
export function repeatedWords(
  prose: ProseText,
  allow: ReadonlySet<string>,
): readonly RepeatedWord[] {
  const { language, text } = prose;
  const found =
    language !== undefined && FUNCTION_WORDS.has(language)
      ? [...doubledInText(text, language), ...doubledWords(text, "en")]
      : doubledWords(text, language);
  return found.filter(
    ({ word, first, second }) =>
      !allow.has(word.toLowerCase()) && isOneText(prose, first.start, second.end),
  );
}

/** Whether there are only line breaks, with indentation and quote marks, between two words: no markup, no code. */
function isOneText({ text, sourceOf }: ProseText, start: number, end: number): boolean {
  const written = sourceOf(start, end);
  const read = text.slice(start, end);
  return written === read || oneLine(written) === oneLine(read);
}

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n[\s>]*/g, "\n");
}

function doubledWords(text: string, language: string | undefined): readonly RepeatedWord[] {
  const allowed = language === undefined ? ALLOWED_SOMEWHERE : ALLOWED.get(language);
  // A language without a word list may double its words for a reason: Indonesian forms plurals this way.
  if (allowed === undefined || !/\s/.test(text) || !PERHAPS_TWICE.test(text)) return [];
  const found: RepeatedWord[] = [];
  for (const match of text.matchAll(TWICE)) {
    const word = match[1] ?? "";
    const start = match.index;
    const end = start + match[0].length;
    const second = text.slice(end - word.length, end);
    if (start < (found.at(-1)?.second.end ?? 0)) continue;
    const lower = word.toLowerCase();
    const certain = CERTAIN.get(language ?? "en")?.has(lower) === true;
    const before = text.slice(Math.max(0, start - SENTENCE), start);
    const after = text.slice(end, end + SENTENCE);
    if (isName(word, second) || isSpokenOf(before, after)) continue;
    if (language === "de" && GERMAN_ATTRIBUTE.test(after) && CONTRACTED.has(lower)) continue;
    if (allowed.has(lower) && !(language === "en" && isSlip(lower, before, after))) continue;
    if (!certain && isMeant(word, second, before, after)) continue;
    if ((language ?? "en") === "en" && isMeeting(lower, before, after)) continue;
    // Three in a row are one slip.
    const more = patternAround("iu")`^(?:[ \t]+${word}(?![\p{L}\p{M}\p{N}_'’-]))+`.exec(after)?.[0];
    const last = end + (more?.length ?? 0);
    found.push({
      certain,
      word: second,
      first: { start, end: start + word.length },
      second: { start: last - word.length, end: last },
    });
  }
  return found;
}

/** `vom vom Browser verwendeten Wert`: a participle with a phrase of its own, between the preposition and its noun. */
const CONTRACTED: ReadonlySet<string> = new Set(
  "vom zum zur im am beim ins ans durchs fürs".split(" "),
);
const GERMAN_ATTRIBUTE = /^(?:\s+\S+){1,5}\s+\p{Ll}+(?:en|te[nrsm]?|nde[nrsm]?)\s+\p{Lu}/u;
/** How much a quotation that shows two words has besides. */
const SHORT_QUOTATION = 15;

/** Whether two words are in a short quotation, such as of what a program announces: "search search". */
function isSpokenOf(before: string, after: string): boolean {
  const opening = /["“„«‘「『]([^"“”„«»‘’「」『』]{0,15})$/.exec(before);
  const closing = /^([^"“”„«»‘’「」『』]{0,15})["”“»’」』]/.exec(after);
  if (opening === null || closing === null) return false;
  const isOpen = opening[0].startsWith('"') ? before.split('"').length % 2 === 0 : true;
  return isOpen && (opening[1]?.length ?? 0) + (closing[1]?.length ?? 0) < SHORT_QUOTATION;
}

/** Whether a word that sentences may double is where they never do: `so that that the`, `in this this article`. */
function isSlip(word: string, before: string, after: string): boolean {
  const shape = SLIPS.get(word);
  if (shape === undefined) return false;
  const earlier = /(?<!\p{L})(\p{L}+)\s+$/u.exec(before)?.[1]?.toLowerCase() ?? "";
  const later = /^\s+([\p{L}'’]+)/u.exec(after)?.[1]?.toLowerCase() ?? "";
  const { after: afterWords, notAfter, before: beforeWords, notBefore } = shape;
  return (
    later !== "" &&
    (afterWords === undefined || afterWords.has(earlier)) &&
    notAfter?.has(earlier) !== true &&
    (beforeWords === undefined || beforeWords.has(later)) &&
    notBefore?.has(later) !== true
  );
}

/** Whether a pair is emphasis, a scientific name or a declaration: `far far far`, `Homo sapiens sapiens`, `String string =`. */
function isMeant(word: string, second: string, before: string, after: string): boolean {
  const next = /^\s+(\S+?)(?=[\s,.;:!?)]|$)/.exec(after)?.[1];
  const earlier = /(?:^|\s)(\S+)\s+$/.exec(before)?.[1] ?? "";
  const lower = word.toLowerCase();
  if (next?.toLowerCase() === lower || earlier.toLowerCase() === lower) return true;
  if (/^\s*[=({[;<>]/.test(after)) return true;
  // A parameter behind its type: `moved(Viewer viewer, int to)`.
  if (word !== second && /\w\($/.test(before) && /^[,)]/.test(after)) return true;
  const isLatin = word.length > 3 && LATIN.test(lower);
  // A capital inside a sentence begins a name: Rattus rattus.
  if (word !== second) return isLatin && word.length > 4 ? true : /[^.!?\s"“'(]\s+$/.test(before);
  const isGenus =
    /^\p{Lu}\.$/u.test(earlier) || (/^\p{Lu}\p{Ll}{3,}$/u.test(earlier) && LATIN.test(earlier));
  return isLatin && isGenus && !/^(?:This|Thus|Also)$/.test(earlier);
}

/** Whether one English clause ends and the next one begins with the same word. */
function isMeeting(word: string, before: string, after: string): boolean {
  const sentence = before.slice(
    largest([".", "!", "?"].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  // Spoken English has `the problem is is that`.
  if (word === "is" && /^\s+that\b/.test(after)) return true;
  if (VERBS.has(word)) return CLAUSE.test(sentence);
  if (word === "to" && INFINITIVE.test(before)) return false;
  if (!PARTICLES.has(word) || (!CLAUSE.test(sentence) && FOLLOWERS.test(after))) return false;
  return !OBJECTS.has(word) || CLAUSE.test(sentence) || STRANDING.test(sentence);
}

/** Capitals on both make a name or a call (New York New York); one letter twice is a grade or a variable. */
function isName(first: string, second: string): boolean {
  const isOperator = first !== second && /^\p{Lu}{2,}$/u.test(first);
  return isOperator || /^\p{Lu}/u.test(second) || (first.length === 1 && !/^a$/i.test(first));
}

/** Doubled words of a language without spaces, by what is between words and by what is between signs. */
function doubledInText(text: string, language: string): readonly RepeatedWord[] {
  const found = [...doubledFunctionWords(text, language)];
  const shape = SHAPES.get(language);
  if (shape === undefined) return found;
  const known = new Set(found.map(({ first }) => first.start));
  for (const match of text.matchAll(shape)) {
    const word = match.slice(1).find((one) => one !== undefined) ?? "";
    const middle = match.index + word.length;
    const [first, second] = [
      { start: match.index, end: middle },
      { start: middle, end: middle + word.length },
    ];
    if (known.has(first.start) || found.length === MOST_IN_PARAGRAPH) continue;
    found.push({ word, first, second, certain: false });
  }
  return found.sort((left, right) => left.first.start - right.first.start);
}

function shapesOf(
  list: readonly { readonly word: string; readonly before: string; readonly after: string }[],
): string {
  const written = "\\p{sc=Han}\\p{sc=Katakana}ーA-Za-z0-9";
  // The sign is a class where it is alone, and a part of one between brackets.
  const filled = (pattern: string): string =>
    pattern.replace(/\[[^[\]]*\]|@/g, (part) =>
      part === "@" ? `[${written}]` : part.replace("@", written),
    );
  const parts = list.map(
    ({ word, before, after }, index) =>
      `${before === "" ? "" : `(?<=${filled(before)})`}(${word})\\${index + 1}(?=${filled(after)})`,
  );
  return parts.join("|");
}

function doubledFunctionWords(text: string, language: string): readonly RepeatedWord[] {
  const doubled = doubledBy().get(language);
  if (doubled === undefined || !holdsDoubled(text)) return [];
  const segmenter = segmenterFor(language);
  const found: RepeatedWord[] = [];
  for (const match of text.matchAll(doubled)) {
    if (found.length === MOST_IN_PARAGRAPH) break;
    const word = match[1] ?? "";
    const middle = match.index + word.length;
    const first = { start: match.index, end: middle };
    const second = { start: middle, end: middle + word.length };
    const certain = CERTAIN.get(language)?.has(word) === true;
    // 对对对 and the like are said three times for emphasis.
    if (
      !certain &&
      (text.startsWith(word, second.end) || text.slice(0, first.start).endsWith(word))
    )
      continue;
    if (BETWEEN_WORDS.has(word) && !isBetweenWords(text, first.start, second.end)) continue;
    const isWord = ATTACHED.has(word)
      ? !isPartOfLonger(text, first, second)
      : areWords(text, first, second, segmenter) && standsAlone(text, first, second, segmenter);
    if (isWord) {
      found.push({ word, first, second, certain });
    }
  }
  return found;
}

function isBetweenWords(text: string, start: number, end: number): boolean {
  return WORD_SIGN.test(text[start - 1] ?? "") && WORD_SIGN.test(text[end] ?? "");
}

/** A quick test: whether one or two East Asian characters appear twice in a row. */
function holdsDoubled(text: string): boolean {
  let pairs = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x3040) pairs = 0;
    else if (unit === text.charCodeAt(index + 1)) return true;
    else if (unit !== text.charCodeAt(index + 2)) pairs = 0;
    else if (++pairs === LONGEST_FUNCTION_WORD) return true;
  }
  return false;
}

/** Whether the segmenter takes both for words at these places. */
function areWords(
  text: string,
  first: RepeatedWord["first"],
  second: RepeatedWord["second"],
  segmenter: Intl.Segmenter,
): boolean {
  const from = Math.max(0, first.start - REACH);
  const around = [...segmenter.segment(text.slice(from, second.end + REACH))];
  return [first, second].every(({ start, end }) =>
    around.some(({ index, segment }) => from + index === start && segment.length === end - start),
  );
}

/** Whether neither of two words is part of a longer one: 至少在在线 and 目的的 contain no doubled word. */
function standsAlone(
  text: string,
  first: RepeatedWord["first"],
  second: RepeatedWord["second"],
  segmenter: Intl.Segmenter,
): boolean {
  if (isPartOfLonger(text, first, second)) return false;
  const rest = text.slice(second.start, second.end + REACH);
  const lead = text.slice(Math.max(0, first.start - REACH), first.end);
  const before = [...segmenter.segment(lead)];
  const after = [...segmenter.segment(rest)];
  const length = first.end - first.start;
  return before.at(-1)?.segment.length === length && after[0]?.segment.length === length;
}

/** Whether one of two words is the end or the beginning of a longer word that is known. */
function isPartOfLonger(
  text: string,
  first: RepeatedWord["first"],
  second: RepeatedWord["second"],
): boolean {
  const length = first.end - first.start;
  const rest = text.slice(second.start, second.end + REACH);
  const lead = text.slice(Math.max(0, first.start - REACH), first.end);
  return (
    BEGINNINGS.some((word) => word.length > length && rest.startsWith(word)) ||
    ENDINGS.some((word) => word.length > length && lead.endsWith(word))
  );
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return segmenter;
}

function listsOf(
  lists: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).map(([language, list]) => [language, new Set(list.split(" "))]),
  );
}

function slip(lists: Readonly<Partial<Record<keyof Slip, string>>>): Slip {
  return {
    after: setOf(lists.after),
    notAfter: setOf(lists.notAfter),
    before: setOf(lists.before),
    notBefore: setOf(lists.notBefore),
  };
}

function setOf(list: string | undefined): ReadonlySet<string> | undefined {
  return list === undefined ? undefined : new Set(list.split(" "));
}
