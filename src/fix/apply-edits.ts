import type { Edit } from "../rule/index.js";

/**
 * Applies edits to a text. Their offsets are those of the text as given. Of edits that overlap, the one that
 * begins first is applied and the others are left out; insertions at one place keep their order.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let text = "";
  let position = 0;
  for (const { edit } of sorted) {
    if (edit.start < position) continue;
    text += source.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + source.slice(position);
}

/**
 * Applies groups of edits that belong together (one group per finding): a group that overlaps one already
 * taken is left out as a whole.
 */
export function applyGroups(source: string, groups: readonly (readonly Edit[])[]): string {
  const taken: Edit[] = [];
  for (const group of groups) {
    if (!group.some((edit) => taken.some((other) => overlap(edit, other))))
      for (const one of group) taken.push(one);
  }
  return applyEdits(source, taken);
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}
