import {
  type Article,
  beginsHtmlBlock,
  type Element,
  overlapTest,
  type Range,
  rangeOf,
} from "../../../src/rules.js";

/** HTML in Markdown that the renderer leaves out of the page. */
export interface OmittedHtml {
  readonly range: Range;
  readonly name: string;
  /** Whether readers miss something, not the tags alone: a block, or an element that shows something itself. */
  readonly isContent: boolean;
}

/** Inline elements that show something without text. */
const SHOWING = new Set(
  "img picture video audio iframe svg object embed input canvas math".split(" "),
);

/** The outermost elements in HTML, in source order; what stands between shortcodes is theirs. */
export function omittedHtml(article: Article): readonly OmittedHtml[] {
  const { source } = article;
  const isShortcodes = overlapTest(shortcodeContents(article));
  return article.elements.flatMap((element): readonly OmittedHtml[] => {
    const range = rangeOf(element);
    if (!isWritten(article, element) || source[range.start] !== "<" || isShortcodes(range))
      return [];
    const parent = article.parentOf(element);
    if (parent !== undefined && isWritten(article, parent)) return [];
    const { tagName: name } = element;
    return [{ range, name, isContent: SHOWING.has(name) || isBlock(source, range) }];
  });
}

function isWritten(article: Article, element: Element): boolean {
  return article.originOf(element) === "html";
}

function isBlock(source: string, { start, end }: Range): boolean {
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  if (!/^[\s>*+\-\d.)]*$/.test(line)) return false;
  return beginsHtmlBlock(
    source.slice(start, Math.min(end, start + 200)).split("\n", 1)[0] ?? "",
    true,
  );
}

/** `{{< x >}}` hands what it holds to its template, before anything reads it as Markdown. */
function shortcodeContents({ source, templateTags }: Article): readonly Range[] {
  const ranges: Range[] = [];
  const open: { readonly name: string; readonly end: number }[] = [];
  for (const { name, range } of templateTags) {
    if (!source.startsWith("{{<", range.start)) continue;
    const at = name.startsWith("end")
      ? open.findLastIndex((one) => one.name === name.slice(3))
      : -1;
    const [opening] = at === -1 ? [] : open.splice(at);
    if (opening === undefined) open.push({ name, end: range.end });
    else ranges.push({ start: opening.end, end: range.start });
  }
  return ranges.sort((left, right) => left.start - right.start);
}
