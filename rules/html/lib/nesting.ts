import { interactive } from "hast-util-interactive";
import { htmlTagNames } from "html-tag-names";
import {
  type Article,
  contentModel,
  type Element,
  perArticle,
  rangeOf,
  type WrittenTag,
  writtenTagsOf,
} from "../../../src/rules.js";

/** An element where HTML does not allow it. */
export interface NestingProblem {
  readonly kind:
    | "block-in-paragraph"
    | "block-in-phrasing"
    | "link-in-link"
    | "control-in-control"
    | "form-in-form"
    | "in-table"
    | "outside";
  readonly tag: WrittenTag;
  /** The element that cannot contain it; undefined for `outside`, where the required one is missing. */
  readonly around: WrittenTag | undefined;
}

const BLOCKS = contentModel.blocks;
const PHRASING_ONLY = contentModel.phrasingOnly;
const TRANSPARENT = contentModel.transparent;
const KNOWN: ReadonlySet<string> = new Set(htmlTagNames);
const WITHIN = contentModel.within;
const TABLE_PARTS = contentModel.tableParts;
/** Elements that cannot be nested at any depth, since the parser ends the outer one. */
const CONTROLS: ReadonlySet<string> = new Set(["a", "button", "label"]);

/** Elements where HTML does not allow them, by the tags as written. */
export const nestingProblemsOf: (article: Article) => readonly NestingProblem[] = perArticle(
  (article) => {
    const problems: NestingProblem[] = [];
    for (const tag of writtenTagsOf(article)) {
      const problem = problemOf(tag, article);
      if (problem !== undefined) problems.push(problem);
    }
    return problems;
  },
);

/**
 * The closing tags that close nothing because a nesting problem made the parser end their element early. They are
 * not a separate defect.
 */
export function endTagsLostByNesting(article: Article): ReadonlySet<number> {
  const lost = new Set<number>();
  for (const { kind, around, tag } of nestingProblemsOf(article)) {
    if (kind === "outside" || kind === "in-table") continue;
    // Together with the outer element, the parser ends all elements between the two.
    for (const ended of around === undefined ? [] : ancestorsOf(tag)) {
      if (ended.closing !== undefined) lost.add(ended.closing.start);
      if (ended === around) break;
    }
    if (kind === "form-in-form" && tag.closing !== undefined) lost.add(tag.closing.start);
  }
  return lost;
}

function problemOf(tag: WrittenTag, article: Article): NestingProblem | undefined {
  return (
    outsideProblem(tag, article) ??
    tableProblem(tag) ??
    blockProblem(tag) ??
    interactiveProblem(tag)
  );
}

/** In MDX a component may be the table or figure. */
function outsideProblem(tag: WrittenTag, { format }: Article): NestingProblem | undefined {
  const wanted = WITHIN[tag.name];
  // The cells of a misplaced row are not reported separately.
  if (wanted === undefined) return undefined;
  if (tag.parent !== undefined && isPart(tag.name) && isPart(tag.parent.name)) return undefined;
  for (const around of ancestorsOf(tag)) {
    if (wanted.includes(around.name) || !KNOWN.has(around.name) || around.name === "template")
      return undefined;
  }
  return format === "mdx" ? undefined : { kind: "outside", tag, around: undefined };
}

function isPart(name: string): boolean {
  return WITHIN[name]?.includes("table") === true;
}

/** Browsers move what is between the rows or cells of a table to the place before it. */
function tableProblem(tag: WrittenTag): NestingProblem | undefined {
  const { parent } = tag;
  const allowed = parent === undefined ? undefined : TABLE_PARTS[parent.name];
  if (allowed === undefined || allowed.includes(tag.name) || !KNOWN.has(tag.name)) return undefined;
  if (tag.name === "input" || WITHIN[tag.name] !== undefined) return undefined;
  return { kind: "in-table", tag, around: parent };
}

function blockProblem(tag: WrittenTag): NestingProblem | undefined {
  if (!BLOCKS.has(tag.name)) return undefined;
  let around = tag.parent;
  while (around !== undefined && TRANSPARENT.has(around.name)) around = around.parent;
  if (around === undefined || !PHRASING_ONLY.has(around.name) || !isClosed(around))
    return undefined;
  const kind = around.name === "p" ? "block-in-paragraph" : "block-in-phrasing";
  return { kind, tag, around };
}

function interactiveProblem(tag: WrittenTag): NestingProblem | undefined {
  const { name, element } = tag;
  const isControl = CONTROLS.has(name) || (element !== undefined && interactive(element));
  if (!isControl && name !== "form") return undefined;
  for (const around of ancestorsOf(tag)) {
    if (!KNOWN.has(around.name) || around.name === "template") return undefined;
    if (!isClosed(around) || (tag.closing === undefined && CONTROLS.has(name))) continue;
    if (name === "form" && around.name === "form") return { kind: "form-in-form", tag, around };
    if (!isControl) continue;
    if (name === "a" && around.name === "a") return { kind: "link-in-link", tag, around };
    const holdsNone =
      around.name === "button" ||
      (around.name === "a" && isLink(around)) ||
      (around.name === "label" && name === "label");
    if (holdsNone) return { kind: "control-in-control", tag, around };
  }
  return undefined;
}

function isLink({ element }: WrittenTag): boolean {
  return element?.properties.href !== undefined;
}

/** html/parse reports elements that are never closed, and nobody knows what they were meant to contain. */
function isClosed({ closing }: WrittenTag): boolean {
  return closing !== undefined;
}

function* ancestorsOf(tag: WrittenTag): Generator<WrittenTag> {
  for (let at = tag.parent; at !== undefined; at = at.parent) yield at;
}

/** Raw blocks in the middle of a Markdown paragraph, which the parser ends there. */
export function blocksInMarkdownParagraphs(article: Article): readonly {
  readonly tag: WrittenTag;
  readonly paragraph: Element;
}[] {
  if (article.format !== "markdown") return [];
  const paragraphs = new Map(
    article.elements
      .filter((element) => element.tagName === "p" && article.originOf(element) === "markdown")
      .map((element) => [rangeOf(element).end, element] as const),
  );
  return writtenTagsOf(article).flatMap((tag) => {
    const paragraph = BLOCKS.has(tag.name) ? paragraphs.get(tag.opening.start) : undefined;
    return paragraph === undefined || beginsLine(article, tag.opening.start)
      ? []
      : [{ tag, paragraph }];
  });
}

/** Whether only `{% … %}` tags stand before a place on its line: they run before Markdown and leave a line that begins there. */
function beginsLine({ lines, source, templateTags }: Article, at: number): boolean {
  let from = lines.startOf(lines.pointAt(at).line);
  for (const { range } of templateTags) {
    if (range.start < from || range.end > at) continue;
    if (!source.startsWith("{%", range.start) || source.slice(from, range.start).trim() !== "")
      return false;
    from = range.end;
  }
  return source.slice(from, at).trim() === "";
}
