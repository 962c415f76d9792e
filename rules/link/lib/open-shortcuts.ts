import { type Article, normaliseLabel, type Range, rangeOf } from "../../../src/rules.js";

/** A text in brackets that would be a link if its label were defined. */
export interface OpenShortcut {
  readonly key: string;
  readonly label: string;
  readonly range: Range;
}

const SHORTCUT = /(?<![\]\w!\\[])\[([^[\]\n^\\]{3,80})\](?![[(:{\]])/g;

/** The texts in brackets of an article that Markdown left as they are. */
export function openShortcutsOf(article: Article): readonly OpenShortcut[] {
  return article.texts.flatMap((node) => {
    const parent = article.parentOf(node);
    const isMarkdown = parent === undefined || article.originOf(parent) === "markdown";
    if (!isMarkdown || parent?.tagName === "code" || !node.value.includes("[")) return [];
    const { start, end } = rangeOf(node);
    return [...article.source.slice(start, end).matchAll(SHORTCUT)].flatMap((match) => {
      const label = match[1] ?? "";
      const at = start + match.index;
      if (!/\p{L}{2}/u.test(label)) return [];
      const range = { start: at, end: at + match[0].length };
      return [{ key: normaliseLabel(label), label, range }];
    });
  });
}
