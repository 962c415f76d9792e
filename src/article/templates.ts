import type { ArticleFormat, TemplateTag } from "./article.js";
import { type ScannedTag, scanTemplates } from "./template-scanner.js";

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
    for (const { start, end, inHtmlBlock } of line.tags) {
      const space = inHtmlBlock ? HTML_BLOCK_FILLER : " ";
      const filler = isSilent ? space : TEMPLATE_FILLER;
      parts.push(text.slice(at, start), filled(text.slice(start, end), filler));
      at = end;
    }
  }
  const tags = found.map(({ start, end, kind, name }) => ({ range: { start, end }, kind, name }));
  parts.push(text.slice(at));
  return { masked: parts.join(""), tags };
}

/** Filler in the place of a text, line endings kept. */
function filled(text: string, filler: string): string {
  return text.includes("\n") ? text.replace(/[^\r\n]/g, filler) : filler.repeat(text.length);
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
