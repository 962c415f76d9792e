import type { Choice, JsxComponent, Range } from "../../../src/rules.js";

/** What keeps the items of a choice, such as tabs, from being told apart. */
export type ChoiceDefect = { readonly range: Range } & (
  | { readonly kind: "twice"; readonly value: string; readonly first: Range }
  | { readonly kind: "unnamed" }
  | { readonly kind: "absent"; readonly value: string; readonly values: readonly string[] }
);

/** The defects of one group of items; none where code lists the items. */
export function choiceDefects(
  group: JsxComponent,
  { item, key, initial, list }: Choice,
): readonly ChoiceDefect[] {
  const attributeOf = ({ attributes }: JsxComponent, wanted: string) =>
    attributes.find(({ name }) => name === wanted.toLowerCase());
  if (attributeOf(group, list) !== undefined || attributeOf(group, "...") !== undefined) return [];
  const firsts = new Map<string, Range>();
  const defects: ChoiceDefect[] = [];
  let isKnown = group.holdsItemsOnly;
  for (const member of group.items) {
    const attribute = attributeOf(member, key);
    if (member.name !== item || attribute === undefined || attribute.unknown) isKnown = false;
    if (member.name !== item) continue;
    if (attribute === undefined) {
      if (attributeOf(member, "...") === undefined)
        defects.push({ kind: "unnamed", range: member.opening });
    } else if (!attribute.unknown) {
      const { value, valueRange: range } = attribute;
      const first = firsts.get(value);
      if (first === undefined) firsts.set(value, range);
      else defects.push({ kind: "twice", range, value, first });
    }
  }
  const shown = attributeOf(group, initial);
  if (isKnown && shown?.unknown === false && shown.value !== "" && !firsts.has(shown.value)) {
    const { valueRange: range, value } = shown;
    defects.push({ kind: "absent", range, value, values: [...firsts.keys()] });
  }
  return defects;
}
