import type { Article } from "../article/article.js";
import type { FrontMatterReading } from "../article/front-matter/read-front-matter.js";
import { unmeasured } from "../article/measure.js";
import { type ArticleText, parseArticle, readOpening } from "../article/parse-article.js";
import type { ArticleInput, Crash } from "./contract.js";
import { crashOf } from "./crash.js";

/** An article that rules can look at. */
export interface ParsedArticle {
  readonly input: ArticleInput;
  readonly article: Article;
  /** Why the article could not be parsed; it counts as empty then. */
  readonly crash: Crash | undefined;
}

/** Parses articles that are checked together: the front matter of all of them, then the bodies. Never throws. */
export function parseArticles(inputs: readonly ArticleInput[]): readonly ParsedArticle[] {
  const openings = inputs.map(readAhead);
  return inputs.map((input, index) => parseForRules(input, openings[index]));
}

/** Nothing where that fails: parsing then fails in the same way, and says so. */
function readAhead(input: ArticleInput): FrontMatterReading | undefined {
  try {
    return readOpening(input);
  } catch {
    return undefined;
  }
}

/**
 * Parses an article. That never throws by contract; should it all the same, the article counts as empty and as not
 * checked.
 *
 * @param opening the article's front matter, where it was read ahead
 */
export function parseForRules(input: ArticleInput, opening?: FrontMatterReading): ParsedArticle {
  const { measure = unmeasured } = input;
  try {
    const article = measure("body", () =>
      parseArticle({ ...input, opening, syntaxOf: syntaxFor(input) }),
    );
    return { input, article, crash: undefined };
  } catch (error) {
    const article = parseArticle({ path: input.path, source: "" });
    return { input, article, crash: crashOf("the parser", input.path, error) };
  }
}

function syntaxFor({ path, engine, settings }: ArticleInput): ArticleText["syntaxOf"] {
  return (data) => engine.markdown.syntaxOf({ path, data }, settings.site);
}
