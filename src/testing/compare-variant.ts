import type { Finding } from "../rule/index.js";
import type { Variant } from "./variants.js";

/** Says how findings in a variant differ from those in the original, places and edits mapped. */
export function variantDifference(
  variant: Variant,
  findings: readonly Finding[],
  found: readonly Finding[],
  path: string,
): string | undefined {
  if (findings.length !== found.length) return `${findings.length} findings`;
  for (const [index, finding] of findings.entries()) {
    const other = found[index];
    if (other === undefined) return `finding ${index + 1}`;
    const problem =
      (finding.messageId !== other.messageId && finding.messageId) ||
      (finding.severity !== other.severity && `severity ${finding.severity}`) ||
      placesDifference(variant, finding, other, path) ||
      editsDifference(variant, finding, other);
    if (problem) return `finding ${index + 1}: ${problem}`;
  }
  return undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function sameSpan(variant: Variant, span: Span, other: Span): boolean {
  const start = variant.mapOffset(span.start);
  const end = variant.mapOffset(span.end);
  return (
    (other.start === start.before || other.start === start.after) &&
    (other.end === end.before || other.end === end.after)
  );
}

function placesDifference(
  variant: Variant,
  finding: Finding,
  other: Finding,
  path: string,
): string | undefined {
  if (finding.path === path && !sameSpan(variant, finding.range, other.range)) {
    return "at the same text";
  }
  if (finding.related.length !== other.related.length) return "as many related places";
  for (const [index, place] of finding.related.entries()) {
    const counterpart = other.related[index];
    if ((place.path ?? finding.path) !== path || counterpart === undefined) continue;
    if (!sameSpan(variant, place.range, counterpart.range)) return "related to the same texts";
  }
  return undefined;
}

function editsDifference(variant: Variant, finding: Finding, other: Finding): string | undefined {
  const edits = [finding.fix ?? [], ...finding.suggestions.map((suggestion) => suggestion.edits)];
  const others = [other.fix ?? [], ...other.suggestions.map((suggestion) => suggestion.edits)];
  if (edits.length !== others.length) return "as many suggestions";
  const unix = (text: string): string => text.replaceAll("\r\n", "\n");
  const same = edits.every((list, index) => {
    const counterpart = others[index] ?? [];
    return (
      list.length === counterpart.length &&
      list.every((edit, at) => {
        const twin = counterpart[at];
        return (
          twin !== undefined && sameSpan(variant, edit, twin) && unix(edit.text) === unix(twin.text)
        );
      })
    );
  });
  return same ? undefined : "with the same edits";
}
