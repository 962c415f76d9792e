import rule from "../../../rules/link/version.js";
import { testRule } from "../../../src/testing/test-rule.js";

const hugo = {
  engine: "hugo",
  settings: { site: { root: "content", complete: true } },
} as const;
const page = (version: string, name: string, body = "Tides.\n") => ({
  path: `content/docs/${version}/${name}.md`,
  text: `---\ntitle: ${name}\n---\n${body}`,
});
const others = [page("v1.2", "quay"), page("v1.1", "quay"), page("v1.1", "log")];
const file = (version: string, name: string): string =>
  `- <https://quay.example/v${version}/${name}-${version}.zip>\n`;
const files = ["a", "b", "c", "d", "e"].map((name) => file("1.2.1", name)).join("");

testRule(rule, {
  valid: [
    {
      name: "links to the next version that three versions of a page have",
      engine: "docusaurus",
      settings: { site: { complete: true } },
      path: "versioned_docs/version-1.1/tides.md",
      text: "[The quay](/docs/next/quay)\n",
      articles: [
        { path: "docs/quay.md", text: "# Quay\n" },
        { path: "versioned_docs/version-1.1/quay.md", text: "# Quay\n" },
        ...["1.2", "1.3"].flatMap((version) => [
          { path: `versioned_docs/version-${version}/quay.md`, text: "# Quay\n" },
          {
            path: `versioned_docs/version-${version}/tides.md`,
            text: "[The quay](/docs/next/quay)\n",
          },
        ]),
      ],
      files: [{ path: "versions.json", text: '["1.3", "1.2", "1.1"]' }],
    },
    {
      ...hugo,
      name: "a link near which its version is written, or a word for it",
      ...page(
        "v1.2",
        "tides",
        "In v1.1 there was [a quay](/docs/v1.1/quay/).\n\nSee [the older quay](/docs/v1.1/quay/).\n",
      ),
      articles: others,
    },
    {
      ...hugo,
      name: "a page that the version of the article does not have",
      ...page("v1.2", "tides", "[The log](/docs/v1.1/log/)\n"),
      articles: others,
    },
    {
      ...hugo,
      name: "another version of the page itself",
      ...page("v1.2", "quay", "[The quay](/docs/v1.1/quay/)\n"),
      articles: [...others.slice(1), page("v1.2", "log")],
    },
    {
      ...hugo,
      name: "a page that leads to another version more often than to its own",
      ...page("v1.2", "tides", "[The quay](/docs/v1.1/quay/) and [the wall](/docs/v1.1/quay/)\n"),
      articles: others,
    },
    {
      name: "the archive of the release before, the only one of its kind",
      path: "blog/v1.2.1.md",
      text: `${files}- <https://quay.example/archive/1.2.0.zip>\n`,
    },
    {
      name: "several files of the release before",
      path: "blog/v1.2.1.md",
      text: files + file("1.2.0", "f") + file("1.2.0", "g"),
    },
  ],
  invalid: [
    {
      ...hugo,
      name: "a link that was copied from the version before",
      ...page("v1.2", "tides", "[The quay](/docs/v1.1/quay/#wall)\n"),
      articles: others,
      findings: [{ messageId: "other", text: "/docs/v1.1/quay/#wall" }],
    },
    {
      name: "a link to the next version, whose pages are in a folder of no version",
      engine: "docusaurus",
      settings: { site: { complete: true } },
      path: "versioned_docs/version-1.1/tides.md",
      text: "[The quay](/docs/next/quay)\n",
      articles: [
        { path: "versioned_docs/version-1.1/quay.md", text: "# Quay\n" },
        { path: "docs/quay.md", text: "# Quay\n" },
        { path: "docs/tides.md", text: "[The quay](/docs/1.1/quay)\n" },
      ],
      files: [{ path: "versions.json", text: '["1.1"]' }],
      findings: [{ messageId: "other", text: "/docs/next/quay" }],
    },
    {
      name: "one file of the release before",
      path: "blog/v1.2.1.md",
      text: files + file("1.2.0", "f"),
      findings: [{ messageId: "stale", text: "https://quay.example/v1.2.0/f-1.2.0.zip" }],
    },
  ],
});
