import { describe, expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";

const RULES = ["link/broken", "link/anchor"];
/** A site whose theme makes pages, and whose headings get ids by a hook. */
const SITE = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "hugo.toml": 'baseURL = "https://example.org/blog/"\ntheme = "elsewhere"\n',
  "content/posts/one.md": "---\ntitle: One\n---\n\n## Intro\n\nText.\n",
  "layouts/_default/_markup/render-heading.html": '<h2 id="{{ md5 .Text }}">{{ .Text }}</h2>',
};

interface Route {
  readonly address: string;
  readonly ids?: readonly string[];
  readonly source?: string;
}

/** What is found in an article with this text, on a site whose build wrote these routes. */
async function found(text: string, routes: readonly Route[] | undefined) {
  const cwd = temporaryProject({
    ...SITE,
    "copydesk.config.yaml": `site:\n  manifest: built.json\n`,
    "content/posts/two.md": `---\ntitle: Two\n---\n\n${text}\n`,
    ...(routes === undefined ? {} : { "built.json": JSON.stringify({ version: 1, routes }) }),
  });
  const { files } = await lintFiles([], { cwd, only: RULES });
  return files.flatMap(({ findings }) =>
    findings.map(({ rule, message }) => `${rule}: ${message}`),
  );
}

const ONE = { address: "/posts/one/", ids: ["hook-1"] };

describe("a manifest of the build", () => {
  it("decides which pages exist that a template may make", async () => {
    const check = async (routes?: readonly Route[]) => {
      const cwd = temporaryProject({
        ".git/HEAD": "",
        "eleventy.config.mjs": "export default function () {}\n",
        "tags.njk":
          '---\npagination:\n  data: collections\n  size: 1\n  alias: tag\npermalink: "/tags/{{ tag | slugify }}/"\n---\n',
        "a.md": "[a](/tags/clay/) and [b](/tags/cley/)\n",
        "copydesk.config.yaml": "site:\n  manifest: built.json\n",
        ...(routes === undefined ? {} : { "built.json": JSON.stringify({ version: 1, routes }) }),
      });
      const { files } = await lintFiles([], { cwd, only: RULES });
      return files.flatMap(({ findings }) => findings.map(({ message }) => message));
    };
    expect(await check()).toEqual([]);
    expect(await check([{ address: "/a/" }, { address: "/tags/clay/index.html" }])).toEqual([
      "The link target does not exist: /tags/cley/.",
    ]);
  });

  it("knows pages and files that no source tells of", async () => {
    const link = "[a](/blog/search/), [b](/blog/plain), [c](/blog/made.zip), [d](/blog/plain.htm)";
    const routes = [{ address: "/search/" }, { address: "/plain.html" }, { address: "/made.zip" }];
    expect(await found(link, routes)).toEqual([
      "link/broken: The link target does not exist: /blog/plain.htm.",
    ]);
  });

  it("tells the ids of a page whose headings a hook writes", async () => {
    const link = "[a](one.md#hook-1) and [b](one.md#intro)";
    expect(await found(link, undefined)).toEqual([]);
    expect(await found(link, [ONE])).toEqual([
      "link/anchor: The link target has no anchor #intro.",
    ]);
    expect(await found(link, [{ address: "/posts/one/" }])).toEqual([]);
  });

  it("tells the ids of a page that comes from no article", async () => {
    const link = "[a](/blog/search/#form) and [b](/blog/search/#frm)";
    expect(await found(link, [ONE, { address: "/search/", ids: ["form"] }])).toEqual([
      "link/anchor: The link target has no anchor #frm.",
    ]);
    expect(await found(link, [ONE, { address: "/search/" }])).toEqual([]);
  });

  it("says where an article is published whose address sources tell otherwise", async () => {
    const routes = [{ address: "/moved/one/", ids: ["x"], source: "content/posts/one.md" }];
    expect(await found("[a](/blog/moved/one/#x), [b](/blog/moved/one/#y)", routes)).toEqual([
      "link/anchor: The link target has no anchor #y.",
    ]);
  });

  it("holds percent-encoded addresses and letters in any composition", async () => {
    const link = "[a](/blog/caf%C3%A9/) and [b](/blog/cafe\u0301/)";
    expect(await found(link, [ONE, { address: "/caf%C3%A9/" }])).toEqual([]);
  });

  it("stops the run where it is none, by what is wrong with it", async () => {
    await expect(found("[a](/blog/x/)", [{ address: "posts/one/" }])).rejects.toThrow(
      /^The manifest built\.json is not valid at routes\[0\]\.address: /,
    );
  });
});
