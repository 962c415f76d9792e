import { type ProseText, perUnit, type Range } from "../../../../src/rules.js";

/** Names of an article by their letters in lower case. */
export interface Names {
  /** Names with a capital within the word, by how each is written, with how often it is. */
  readonly humped: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Where the same letters have only their first as a capital. */
  readonly plain: ReadonlyMap<string, readonly Range[]>;
}

const HUMPED =
  /(?<![\p{Script=Latin}\p{N}@#$_./\\-])\p{Lu}\p{Ll}{1,20}\p{Lu}\p{Ll}{1,20}(?![\p{Script=Latin}\p{N}@_/\\(])/gu;
const PLAIN =
  /(?<![\p{Script=Latin}\p{N}@#$_./\\-])\p{Lu}\p{Ll}{3,40}(?![\p{Script=Latin}\p{N}@_/\\(-]|\.[\p{L}\p{N}])/gu;

const SMALL = 1;
const CAPITAL = 2;

const caseOf = perUnit((unit) => {
  const letter = String.fromCharCode(unit);
  if (/\p{Ll}/u.test(letter)) return SMALL;
  return /\p{Lu}/u.test(letter) ? CAPITAL : 0;
});

/** A quick look: whether a capital stands right after a small letter. */
function hasHump(text: string): boolean {
  let previous = 0;
  for (let index = 0; index < text.length; index++) {
    const current = caseOf(text.charCodeAt(index));
    if (current === CAPITAL && previous === SMALL) return true;
    previous = current;
  }
  return false;
}

/** The names with capitals within the word in some texts, and the words that may be the same names. */
export function namesIn(
  proses: readonly ProseText[],
  isQuotedAt: (range: Range) => boolean = () => false,
): Names {
  const humped = new Map<string, Map<string, number>>();
  for (const { text, paragraph } of proses) {
    if (!hasHump(text)) continue;
    for (const { 0: name, index } of text.matchAll(HUMPED)) {
      if (isQuotedAt(paragraph.rangeOf(index, index + name.length))) continue;
      const forms = humped.get(name.toLowerCase()) ?? new Map<string, number>();
      humped.set(name.toLowerCase(), forms);
      forms.set(name, (forms.get(name) ?? 0) + 1);
    }
  }
  const plain = new Map<string, Range[]>();
  if (humped.size === 0) return { humped, plain };
  const wanted = [...humped.keys()].map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  for (const prose of proses) {
    if (!wanted.some((name) => prose.text.includes(name))) continue;
    for (const { 0: word, index } of prose.text.matchAll(PLAIN)) {
      const name = word.toLowerCase();
      const end = index + word.length;
      if (!humped.has(name) || !prose.isPlain(index, end)) continue;
      if (isTitleWord(prose, end) || isQuoted(prose.text, index, end)) continue;
      plain.set(name, [...(plain.get(name) ?? []), prose.paragraph.rangeOf(index, end)]);
    }
  }
  return { humped, plain };
}

/** Headings may give every word a capital: `Lifecycle Events` need not have the name `LifeCycle` in it. */
function isTitleWord({ paragraph, text }: ProseText, end: number): boolean {
  return paragraph.kind === "heading" && /^\s\p{Lu}/u.test(text.slice(end, end + 3));
}

/** A word in quotation marks is spoken about: `from "Github" to "GitHub"`. */
function isQuoted(text: string, start: number, end: number): boolean {
  return /["'“‘«「『]/.test(text[start - 1] ?? "") && /["'”’»」』]/.test(text[end] ?? "");
}
