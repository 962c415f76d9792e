import {
  type Article,
  overlapTest,
  type Range,
  rangeOf,
  scanTemplates,
} from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";
import { vPreRanges } from "./v-pre.js";

/** A template tag that the engine runs. */
export interface RunTag {
  readonly range: Range;
  readonly kind: "expression" | "tag";
  /** As written; `end…` for closing tags, including the shortcode `{{< /x >}}`. Empty for expressions. */
  readonly name: string;
  /** The text after the name; for an expression, everything between the braces. */
  readonly content: string;
  /** `{{< /x >}}`. */
  readonly isClosing: boolean;
  /** `{{< x />}}`. */
  readonly isSelfClosing: boolean;
}

/** Everything in an article that an engine would treat as template syntax. */
export interface TemplateMarks {
  readonly tags: readonly RunTag[];
  /** Opening marks that are never closed: `{{`, `{%`. */
  readonly unfinished: readonly Range[];
}

const BRACES = /\{\{[<%]?|\{%/g;
const INSIDE_TAG = /^\{%[-~+]?\s*[\w.:-]*|^\{\{[<%]\s*\/?\s*[\w./-]*|^\{\{\{?[-~]?/;
const TAG_END = /(?:[-~+]?%\}|\/?[>%]\}\}|[-~]?\}{2,3})$/;
/** A shortcode that is commented out in this way is printed. */
const SHOWN = /^\{\{[<%]\s*\/\*/;
/** `{{ "{{" }}` prints braces: the tag is closed, although it does not look like it. */
const QUOTED_BRACES = /^\{\{-?\s{0,9}(["'])(?:\{[{%#]|[%#}]\}).{0,20}\1/;
/** Blocks whose content is not run; without a closing tag they take in the rest of the article. */
const SWALLOWING = /^(?:raw|verbatim|comment)$/;
const SWALLOWING_END = /^end(?:raw|verbatim|comment)$/;

/** Reads the template tags of an article as its engine does: also in code, if the engine looks there. */
export function templateMarksOf(article: Article, language: TemplateLanguage): TemplateMarks {
  const all = language.runsInCode ? scanAll(article) : article.templateTags;
  const isShown = overlapTest(language.runsInCode ? [] : shownRanges(article, language));
  const shortcodes = language.style === "shortcodes";
  const quiet: Range[] = [];
  const tags: RunTag[] = [];
  let swallowedFrom: number | undefined;
  for (const { kind, name, range } of all) {
    quiet.push(range);
    const { start, end } = range;
    if (swallowedFrom !== undefined && SWALLOWING_END.test(name)) {
      quiet.push({ start: swallowedFrom, end: start });
      swallowedFrom = undefined;
    }
    if (kind === "tag" && SWALLOWING.test(name)) swallowedFrom ??= end;
    if (kind === "directive" || kind === "opaque" || isShown(range)) continue;
    const text = article.source.slice(start, end);
    // None of these engines uses `<% %>`.
    if (!text.startsWith("{") || SHOWN.test(text)) continue;
    if (shortcodes !== /^\{\{[<%]/.test(text)) continue;
    if (language.style === "interpolations" && kind === "tag") continue;
    const content = text.replace(INSIDE_TAG, "").replace(TAG_END, "").trim();
    const isSelfClosing = /\/[>%]\}\}$/.test(text);
    const isClosing = /^\{\{[<%]\s*\//.test(text);
    tags.push({ range, kind, name, content, isClosing, isSelfClosing });
  }
  if (swallowedFrom !== undefined) {
    quiet.push({ start: swallowedFrom, end: article.source.length });
  }
  for (const one of vPreRanges(article, language)) quiet.push(one);
  const limit = swallowedFrom ?? article.source.length;
  const isRun = ({ range }: RunTag): boolean => range.start < limit;
  return { tags: tags.filter(isRun), unfinished: unfinishedIn(article, language, quiet, isShown) };
}

/** The tags of the whole body, including code, as an engine without knowledge of Markdown finds them. */
function scanAll({ source, bodyStart }: Article): Article["templateTags"] {
  return scanTemplates(source.slice(bodyStart), "html").map(({ start, end, kind, name }) => ({
    range: { start: start + bodyStart, end: end + bodyStart },
    kind,
    name,
  }));
}

/** Code between backticks, and where the engine escapes it any code, and comments: they are shown or dropped, not run. */
function shownRanges(article: Article, { escapesCode }: TemplateLanguage): readonly Range[] {
  const code = article.elements
    .filter(
      ({ tagName, position }) =>
        (escapesCode && tagName === "code") ||
        ((tagName === "code" || tagName === "pre") &&
          /[`~]/.test(article.source[position?.start.offset ?? -1] ?? "")),
    )
    .map(rangeOf);
  return [...code, ...article.comments.map(rangeOf)].sort(
    (left, right) => left.start - right.start,
  );
}

function unfinishedIn(
  { source, bodyStart }: Article,
  { style }: TemplateLanguage,
  quiet: readonly Range[],
  isShown: (range: Range) => boolean,
): readonly Range[] {
  const isQuiet = overlapTest([...quiet].sort((left, right) => left.start - right.start));
  const marks: Range[] = [];
  BRACES.lastIndex = bodyStart;
  for (let match = BRACES.exec(source); match !== null; match = BRACES.exec(source)) {
    const [mark] = match;
    const isShortcode = /^\{\{[<%]/.test(mark);
    if (style === "shortcodes" ? !isShortcode : style === "interpolations" && mark === "{%")
      continue;
    const start = match.index;
    const range = { start, end: start + (style === "shortcodes" ? 3 : 2) };
    if (isQuiet(range) || isShown(range)) continue;
    if (!QUOTED_BRACES.test(source.slice(start, start + 40))) marks.push(range);
  }
  return marks;
}
