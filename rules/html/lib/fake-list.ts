import {
  type Article,
  type Element,
  type Paragraph,
  paragraphsOf,
  proseTextsOf,
  type Range,
  rangeOf,
} from "../../../src/rules.js";

/** A line that begins with a bullet or number typed as text. */
export interface FakeItem {
  /** The mark and the spaces after it. */
  readonly mark: Range;
  /** The text after the mark. */
  readonly text: Range;
  readonly ordered: boolean;
  readonly element: Element | undefined;
}

interface Line extends FakeItem {
  /** The bullet itself, or the number. */
  readonly sign: string;
  readonly paragraph: Paragraph;
}

const MARK = /^(?:([•●◦▪■‣⁃∙◆◇▶►])|(\d{1,2})(?:[、)．）]|\.(?!\d)))[\s\u3000]*(?=\S)/u;
const HOLDS_MARK = /[•●◦▪■‣⁃∙◆◇▶►]|\d[、)．）.]/;
/** Numbers can also be dates, sums and headings, so a list needs more of them. */
const LEAST_NUMBERED = 3;
const LEAST_BULLETS = 2;

/** Lists typed as text, each as its items: lines of one block with the same bullet, or numbered from 1. */
export function fakeListsOf(article: Article): readonly (readonly FakeItem[])[] {
  const lists: Line[][] = [];
  let current: Line[] = [];
  const end = (): void => {
    const [first] = current;
    const least = first?.ordered === true ? LEAST_NUMBERED : LEAST_BULLETS;
    if (current.length >= least) lists.push(current);
    current = [];
  };
  for (const paragraph of paragraphsOf(article)) {
    if (paragraph.kind !== "paragraph" && paragraph.kind !== "run" && paragraph.kind !== "cell") {
      end();
      continue;
    }
    // A quick check: without a mark, none of its lines continues a list.
    if (!HOLDS_MARK.test(paragraph.text)) {
      end();
      continue;
    }
    for (const line of linesOf(paragraph)) {
      if (line === undefined || !continues(current, line)) end();
      if (line !== undefined && (current.length > 0 || !line.ordered || line.sign === "1")) {
        current.push(line);
      }
    }
  }
  end();
  return lists;
}

/**
 * A lone line with a typed bullet in the text of a Markdown item: it was to be the next item, and is glued to the one
 * above.
 */
export function gluedItemsOf(article: Article): readonly Range[] {
  return paragraphsOf(article).flatMap((paragraph): readonly Range[] => {
    const { list, text } = paragraph;
    if (list === undefined || !HOLDS_MARK.test(text) || article.originOf(list) !== "markdown")
      return [];
    const [, line, ...more] = linesOf(paragraph);
    return line === undefined || line.ordered || more.length > 0 ? [] : [line.mark];
  });
}

/** A list mark in running text, before which a line break is missing: `！* `. */
const LOST_BREAK = /(?<=[\p{L}\p{N}][.!?。！？；;])[*+](?= ?[\p{L}[]) ?/gu;

/** Marks of items that a missing line break joined to the item before. */
export function joinedItemsOf(article: Article): readonly Range[] {
  return proseTextsOf(article).flatMap(({ paragraph, text }): readonly Range[] => {
    const { list } = paragraph;
    if (list === undefined || !/[*+]/.test(text) || article.originOf(list) !== "markdown")
      return [];
    const own = article.source[rangeOf(list).start] ?? "";
    return [...text.matchAll(LOST_BREAK)].flatMap(({ 0: mark, index }) =>
      mark.startsWith(own) ? [paragraph.rangeOf(index, index + 1)] : [],
    );
  });
}

function continues(lines: readonly Line[], line: Line): boolean {
  const last = lines.at(-1);
  if (last === undefined || last.ordered !== line.ordered) return false;
  if (!line.ordered) return last.sign === line.sign;
  // Numbered paragraphs are usual in the Chinese press; numbered lines of one block are a list.
  return (
    last.paragraph.element === line.paragraph.element && Number(last.sign) + 1 === Number(line.sign)
  );
}

/** The lines of a paragraph as written, each with its mark; undefined for one that has none. */
function linesOf(paragraph: Paragraph): readonly (Line | undefined)[] {
  const lines: (Line | undefined)[] = [];
  let at = 0;
  for (const line of paragraph.text.split("\n")) {
    const start = at + line.length - line.trimStart().length;
    const match = MARK.exec(line.trimStart());
    const end = at + line.trimEnd().length;
    at += line.length + 1;
    if (match === null) {
      lines.push(undefined);
      continue;
    }
    const textStart = start + match[0].length;
    lines.push({
      mark: { start: paragraph.offsetOf(start), end: paragraph.offsetOf(textStart) },
      text: paragraph.rangeOf(textStart, Math.max(end, textStart + 1)),
      ordered: match[1] === undefined,
      sign: match[1] ?? match[2] ?? "",
      element: paragraph.element,
      paragraph,
    });
  }
  return lines;
}
