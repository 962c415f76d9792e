import type { Article } from "../../../src/article/article.js";
import type { Problem } from "../../../src/article/problem.js";
import type { EngineName } from "../../../src/rule/settings.js";

/** Engines that pass the word after the opening fence to gray-matter as a language. */
const NAMED_LANGUAGES: ReadonlySet<EngineName> = new Set<EngineName>([
  "eleventy",
  "docusaurus",
  "vitepress",
  "none",
]);

/** Whether an engine reads front matter correctly despite a fence that others reject. */
export function isFenceUnderstood(
  article: Article,
  problem: Extract<Problem, { kind: "front-matter-fence" }>,
  engine: EngineName,
): boolean {
  const { code, range } = problem;
  const { source, frontMatter } = article;
  const written = source.slice(range.start, range.end);
  switch (code) {
    case "unopened":
      return engine === "hexo";
    case "dots-close":
      return engine === "jekyll";
    case "too-many-dashes": {
      const closing = frontMatter?.closingFence;
      return (
        engine === "hexo" &&
        closing !== undefined &&
        source.slice(closing.start, closing.end) === written
      );
    }
    case "text-after-opening":
      return NAMED_LANGUAGES.has(engine) && /^---\s*(?:ya?ml|json|toml)$/i.test(written);
    case "prose-rule":
      // After other characters, only these two look for a fence.
      return range.start > 0 && engine !== "hugo" && engine !== "astro";
    default:
      return false;
  }
}
