import type { Article } from "../article/article.js";
import { rangeOf } from "../article/node-range.js";
import type { Range } from "../article/range.js";
import type { Directive } from "../facts/facts.js";

const DIRECTIVE =
  /^\s*copydesk-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)([\s\S]*)$/;
/** What begins as a directive does: `copydesk-disable-nextline`, `copydesk:disable`, `copydesk ignore`. */
const ATTEMPT =
  /^\s*(copydesk(?:[-_:][a-z][\w-]*|\s+(?:disable|enable|ignore)(?:[-\s](?:next|line|file)[\w-]*)?))(?=\s|$)/i;
/** Between the rules and the reason; word processors make one dash of two hyphens. */
const DASH = /(?:^|\s)(?:-+|[–—])(?=\s|$)/;

interface Written {
  readonly kind: Directive["kind"];
  readonly names: readonly string[];
  readonly reason: string | undefined;
  readonly range: Range;
}

/**
 * Reads the directives of an article: HTML comments, MDX comments (`{/* … *\/}`) and front-matter comments.
 * One directive fact per named rule, so that each can be judged alone.
 */
export function readDirectives(article: Article): Directive[] {
  const written = [
    ...(article.frontMatter?.comments ?? []).map(({ text, range }) => parse(text, range)),
    ...article.comments.map((node) => parse(node.value, rangeOf(node))),
    ...article.expressions.map(({ text, range }) =>
      parse(/^\s*\/\*([\s\S]*)\*\/\s*$/.exec(text)?.[1] ?? "", range),
    ),
  ]
    .filter((directive) => directive !== undefined)
    .sort((left, right) => left.range.start - right.range.start);
  return factsOf(article, written);
}

/** From the last to the first, so that each knows the next one that ends it. */
function factsOf(article: Article, written: readonly Written[]): Directive[] {
  const ends = new Map<string | undefined, Written>();
  const found = written.toReversed().map((directive) => {
    const own = facts(article, directive, ends);
    if (directive.kind === "enable") {
      if (directive.names.length === 0) ends.clear();
      for (const name of directive.names.length === 0 ? [undefined] : directive.names)
        ends.set(name, directive);
    }
    return own;
  });
  return found.reverse().flat();
}

/** The next `enable` after a place, by the rule that it names; without a name, it ends everything. */
type Ends = ReadonlyMap<string | undefined, Written>;

function parse(comment: string, range: Range): Written | undefined {
  const match = DIRECTIVE.exec(comment);
  if (match === null) {
    const attempt = ATTEMPT.exec(comment)?.[1];
    return attempt === undefined
      ? undefined
      : { kind: "misspelt", names: [attempt], reason: undefined, range };
  }
  const rest = match[2] ?? "";
  const dash = DASH.exec(rest);
  const names = rest.slice(0, dash?.index);
  const text = dash === null ? "" : rest.slice(dash.index + dash[0].length).trim();
  return {
    kind: kindOf(match[1]),
    names: names.split(/[\s,]+/).filter((name) => name !== ""),
    reason: text === "" ? undefined : text,
    range,
  };
}

function kindOf(name: string | undefined): Directive["kind"] {
  switch (name) {
    case "disable-next-line":
    case "disable-line":
    case "disable-file":
    case "enable":
      return name;
    default:
      return "disable";
  }
}

function facts(article: Article, directive: Written, ends: Ends): Directive[] {
  const names = directive.names.length === 0 ? [[]] : directive.names.map((name) => [name]);
  return names.map((rules) => ({
    kind: directive.kind,
    rules,
    ...(directive.reason === undefined ? {} : { reason: directive.reason }),
    range: directive.range,
    ...coverage(article, directive, rules[0], ends),
  }));
}

/** Whether a line holds nothing but white space and the marks of a quotation. */
function isBlank({ lines, source }: Article, line: number): boolean {
  return /^[\s>]*$/.test(source.slice(lines.starts[line - 1], lines.endOf(line)));
}

/** The lines a directive covers. An `enable` ends what names the same rule, or everything if it names none. */
function coverage(
  article: Article,
  directive: Written,
  name: string | undefined,
  ends: Ends,
): { readonly fromLine: number; readonly toLine: number } {
  const { lines } = article;
  const own = lines.pointAt(directive.range.start).line;
  const after = lines.pointAt(directive.range.end).line;
  switch (directive.kind) {
    case "disable-file":
      return { fromLine: 1, toLine: lines.lineCount };
    case "disable-line":
      return { fromLine: own, toLine: after };
    case "disable-next-line": {
      // Formatters put a blank line after a comment.
      let next = Math.min(after + 1, lines.lineCount);
      while (next < lines.lineCount && isBlank(article, next)) next++;
      return { fromLine: next, toLine: next };
    }
    case "misspelt":
    case "enable":
      return { fromLine: own, toLine: own };
    case "disable": {
      // One that names the rule was met later, from the end, and so comes first.
      const end = (name === undefined ? undefined : ends.get(name)) ?? ends.get(undefined);
      const toLine = end === undefined ? lines.lineCount : lines.pointAt(end.range.start).line;
      return { fromLine: own, toLine };
    }
  }
}
