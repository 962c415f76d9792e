import type { Nodes } from "hast";
import type { Article } from "./article.js";
import { blanked } from "./blanked.js";
import type { FrontMatter } from "./front-matter/front-matter.js";
import { type FrontMatterReading, readFrontMatter } from "./front-matter/read-front-matter.js";
import { parseHtmlBody } from "./html.js";
import { checkLimits } from "./limits.js";
import { indexLines } from "./lines.js";
import type { MarkdownBody } from "./markdown/markdown-body.js";
import { omissionTest, withoutOmitted } from "./markdown/omitted-html.js";
import { parseMarkdownBody } from "./markdown/parse-markdown.js";
import { shortcodeContents } from "./markdown/shortcode-contents.js";
import { type Measure, unmeasured } from "./measure.js";
import { rangeOf } from "./node-range.js";
import { originIn, outlineOf } from "./outline.js";
import type { Problem } from "./problem.js";
import type { Range } from "./range.js";
import { isPlainText, plainSyntax, type Syntax } from "./syntax.js";
import { maskTemplates } from "./templates.js";
import { withoutUncheckedBlocks } from "./unchecked-blocks.js";

type FrontMatterData = Readonly<Record<string, unknown>>;

/** What an article is parsed from. */
export interface ArticleText {
  readonly path: string;
  readonly source: string;
  readonly decodingProblems?: readonly Problem[];
  readonly measure?: Measure;
  /** The text's front matter, where it was read ahead. */
  readonly opening?: FrontMatterReading | undefined;
  /** How the body is written, by the front matter; as the ending of the file says when absent. */
  readonly syntaxOf?: ((data: FrontMatterData) => Syntax) | undefined;
}

/** Reads an article's front matter, for `opening`. */
export function readOpening({ source, measure = unmeasured }: ArticleText): FrontMatterReading {
  return measure("front matter", () => readFrontMatter(source));
}

/** Parses an article. Never throws: what is wrong with the text is in `problems`. */
export function parseArticle(input: ArticleText): Article {
  const { path, source } = input;
  const { frontMatter, bodyStart, problems } = input.opening ?? readOpening(input);
  const syntax = input.syntaxOf?.(frontMatter?.data ?? {}) ?? plainSyntax(path);
  const { format } = syntax;
  const prepared = syntax.prepare(blankBeforeBody(source, frontMatter, bodyStart));
  const { masked, tags } = maskTemplates(prepared, format);
  const limits = checkLimits(masked, format);
  // The body of a `.txt` file is shown as it stands.
  const markup = isPlainText(path) ? blanked(masked) : withoutUncheckedBlocks(masked, limits);
  const handedOn = syntax.omitsHtml ? shortcodeContents(source, tags) : [];
  const body = parseBody(markup, syntax, limits, handedOn);
  const outline = outlineOf(body.tree, source, bodyStart);
  const { omitted = [] } = body;
  const isOmitted = omissionTest(omitted);
  const isShown = (node: Nodes): boolean => !isOmitted(rangeOf(node).start);

  parsed += 1;
  return {
    number: parsed,
    path,
    source,
    format,
    syntax,
    lines: indexLines(source),
    frontMatter,
    bodyStart,
    tree: body.tree,
    markup: withoutOmitted(body.markup, omitted),
    templateTags: tags,
    omitted,
    ...outline,
    elements: omitted.length === 0 ? outline.elements : outline.elements.filter(isShown),
    unshown: omitted.length === 0 ? [] : outline.elements.filter((element) => !isShown(element)),
    problems: [
      ...(input.decodingProblems ?? []),
      ...problems,
      ...limits,
      ...body.problems.filter(({ range }) => !isOmitted(range.start)),
    ],
    originOf: originIn(format, source, body.markup),
  };
}

let parsed = 0;

function parseBody(
  masked: string,
  syntax: Syntax,
  limits: readonly Problem[],
  handedOn: readonly Range[],
): MarkdownBody {
  // Nothing of a body that is not parsed may be looked at: a rule would stumble where the parser would have.
  const markup = blanked(masked);
  const unparsed: MarkdownBody = { tree: { type: "root", children: [] }, markup, problems: [] };
  if (limits.some((problem) => problem.kind === "limit" && problem.unchecked === "body")) {
    return unparsed;
  }
  try {
    return syntax.format === "html"
      ? { markup: masked, ...parseHtmlBody(masked) }
      : parseMarkdownBody(masked, syntax, handedOn);
  } catch (error) {
    // Counting should have refused what overflows the stack; this is the net below it.
    if (!(error instanceof RangeError)) throw error;
    return { ...unparsed, problems: [tooDeep(masked)] };
  }
}

function tooDeep(source: string): Problem {
  const range = { start: 0, end: source.length };
  return { kind: "limit", range, limit: "depth", maximum: 500, unchecked: "body" };
}

/** Front matter, a BOM and whatever precedes the body become spaces; line endings stay. */
function blankBeforeBody(
  source: string,
  frontMatter: FrontMatter | undefined,
  bodyStart: number,
): string {
  const start = frontMatter === undefined ? (source.startsWith("\uFEFF") ? 1 : 0) : bodyStart;
  if (start === 0) return source;
  return blanked(source.slice(0, start)) + source.slice(start);
}
