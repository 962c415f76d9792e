import type { Nodes, Root, RootContent } from "hast";
import type { Problem } from "../problem.js";
import type { Range } from "../range.js";

/** Elements without an end tag of their own. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that are dropped outside a table, but not at the beginning of a fragment. */
const TABLE_PART = /^(?:caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/;

/**
 * The blocks of a Markdown tree that no raw HTML can reach: they hold none, and all that stands around them
 * is closed. Reparsing them would give them back as they are, at a high price.
 *
 * @param layer the tree of the raw HTML alone
 */
export function blocksApart(
  tree: Root,
  layer: Root,
  parts: readonly Range[],
  problems: readonly Problem[],
): ReadonlySet<RootContent> {
  const apart = new Set<RootContent>();
  if (problems.some(isUnbalanced) || !layer.children.every(isClosed)) return apart;
  const taken = [...parts, ...layer.children.filter(isElement).map(placeOf)].sort(
    (left, right) => left.start - right.start,
  );
  let index = 0;
  let reach = 0;
  for (const child of tree.children) {
    const { start, end } = placeOf(child);
    if (start === end) continue;
    for (; (taken[index]?.start ?? end) < end; index++)
      reach = Math.max(reach, taken[index]?.end ?? 0);
    if (reach <= start) apart.add(child);
  }
  return apart;
}

function isUnbalanced(problem: Problem): boolean {
  return problem.kind === "html-parse" && /^(?:stray|eof|unclosed)-/.test(problem.code);
}

function isElement(node: Nodes): boolean {
  return node.type === "element";
}

function placeOf({ position }: Nodes): { readonly start: number; readonly end: number } {
  const start = position?.start.offset ?? 0;
  return { start, end: position?.end.offset ?? start };
}

/** Whether a top-level node of the layer and all it holds end by end tags of their own. */
function isClosed(top: RootContent): boolean {
  const rest: Nodes[] = [top];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type !== "element") continue;
    const isOpen = node.data?.position?.closing === undefined && !VOID.test(node.tagName);
    if (isOpen && node.position !== undefined) return false;
    if (node === top && TABLE_PART.test(node.tagName)) return false;
    for (const child of node.children) rest.push(child);
  }
  return true;
}

/** Puts blocks back among others, by their places. */
export function merged(left: readonly RootContent[], right: Iterable<RootContent>): RootContent[] {
  const result: RootContent[] = [];
  const others = [...right];
  let next = 0;
  for (const node of left) {
    const isPlaced = node.position !== undefined;
    const before = (other: RootContent): boolean => placeOf(other).start < placeOf(node).start;
    for (let other = others[next]; other !== undefined; other = others[++next]) {
      if (isPlaced && !before(other)) break;
      result.push(other);
    }
    result.push(node);
  }
  return [...result, ...others.slice(next)];
}
