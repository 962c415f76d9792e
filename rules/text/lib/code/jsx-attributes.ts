import {
  type Article,
  type CodeBlock,
  isCounterexample,
  isDeniedAfter,
  isTakenAsScript,
  type Range,
} from "../../../../src/rules.js";
import { placeIn } from "./code-text.js";

/** An attribute of HTML in JSX, where all other JSX of an article has the name that React gives it. */
export interface HtmlAttribute {
  readonly written: string;
  readonly meant: string;
  readonly range: Range;
}

const LANGUAGE = /^(?:[jt]sx?|javascript|typescript)$/;
const MEANT: Readonly<Record<string, string>> = { class: "className", for: "htmlFor" };
/** So often an article writes the name of React, so that the other one is a slip. */
const LEAST = 3;

/** What is no JSX: comments and texts. The value of an attribute is a text that markup holds. */
const NO_MARKUP =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*`|(?<![=\w])"(?:[^"\\\n]|\\.)*"|(?<![=\w])'(?:[^'\\\n]|\\.)*'/g;
/** An element of HTML with what it has before such an attribute. */
const ATTRIBUTE =
  /(?<=<(?:[a-z][a-z\d]*)\s(?:=>|[^<>]){0,400}(?<=\s))(class|className|for|htmlFor)=(?=["'{])/g;

/** An article that is about these names. */
const ABOUT = /`(?:class|for|class=|for=)`|<code>(?:class|for)<\/code>/;

/** The attributes of HTML in the samples of an article whose other JSX has the names of React. */
export function htmlAttributes(
  article: Article,
  blocks: readonly CodeBlock[],
): readonly HtmlAttribute[] {
  const found: (HtmlAttribute & { readonly block: CodeBlock })[] = [];
  let others = 0;
  for (const block of blocks) {
    const { language, lines } = block;
    if (!LANGUAGE.test(language)) continue;
    const code = lines.map(({ text }) => text).join("\n");
    if (!/\bclass(?:Name)?=/.test(code)) continue;
    const markup = code.replace(NO_MARKUP, (text) => text.replace(/[^\n]/g, " "));
    for (const { 1: written = "", index } of markup.matchAll(ATTRIBUTE)) {
      const meant = MEANT[written];
      if (meant === undefined) others++;
      else {
        const { start } = placeIn(lines, index);
        found.push({ written, meant, range: { start, end: start + written.length }, block });
      }
    }
  }
  const [only, ...more] = found;
  // Two of them are a style, not a slip.
  if (only === undefined || more.length > 0 || others < LEAST) return [];
  const { block } = only;
  const isMeant =
    ABOUT.test(article.source) || isCounterexample(article, block) || isDeniedAfter(article, block);
  return !isMeant && isTakenAsScript(block.lines.map(({ text }) => text).join("\n")) ? [only] : [];
}
