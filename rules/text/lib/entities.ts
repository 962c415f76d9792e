import { type Article, nearestOf, perArticle } from "../../../src/rules.js";
import table from "./entities.json" with { type: "json" };
import type { ReadableText } from "./readable-texts.js";

/** A character reference that readers see as it was typed. */
export interface ShownEntity {
  /** How it came to be shown. */
  readonly kind: "doubled" | "misspelt" | "unfinished" | "torn";
  readonly start: number;
  readonly end: number;
  /** The reference that is meant. */
  readonly meant: string;
}

const NAMES: ReadonlySet<string> = new Set(table.names);
const BARE: ReadonlySet<string> = new Set(table.bare);
const MISSPELT: ReadonlyMap<string, string> = new Map(Object.entries(table.misspelt));
const EXPLAINED = new RegExp(table.explained.join("|"), "i");
const ENTITY = /&(#\d{2,5}|#x[\da-f]{2,5}|[a-z]{2,9})(;?)/gi;
/** `& nbsp;`, `&nbsp ;`, `＆nbsp；`, and what is left where `&` was lost: `amp;`, `#39;`. */
const TORN = new RegExp(
  `[&＆] ?(#\\d{2,4}|${table.names.join("|")}) ?[;；]|(?<![\\w&#＆.-])(#(?:39|34|38|160|8217|8220|8221)|${table.bare.join("|")});(?!\\w)`,
  "g",
);
/** What a name in brackets or quotation marks is: the subject of the sentence. */
const QUOTED = /["'“”‘’«»「」『』()（）[\]`=]/;
/** Shorter names are near to too many others. */
const LEAST_NEAR = 4;
const LONGER = table.names.filter(({ length }) => length >= LEAST_NEAR);

/** Whether an article explains such references, and shows them on purpose. */
const explains = perArticle(
  (article: Article) =>
    EXPLAINED.test(article.source.slice(article.bodyStart)) ||
    article.elements.some((element) => {
      const [child] = element.children;
      return (
        element.tagName === "code" &&
        article.parentOf(element)?.tagName !== "pre" &&
        child?.type === "text" &&
        /&(?:#\w+|\w+);/.test(child.value)
      );
    }),
);

/** The references in a text that are shown, in order. */
export function shownEntities(
  article: Article,
  { text, rangeOf }: ReadableText,
): readonly ShownEntity[] {
  if (!/[&＆;；]/.test(text)) return [];
  const found: ShownEntity[] = [];
  for (const { index: start, 0: whole, 1: name = "", 2: mark = "" } of text.matchAll(ENTITY)) {
    const end = start + whole.length;
    if (QUOTED.test(text[start - 1] ?? "") && QUOTED.test(text[end] ?? "")) continue;
    const range = rangeOf(start, end);
    const written = article.source.slice(range.start, range.end);
    if (written.startsWith("\\")) continue;
    const entity = judged(
      name,
      mark === ";",
      written,
      text.slice(start - 1, start),
      text[end] ?? "",
    );
    if (entity !== undefined) found.push({ ...entity, start, end });
  }
  for (const { index: start, 0: whole, 1: name, 2: rest } of text.matchAll(TORN)) {
    const end = start + whole.length;
    if (whole === `&${name};` || found.some((one) => one.start < end && start < one.end)) continue;
    found.push({ kind: "torn", start, end, meant: `&${name ?? rest};` });
  }
  return found.length > 0 && explains(article)
    ? found.filter(({ kind }) => kind === "misspelt")
    : found;
}

function judged(
  name: string,
  isClosed: boolean,
  written: string,
  before: string,
  after: string,
): Pick<ShownEntity, "kind" | "meant"> | undefined {
  const isNumber = name.startsWith("#");
  if (isClosed) {
    if (isNumber || NAMES.has(name))
      return /&(?:amp|#38|#x26);/i.test(written)
        ? { kind: "doubled", meant: `&${name};` }
        : undefined;
    if (!written.startsWith(`&${name}`)) return undefined;
    const meant = meantBy(name);
    return meant === undefined ? undefined : { kind: "misspelt", meant: `&${meant};` };
  }
  // `&copy=1` is a part of an address, `&amp` behind an operator one of a program.
  if (!BARE.has(name) || /[\w=(；]/.test(after) || /[&?=]/.test(before)) return undefined;
  return { kind: "unfinished", meant: `&${name};` };
}

/** The reference that a name nearly is. */
function meantBy(name: string): string | undefined {
  const known =
    MISSPELT.get(name) ?? (NAMES.has(name.toLowerCase()) ? name.toLowerCase() : undefined);
  if (known !== undefined) return known;
  if (name.length < LEAST_NEAR) return undefined;
  return nearestOf(name, LONGER, { limit: 1, swaps: true });
}

/** Two or more characters as a program writes them (`\u957f\u5ea6`), and line breaks at the end of a text (`.\n\n`). */
const ESCAPES =
  /(?:\\u[\dA-Fa-f]{4}){2,}|(?<=[\p{L}\p{N}.!?。！？:：)”"])(?:\\r)?(?:\\n){1,4}(?=\s*$)|(?<=[.!?。！？])(?:\\n){2}(?=\p{Lu}\p{Ll}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** Characters that readers see as in the code of a program. */
export function programEscapes(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly meant: string }[] {
  if (!/\\(?:u[\dA-Fa-f]{4}|n)/.test(text)) return [];
  return [...text.matchAll(ESCAPES)].flatMap(({ 0: written, index }) => {
    const meant = written.includes("\\u") ? characters(written) : "a line break";
    // Other characters are the subject of a text about them.
    if (!/^[\p{L}\p{M}\p{P} ]+$/u.test(meant)) return [];
    return [{ start: index, end: index + written.length, meant }];
  });
}

function characters(written: string): string {
  return written.replace(/\\u([\dA-Fa-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
