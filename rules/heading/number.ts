import {
  type Article,
  defineRule,
  excerpt,
  headingText,
  outlineHeadings,
  type Paragraph,
  paragraphsOf,
  type Range,
  rangeOf,
  replace,
  templateFlowOf,
  textContentOf,
} from "../../src/rules.js";
import { captionNumber, type LeadingNumber, leadingNumber, oddNumber } from "./lib/numbers.js";

/** A longer paragraph is no caption. */
const LONGEST_CAPTION = 400;

/** A text with a number, and where they are. */
interface Numbered extends LeadingNumber {
  readonly text: string;
  readonly range: Range;
  readonly numberRange: Range;
}

/** Numbers of headings, captions and steps that are written by hand. */
export default defineRule({
  id: "heading/number",
  summary: "Numbers that are written into headings, captions and steps count up",
  fixes: ["suggestion"],
  messages: {
    repeated: {
      severity: "warning",
      what: 'The number {number} is given twice: "{text}".',
      why: "Readers and other texts refer to the parts by their numbers.",
      help: "Number the parts again.",
    },
    order: {
      severity: "warning",
      what: 'The number {number} comes too early: "{text}".',
      why: "Readers do not know whether the order or the numbers are wrong.",
      help: "Exchange the two parts, or their numbers.",
    },
    skipped: {
      severity: "warning",
      what: 'No part has the number before {number}: "{text}".',
      why: "Readers look for a part that is missing.",
      help: "Number the parts again, or add the one that is missing.",
    },
    caption: {
      severity: "warning",
      what: 'Two captions have the same number: "{text}".',
      why: "Readers do not know which of the two the text refers to.",
      help: "Number the captions again.",
    },
  },
  check({ article, report }) {
    const flow = templateFlowOf(article);
    const headings = numberedHeadings(article);
    const steps = numberedSteps(article);
    // An empty heading, which has a finding of its own, may be the one that is missing.
    const texts = outlineHeadings(article).map(
      ({ element }) => headingText(article, element) ?? "",
    );
    const hasUnknown = texts.includes("");
    for (const sequence of [...headings, ...steps].flatMap(parted)) {
      const odd = oddNumber(sequence.map(({ value }) => value));
      const found = odd === undefined ? undefined : sequence[odd.index];
      if (odd === undefined || found === undefined) continue;
      const other = sequence.find((one) => one !== found && one.value === found.value);
      if (other !== undefined && flow.isEitherOr(other.range.end, found.range.start)) continue;
      // The number that seems to be missing may be that of a heading of another level.
      const isElsewhere = headings.some((others) =>
        others.some((one) => !sequence.includes(one) && one.value === found.value - 1),
      );
      const isStep = steps.some((others) => others.includes(found));
      // Two alone are parts of one text only where a word says so, in headings: `Solution 1`.
      if (sequence.length === 2 && (isStep || !found.isNamed || !saysMore(sequence))) continue;
      if (odd.kind !== "repeated" && isStep) continue;
      if (odd.kind === "skipped" && (isElsewhere || hasUnknown)) continue;
      // `37.3 layers` has no mark that ends its number.
      if (odd.kind === "skipped" && texts.some((text) => text.startsWith(String(found.value - 1))))
        continue;
      const { meant } = odd;
      report({
        messageId: odd.kind,
        range: found.range,
        data: { number: found.value, text: excerpt(found.text) },
        related: other === undefined ? [] : [{ range: other.range, message: "the other one" }],
        suggestions:
          meant === undefined ||
          !/\d/.test(article.source.slice(found.numberRange.start, found.numberRange.end))
            ? []
            : [{ message: `Write ${meant}`, edits: [replace(found.numberRange, String(meant))] }],
      });
    }
    const [again, ...others] = repeatedCaptions(article);
    if (again === undefined || others.length > 0) return;
    report({
      messageId: "caption",
      range: again.range,
      data: { text: excerpt(again.text) },
      related: [{ range: again.first.range, message: "the other one" }],
    });
  },
});

/** Whether each of some parts has a name of its own behind its number. */
function saysMore(sequence: readonly Numbered[]): boolean {
  const names = sequence.map(({ text, end }) => text.slice(end).replace(/[^\p{L}\p{N}]+/gu, " "));
  return new Set(names).size === names.length && names.every((name) => /\p{L}/u.test(name));
}

/** The numbered headings under one parent heading, in one form. */
function numberedHeadings(article: Article): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  const parents: { readonly level: number; readonly number: number }[] = [];
  for (const [number, { element, level }] of outlineHeadings(article).entries()) {
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
    const parent = parents.at(-1)?.number ?? -1;
    parents.push({ level, number });
    if (headingText(article, element) === undefined) continue;
    const source = textContentOf(article, element);
    const found = leadingNumber(source.text);
    if (found === undefined) continue;
    const text = source.text.trim();
    const numberRange = source.rangeOf(found.start, found.end);
    const key = `${parent} ${level} ${found.form}`;
    const group = groups.get(key);
    const numbered = { ...found, text, range: rangeOf(element), numberRange };
    if (group === undefined) groups.set(key, [numbered]);
    else group.push(numbered);
  }
  return [...groups.values()];
}

/** Paragraphs and lines with numbers of one form, under one heading. Markdown numbers its own lists, whatever is written. */
function numberedSteps(article: Article): readonly (readonly Numbered[])[] {
  const all: Numbered[][] = [];
  let groups = new Map<string, Numbered[]>();
  for (const paragraph of paragraphsOf(article)) {
    if (paragraph.kind === "heading") groups = new Map();
    if (paragraph.kind !== "paragraph" && paragraph.kind !== "run") continue;
    if (paragraph.inTable || paragraph.onlyCode || paragraph.list !== undefined) continue;
    for (const { 0: text, index } of paragraph.text.matchAll(/[^\r\n]+/g)) {
      const found = leadingNumber(text);
      // `Step 2 is short` is a sentence.
      if (found === undefined || /^[^\d]{3,}\d+(?![\d:：.])/.test(text)) continue;
      const numbered = {
        ...found,
        text,
        range: paragraph.rangeOf(index, index + text.length),
        numberRange: paragraph.rangeOf(index + found.start, index + found.end),
      };
      const group = groups.get(found.form);
      if (group !== undefined) group.push(numbered);
      else {
        const begun = [numbered];
        groups.set(found.form, begun);
        all.push(begun);
      }
    }
  }
  return all;
}

/** A sequence, or the several ones that it is where it begins again. */
function parted(sequence: readonly Numbered[]): readonly (readonly Numbered[])[] {
  if (oddNumber(sequence.map(({ value }) => value)) !== undefined) return [sequence];
  const [first] = sequence;
  const parts: Numbered[][] = [];
  for (const one of sequence) {
    if (one.value === first?.value || parts.length === 0) parts.push([one]);
    else parts.at(-1)?.push(one);
  }
  // A sequence of one is rather a number that is given twice.
  return parts.some(({ length }) => length === 1) ? [] : parts;
}

/** Captions with the number of an earlier one, which says something else. */
function repeatedCaptions(article: Article) {
  const known = new Map<string, Paragraph>();
  return paragraphsOf(article).flatMap((paragraph) => {
    const { kind, inTable, text } = paragraph;
    const mayBe = kind === "caption" || kind === "paragraph" || kind === "run";
    const label =
      mayBe && !inTable && text.length <= LONGEST_CAPTION ? captionNumber(text) : undefined;
    if (label === undefined) return [];
    const first = known.get(label);
    if (first === undefined) known.set(label, paragraph);
    return first === undefined || first.text === text ? [] : [{ ...paragraph, first }];
  });
}
