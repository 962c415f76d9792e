import type { ArticleFormat, TemplateTag } from "./article.js";
import { beginsHtmlBlock, type ScannedTag, scanTemplates } from "./template-scanner.js";

/** Stands for each character of a masked template tag that is part of a text or a value. */
export const TEMPLATE_FILLER = "\uE0F0";

/**
 * Stands for a tag alone on its line in a block of raw HTML: white space to HTML, so that nothing is moved
 * out of a table, yet no blank line to CommonMark, which would end the block.
 */
const HTML_BLOCK_FILLER = "\f";

const ANY_TEMPLATE = /\{[{%#:]|<%|:::/;
const TEMPLATE_SYNTAX = /\{\{|\{%|<%|\$\{|\uE0F0/;
const PLACEHOLDER_SEGMENT = /(?:^|\/):[a-z_]\w*(?=\/)|\/:[a-z_]\w*(?=[.?#]|$)/i;

/**
 * Replaces template tags by filler of the same length, so that the body parses as its engine's output
 * would and every offset still holds. Line endings are kept.
 *
 * A tag that prints becomes `TEMPLATE_FILLER`, a word of text or a part of a value. One that prints nothing
 * and is alone on its line becomes white space: the blank line that Liquid and Nunjucks leave there.
 *
 * @param text the source with BOM and front matter blanked
 */
export function maskTemplates(
  text: string,
  format: ArticleFormat,
): { readonly masked: string; readonly tags: readonly TemplateTag[] } {
  if (!ANY_TEMPLATE.test(text)) return { masked: text, tags: [] };
  const found = scanTemplates(text, format);
  const paired = new Set(
    found.flatMap(({ name }) => (name.startsWith("end") ? [name.slice(3)] : [])),
  );
  const parts: string[] = [];
  let at = 0;
  for (const line of linesOf(text, found)) {
    // Whatever has an end tag encloses text and prints none of its own.
    const isSilent =
      line.alone && line.tags.every(({ silent, name }) => silent || paired.has(name));
    const leading = isSilent || format !== "markdown" ? 0 : leadingTags(line, text, paired);
    line.tags.forEach(({ start, end, inHtmlBlock }, index) => {
      const isLeading = index < leading;
      const space = inHtmlBlock ? HTML_BLOCK_FILLER : " ";
      const filler = isSilent || isLeading ? space : TEMPLATE_FILLER;
      const stretch = filled(text.slice(start, end), filler);
      const breaks = index === leading - 1 && !inHtmlBlock;
      parts.push(
        text.slice(at, start),
        breaks ? brokenLine(stretch, prefixAt(text, line)) : stretch,
      );
      at = end;
    });
  }
  const tags = found.map(({ start, end, kind, name }) => ({ range: { start, end }, kind, name }));
  parts.push(text.slice(at));
  return { masked: parts.join(""), tags };
}

/**
 * How many tags at the start of a line leave nothing there, so that the line begins with the block of HTML behind
 * them: the engine runs templates before Markdown.
 */
function leadingTags(line: TagLine, text: string, paired: ReadonlySet<string>): number {
  const [first] = line.tags;
  if (first === undefined || !isBlank(prefixAt(text, line))) return 0;
  let at = first.start;
  let count = 0;
  for (const { start, end, silent, name } of line.tags) {
    if (!isBlank(text.slice(at, start)) || !(silent || paired.has(name))) break;
    at = end;
    count++;
  }
  const feed = text.indexOf("\n", at);
  const rest = text.slice(at, feed === -1 ? undefined : feed).trimStart();
  return beginsHtmlBlock(rest, false) ? count : 0;
}

/** What stands on a line before its first tag. */
function prefixAt(text: string, { tags: [first] }: TagLine): string {
  const start = first?.start ?? 0;
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
}

/** A stretch that ends in a new line of the same container, which has its prefix; as it is where that has no room. */
function brokenLine(stretch: string, prefix: string): string {
  const end = `\n${prefix}`;
  return stretch.length < end.length ? stretch : stretch.slice(0, -end.length) + end;
}

const BLANK_LINE = /\n[ \t\r]*\n/;

/**
 * Filler in the place of a text, line endings kept. The indents of its lines are kept as well, since the tag is in a list
 * item by them, unless blank lines in it would make them code.
 */
function filled(text: string, filler: string): string {
  if (!text.includes("\n")) return filler.repeat(text.length);
  if (BLANK_LINE.test(text)) return text.replace(/[^\r\n]/g, filler);
  return text.replace(/(\n[ \t]*)|[^\r\n]/g, (_sign, indent?: string) => indent ?? filler);
}

interface TagLine {
  readonly tags: ScannedTag[];
  /** Whether nothing but white space stands before, between and after its tags. */
  alone: boolean;
}

/** Groups tags that share a line, or follow each other from the line where one ends. */
function linesOf(text: string, tags: readonly ScannedTag[]): readonly TagLine[] {
  const lines: TagLine[] = [];
  let line: TagLine | undefined;
  let end = 0;
  for (const tag of tags) {
    const between = text.slice(end, tag.start);
    const feed = between.lastIndexOf("\n");
    if (line === undefined || feed !== -1) {
      if (line !== undefined) line.alone &&= isBlank(between.slice(0, between.indexOf("\n")));
      line = { tags: [tag], alone: isBlank(between.slice(feed + 1)) };
      lines.push(line);
    } else {
      line.alone &&= isBlank(between);
      line.tags.push(tag);
    }
    end = tag.end;
  }
  if (line !== undefined) {
    const feed = text.indexOf("\n", end);
    line.alone &&= isBlank(text.slice(end, feed === -1 ? undefined : feed));
  }
  return lines;
}

/** White space and quote marks; a tag in a quote is alone there. */
function isBlank(text: string): boolean {
  return /^[ \t\r>]*$/.test(text);
}

/**
 * Whether a value holds template syntax, so that nobody can know it here: `{{ }}`, `{% %}`, `<% %>`, `${ }`,
 * a mask of one, or a path segment such as `:year`.
 */
export function hasTemplateSyntax(value: string): boolean {
  return TEMPLATE_SYNTAX.test(value) || PLACEHOLDER_SEGMENT.test(value);
}
