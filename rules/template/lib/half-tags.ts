import { type Article, overlapTest, type Range, rangeOf } from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";

/** A tag that lost one of its braces, so that readers see it, and what it is with both. */
export interface HalfTag {
  readonly range: Range;
  readonly meant: string;
  /** Whether it ends a block: with its brace, what follows it is no longer a part of the block. */
  readonly isEnd: boolean;
}

/** `{ page.title }}`, with or without filters. */
const EXPRESSION = /(?<![{$\\\w(])\{-?[ \t]*([A-Za-z_]\w*)\.\w[^{}\n%]{0,200}\}\}(?!\})/g;
/** `{< note >}}`; the other side is one that is never closed. */
const SHORTCODE = /(?<![{$\\\w])\{([<%])[ \t]*\/?[\w-]+[^{}<>%\n]{0,200}[>%]\}\}(?!\})/g;
/** `{%- endset }`, whose other brace is that of a tag further down. */
const OPEN_END = /\{%[-~+]?[ \t]*end\w+[ \t]*\}(?!\})/g;
const SHOWS: ReadonlySet<string> = new Set(["raw", "verbatim", "comment"]);

/** Finds tags with one brace at one side and two at the other, outside of code. */
export function halfTags(article: Article, language: TemplateLanguage): readonly HalfTag[] {
  const { source, bodyStart, templateTags } = article;
  const { style } = language;
  const isShortcode = style === "shortcodes";
  const ends = isShortcode ? [] : openEnds(article);
  if (!isShortcode && language.variables.size === 0) return ends;
  const body = source.slice(bodyStart);
  const found = [...body.matchAll(isShortcode ? SHORTCODE : EXPRESSION)].filter(
    ([, root = ""]) => isShortcode || language.variables.has(root),
  );
  if (found.length === 0) return ends;
  const code = article.elements
    .filter(({ tagName }) => tagName === "code" || tagName === "pre" || tagName === "script")
    .map(rangeOf);
  const quiet = [...code, ...article.comments.map(rangeOf), ...shownByTags(templateTags)];
  const isQuiet = overlapTest(quiet.sort((left, right) => left.start - right.start));
  const others = found.flatMap(({ index, 0: written }): readonly HalfTag[] => {
    const start = bodyStart + index;
    const range = { start, end: start + written.length };
    if (isQuiet(range)) return [];
    const meant = `{{${written.replace(/^\{+|\}+$/g, "")}}}`;
    return [{ range, meant, isEnd: false }];
  });
  return [...ends, ...others];
}

/** Closing tags without their percent sign: the scanner takes them for a part of a longer tag. */
function openEnds({ source, templateTags }: Article): readonly HalfTag[] {
  return templateTags.flatMap(({ kind, name, range }): readonly HalfTag[] => {
    const isCapture = kind === "opaque" && name === "set";
    if (kind !== "tag" && !isCapture) return [];
    const text = source.slice(range.start, range.end);
    return [...text.matchAll(OPEN_END)].flatMap(({ index, 0: written }): readonly HalfTag[] => {
      if (index > 0 && !isCapture) return [];
      const start = range.start + index;
      const meant = `${written.slice(0, -1).trimEnd()} %}`;
      return [{ range: { start, end: start + written.length }, meant, isEnd: true }];
    });
  });
}

/** What stands between a tag that shows its content and its end. */
function shownByTags(tags: Article["templateTags"]): readonly Range[] {
  const ranges: Range[] = [];
  let open: number | undefined;
  for (const { name, range } of tags) {
    if (SHOWS.has(name)) open ??= range.start;
    else if (open !== undefined && name.startsWith("end") && SHOWS.has(name.slice(3))) {
      ranges.push({ start: open, end: range.end });
      open = undefined;
    }
  }
  return ranges;
}
