import { mixedWords } from "./homoglyphs.js";
import {
  isMeantJoiner,
  isMeantNoBreakSpace,
  isMeantPrivate,
  lineAround,
} from "./meant-characters.js";
import mojibake from "./mojibake.json" with { type: "json" };

/** Characters that a reader cannot see, or sees as something else. */
export type HiddenKind =
  | "bidi"
  | "zero-width"
  | "soft-hyphen"
  | "control"
  | "private-use"
  | "replacement"
  | "mojibake"
  | "homoglyph"
  | "no-break-space"
  | "full-width"
  | "ligature"
  | "radical"
  | "decomposed";

/** A run of characters of one kind, in offsets of the text. */
export interface HiddenRun {
  readonly kind: HiddenKind;
  readonly start: number;
  readonly end: number;
  /** What was most probably meant; undefined where nobody can know. */
  readonly meant: string | undefined;
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
/** A quick look: one pass for all the patterns below, by the characters that any of them begins with or needs. */
const PERHAPS_HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0300-\u036f\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\u00ad\u061c\u1100-\u1112\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2f00-\u2fd5\u3099\u309a\u3164\udb40-\udbff\ue000-\uf8ff\ufb00-\ufb06\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffa0\ufffdÃÂâïð锟烫屯锘]/;
const ARABIC_OR_HEBREW =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Pattern {
  readonly kind: HiddenKind;
  /** A cheap test that a text may hold such a run at all. */
  readonly hint?: RegExp;
  readonly pattern: RegExp;
  meant(run: string): string | undefined;
  /** Whether the run is right where it stands. */
  isMeant?(text: string, start: number, end: number): boolean;
}

const nothing = (): string => "";
const unknown = (): undefined => undefined;

const PATTERNS: readonly Pattern[] = [
  {
    kind: "bidi",
    pattern: /[\u202a-\u202e\u2066-\u2069]+/g,
    meant: nothing,
    isMeant: isMeantIsolate,
  },
  {
    kind: "zero-width",
    pattern:
      /[\u061c\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]+/gu,
    meant: nothing,
    isMeant: isMeantJoiner,
  },
  { kind: "soft-hyphen", pattern: /\u00ad+/g, meant: nothing },
  {
    kind: "control",
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    pattern: /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g,
    meant: nothing,
  },
  {
    kind: "private-use",
    pattern: /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+/gu,
    meant: unknown,
    isMeant: isMeantPrivate,
  },
  { kind: "replacement", pattern: /\ufffd+/g, meant: unknown },
  {
    kind: "mojibake",
    hint: /[ÃÂâïð锟烫屯锘]/,
    pattern: new RegExp(`(?:${mojibake.latin.join("|")})+|${mojibake.cjk.join("|")}`, "g"),
    meant: repaired,
  },
  {
    kind: "no-break-space",
    pattern: /\u00a0+/g,
    meant: () => " ",
    isMeant: isMeantNoBreakSpace,
  },
  {
    kind: "full-width",
    pattern: /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g,
    meant: (run) => run.normalize("NFKC"),
  },
  {
    kind: "ligature",
    pattern: /[\ufb00-\ufb06]/g,
    meant: (run) => run.normalize("NFKC"),
    // One that stands alone is what the text is about.
    isMeant: (text, start, end) =>
      !/\p{L}/u.test(text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1)),
  },
  {
    kind: "radical",
    pattern: /[\u2f00-\u2fd5]/g,
    meant: (run) => run.normalize("NFKC"),
    // One that stands alone is what the text is about.
    isMeant: (text, start, end) =>
      !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(
        text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1),
      ),
  },
  {
    kind: "decomposed",
    hint: /[\u0300-\u036f\u1100-\u1112\u3099\u309a]/,
    pattern:
      /[\p{L}\p{N}][\u0300-\u036f\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu,
    meant: (run) => run.normalize("NFC"),
    // What has no composed form can be written no other way.
    isMeant: (text, start, end) => {
      const run = text.slice(start, end);
      return run.normalize("NFC") === run;
    },
  },
];

/** Finds hidden and look-alike characters in a text, sorted by place. */
export function hiddenCharacters(text: string): readonly HiddenRun[] {
  if (PLAIN.test(text)) return [];
  const runs: HiddenRun[] = PERHAPS_HIDDEN.test(text) ? patternRuns(text) : [];
  for (const { start, end, meant } of mixedWords(text)) {
    runs.push({ kind: "homoglyph", start, end, meant });
  }
  runs.sort((left, right) => left.start - right.start || right.end - left.end);
  return runs.filter((run, index) => run.start >= (runs[index - 1]?.end ?? 0));
}

function patternRuns(text: string): HiddenRun[] {
  const runs: HiddenRun[] = [];
  // Japanese typography uses full-width letters and digits as a matter of course.
  const japanese = KANA.test(text);
  for (const { kind, hint, pattern, meant, isMeant } of PATTERNS) {
    if ((kind === "full-width" && japanese) || hint?.test(text) === false) continue;
    for (const { 0: run, index } of text.matchAll(pattern)) {
      const end = index + run.length;
      if (isMeant?.(text, index, end) === true) continue;
      runs.push({ kind, start: index, end, meant: meant(run) });
    }
  }
  return runs;
}

/** Isolates and marks are how right-to-left text is quoted; overrides and embeddings never are. */
function isMeantIsolate(text: string, start: number, end: number): boolean {
  if (!/^[\u2066-\u2069]+$/.test(text.slice(start, end))) return false;
  const line = lineAround(text, start);
  const opened = line.match(/[\u2066-\u2068]/g)?.length ?? 0;
  const closed = line.match(/\u2069/g)?.length ?? 0;
  return opened === closed && ARABIC_OR_HEBREW.test(line);
}

const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Undoes UTF-8 read as Windows-1252; undefined when the bytes do not make a text. */
function repaired(run: string): string | undefined {
  const bytes: number[] = [];
  for (const character of run) {
    const high = WINDOWS_1252.indexOf(character);
    const byte = high === -1 ? (character.codePointAt(0) ?? 0) : 0x80 + high;
    if (byte > 0xff) return undefined;
    bytes.push(byte);
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  return text.includes("\ufffd") ? undefined : text;
}
