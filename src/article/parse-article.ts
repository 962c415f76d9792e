import type { Article } from "./article.js";
import type { Problem } from "./problem.js";

/** Parses an article. Never throws: what is wrong with the text is in `problems`. */
export declare function parseArticle(input: {
  readonly path: string;
  readonly source: string;
  readonly decodingProblems?: readonly Problem[];
}): Article;
