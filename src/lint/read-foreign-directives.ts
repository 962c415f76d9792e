import type { Article } from "../article/article.js";
import { rangeOf } from "../article/node-range.js";
import type { Range } from "../article/range.js";
import type { Directive } from "../facts/facts.js";
import type { ForeignRules } from "../rule/settings.js";

/** What markdownlint reads in a comment: what to do, and names of rules. */
const COMMENT =
  /^\s*markdownlint-(disable-next-line|disable-line|disable-file|enable-file|disable|enable|capture|restore)((?:\s[\s\S]*)?)$/i;

interface Written {
  readonly action: string;
  /** Ids of rules of markdownlint; all of them where none is named. */
  readonly rules: readonly string[];
  readonly range: Range;
  readonly line: number;
  readonly endLine: number;
}

/** A rule of markdownlint that is off, and the comment that switched it off. */
type Off = ReadonlyMap<string, { readonly range: Range; readonly line: number }>;

/**
 * Reads the comments by which markdownlint is told to be silent, as directives for the rules of ours that find the
 * same. Rules that have no counterpart are left out.
 */
export function readForeignDirectives(article: Article, rules: ForeignRules): Directive[] {
  const written = article.comments.flatMap((node) =>
    parse(article, node.value, rangeOf(node), rules),
  );
  const last = article.lines.lineCount;
  const found = [
    ...written.flatMap((one) => ofLines(one, rules, last)),
    ...ofStretches(written, rules, last),
  ];
  return found.sort((a, b) => a.range.start - b.range.start);
}

function parse(
  { lines }: Article,
  comment: string,
  range: Range,
  { byName, ours }: ForeignRules,
): readonly Written[] {
  const [, action, names = ""] = COMMENT.exec(comment) ?? [];
  if (action === undefined) return [];
  const named = names.split(/\s+/).filter((name) => name !== "");
  const known = named.flatMap((name) => [...(byName.get(name.toLowerCase()) ?? [])]);
  return [
    {
      action: action.toLowerCase(),
      rules: named.length === 0 ? [...ours.keys()] : known,
      range,
      line: lines.pointAt(range.start).line,
      endLine: lines.pointAt(range.end).line,
    },
  ];
}

/** Comments that are about a line, or the whole file. */
function ofLines(
  { action, rules, range, line, endLine }: Written,
  { ours }: ForeignRules,
  last: number,
): readonly Directive[] {
  const covering = (kind: Directive["kind"], fromLine: number, toLine: number) =>
    counterparts(rules, ours).map((rule) => directive(kind, rule, range, fromLine, toLine));
  switch (action) {
    case "disable-line":
      return covering("disable-line", line, endLine);
    case "disable-next-line":
      return endLine < last ? covering("disable-next-line", endLine + 1, endLine + 1) : [];
    case "disable-file":
      return covering("disable-file", 1, last);
    default:
      return [];
  }
}

/** Stretches between a comment that switches a rule off and one that switches it on again. */
function ofStretches(
  written: readonly Written[],
  { ours }: ForeignRules,
  last: number,
): readonly Directive[] {
  const found: Directive[] = [];
  let off: Off = new Map();
  let captured: Off = off;
  const become = (next: Off, line: number): void => {
    for (const [rule, since] of off) {
      if (next.has(rule) || since.line >= line) continue;
      for (const our of ours.get(rule) ?? [])
        found.push(directive("disable", our, since.range, since.line, line - 1));
    }
    off = next;
  };
  for (const { action, rules, range, line } of written) {
    if (action === "disable")
      become(new Map([...rules.map((rule) => [rule, { range, line }] as const), ...off]), line);
    else if (action === "enable")
      become(new Map([...off].filter(([rule]) => !rules.includes(rule))), line);
    else if (action === "capture") captured = off;
    else if (action === "restore") {
      const since = { range, line };
      become(new Map([...captured].map(([rule]) => [rule, off.get(rule) ?? since])), line);
    }
  }
  become(new Map(), last + 1);
  return found;
}

function counterparts(rules: readonly string[], ours: ForeignRules["ours"]): readonly string[] {
  return [...new Set(rules.flatMap((rule) => ours.get(rule) ?? []))];
}

function directive(
  kind: Directive["kind"],
  rule: string,
  range: Range,
  fromLine: number,
  toLine: number,
): Directive {
  return { kind, rules: [rule], range, fromLine, toLine, isForeign: true };
}
