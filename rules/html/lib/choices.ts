import type { Choice, JsxComponent, Range } from "../../../src/rules.js";

/** What keeps the items of a choice, such as tabs, from being told apart. */
export type ChoiceDefect = { readonly range: Range } & (
  | { readonly kind: "twice"; readonly value: string; readonly first: Range }
  /** Code lists the labels, so that nothing stops. */
  | { readonly kind: "shared"; readonly value: string; readonly first: Range }
  | { readonly kind: "sameLabel"; readonly label: string; readonly first: Range }
  | { readonly kind: "unnamed" }
  | { readonly kind: "absent"; readonly value: string; readonly values: readonly string[] }
);

/** The defects of one group of items; where code lists the labels, only items that are shown for the same one. */
export function choiceDefects(
  group: JsxComponent,
  { item, label, named }: Choice,
): readonly ChoiceDefect[] {
  const attributeOf = ({ attributes }: JsxComponent, wanted: string) =>
    attributes.find(({ name }) => name === wanted.toLowerCase());
  if (attributeOf(group, "...") !== undefined) return [];
  const isListed = named !== undefined && attributeOf(group, named.list) !== undefined;
  const firsts = new Map<string, Range>();
  const labels = new Map<string, Range>();
  const defects: ChoiceDefect[] = [];
  let isKnown = group.holdsItemsOnly;
  for (const member of group.items) {
    const attribute = named === undefined ? undefined : attributeOf(member, named.key);
    if (member.name !== item || attribute === undefined || attribute.unknown) isKnown = false;
    if (member.name !== item) continue;
    const words = attributeOf(member, label);
    if (!isListed && words?.unknown === false && words.value.trim() !== "") {
      const { value, valueRange: range } = words;
      const first = labels.get(value.trim());
      if (first === undefined) labels.set(value.trim(), range);
      else defects.push({ kind: "sameLabel", range, label: value.trim(), first });
    }
    if (named === undefined) continue;
    if (attribute === undefined) {
      if (!isListed && attributeOf(member, "...") === undefined)
        defects.push({ kind: "unnamed", range: member.opening });
    } else if (!attribute.unknown) {
      const { value, valueRange: range } = attribute;
      const first = firsts.get(value);
      if (first === undefined) firsts.set(value, range);
      else defects.push({ kind: isListed ? "shared" : "twice", range, value, first });
    }
  }
  if (isListed || named === undefined) return defects;
  const shown = attributeOf(group, named.initial);
  if (isKnown && shown?.unknown === false && shown.value !== "" && !firsts.has(shown.value)) {
    const { valueRange: range, value } = shown;
    defects.push({ kind: "absent", range, value, values: [...firsts.keys()] });
  }
  return defects;
}
