import chardet from "chardet";
import type { Problem } from "./problem.js";
import type { Range } from "./range.js";

/** An article's text as it was read from bytes. */
export interface DecodedArticle {
  /** A byte order mark is kept as U+FEFF; bytes that cannot be read are U+FFFD. */
  readonly source: string;
  /** Empty, or one `encoding` problem at the first wrong place. */
  readonly problems: readonly Problem[];
}

/** Bytes that are looked at to recognise an encoding. */
const SAMPLE = 64 * 1024;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

/** What windows-1252 has at 0x80–0x9F; Node's own decoder takes those bytes for Latin-1 controls. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function decodeAs(encoding: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
    if (encoding !== "windows-1252") return text;
    return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
  } catch {
    return undefined;
  }
}

function withProblem(source: string, encoding: string, range: Range): DecodedArticle {
  return { source, problems: [{ kind: "encoding", range, encoding }] };
}

/** The first match of `pattern`, or an empty range at the start. */
function firstPlace(source: string, pattern: RegExp): Range {
  const match = pattern.exec(source);
  return match === null
    ? { start: 0, end: 0 }
    : { start: match.index, end: match.index + match[0].length };
}

/** UTF-16 by its mark, or by NUL bytes that stand on one side of the pairs. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  let even = 0;
  let odd = 0;
  const sample = bytes.subarray(0, SAMPLE);
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const few = Math.max(4, sample.length / 50);
  if (odd > few && even < odd / 20) return "utf-16le";
  return even > few && odd < even / 20 ? "utf-16be" : undefined;
}

interface Damage {
  /** Offset of the first byte that is no UTF-8. */
  readonly first: number;
  readonly invalid: number;
  /** Well-formed sequences of two bytes and more. */
  readonly valid: number;
}

/** Length of the UTF-8 sequence at `at`; 0 when it is malformed (RFC 3629). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const outside =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return outside ? 0 : length;
}

function damageOf(bytes: Uint8Array): Damage {
  let first = -1;
  let invalid = 0;
  let valid = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      if (first === -1) first = at;
      invalid += 1;
    } else if (length > 1) valid += 1;
    at += Math.max(length, 1);
  }
  return { first, invalid, valid };
}

/** Chinese text too short for statistics: high bytes only in runs of pairs, all of them usual characters. */
function looksLikeShortChinese(bytes: Uint8Array): boolean {
  const text = decodeAs("gb18030", bytes, true);
  if (text === undefined) return false;
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0xa1) run += 1;
    else if (run % 2 === 1 || byte >= 0x80) return false;
    else run = 0;
  }
  return [...text].every(
    (c) => c < "\x80" || /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(c),
  );
}

/** The words that are not ASCII: markup and code around them would drown the statistics. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const telling: number[] = [];
  let ascii = 0;
  for (const byte of bytes) {
    ascii = byte < 0x80 ? ascii + 1 : 0;
    if (ascii < 8) telling.push(byte);
  }
  return Uint8Array.from(telling);
}

/** Name of the likeliest encoding, as TextDecoder takes it. */
function guess(bytes: Uint8Array, first: number): string {
  const sample = bytes.subarray(first, first + SAMPLE);
  for (const { name, confidence } of chardet.analyse(tellingBytes(sample))) {
    if (confidence < 20) break;
    const isMultiByte = /^(?:GB|Big5|Shift_JIS|EUC)/.test(name);
    if (!isMultiByte && looksLikeShortChinese(sample)) break;
    if (/^(?:ISO-8859-[129]|windows-125[0247])$/.test(name)) return "windows-1252";
    const isKnown = isMultiByte || /^(?:ISO-8859|windows|KOI8)/.test(name);
    if (isKnown && decodeAs(name, bytes, true) !== undefined) return name;
  }
  // Every byte means something in it, and browsers read Latin-1 as it, too (WHATWG Encoding).
  return looksLikeShortChinese(sample) ? "gb18030" : "windows-1252";
}

const NAMES: Readonly<Record<string, string>> = {
  gb18030: "GBK",
  GB18030: "GBK",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

function decodeDamaged(bytes: Uint8Array): DecodedArticle {
  const { first, invalid, valid } = damageOf(bytes);
  const at = LENIENT.decode(bytes.subarray(0, first)).length;
  const [lead, second = 0, third = 0] = bytes.subarray(first, first + 3);
  const isSurrogate = lead === 0xed && second >= 0xa0 && second < 0xc0 && (third & 0xc0) === 0x80;
  if (isSurrogate || valid > invalid * 4) {
    const name = isSurrogate ? "lone surrogate" : "UTF-8 with damaged bytes";
    return withProblem(LENIENT.decode(bytes), name, { start: at, end: at + 1 });
  }
  const encoding = guess(bytes, first);
  const source = decodeAs(encoding, bytes, false) ?? LENIENT.decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII is meant.
  return withProblem(source, NAMES[encoding] ?? encoding, firstPlace(source, /[^\x00-\x7f]/u));
}

/**
 * Decodes an article's bytes. Never throws. Text in another encoding is read in the likeliest one, so that it can
 * be checked all the same; such a text must not be written back.
 */
export function decodeArticle(bytes: Uint8Array): DecodedArticle {
  const hasUtf16Mark = bytes[0] === 0xff || bytes[0] === 0xfe;
  let source: string | undefined;
  try {
    source = hasUtf16Mark ? undefined : STRICT.decode(bytes);
  } catch {
    source = undefined;
  }
  const nul = source?.indexOf("\0") ?? -1;
  if (source !== undefined && nul === -1) return { source, problems: [] };

  const utf16 = utf16Of(bytes);
  const wide = utf16 && decodeAs(utf16, bytes, false);
  if (utf16 && wide !== undefined) {
    return withProblem(wide, NAMES[utf16] ?? utf16, { start: 0, end: Math.min(1, wide.length) });
  }
  if (source !== undefined) return withProblem(source, "NUL", { start: nul, end: nul + 1 });
  return decodeDamaged(bytes);
}
