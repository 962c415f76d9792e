import { describe, expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";

/** What some rules find, as `path:line text of the message's data or rule`. */
async function found(
  files: Readonly<Record<string, string>>,
  ...only: readonly string[]
): Promise<readonly string[]> {
  const cwd = temporaryProject(files);
  const { files: checked } = await lintFiles([], { cwd, only: [...only] });
  return checked.flatMap(({ path, findings }) =>
    findings.map(({ start, end }) => {
      const lines = (files[path] ?? "").slice(start.offset, end.offset);
      return `${path}:${start.line} ${lines}`;
    }),
  );
}

const config = (more = "") =>
  `module.exports = { url: "https://harbour.example", baseUrl: "/", ${more}
    presets: [["classic", { docs: { path: "docs" } }]],
    plugins: [["@docusaurus/plugin-content-docs", { id: "more", path: "../tides", routeBasePath: "more" }]] };`;

/** Built with Docusaurus 3.10.2: the dead ones are those that the build calls broken. */
const site = {
  "site/docusaurus.config.js": config('i18n: { defaultLocale: "en", locales: ["en", "fr"] },'),
  "site/docs/intro.md": [
    "---",
    "slug: /start",
    "---",
    "# Start",
    "",
    "[a](./01-guide/02-install.md) [b](/01-guide/02-install.md) [c](01-guide/02-install.md)",
    "[d](/docs/guide/install) [e](guide/install) [f](./api/hidden.md) [g](/more/low/ebb)",
    "[dead](/docs/01-guide/02-install)",
    "[dead](docs/guide/install)",
    "[dead](./01-guide/gone.md)",
    "[dead](../blog/2024-01-02-news.md)",
    "[dead](./01-guide/_part.md)",
    "[dead](/more/low/01-neap)",
    "",
  ].join("\n"),
  "site/docs/api/hidden.md": "---\nunlisted: true\n---\n# Hidden\n",
  "site/docs/01-guide/02-install.md": "# Install\n",
  "site/docs/01-guide/_part.md": "A part with [an address](install) of the page around it.\n",
  "site/blog/2024-01-02-news.md": "# News\n\n[start](/docs/start)\n[dead](../docs/intro.md)\n",
  "site/i18n/fr/docusaurus-plugin-content-docs/current/intro.md":
    "---\nslug: /start\n---\n# Début\n\n[j](01-guide/02-install.md)\n[dead](./01-guide/02-install.md)\n",
  "site/README.md": "# Read me\n\nPages with < and { in them, and [no page](nowhere).\n",
  "tides/03-low/01-neap.md":
    "---\nid: ebb\n---\n# Ebb\n\n[flood](02-flood.md) [by address](flood)\n[dead](gone)\n",
  "tides/03-low/02-flood.md": "# Flood\n",
};

describe("links of a Docusaurus site", () => {
  it("are dead where its build says so, also outside of its folder", async () => {
    const dead = await found(site, "link/broken");
    expect(dead.filter((one) => !one.includes("README"))).toEqual([
      "site/blog/2024-01-02-news.md:4 ../docs/intro.md",
      "site/docs/intro.md:8 /docs/01-guide/02-install",
      "site/docs/intro.md:9 docs/guide/install",
      "site/docs/intro.md:10 ./01-guide/gone.md",
      "site/docs/intro.md:11 ../blog/2024-01-02-news.md",
      "site/docs/intro.md:12 ./01-guide/_part.md",
      "site/docs/intro.md:13 /more/low/01-neap",
      "site/i18n/fr/docusaurus-plugin-content-docs/current/intro.md:7 ./01-guide/02-install.md",
      "tides/03-low/01-neap.md:7 gone",
    ]);
  });

  it("lead to the page in the language of the article where they begin with a slash", async () => {
    const french = "site/i18n/fr/docusaurus-plugin-content-docs/current";
    const files = {
      "site/docusaurus.config.js": config('i18n: { defaultLocale: "en", locales: ["en", "fr"] },'),
      "site/docs/intro.md": "# Intro\n\n[ok](/docs/tides#low-water)\n",
      "site/docs/tides.md": "# Tides\n\n## Low water\n",
      "site/docs/winds.md": "# Winds\n\n## Sea wind\n",
      [`${french}/intro.md`]:
        "# Début\n\n[ok](/docs/tides#basse-mer) [ok](/docs/winds#sea-wind) [ok](/fr/docs/tides)\n" +
        "[dead](/docs/tides#low-water)\n\n<a href='/docs/tides'>Tides</a>\n",
      [`${french}/tides.md`]: "# Marées\n\n## Basse mer\n",
    };
    expect(await found(files, "link/anchor", "link/broken", "site/translation")).toEqual([
      "site/docs/winds.md:1 ",
      `${french}/intro.md:4 /docs/tides#low-water`,
      `${french}/intro.md:6 /docs/tides`,
    ]);
  });

  it("lead to ids as they are written and to slugs otherwise, none to HTML's headings with ids", async () => {
    const text = [
      "## High water {#top-mark}",
      "## Low water {/* #low-mark */}",
      "## Spring tide { /*#spring:-tide*/ }",
      "## A `code` & more",
      "## Same",
      "## Same",
      "[a](#top-mark) [b](#low-mark) [s](#spring:-tide) [c](#a-code--more) [d](#same-1)",
      "[dead](#high-water)",
      "[dead](#low-water)",
      "[dead](#spring-tide)",
    ].join("\n\n");
    const files = { "docusaurus.config.js": config(), "docs/a.md": text };
    expect(await found(files, "link/anchor")).toEqual([
      "docs/a.md:15 #high-water",
      "docs/a.md:17 #low-water",
      "docs/a.md:19 #spring-tide",
    ]);
  });
});

describe("the dialect of a Docusaurus site", () => {
  const text = "# A\n\nFewer than (<5s), {not code here}.\n";
  const check = (more: string, body: string, path = "docs/a.md") =>
    found({ "docusaurus.config.js": config(more), [path]: body }, "desk/mdx-syntax");

  it("is MDX unless the site or the article says otherwise", async () => {
    expect(await check("", text)).toHaveLength(1);
    expect(await check('markdown: { format: "md" },', text)).toEqual([]);
    expect(await check('markdown: { format: "detect" },', text)).toEqual([]);
    expect(await check('markdown: { format: "detect" },', text, "docs/a.mdx")).toHaveLength(1);
    expect(await check("", `---\nmdx:\n  format: md\n---\n${text}`)).toEqual([]);
    expect(
      await check('markdown: { format: "md" },', `---\nmdx:\n  format: mdx\n---\n${text}`),
    ).toHaveLength(1);
  });

  it("takes HTML comments, ids of headings and code for translators", async () => {
    const body = [
      "<!-- one <br> two -->",
      "",
      "## Boats {#boats}",
      "",
      "```mdx-code-block",
      "<Tabs>",
      "```",
      "",
      "Text `<!-- code <x -->` here.",
      "",
      "```mdx-code-block",
      "</Tabs>",
      "```",
      "",
    ].join("\n");
    expect(await check("", body)).toEqual([]);
    expect(await check("markdown: { mdx1Compat: { comments: false } },", body)).toHaveLength(1);
    expect(await check("markdown: { mdx1Compat: { headingIds: false } },", body)).toHaveLength(1);
  });

  it("takes neither with the flags of version 4, from 3.10 on, unless the site says so", async () => {
    const body = "# A\n\n<!-- one -->\n";
    const installed = (version: string, more: string): Promise<unknown> =>
      found(
        {
          "docusaurus.config.js": config(more),
          "package.json": JSON.stringify({ dependencies: { "@docusaurus/core": version } }),
          "docs/a.md": body,
        },
        "desk/mdx-syntax",
      );
    const own = "markdown: { mdx1Compat: { comments: true } },";
    expect(await installed("3.10.1", "future: { v4: true },")).toHaveLength(1);
    expect(await installed("3.9.2", "future: { v4: true },")).toEqual([]);
    expect(await installed("3.10.1", "future: { v4: false },")).toEqual([]);
    expect(await installed("3.10.1", `future: { v4: true }, ${own}`)).toEqual([]);
    expect(
      await check("future: { v4: { mdx1CompatDisabledByDefault: true } },", body),
    ).toHaveLength(1);
    expect(await check("future: { v4: { useCssCascadeLayers: true } },", body)).toEqual([]);
  });
});

/** Built with Docusaurus 3.10.2: the dead ones are those that the build calls broken. */
describe("drafts, unlisted pages and versions of a Docusaurus site", () => {
  const harbour = {
    "docusaurus.config.js": `module.exports = { url: "https://harbour.example", baseUrl: "/",
      presets: [["classic", { docs: {} }]],
      plugins: [["@docusaurus/plugin-content-docs", { id: "more", path: "more", routeBasePath: "more" }]] };`,
    "docs/draft.md": "---\ndraft: true\n---\n# Draft\n",
    "docs/unlisted.md": "---\nunlisted: true\n---\n# Unlisted\n",
    "docs/start.md": [
      "# Start",
      "",
      "[dead](./draft.md) [dead](draft) [dead](/docs/next/draft) [dead](@site/docs/draft.md)",
      "[dead](/docs/unlisted) [dead](/blog/drafted) [dead](/drafted) [dead](/more/1.0/a)",
      "",
      "[right](./unlisted.md) [right](/docs/next/unlisted) [right](/blog/hidden) [right](/quiet)",
      "[right](/docs/start) [right](/more/a) [right](/more/next/a)",
      "",
    ].join("\n"),
    "blog/2024-02-02-drafted.md": "---\nslug: drafted\ndraft: true\n---\nText.\n",
    "blog/2024-02-02-hidden.md": "---\nslug: hidden\nunlisted: true\n---\nText.\n",
    "src/pages/quiet.md": "---\nunlisted: true\n---\nText.\n",
    "src/pages/drafted.md": "---\ndraft: true\n---\nText.\n",
    "versions.json": '["1.0"]',
    "versioned_docs/version-1.0/start.md": "# Start\n",
    "more/a.md": "# A\n",
    "more_versions.json": '["1.0"]',
    "more_versioned_docs/version-1.0/a.md": "# A\n",
  };

  it("are links to nothing where the build for production makes no page", async () => {
    expect(await found(harbour, "link/broken")).toEqual([
      "docs/start.md:3 ./draft.md",
      "docs/start.md:3 draft",
      "docs/start.md:3 /docs/next/draft",
      "docs/start.md:3 @site/docs/draft.md",
      "docs/start.md:4 /docs/unlisted",
      "docs/start.md:4 /blog/drafted",
      "docs/start.md:4 /drafted",
      "docs/start.md:4 /more/1.0/a",
    ]);
  });

  it("need no title and no date: the build takes the file's name and its first commit", async () => {
    expect(await found(harbour, "front-matter/required")).toEqual([]);
  });
});

it("read one picture of the front matter, and no key that the theme does not know", async () => {
  const head = (key: string) => `---\ntitle: A\n${key}: /img/gone.png\n---\n\nText.\n`;
  const files = {
    ".git/HEAD": "ref: refs/heads/main\n",
    "docusaurus.config.js": config(),
    "package.json": '{"dependencies":{"@docusaurus/core":"3.8.0"}}',
    "static/img/quay.png": "",
    "docs/a.md": head("hero"),
    "docs/b.md": head("image"),
  };
  expect(await found(files, "image/not-found")).toEqual(["docs/b.md:3 /img/gone.png"]);
});
