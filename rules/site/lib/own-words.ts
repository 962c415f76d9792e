import type { Article } from "../../../src/rules.js";

/** So much of a text tells what it is about. */
const READ = 5_000;
/** Words of four letters and more; of scripts without spaces, pairs of characters. */
const WORD = /\p{L}{4,}/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** The share of a description's words that the title and the beginning of the text have as well, from 0 to 1. */
export function shareOfOwnWords(article: Article, description: string): number {
  const words = wordsIn(description);
  const title = article.frontMatter?.data.title;
  const own = typeof title === "string" ? title : "";
  const begin = article.source.slice(article.bodyStart, article.bodyStart + READ);
  const text = `${own}\n${begin}`.toLowerCase();
  const found = words.filter((word) => text.includes(word)).length;
  return words.length === 0 ? 0 : found / words.length;
}

function wordsIn(text: string): readonly string[] {
  const folded = text.toLowerCase();
  const pairs = (folded.match(UNSPACED) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  const words = (folded.replace(UNSPACED, " ").match(WORD) ?? []).slice(0, 60);
  return [...new Set([...words, ...pairs.slice(0, 60)])];
}
