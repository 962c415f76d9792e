import rule from "../../../rules/site/page-url.js";
import { testRule } from "../../../src/testing/test-rule.js";

const site = {
  engine: "vitepress",
  settings: { site: { complete: true } },
  variants: false,
} as const;

function page(path: string, url: string, key = "canonical") {
  const name = path.replace(/.*\//, "");
  return { path, text: `---\ntitle: ${name}\n${key}: ${url}\n---\nThe text of ${name}.\n` };
}

const one = page("a/one.md", "https://example.org/a/one");
const two = page("a/two.md", "https://example.org/a/two.html");

testRule(rule, {
  valid: [
    { ...site, name: "its own URL", ...one, articles: [two] },
    {
      ...site,
      name: "a page of another site",
      ...page("a/three.md", "https://elsewhere.example/a/one"),
      articles: [one, two],
    },
    {
      ...site,
      name: "a page that no article makes",
      ...page("a/three.md", "https://example.org/a/four"),
      articles: [one, two],
    },
    {
      ...site,
      name: "the original of a version",
      ...page("v1/a/one.md", "https://example.org/a/one"),
      articles: [one, two],
    },
  ],
  invalid: [
    {
      ...site,
      name: "a canonical URL",
      ...page("a/three.md", "https://example.org/a/two"),
      articles: [one, two],
      findings: [{ messageId: "other", text: "https://example.org/a/two" }],
    },
    {
      ...site,
      name: "a URL of Open Graph, with a slash",
      ...page("a/three.md", "https://example.org/a/one/", "og_url"),
      articles: [one, two],
      findings: [{ messageId: "other", text: "https://example.org/a/one/" }],
    },
    {
      ...site,
      name: "quoted",
      ...page("a/three.md", '"https://example.org/a/one"', "ogUrl"),
      articles: [one, two],
      findings: [{ messageId: "other", text: "https://example.org/a/one" }],
    },
  ],
});
