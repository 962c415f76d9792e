import { htmlTagNames } from "html-tag-names";
import { htmlVoidElements } from "html-void-elements";
import type { Article, Range } from "../../../src/rules.js";

/** HTML in Markdown that the renderer leaves out of the page. */
export interface OmittedElement {
  /** Its opening tag, or the whole block. */
  readonly range: Range;
  /** As written. */
  readonly name: string;
  /**
   * What readers miss: `content` of a block with text or of an element that shows something itself, a `word` in angle
   * brackets that only looks like a tag, or the `tags` alone.
   */
  readonly missed: "content" | "word" | "tags";
}

/** Elements that show something without text. */
const SHOWING = new Set(
  "img picture video audio iframe svg object embed input canvas math".split(" "),
);
const VOID: ReadonlySet<string> = new Set(htmlVoidElements);
const KNOWN: ReadonlySet<string> = new Set(htmlTagNames);

/** What is left out of an article's page, in source order; of tags in other tags that show nothing, the outer ones. */
export function omittedElements({ omitted, source }: Article): readonly OmittedElement[] {
  const everClosed = new Set(omitted.flatMap(({ closed }) => closed));
  const isWord = (name: string): boolean => !KNOWN.has(name) && !everClosed.has(name);
  const open: string[] = [];
  const found: OmittedElement[] = [];
  for (const { range, opened, closed, hasText } of omitted) {
    const isContent = hasText || opened.some((name) => SHOWING.has(name));
    const [first] = opened;
    const missed = isContent ? "content" : first !== undefined && isWord(first) ? "word" : "tags";
    if (first !== undefined && (missed !== "tags" || open.length === 0)) {
      const name = /<([^\s/>]+)/.exec(source.slice(range.start, range.end))?.[1] ?? first;
      found.push({ range, name, missed });
    }
    for (const name of opened) if (!VOID.has(name) && !isWord(name)) open.push(name);
    for (const name of closed) {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
    }
  }
  return found;
}
