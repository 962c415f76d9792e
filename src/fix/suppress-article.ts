import type { Article } from "../article/article.js";
import type { SeenArticle } from "../lint/index.js";
import type { Edit, Finding } from "../rule/index.js";
import type { Change } from "./change.js";
import { newFinding } from "./new-findings.js";
import { type HarmOf, Pass } from "./pass.js";
import { otherChanges, worseParsed } from "./same-article.js";
import { shapeOf } from "./shape.js";
import { moved } from "./touched.js";

export interface SuppressOptions {
  /** Checks a text of the article. */
  check(source: string): SeenArticle;
  /** Why the findings stay, for whoever reads the directives. */
  readonly reason: string;
}

/** What came of silencing findings of one article. */
export interface SuppressedArticle {
  readonly text: string;
  readonly silenced: readonly Finding[];
  /** Findings for which there is no place for a directive. */
  readonly left: readonly Finding[];
}

/** A directive with the findings it is for. */
interface Placement extends Change {
  readonly silenced: readonly Finding[];
}

/**
 * Writes directives that silence findings: before the line of the finding, else at its end, else for the whole file. A
 * place is taken only where the directive works and nothing else changes, which is seen by parsing and checking again.
 */
export function suppressArticle(
  source: string,
  findings: readonly Finding[],
  { check, reason }: SuppressOptions,
): SuppressedArticle {
  const before = check(source);
  const { article } = before;
  const placements = new Map<Change, Placement>();
  const pass = new Pass(before, check, harmOf(before, placements));
  let left = findings;
  for (const placesOf of [beforeLines, afterLines, inFile]) {
    const tried = placesOf(article, left, reason);
    for (const placement of tried) placements.set(placement, placement);
    // What is next to a line stays there.
    pass.tryAll(tried, placesOf === inFile ? "before" : "after");
    const done = new Set(pass.made.flatMap((change) => placements.get(change)?.silenced ?? []));
    left = findings.filter((finding) => !done.has(finding));
  }
  const silenced = findings.filter((finding) => !left.includes(finding));
  return { text: pass.after.article.source, silenced, left };
}

function harmOf(before: SeenArticle, placements: ReadonlyMap<Change, Placement>): HarmOf {
  return (after, changes, edits) => {
    const made = changes.flatMap((change) => placements.get(change) ?? []);
    // Each finding is a change to those who compare; the edits count once.
    const parts = made.flatMap(({ silenced, edits: own }) =>
      silenced.map((finding, index) => ({ finding, edits: index === 0 ? own : [] })),
    );
    const loud = parts.find(({ finding }) => !isSilenced(finding, after, edits));
    if (loud !== undefined) return `the directive silences nothing: ${loud.finding.rule}`;
    const worse = worseParsed(before.article, after.article) ?? newFinding(before, after, parts);
    if (worse !== undefined) return worse;
    if (shapeOf(before.facts) !== shapeOf(after.facts)) return "it changes a heading or a link";
    return otherChanges(before.article, after.article, edits);
  };
}

function isSilenced(
  { rule, range }: Finding,
  { article, facts }: SeenArticle,
  edits: readonly Edit[],
): boolean {
  const { line } = article.lines.pointAt(moved(range, edits).start);
  return facts.directives.some(
    ({ kind, rules, fromLine, toLine }) =>
      kind !== "misspelt" &&
      kind !== "enable" &&
      rules.includes(rule) &&
      fromLine <= line &&
      line <= toLine,
  );
}

/** A directive on a line of its own before each line that has findings. */
function beforeLines(
  article: Article,
  findings: readonly Finding[],
  reason: string,
): readonly Placement[] {
  return byLine(article, findings).flatMap(([line, silenced]): readonly Placement[] => {
    const start = article.lines.startOf(line);
    const place = placeAt(article, start);
    if (place === undefined) return [];
    const indent =
      /^[\s>]*/.exec(article.source.slice(start, article.lines.endOf(line)))?.[0] ?? "";
    const comment = place("disable-next-line", silenced, reason);
    const text = `${indent}${comment}${lineEnding(article)}`;
    return [placement(silenced, { start, end: start, text })];
  });
}

/** A directive at the end of each line that has findings. */
function afterLines(
  article: Article,
  findings: readonly Finding[],
  reason: string,
): readonly Placement[] {
  return byLine(article, findings).flatMap(([line, silenced]): readonly Placement[] => {
    const end = article.lines.endOf(line);
    const place = placeAt(article, end);
    if (place === undefined) return [];
    const text = ` ${place("disable-line", silenced, reason)}`;
    return [placement(silenced, { start: end, end, text })];
  });
}

/** One directive for the whole file, at its top: in the front matter, if comments can be there. */
function inFile(
  article: Article,
  findings: readonly Finding[],
  reason: string,
): readonly Placement[] {
  if (findings.length === 0) return [];
  const { frontMatter, source, bodyStart } = article;
  const ending = lineEnding(article);
  const inFrontMatter = frontMatter !== undefined && frontMatter.format !== "json";
  const comment = (inFrontMatter ? hashComment : bodyComment(article))(
    "disable-file",
    findings,
    reason,
  );
  if (inFrontMatter) {
    const { start } = frontMatter.content;
    return [placement(findings, { start, end: start, text: `${comment}${ending}` })];
  }
  const blank = /^\uFEFF?(?:[ \t]*(?:\r\n|\r|\n))*/.exec(source.slice(bodyStart))?.[0] ?? "";
  const start = bodyStart + blank.length;
  return [placement(findings, { start, end: start, text: `${comment}${ending}${ending}` })];
}

function placement(silenced: readonly Finding[], edit: Edit): Placement {
  const [finding] = silenced;
  if (finding === undefined) throw new TypeError("A directive silences at least one finding.");
  return { finding, edits: [edit], silenced };
}

/** Findings by the line they begin in, in order of lines. */
function byLine(
  article: Article,
  findings: readonly Finding[],
): readonly (readonly [number, readonly Finding[]])[] {
  const lines = new Map<number, Finding[]>();
  for (const finding of findings) {
    const { line } = article.lines.pointAt(finding.range.start);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [finding]);
    else known.push(finding);
  }
  return [...lines].sort(([left], [right]) => left - right);
}

type Comment = (kind: string, silenced: readonly Finding[], reason: string) => string;

/** How a comment is written at a place; undefined where none can be. */
function placeAt(article: Article, offset: number): Comment | undefined {
  const { frontMatter } = article;
  if (frontMatter === undefined || offset >= frontMatter.range.end) return bodyComment(article);
  const { content, format } = frontMatter;
  const isWithin = content.start <= offset && offset < content.end;
  return isWithin && format !== "json" ? hashComment : undefined;
}

const hashComment: Comment = (kind, silenced, reason) => `# ${directive(kind, silenced, reason)}`;

function bodyComment({ format }: Article): Comment {
  return format === "mdx"
    ? (kind, silenced, reason) => `{/* ${directive(kind, silenced, reason)} */}`
    : (kind, silenced, reason) => `<!-- ${directive(kind, silenced, reason)} -->`;
}

function directive(kind: string, silenced: readonly Finding[], reason: string): string {
  const rules = [...new Set(silenced.map(({ rule }) => rule))].sort();
  return `copydesk-${kind} ${rules.join(", ")} -- ${reason}`;
}

function lineEnding({ source }: Article): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? "\n";
}
