import * as z from "zod";
import {
  type Article,
  defineRule,
  type Engine,
  insertKey,
  quoted,
  type Suggestion,
} from "../../src/rules.js";
import {
  firstTitle,
  hasDateByOtherName,
  hasDatedPath,
  hasDerivedTitle,
  isInPostFolder,
  isMissingValue,
  isNoPage,
  needsFrontMatter,
} from "./lib/required-keys.js";

/** What keeps front matter from being judged as a whole: reported by rules of its own. */
const DAMAGE: ReadonlySet<string> = new Set([
  "front-matter-executable",
  "front-matter-syntax",
  "limit",
]);

/** Whether the block as such is faulty, so that what seems to be missing may only be unreadable. */
function isDamaged(article: Article, engine: Engine): boolean {
  return article.problems.some((problem) =>
    problem.kind === "front-matter-fence"
      ? !engine.frontMatter.understandsFence(problem, article)
      : DAMAGE.has(problem.kind),
  );
}

/** Keys every article of the engine needs, as far as the engine does not find them elsewhere. */
function neededKeys(article: Article, engine: Engine): readonly string[] {
  const keys: string[] = [];
  if (!hasDerivedTitle(article, engine)) keys.push("title");
  const data = article.frontMatter?.data ?? {};
  const isDraft = data.draft === true || data.published === false;
  const isDated = hasDatedPath(article.path) || hasDateByOtherName(article, engine);
  if (isInPostFolder(article.path, engine) && !isDated && !isDraft) keys.push("date");
  return keys;
}

/** Keys without which an article has no name or no place in time. */
export default defineRule({
  id: "front-matter/required",
  summary: "Articles have a title, and posts a date",
  fixes: ["suggestion"],
  options: z.strictObject({
    keys: z
      .array(z.string())
      .default([])
      .describe("Further keys every article must have, beside those its engine needs."),
    when: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        "Values an article's front matter must hold for `keys` to be demanded, e.g. `{ layout: post }`.",
      ),
  }),
  messages: {
    missing: {
      severity: "error",
      what: 'There is no "{key}", so {effect}.',
      why: "",
      help: "Add {key} to the front matter.",
    },
    empty: {
      severity: "error",
      what: '"{key}" says nothing ("{value}"), so {effect}.',
      why: "",
      help: "Write the {key} of this article.",
    },
    demanded: {
      severity: "warning",
      what: 'There is no "{key}", which the config demands of every article.',
      why: "",
      help: "Add {key} to the front matter.",
    },
    noFrontMatter: {
      severity: "error",
      what: "The article has no front matter, so it has no {keys}.",
      why: "",
      help: "Begin the file with --- lines around the article's metadata.",
    },
  },
  check({ article, engine, options, report }) {
    const { frontMatter } = article;
    if (isDamaged(article, engine) || isNoPage(article, engine)) return;
    const needed = neededKeys(article, engine);
    if (frontMatter === undefined) {
      if (needed.length > 0 && needsFrontMatter(article.path, engine)) {
        const range = { start: 0, end: article.lines.endOf(1) };
        report({ messageId: "noFrontMatter", range, data: { keys: needed.join(" and no ") } });
      }
      return;
    }
    const applies = Object.entries(options.when).every(
      ([key, value]) => JSON.stringify(frontMatter.data[key]) === JSON.stringify(value),
    );
    const further = applies ? options.keys.filter((key) => !needed.includes(key)) : [];
    for (const key of [...needed, ...further]) {
      const path = key.split(".");
      const entry = frontMatter.entry([key]) ?? frontMatter.entry(path);
      if (!isMissingValue(entry?.value ?? frontMatter.data[key])) continue;
      const effect =
        key === "date"
          ? "the engine takes the time of the file, which changes with every checkout"
          : "lists, feeds and search results show nothing or the file's name";
      const value = String(entry?.value ?? "");
      const range = entry?.keyRange ?? frontMatter.openingFence;
      const stub = key === "title" ? (firstTitle(article) ?? "") : "";
      const edits =
        entry === undefined ? insertKey(article, key, quoted(stub, frontMatter.format)) : undefined;
      const suggestions: readonly Suggestion[] = edits ? [{ message: `Insert ${key}`, edits }] : [];
      if (!needed.includes(key))
        report({ messageId: "demanded", range, data: { key }, suggestions });
      else if (entry === undefined)
        report({ messageId: "missing", range, data: { key, effect }, suggestions });
      else report({ messageId: "empty", range, data: { key, value, effect } });
    }
  },
});
