import type { Element, ProseText } from "../../../src/rules.js";
import table from "./punctuation.json" with { type: "json" };

/** A quotation mark or bracket at one place. */
export interface Mark {
  readonly prose: ProseText;
  readonly index: number;
  readonly character: string;
}

/** A mark without its counterpart. */
export interface LoneMark extends Mark {
  readonly side: "opening" | "closing";
  /** Its kind: the opening mark, of whatever width. */
  readonly kind: string;
  /** The index of its block in the article. */
  readonly block: number;
}

/** Two marks that belong together. */
export interface MarkPair {
  readonly kind: string;
  readonly opening: Mark;
  readonly closing: Mark;
  /** The index of their block in the article. */
  readonly block: number;
}

/** The quotation marks and brackets of an article, by whether they are paired. */
export interface Balance {
  readonly lone: readonly LoneMark[];
  readonly pairs: readonly MarkPair[];
  /** Single quotation marks around double ones, where the usual order is the other way around. */
  readonly turned: readonly { readonly outer: Mark; readonly inner: Mark }[];
}

const KIND_OF_CLOSING: ReadonlyMap<string, string> = new Map(
  Object.entries(table.pairs).map(([opening, closing]) => [closing, opening]),
);
const LIKE_ENGLISH: ReadonlySet<string> = new Set(table.quotesAsInEnglish);
/** Languages that open quotations with « and close them with »; others turn them round, or use » for both. */
const OUTWARD: ReadonlySet<string | undefined> = new Set(table.guillemetsOutward);
/** `« Retour` and `Suite »` are arrows on a label. */
const LONGEST_LABEL = 40;
const MARK = /["“”‘’„«»「」『』《》〈〉【】〔〕（）()]/gu;
const LATIN = /[\p{Script=Latin}\d]/u;
/** `a)`, `1)`, `iv)` number items. */
const ENUMERATOR =
  /(?:^|[\s(（,;:，；：、。\uFFFC]|(?<=[ぁ-んァ-ヶー\p{Script=Han}])(?=[a-z\d]\.?$))(?:[\p{L}\d]|\d{1,3}|[ivx]{1,5}|[A-Z]\d?|\p{Script=Han})[.)]?$/u;
/** The eyes of an emoticon; its mouth is not a bracket. */
const EYES = /(?:^|\s)[:;=]['^-]?$/;
/** Half-open intervals: `[a, b)`, `(a, b]`. */
const INTERVAL_BEFORE = /\[[^[\]()]{1,40}$/;
const INTERVAL_AFTER = /^\([^[\]()]{1,40}\]/;
/** `f( and then`: the beginning of a call that a text speaks of. */
const CALL_BEFORE = /[\w$]$/;
const CALL_AFTER = /^\((?:[\s,.;:!?][^)]*)?$/;
/** How many characters before and after a bracket are examined. */
const LOOK_BACK = 160;
/** Real text does not nest deeper; in hostile input, deeper marks count as unpaired. */
const DEEPEST = 50;
/** A quotation or an aside may run over several paragraphs. */
const REACH = 6;

/** The texts of one block, which line breaks separate. */
export function blocksOf(proses: readonly ProseText[]): readonly (readonly ProseText[])[] {
  const blocks: ProseText[][] = [];
  let element: Element | undefined;
  for (const prose of proses) {
    const last = blocks.at(-1);
    if (last !== undefined && prose.paragraph.element === element) last.push(prose);
    else blocks.push([prose]);
    element = prose.paragraph.element;
  }
  return blocks;
}

/** Finds the quotation marks and brackets of an article that have no counterpart in their block or in one nearby. */
export function balanceOf(blocks: readonly (readonly ProseText[])[]): Balance {
  const lone: LoneMark[] = [];
  const pairs: MarkPair[] = [];
  const turned: { readonly outer: Mark; readonly inner: Mark }[] = [];
  for (const [number, block] of blocks.entries()) {
    const found = balanceOfBlock(block, number);
    for (const one of found.lone) lone.push(one);
    for (const one of found.pairs) pairs.push(one);
    for (const one of found.turned) turned.push(one);
  }
  return { lone: withoutLongSpans(lone, blocks), pairs, turned };
}

function balanceOfBlock(block: readonly ProseText[], number: number): Balance {
  const open: (Mark & { readonly kind: string })[] = [];
  const lone: LoneMark[] = [];
  const pairs: MarkPair[] = [];
  const turned: { readonly outer: Mark; readonly inner: Mark }[] = [];
  let quoting = false;
  for (const prose of block) {
    for (const match of prose.text.matchAll(MARK)) {
      const mark: Mark = { prose, index: match.index, character: match[0] };
      if (isOther(mark, () => open.some(({ kind }) => kind === "（"))) continue;
      const isStraight = mark.character === '"';
      // Inches and seconds follow a number.
      if (isStraight && !quoting && /\d/.test(prose.text[mark.index - 1] ?? "")) continue;
      const { kind, opens } = isStraight
        ? { kind: '"', opens: !quoting }
        : roleOf(mark, open.at(-1)?.character);
      if (opens) {
        const outer = open.at(-1);
        if (kind === "“" && outer?.kind === "‘" && prose.language === "zh") {
          turned.push({ outer, inner: mark });
        }
        if (isStraight) quoting = true;
        open.push({ ...mark, kind });
        const [outermost] = open.length > DEEPEST ? open.splice(0, 1) : [];
        if (outermost !== undefined) lone.push({ ...outermost, side: "opening", block: number });
        continue;
      }
      const at = open.findLastIndex((candidate) => candidate.kind === kind);
      if (at === -1) {
        lone.push({ ...mark, kind, side: "closing", block: number });
        continue;
      }
      const [opening, ...crossed] = open.splice(at);
      if (opening !== undefined) pairs.push({ kind, opening, closing: mark, block: number });
      if ([opening, ...crossed].some((mark) => mark?.kind === '"')) quoting = false;
      for (const left of crossed) {
        lone.push({ ...left, side: "opening", block: number });
      }
    }
  }
  for (const left of open) lone.push({ ...left, side: "opening", block: number });
  return { lone: lone.sort(byPlace), pairs, turned };
}

/** Whether a mark opens or closes, given the open one: German closes with the mark that English opens with. */
function roleOf(mark: Mark, open: string | undefined): { kind: string; opens: boolean } {
  const { character } = mark;
  if (character === "„") return { kind: "“", opens: true };
  if (character === "“" && open === "„") return { kind: "“", opens: false };
  const wide = character === "(" ? "（" : character === ")" ? "）" : character;
  const kind = KIND_OF_CLOSING.get(wide);
  return kind === undefined ? { kind: wide, opens: true } : { kind, opens: false };
}

/**
 * Whether a mark is neither a quotation mark nor a bracket: an apostrophe, part of a list number, an emoticon, an interval,
 * the beginning of a call.
 *
 * @param isInBrackets whether a bracket is open before it, which it then closes
 */
function isOther({ prose, index, character }: Mark, isInBrackets: () => boolean): boolean {
  const { text, language } = prose;
  const before = text.slice(Math.max(0, index - LOOK_BACK), index);
  // A bracket alone in quotation marks is shown, and encloses nothing: `(")")`.
  if (/[()（）]/.test(character) && isShown(text, index)) return true;
  if (/[(（]/.test(character)) {
    const after = text.slice(index, index + LOOK_BACK);
    if (EYES.test(before) || INTERVAL_AFTER.test(after)) return true;
    return CALL_AFTER.test(after) && CALL_BEFORE.test(before);
  }
  if (/[)）]/.test(character)) {
    if (EYES.test(before) || INTERVAL_BEFORE.test(before)) return true;
    return ENUMERATOR.test(before) && !isInBrackets();
  }
  if (/[«»]/.test(character)) return !OUTWARD.has(language) || isArrow(text, index);
  if (character === '"') return isProgramText(text, index);
  if (!/[“”‘’„]/.test(character)) return false;
  if (language !== undefined && !LIKE_ENGLISH.has(language)) return true;
  if (!/[‘’]/.test(character)) return false;
  // Single quotation marks next to Latin letters may be apostrophes, which have no counterpart.
  const after = text[index + 1] ?? "";
  return language !== "zh" || LATIN.test(before.slice(-1)) || LATIN.test(after);
}

/** Whether quotation marks are on both sides of a sign. */
function isShown(text: string, index: number): boolean {
  const around = `${text[index - 1] ?? ""}${text[index + 1] ?? ""}`;
  return /^(?:""|''|“”|‘’|„“|«»|「」|『』|``)$/.test(around);
}

/** Whether a guillemet stands on a label, or opens another line of a quotation as it did in print. */
function isArrow(text: string, index: number): boolean {
  const isLabel = text.length <= LONGEST_LABEL && /^[^«».!?…]*[«»][^«»]*$/.test(text);
  return isLabel || (text[index] === "»" && text.slice(0, index).trim() === "");
}

/** Quotation marks around an attribute value, or escaped ones. */
function isProgramText(text: string, index: number): boolean {
  if (/[=\\]/.test(text[index - 1] ?? "")) return true;
  return /=\s?"[^"\n]*$/.test(text.slice(Math.max(0, index - LOOK_BACK), index));
}

/** Leaves out marks that open in one block and close in a later one, whether or not each block opens again. */
function withoutLongSpans(
  lone: readonly LoneMark[],
  blocks: readonly (readonly ProseText[])[],
): readonly LoneMark[] {
  // A quotation of several paragraphs may open again in each of them.
  const spanned = new Set(
    lone.filter(
      ({ side, block, character }) =>
        side === "opening" && blocks[block + 1]?.[0]?.text.startsWith(character) === true,
    ),
  );
  for (const [at, mark] of lone.entries()) {
    if (mark.side !== "closing" && mark.kind !== '"') continue;
    if (spanned.has(mark)) continue;
    for (let before = at - 1; before >= 0; before--) {
      const opening = lone[before];
      if (opening === undefined || mark.block - opening.block > REACH || at - before > DEEPEST)
        break;
      if (opening.kind !== mark.kind || opening.side !== "opening" || opening.block === mark.block)
        continue;
      if (spanned.has(opening)) continue;
      spanned.add(opening).add(mark);
      if (mark.kind !== "“") break;
    }
  }
  return lone.filter((mark) => !spanned.has(mark));
}

function byPlace(left: Mark, right: Mark): number {
  return (
    left.prose.paragraph.range.start - right.prose.paragraph.range.start || left.index - right.index
  );
}
