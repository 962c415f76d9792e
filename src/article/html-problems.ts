import type { Element, Nodes, Root } from "hast";
import { visitTags } from "./html-tags.js";
import type { HtmlError } from "./parse-html.js";
import type { Problem } from "./problem.js";
import type { Range } from "./range.js";

/** Elements that may be left open: void ones, and those whose end tag is optional (HTML §13.1.2). */
const NEEDS_NO_END_TAG: ReadonlySet<string> = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "basefont bgsound frame keygen command image " +
    "html head body li dt dd p rt rp rb rtc optgroup option colgroup caption thead tbody tfoot tr td th"
  ).split(" "),
);

/** Complaints of other rules (`desk/encoding`, `text/invisible-chars`), and those the balance of tags tells better. */
const NOT_MARKUP: ReadonlySet<string> = new Set([
  "control-character-in-input-stream",
  "noncharacter-in-input-stream",
  "surrogate-in-input-stream",
  "unexpected-null-character",
  "missing-doctype",
  "non-conforming-doctype",
  "missing-doctype-name",
  "closing-of-element-with-open-child-elements",
  "open-elements-left-after-eof",
]);

/** A page's own tags are dropped from a fragment; that is not for the article to mend. */
const PAGE = /^(?:html|head|body)$/;
/** Elements inside of others whose start tag is optional: the parser makes them, and their end tags close what it made. */
const NEEDS_NO_START_TAG: ReadonlySet<string> = new Set(["tbody", "colgroup"]);
const FOREIGN_ROOT = /^(?:svg|math)$/;
const HEADING = /^h[1-6]$/;

/** Nobody reads more of them. */
const MAXIMUM_PROBLEMS = 1000;

interface Mark extends Range {
  readonly name: string;
}

/**
 * What is wrong with HTML markup: tokenizer errors where the parser stopped, end tags that close nothing
 * (`stray-end-tag`, the end tag) and elements that are never closed (`unclosed-element`, the opening tag).
 *
 * @param markup the text that was parsed
 * @param tree its tree, made with `verbose: true`
 */
export function htmlProblems(
  markup: string,
  tree: Root,
  errors: readonly HtmlError[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { code, start, end } of errors) {
    if (!NOT_MARKUP.has(code)) problems.push(problem(code, start, Math.max(start, end)));
  }
  const tags = tagsOf(tree);
  const { strays, opens } = withoutPairs(strayEndTags(markup, tags), tags.unclosed.values());
  for (const { start, end } of strays) problems.push(problem("stray-end-tag", start, end));
  for (const { start, end } of opens) problems.push(problem("unclosed-element", start, end));
  problems.sort((left, right) => left.range.start - right.range.start);
  return problems.slice(0, MAXIMUM_PROBLEMS);
}

function problem(code: string, start: number, end: number): Problem {
  return { kind: "html-parse", code, range: { start, end } };
}

interface TreeTags {
  readonly openings: ReadonlySet<number>;
  readonly closings: ReadonlySet<number>;
  /** By start: clones of one element share it. */
  readonly unclosed: Map<number, Mark>;
  /** Elements without a start tag, from their content to the place where they must have ended. */
  readonly implied: readonly Mark[];
}

/** The tags that the parser took for an element's own. */
function tagsOf(tree: Root): TreeTags {
  const openings = new Set<number>();
  const closings = new Set<number>();
  const closed = new Set<number>();
  const unclosed = new Map<number, Mark>();
  const implied: Mark[] = [];
  const rest: Nodes[] = [tree];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if ("children" in node) for (const child of node.children) rest.push(child);
    if (node.type !== "element") continue;
    if (node.tagName === "table") for (const one of impliedIn(node)) implied.push(one);
    if (node.content !== undefined) rest.push(node.content);
    const { opening, closing } = node.data?.position ?? {};
    const start = opening?.start.offset;
    const end = opening?.end.offset;
    if (start === undefined || end === undefined) continue;
    openings.add(start);
    const closingStart = closing?.start.offset;
    if (closingStart !== undefined) {
      closings.add(closingStart);
      closed.add(start);
    } else if (!NEEDS_NO_END_TAG.has(node.tagName)) {
      unclosed.set(start, { name: node.tagName, start, end });
    }
  }
  for (const start of closed) unclosed.delete(start);
  return { openings, closings, unclosed, implied };
}

/** The children of a table that the parser made without a start tag; each may reach to where the next one begins. */
function impliedIn({ children, data, position }: Element): readonly Mark[] {
  const found: Mark[] = [];
  let end = data?.position?.closing?.start.offset ?? position?.end.offset ?? Infinity;
  for (const child of children.toReversed()) {
    if (child.type !== "element") continue;
    const isImplied = NEEDS_NO_START_TAG.has(child.tagName) && child.position === undefined;
    const start = isImplied ? startOfContent(child) : child.position?.start.offset;
    if (start === undefined) continue;
    if (isImplied) found.push({ name: child.tagName, start, end });
    end = start;
  }
  return found;
}

function startOfContent({ children }: Element): number | undefined {
  return children.find(({ position }) => position !== undefined)?.position?.start.offset;
}

/** Finds end tags that close nothing; strikes self-closed SVG and MathML elements off the unclosed ones. */
function strayEndTags(
  markup: string,
  { openings, closings, unclosed, implied }: TreeTags,
): readonly Mark[] {
  const stray: Mark[] = [];
  const endsImplied = endTagsOf(implied);
  const dropped = new Map<string, number>();
  visitTags(markup, ({ name, start, end, closing, selfClosing, foreign }) => {
    if (!closing) {
      if (selfClosing && (foreign || FOREIGN_ROOT.test(name))) unclosed.delete(start);
      // The parser ignores some tags where they stand, `<b>` in `<select>`; so it does their end tags.
      if (!openings.has(start)) dropped.set(name, (dropped.get(name) ?? 0) + 1);
      return undefined;
    }
    if (closings.has(start) || PAGE.test(name)) return undefined;
    if (NEEDS_NO_START_TAG.has(name) && endsImplied(name, start)) return undefined;
    const open = dropped.get(name) ?? 0;
    if (open > 0) dropped.set(name, open - 1);
    else stray.push({ name, start, end });
    return undefined;
  });
  return stray;
}

/** Tells whether an end tag is the first one of an element without a start tag. Offsets must ascend. */
function endTagsOf(implied: readonly Mark[]): (name: string, offset: number) => boolean {
  const sorted = implied.toSorted((left, right) => left.start - right.start);
  const around: Mark[] = [];
  const ended = new Set<Mark>();
  let next = 0;
  return (name, offset) => {
    for (
      let mark = sorted[next];
      mark !== undefined && mark.start < offset;
      mark = sorted[++next]
    ) {
      leave(mark.start);
      around.push(mark);
    }
    leave(offset);
    const innermost = around.at(-1);
    if (innermost?.name !== name || ended.has(innermost)) return false;
    ended.add(innermost);
    return true;
  };

  function leave(offset: number): void {
    while ((around.at(-1)?.end ?? Infinity) <= offset) around.pop();
  }
}

/**
 * One defect, one finding: `<i><b></i></b>` leaves `<b>` open and `</b>` stray, of which the end tag is
 * reported; `<h2></h3>` leaves both too, of which the opening tag is.
 */
function withoutPairs(
  stray: readonly Mark[],
  unclosed: Iterable<Mark>,
): { readonly strays: readonly Mark[]; readonly opens: readonly Mark[] } {
  const opens = [...unclosed].sort((left, right) => left.start - right.start);
  const strays: Mark[] = [];
  for (const tag of stray) {
    const same = opens.findLastIndex((open) => open.name === tag.name && open.start < tag.start);
    if (same !== -1) {
      opens.splice(same, 1);
      strays.push(tag);
      continue;
    }
    const before = opens.findLast((open) => open.start < tag.start);
    const isHeadingPair =
      HEADING.test(tag.name) && before !== undefined && HEADING.test(before.name);
    if (!isHeadingPair) strays.push(tag);
  }
  return { strays, opens };
}
