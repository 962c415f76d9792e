import {
  type Article,
  type Element,
  type Nodes,
  nodeAfter,
  type ProseText,
  proseTextsOf,
  type Range,
  textContentOf,
} from "../../../../src/rules.js";
import table from "./announced.json" with { type: "json" };

/** A number before a list that has another number of items. */
export interface WrongCount {
  /** The number as it is written. */
  readonly range: Range;
  readonly text: string;
  /** How many items the list has. */
  readonly items: number;
  readonly list: Element;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  table.numbers.split(" ").map((word, index) => [word, index + 2]),
);
const HAN: ReadonlyMap<string, number> = new Map([
  ...[...table.hanNumbers].map((sign, index): [string, number] => [sign, index + 2]),
  ["两", 2],
  ["兩", 2],
]);
const NUMBER = `[2-9]|1\\d|${[...NUMBERS.keys()].join("|")}`;
const WORD = `(?!(?:${table.noNoun.replaceAll(" ", "|")}) |[a-z-]*(?:ing|ed) )[a-z-]+ {1,2}`;
const NOUN = `(?!(?:${table.noNoun.replaceAll(" ", "|")})\\b)[a-z-]*[a-z]s`;
/** `three steps:`, `5 good reasons here:`. */
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(${NUMBER}) (?:(?:${WORD}){0,3}|(?<=\\bfollowing (?:${NUMBER}) )(?:${WORD}){1,6}(?:\\([a-z]+\\) {1,2})?)${NOUN}(?: (?:here|below|available))?:$`,
  "iu",
);
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:${table.otherBefore.replaceAll(" ", "|")}) (?:the )?$|[~≈<>+]\\s?$`,
  "iu",
);
/** `以下三点：`, `两种方法：`, `次の3つの方法：`. */
const CJK = new RegExp(
  `(?<![\\p{N}.第的这這那该該此]|(?<!以下|下記|次)の ?)([${[...HAN.keys()].join("")}]|(?<!\\d)(?:[2-9]|1\\d)) ?(?:${table.counters.replaceAll(" ", "|")})(?!目)(?:の(?=[^。：:]))?[^。：:，、；的を ]{0,8}[：:]$`,
  "u",
);
const ADDED = new RegExp(table.added, "i");
const PRODUCT =
  /(?<!\p{L})(?!(?:The|These|All|Follow|Here|With|In|Do|Use|Our) )\p{Lu}[\p{L}.-]* $/u;
/** What joins two things in one item. */
const JOINED = /[和与與及、,&/]|\b(?:and|or)\b|と/;
/** How much of the end of a paragraph is looked at. */
const WITHIN = 90;
const SENTENCE_END = /[.!?。！？]/;
const FURTHER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d+|one|${[...NUMBERS.keys()].join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Paragraphs that announce so many things and are followed at once by a list of another length. */
export function wrongCounts(article: Article): readonly WrongCount[] {
  return proseTextsOf(article).flatMap((prose) => wrongCount(article, prose) ?? []);
}

function wrongCount(article: Article, { paragraph, text }: ProseText): WrongCount | undefined {
  const { element, kind } = paragraph;
  if (kind !== "paragraph" || element === undefined || !/[:：]$/.test(text)) return undefined;
  const from = Math.max(0, text.length - WITHIN);
  const end = text.slice(from).replaceAll("\n", " ");
  const match = ENGLISH.exec(end) ?? CJK.exec(end);
  const [, written = ""] = match ?? [];
  if (match === null || BEFORE.test(end.slice(0, match.index))) return undefined;
  const sentence = end.slice(0, match.index).split(SENTENCE_END).at(-1) ?? "";
  // What was named before may be in the list as well.
  if (ADDED.test(sentence) || ADDED.test(match[0])) return undefined;
  // The 3 of a product's name counts nothing.
  if (/\d/.test(written) && PRODUCT.test(sentence)) return undefined;
  // Two numbers in one sentence may count different things; what follows is counted by that before it.
  if (!/\bfollowing $/.test(sentence) && sentence.search(FURTHER) !== -1) return undefined;
  const list = listAfter(article, element);
  if (list === undefined) return undefined;
  const items = list.children.filter(isItem).length;
  const number = NUMBERS.get(written.toLowerCase()) ?? HAN.get(written) ?? Number(written);
  // Items of lists in the list may count as well, or in place of those around them.
  if (items < 2 || items === number || [leaves(list), allItems(list)].includes(number))
    return undefined;
  if (
    number > items &&
    list.children.some((item) => isItem(item) && JOINED.test(textContentOf(article, item).text))
  )
    return undefined;
  const start = from + match.index;
  const range = paragraph.rangeOf(start, start + written.length);
  return { range, text: match[0].slice(0, -1), items, list };
}

/** The list right behind a paragraph, where it is whole: nothing follows that may be a part of it. */
function listAfter(article: Article, element: Element): Element | undefined {
  const list = nodeAfter(article, element);
  if (list?.type !== "element" || !/^[ou]l$/.test(list.tagName)) return undefined;
  const next = nodeAfter(article, list);
  if (next !== undefined && next.type !== "element") return undefined;
  return next === undefined || /^(?:p|h[1-6]|hr)$/.test(next.tagName) ? list : undefined;
}

function allItems(node: Nodes): number {
  const own = isItem(node) ? 1 : 0;
  return "children" in node ? node.children.reduce((sum, one) => sum + allItems(one), own) : own;
}

/** How many items have no items in them. */
function leaves(node: Nodes): number {
  const inside = "children" in node ? node.children.reduce((sum, one) => sum + leaves(one), 0) : 0;
  return inside === 0 && isItem(node) ? 1 : inside;
}

function isItem(node: Nodes): node is Element {
  return node.type === "element" && node.tagName === "li";
}
