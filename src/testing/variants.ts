import type { ArticleFormat } from "../article/article.js";

/** The ways in which a test case is run again; the same must be found in each. */
export const VARIANTS = ["crlf", "bom", "front-matter", "cjk"] as const;
export type VariantName = (typeof VARIANTS)[number];

/** A text with something put in, and the way of its places from the original. */
export interface Variant {
  readonly name: VariantName;
  readonly text: string;
  /**
   * Where an offset of the original lies here. An offset at which something was put in has two answers: before
   * it (a range ends there) and after it (a range begins there).
   */
  mapOffset(offset: number): { readonly before: number; readonly after: number };
}

/** Something put into a text at an offset of the original. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

const FENCED = /^(---|\+\+\+)[ \t]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/;
const FENCE_LIKE = /^\s*(?:-{3}|\+{3}|;{3}|\{|\uFEFF)/;

/**
 * The variant of a text, or undefined where it makes no sense for it: a BOM before a BOM, longer front matter
 * where the fences are not plain.
 */
export function makeVariant(
  name: VariantName,
  text: string,
  format: ArticleFormat,
): Variant | undefined {
  const insertions = insertionsOf(name, text, format);
  if (insertions === undefined || insertions.length === 0) return undefined;
  let changed = "";
  let position = 0;
  for (const { at, text: added } of insertions) {
    changed += text.slice(position, at) + added;
    position = at;
  }
  changed += text.slice(position);
  const added = (offset: number, inclusive: boolean): number =>
    insertions
      .filter(({ at }) => at < offset || (inclusive && at === offset))
      .reduce((sum, { text: { length } }) => sum + length, 0);
  return {
    name,
    text: changed,
    mapOffset: (offset) => {
      const before = offset + added(offset, false);
      // Nothing begins between CR and LF.
      return { before, after: name === "crlf" ? before : offset + added(offset, true) };
    },
  };
}

function insertionsOf(
  name: VariantName,
  text: string,
  format: ArticleFormat,
): readonly Insertion[] | undefined {
  const fenced = FENCED.exec(text);
  switch (name) {
    case "crlf":
      if (text.includes("\r")) return undefined;
      return [...text.matchAll(/\n/g)].map(({ index }) => ({ at: index, text: "\r" }));
    case "bom":
      return text.startsWith("\uFEFF") ? undefined : [{ at: 0, text: "\uFEFF" }];
    case "front-matter":
      if (fenced !== null)
        return [{ at: text.indexOf("\n") + 1, text: "# a longer block\n# 更长\n" }];
      if (FENCE_LIKE.test(text)) return undefined;
      return [{ at: 0, text: "---\n# a block\n---\n" }];
    case "cjk":
      if (fenced === null && FENCE_LIKE.test(text)) return undefined;
      return wrap(text, fenced?.[0].length ?? 0, format);
  }
}

/** A paragraph of CJK text and a character beyond the BMP before and after the body. */
function wrap(text: string, bodyStart: number, format: ArticleFormat): readonly Insertion[] {
  const body = text.slice(bodyStart);
  if (body.trim() === "") return [];
  if (format !== "html") {
    return [
      { at: bodyStart, text: "前面的话😀。\n\n" },
      { at: text.length, text: `${text.endsWith("\n") ? "" : "\n"}\n后面的话🙂。\n` },
    ];
  }
  const first = "<p>前面的话😀。</p>\n";
  const last = "\n<p>后面的话🙂。</p>\n";
  if (!/^\s*(?:<!doctype|<html)/i.test(body)) {
    return [
      { at: bodyStart, text: first },
      { at: text.length, text: last },
    ];
  }
  const opening = /<body[^>]*>/i.exec(text);
  const closing = text.search(/<\/body/i);
  if (opening === null || closing === -1) return [];
  return [
    { at: opening.index + opening[0].length, text: first },
    { at: closing, text: last },
  ];
}
