import type { Article } from "../../article/article.js";
import type { FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import { rangeOf } from "../../article/node-range.js";
import type { Range } from "../../article/range.js";
import { paragraphsOf } from "../prose/paragraphs.js";
import { sentencesOf } from "../prose/sentences.js";
import { weightedLength } from "../text/weighted-length.js";
import table from "./description-fields.json" with { type: "json" };

/** A front-matter field that describes its article. */
export interface DescriptionField {
  readonly entry: FrontMatterEntry;
  /** Trimmed; "" when nothing is written. */
  readonly text: string;
  /** True for what search engines are given, false for a teaser that lists show. */
  readonly isMeta: boolean;
}

/** Front-matter keys that describe an article, or hold keys that do. */
export const DESCRIPTION_KEYS: readonly string[] = [
  ...table.meta,
  ...table.groups,
  ...table.teasers,
];

const MARKER = new RegExp(`^\\s*(?:${table.markers.join("|")})\\s*$`, "i");
/** A comment of MDX within its braces, or one of HTML that the engine takes for it. */
const MDX_COMMENT = /^\s*(?:\/\*|!--)(.*)(?:\*\/|--)\s*$/;

/** The fields of an article's front matter that describe it, in source order. */
export function descriptionFields(article: Article): readonly DescriptionField[] {
  return (article.frontMatter?.entries ?? []).flatMap((entry) => {
    const { path } = entry;
    if (path.length > 2) return [];
    const isNested = path.length === 2 && table.groups.includes(String(path[0]).toLowerCase());
    if (path.length > 1 && !isNested) return [];
    const last = String(path.at(-1) ?? "").toLowerCase();
    const isMeta = table.meta.includes(last);
    if (!isMeta && (isNested || !table.teasers.includes(last))) return [];
    const text = typeof entry.value === "string" ? entry.value.trim() : "";
    return [{ entry, text, isMeta }];
  });
}

/** Whether the front matter sends readers elsewhere, so that nobody reads this page. */
export function isRedirect(article: Article): boolean {
  return table.redirects.some((key) => article.frontMatter?.data[key] !== undefined);
}

/** Whether the body marks where its excerpt ends: `<!-- more -->`, `{/* truncate *\/}`. */
export function hasExcerptMarker(article: Article): boolean {
  return (
    article.comments.some((comment) => MARKER.test(comment.value)) ||
    article.expressions.some(({ text }) => MARKER.test(MDX_COMMENT.exec(text)?.[1] ?? ""))
  );
}

/** A comment that was to be an excerpt marker and is none: `<!--truncated-->`. */
export function misspeltMarker(
  article: Article,
): { readonly range: Range; readonly text: string; readonly meant: string } | undefined {
  if (hasExcerptMarker(article)) return undefined;
  const comments = [
    ...article.comments.map((comment) => ({ text: comment.value.trim(), range: rangeOf(comment) })),
    ...article.expressions.map(({ text, range }) => ({
      text: MDX_COMMENT.exec(text)?.[1]?.trim() ?? "",
      range,
    })),
  ];
  for (const { text, range } of comments) {
    const meant = table.misspelt.find(({ written }) => written.includes(text.toLowerCase()))?.meant;
    if (meant === undefined) continue;
    const start = article.source.indexOf(text, range.start);
    return { range: { start, end: start + text.length }, text, meant };
  }
  return undefined;
}

/** A description taken from the first paragraph's sentences: as many as fit between two weighted lengths. */
export function proposedDescription(
  article: Article,
  { min, max }: { readonly min: number; readonly max: number },
): string | undefined {
  const paragraph = paragraphsOf(article).find(
    ({ kind, inTable, inAside, onlyCode }) =>
      (kind === "paragraph" || kind === "run") && !inTable && !inAside && !onlyCode,
  );
  if (paragraph === undefined || /\{[{%]|<%/.test(paragraph.text)) return undefined;
  // Finding sentences is slow, and those far down would not fit.
  const opening = paragraph.text.slice(0, max * 2);
  let proposed: string | undefined;
  for (const sentence of sentencesOf(opening)) {
    const isCut = sentence.end === opening.length && opening.length < paragraph.text.length;
    if (isCut) break;
    const longer = paragraph.text.slice(0, sentence.end).replace(/\s+/g, " ").trim();
    if (weightedLength(longer) > max) break;
    proposed = longer;
  }
  return proposed !== undefined && weightedLength(proposed) >= min ? proposed : undefined;
}
