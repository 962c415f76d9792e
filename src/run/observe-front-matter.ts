import { detached } from "../article/detached.js";
import type { FrontMatter, ValuePath } from "../article/front-matter/front-matter.js";
import { readFrontMatter } from "../article/front-matter/read-front-matter.js";
import type { Problem } from "../article/problem.js";
import { pathFrom } from "../engine/paths.js";
import type { FileSystem } from "../files/file-system.js";
import type { ObservedArticle, Place, UnreadableArticle } from "../inference/observed-article.js";
import { readFileText } from "./files/article-text.js";

/** The front matter of articles, read to be compared. */
export interface ObservedFrontMatter {
  readonly articles: readonly ObservedArticle[];
  /** Articles whose front matter some parsers refuse, or read differently; only where all read the same is it compared. */
  readonly unreadable: readonly UnreadableArticle[];
  /** How many articles have no front matter. */
  readonly without: number;
  /** The line of one of `articles`, from 1, in which a value or the nearest map around it is written. */
  lineOf(path: string, place: Place): number;
}

/**
 * Reads the front matter of articles. Files that cannot be read are left out.
 *
 * @param paths absolute, sorted
 * @param base folder that paths are relative to
 */
export function observeFrontMatter(
  paths: readonly string[],
  base: string,
  files: FileSystem,
): ObservedFrontMatter {
  const articles: ObservedArticle[] = [];
  const unreadable: UnreadableArticle[] = [];
  const lines = new Map<string, (place: Place) => number>();
  let without = 0;
  for (const file of paths) {
    const text = readFileText(file, files);
    if (text.kind === "unreadable" || text.tooLarge) continue;
    const { frontMatter, problems, bodyStart } = readFrontMatter(text.source);
    const path = pathFrom(base, file);
    const defects = problems.flatMap(defectOf);
    const defect = defects.find(({ isCertain }) => !isCertain) ?? defects[0];
    if (defect !== undefined) {
      const { reason, at, isCertain } = defect;
      unreadable.push({ path, line: lineAt(text.source, at), reason });
      if (!isCertain) continue;
    }
    if (frontMatter === undefined) {
      without += 1;
      continue;
    }
    articles.push({ path, data: frontMatter.data });
    const head = detached(text.source.slice(0, bodyStart));
    lines.set(path, (place) => lineAt(head, offsetOf(frontMatter, place)));
  }
  return { articles, unreadable, without, lineOf: (path, place) => lines.get(path)?.(place) ?? 1 };
}

interface Defect {
  readonly reason: string;
  readonly at: number;
  /** Whether all parsers that read the front matter at all read the same. */
  readonly isCertain: boolean;
}

/** Why parsers refuse front matter, or do not agree on it. */
function defectOf(problem: Problem): readonly Defect[] {
  const { kind, range } = problem;
  const defect = (reason: string, isCertain = false) => [{ reason, at: range.start, isCertain }];
  switch (kind) {
    case "front-matter-syntax":
      return defect(
        `the front matter cannot be read: ${problem.reason}`,
        problem.hint === "margin-text",
      );
    case "front-matter-duplicate-key":
      return problem.caseOnly ? [] : defect(`"${problem.key}" is given twice`);
    case "front-matter-executable":
      return defect(`the front matter would be run as ${problem.language}`);
    case "limit":
      return problem.unchecked === "front-matter"
        ? defect("the front matter is too large or nested too deeply")
        : [];
    default:
      return [];
  }
}

function offsetOf(frontMatter: FrontMatter, place: Place): number {
  for (let length = place.length; length > 0; length--) {
    const path: ValuePath = place.slice(0, length);
    const range = frontMatter.rangeOfKey(path) ?? frontMatter.rangeOfValue(path);
    if (range !== undefined) return range.start;
  }
  return frontMatter.openingFence.start;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
