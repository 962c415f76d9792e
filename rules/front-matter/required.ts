import * as z from "zod";
import {
  type Article,
  defineRule,
  type Engine,
  insertKey,
  isDraft,
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

/** Problems that keep front matter from being judged as a whole; other rules report them. */
const DAMAGE: ReadonlySet<string> = new Set([
  "front-matter-executable",
  "front-matter-syntax",
  "limit",
]);

/** Whether the block itself is faulty, so that a key that seems to be missing may only be unreadable. */
function isDamaged(article: Article, engine: Engine): boolean {
  return article.problems.some((problem) =>
    problem.kind === "front-matter-fence"
      ? !engine.frontMatter.understandsFence(problem, article)
      : DAMAGE.has(problem.kind),
  );
}

/** Keys that the engine needs in this article and does not find elsewhere. */
function neededKeys(article: Article, engine: Engine): readonly string[] {
  const keys: string[] = [];
  if (!hasDerivedTitle(article, engine)) keys.push("title");
  const data = article.frontMatter?.data ?? {};
  const isDraft = data.draft === true || data.published === false;
  const isDated =
    !engine.frontMatter.datesFromFile ||
    hasDatedPath(article.path) ||
    hasDateByOtherName(article, engine);
  if (isInPostFolder(article.path, engine) && !isDated && !isDraft) keys.push("date");
  return keys;
}

/** Keys without which an article has no name or no date. */
export default defineRule({
  id: "front-matter/required",
  summary: "Articles have a title, and posts a date",
  fixes: ["suggestion"],
  options: z.strictObject({
    keys: z
      .array(z.string())
      .default([])
      .describe(
        "Further keys that every article must have, in addition to those that its engine needs.",
      ),
    when: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        "Front-matter values that an article must have for `keys` to be required, such as `{ layout: post }`.",
      ),
  }),
  messages: {
    missing: {
      severity: "error",
      what: 'The front matter has no "{key}".',
      why: "{effect}.",
      help: 'Add "{key}" to the front matter.',
    },
    empty: {
      severity: "error",
      what: 'The value of "{key}" is empty or a placeholder ("{value}").',
      why: "{effect}.",
      help: "Write the {key} of this article.",
    },
    draft: {
      severity: "warning",
      what: 'This draft has no "{key}" yet.',
      why: "{effect} once it is published.",
      help: "Write the {key} before you publish the draft.",
    },
    demanded: {
      severity: "warning",
      what: 'The front matter has no "{key}".',
      why: "The config requires this key, because the site relies on it.",
      help: 'Add "{key}" to the front matter.',
    },
    noFrontMatter: {
      severity: "error",
      what: "The article has no front matter.",
      why: "The engine finds no {missing} for the article.",
      help: "Add {keys} between two --- lines at the top of the file.",
    },
  },
  check({ article, engine, settings, options, report }) {
    const { frontMatter } = article;
    if (isDamaged(article, engine) || isNoPage(article, engine, settings.site)) return;
    const needed = neededKeys(article, engine);
    if (frontMatter === undefined) {
      if (needed.length > 0 && needsFrontMatter(article.path, engine)) {
        const range = { start: 0, end: article.lines.endOf(1) };
        report({
          messageId: "noFrontMatter",
          range,
          data: { missing: needed.join(" or "), keys: needed.join(" and ") },
        });
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
          ? "The engine uses the modification time of the file, which changes with every checkout"
          : "Lists, feeds and search results show the file name or nothing";
      const value = String(entry?.value ?? "");
      const range = entry?.keyRange ?? frontMatter.openingFence;
      const stub = key === "title" ? (firstTitle(article) ?? "") : "";
      const edits =
        entry === undefined ? insertKey(article, key, quoted(stub, frontMatter.format)) : undefined;
      const suggestions: readonly Suggestion[] = edits ? [{ message: `Insert ${key}`, edits }] : [];
      if (!needed.includes(key))
        report({ messageId: "demanded", range, data: { key }, suggestions });
      else if (isDraft(article, engine))
        report({ messageId: "draft", range, data: { key, effect }, suggestions });
      else if (entry === undefined)
        report({ messageId: "missing", range, data: { key, effect }, suggestions });
      else report({ messageId: "empty", range, data: { key, value, effect } });
    }
  },
});
