import type { Article } from "../article/article.js";
import { rangeOf } from "../article/node-range.js";
import type { Range } from "../article/range.js";
import type { Directive } from "../facts/facts.js";

const DIRECTIVE = /^\s*copydesk-(disable-next-line|disable-file|disable|enable)(?=\s|$)([\s\S]*)$/;

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
  return written.flatMap((directive, index) => facts(article, directive, written.slice(index + 1)));
}

function parse(comment: string, range: Range): Written | undefined {
  const match = DIRECTIVE.exec(comment);
  if (match === null) return undefined;
  const [names = "", ...reason] = (match[2] ?? "").split(/(?:^|\s)--+(?=\s|$)/);
  const text = reason.join("--").trim();
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
    case "disable-file":
    case "enable":
      return name;
    default:
      return "disable";
  }
}

function facts(article: Article, directive: Written, later: readonly Written[]): Directive[] {
  const names = directive.names.length === 0 ? [[]] : directive.names.map((name) => [name]);
  return names.map((rules) => ({
    kind: directive.kind,
    rules,
    ...(directive.reason === undefined ? {} : { reason: directive.reason }),
    range: directive.range,
    ...coverage(article, directive, rules[0], later),
  }));
}

/** The lines a directive covers. An `enable` ends what names the same rule, or everything if it names none. */
function coverage(
  article: Article,
  directive: Written,
  name: string | undefined,
  later: readonly Written[],
): { readonly fromLine: number; readonly toLine: number } {
  const { lines } = article;
  const own = lines.pointAt(directive.range.start).line;
  const after = lines.pointAt(directive.range.end).line;
  switch (directive.kind) {
    case "disable-file":
      return { fromLine: 1, toLine: lines.lineCount };
    case "disable-next-line": {
      const next = Math.min(after + 1, lines.lineCount);
      return { fromLine: next, toLine: next };
    }
    case "enable":
      return { fromLine: own, toLine: own };
    case "disable": {
      const end = later.find(
        (other) =>
          other.kind === "enable" &&
          (other.names.length === 0 || (name !== undefined && other.names.includes(name))),
      );
      const toLine = end === undefined ? lines.lineCount : lines.pointAt(end.range.start).line;
      return { fromLine: own, toLine };
    }
  }
}
