import type { Article, Paragraph, Range } from "../../../../src/rules.js";
import { codeTest } from "./star-runs.js";

/** A link, or words up to a colon: names of variables and types begin with two underscores as well. */
const START =
  /^__(?:\[[^\]\n]{1,80}\](?=[\s(,:[]).*\p{L}{2,}\s+\p{L}{2,}|[\p{Lu}\p{Lo}][^\s:：_()=.]*(?: [^\s:：_()=.]+){0,4}[:：]\s*\p{L})/su;

/** Two underscores that open the emphasis of a paragraph at its beginning, where no others are in it. */
export function openUnderscores(article: Article, { range, text }: Paragraph): Range | undefined {
  const written = article.source.slice(range.start, range.end);
  if (!text.startsWith("__") || !START.test(written)) return undefined;
  const place = { start: range.start, end: range.start + 2 };
  return written.includes("__", 2) || codeTest(article)(place) ? undefined : place;
}
