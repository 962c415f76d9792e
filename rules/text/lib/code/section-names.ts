import {
  type Article,
  codeBlockOf,
  type Heading,
  headingText,
  outlineHeadings,
  type Range,
  rangeOf,
} from "../../../../src/rules.js";

/** The first code of a section that names the heading of another section, where all others name their own. */
export interface OtherSection {
  readonly own: string;
  readonly other: string;
  readonly range: Range;
}

/** So many sections of a page have their own name in the first line of their code. */
const LEAST_NAMED = 5;
/** `tide()`, `boat.tide(depth)`. */
const CALL = /^(?:[\w$]+\.)*([\w$]+)\([^()]*\)$/;

/** Sections about functions, by level: each begins with code that shows how its function is called. */
export function otherSections(article: Article): readonly OtherSection[] {
  const headings = outlineHeadings(article);
  const blocks = article.elements.filter(({ tagName }) => tagName === "pre");
  const byLevel = new Map<number, Section[]>();
  let at = 0;
  for (const [index, heading] of headings.entries()) {
    const start = rangeOf(heading.element).end;
    const next = headings[index + 1];
    const end = next === undefined ? article.source.length : rangeOf(next.element).start;
    while (at < blocks.length && rangeOfBlock(blocks[at]).start < start) at++;
    const block = blocks[at];
    if (block === undefined || rangeOfBlock(block).start >= end) continue;
    const own = nameOf(article, heading);
    const line = codeBlockOf(article, block)?.lines.find(({ text }) => text.trim() !== "");
    if (own === undefined || line === undefined) continue;
    const called = /(?:^|[^\w$])([\w$]+)\s*\(/.exec(line.text)?.[1];
    if (called === undefined) continue;
    const from = line.start + line.text.indexOf(called);
    const section = { own, called, range: { start: from, end: from + called.length } };
    const level = byLevel.get(heading.level);
    if (level === undefined) byLevel.set(heading.level, [section]);
    else level.push(section);
  }
  return [...byLevel.values()].flatMap(oddOneIn);
}

interface Section {
  readonly own: string;
  readonly called: string;
  readonly range: Range;
}

function oddOneIn(sections: readonly Section[]): readonly OtherSection[] {
  const others = sections.filter(({ own, called }) => own !== called);
  const [odd, ...more] = others;
  if (odd === undefined || more.length > 0 || sections.length - 1 < LEAST_NAMED) return [];
  // A name that two sections have is told by neither.
  if (sections.filter(({ own }) => own === odd.own).length > 1) return [];
  const isOfAnother = sections.some(({ own }) => own === odd.called);
  return isOfAnother ? [{ own: odd.own, other: odd.called, range: odd.range }] : [];
}

function rangeOfBlock(block: Article["elements"][number] | undefined): Range {
  return block === undefined ? { start: 0, end: 0 } : rangeOf(block);
}

function nameOf(article: Article, { element }: Heading): string | undefined {
  return CALL.exec(headingText(article, element) ?? "")?.[1];
}
