import type { Article, EngineName, Problem } from "../../../src/rules.js";

/** Engines that hand the word after the opening fence to gray-matter as a language. */
const NAMED_LANGUAGES: ReadonlySet<EngineName> = new Set<EngineName>([
  "eleventy",
  "docusaurus",
  "vitepress",
  "none",
]);

/** Whether an engine reads front matter rightly in spite of a fence that others stumble over. */
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
      // Behind other characters only these look for a fence.
      return range.start > 0 && engine !== "hugo" && engine !== "astro";
    default:
      return false;
  }
}
