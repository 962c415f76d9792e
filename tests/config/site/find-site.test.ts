import { describe, expect, it } from "vitest";
import { createSiteFinder } from "../../../src/config/site/find-site.js";
import { engines } from "../../../src/engines/index.js";
import type { ProjectTree } from "../../run/temporary-project.js";
import { temporaryProject } from "../../run/temporary-project.js";
import { settingsOf } from "../project-config.js";

function detect(tree: ProjectTree, folder = ""): string {
  const root = temporaryProject(tree);
  return (
    createSiteFinder(root, engines).find(`${root}/${folder}`.replace(/\/$/, ""))?.engine.name ??
    "none"
  );
}

describe("engine detection", () => {
  it.each<[string, ProjectTree]>([
    ["hexo", { "_config.yml": "title: x\n", "scaffolds/post.md": "", "source/index.md": "" }],
    [
      "hexo",
      {
        "_config.yml": "title: x\n",
        "package.json": `{"dependencies":{"hexo":"7"}}`,
        "_posts/2020-01-01-a.md": "",
      },
    ],
    ["jekyll", { "_config.yml": "title: x\n", "_posts/2020-01-01-a.md": "" }],
    ["jekyll", { "_config.yml": "title: x\nbaseurl: /a\n" }],
    ["hugo", { "hugo.toml": "" }],
    ["hugo", { "config.toml": `baseURL = "https://example.org"` }],
    ["zola", { "config.toml": `base_url = "https://zola.example"`, "content/a.md": "" }],
    ["astro", { "astro.config.mjs": "throw 1" }],
    ["eleventy", { ".eleventy.js": "throw 1" }],
    ["docusaurus", { "docusaurus.config.ts": "throw 1" }],
    ["none", { "_config.yml": "title: x\n" }],
    ["none", { "hugo.toml": "", "astro.config.mjs": "" }],
  ])("finds %s by the site's config", (engine, tree) => {
    expect(detect(tree)).toBe(engine);
  });

  it("finds vitepress in the folder that holds .vitepress", () => {
    expect(detect({ "docs/.vitepress/config.ts": "", "docs/guide/a.md": "" }, "docs/guide")).toBe(
      "vitepress",
    );
  });

  it("finds a vitepress config that is a folder", () => {
    const tree = { "docs/.vitepress/config/index.ts": "", "docs/guide/a.md": "" };
    expect(detect(tree, "docs/guide")).toBe("vitepress");
  });

  it.each<[string, ProjectTree, string]>([
    ["hexo", { "source/_posts/2020-01-01-a.md": "" }, "source/_posts"],
    ["jekyll", { "_posts/2020-01-01-a.md": "" }, "_posts"],
    ["hugo", { "content/posts/_index.md": "" }, "content/posts"],
    [
      "astro",
      { "src/content/blog/a.md": "", "package.json": '{"dependencies":{"astro":"^5.0.0"}}' },
      "src/content/blog",
    ],
    ["none", { "src/content/blog/a.md": "" }, "src/content/blog"],
    [
      "next",
      {
        "src/content/a.md": "",
        "app/page.tsx": "",
        "package.json": '{"dependencies":{"next":"15"}}',
      },
      "src/content",
    ],
    [
      "none",
      {
        "src/content/blog/a.md": "",
        "_posts/2020-01-01-a.md": "",
        "package.json": '{"devDependencies":{"astro":"^5.0.0"}}',
      },
      "_posts",
    ],
    ["none", { "_posts/a.md": "" }, "_posts"],
  ])("guesses %s from the layout", (engine, tree, folder) => {
    expect(detect(tree, folder)).toBe(engine);
  });

  it("takes the nearest site of a monorepo", () => {
    const tree = {
      "hugo.toml": "",
      "sites/b/astro.config.mjs": "",
      "sites/b/src/content/a.md": "",
    };
    expect(detect(tree, "sites/b/src/content")).toBe("astro");
  });

  it("survives a site config that is broken, huge or a folder", () => {
    expect(detect({ "_config.yml": "a: [", "_layouts/a.html": "" })).toBe("jekyll");
    expect(detect({ "_config.yml/": "", "_layouts/a.html": "" })).toBe("jekyll");
  });
});

describe("site settings", () => {
  it("reads address, time zone and folders from the site's config", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "blog/_config.yml":
        "url: https://example.org\nroot: /blog/\ntimezone: Asia/Shanghai\nsource_dir: src\nskip_render: x\ntheme: volantis\n",
      "blog/src/_posts/a.md": "",
    });
    expect((await settingsOf(cwd, "blog/src/_posts/a.md")).settings.site).toEqual({
      root: "blog/src",
      url: "https://example.org/blog/",
      complete: true,
      timezone: "Asia/Shanghai",
      staticDirs: ["blog/src", "blog/themes/volantis/source"],
      ownHosts: [],
      folder: "blog",
      config: expect.objectContaining({ theme: "volantis", source_dir: "src" }),
      routes: {},
      version: undefined,
      redirectFiles: [],
      output: undefined,
      isVouchedFor: false,
      isRepository: true,
    });
  });

  it("takes routes and output of a config as relative to it, wherever the site lies", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      ".copydeskrc.json": JSON.stringify({
        site: { routes: { "/me/": "pages/me.md", "/tags/**": true }, output: "blog/public" },
      }),
      "blog/_config.yml": "skip_render: x\nsource_dir: source\n",
      "blog/source/_posts/a.md": "",
    });
    expect((await settingsOf(cwd, "blog/source/_posts/a.md")).settings.site).toMatchObject({
      folder: "blog",
      routes: { "/me/": "pages/me.md", "/tags/**": true },
      output: "blog/public",
    });
  });

  it("reads Hugo's address from TOML and never runs Astro's", async () => {
    const hugo = temporaryProject({
      "hugo.toml": `baseURL = "https://example.org/x"\ntimeZone = "Europe/Oslo"`,
    });
    expect((await settingsOf(hugo, "content/a.md")).settings.site).toMatchObject({
      url: "https://example.org/x/",
      timezone: "Europe/Oslo",
      root: "content",
    });
    const astro = temporaryProject({ "astro.config.mjs": "throw new Error('run')" });
    expect((await settingsOf(astro, "src/content/a.md")).settings.site).toMatchObject({
      url: undefined,
      complete: true,
    });
  });

  it.each<[string, string, string, string, object]>([
    [
      "astro.config.mjs",
      `export default defineConfig({ site: "https://example.org", base: "/docs", srcDir: "./app", publicDir: "./files/" })`,
      "app/content/a.md",
      "astro",
      { url: "https://example.org/docs/", root: "app/content", staticDirs: ["files"] },
    ],
    [
      "docusaurus.config.ts",
      `const config: Config = { url: "https://example.org", baseUrl: "/x/", staticDirectories: ["static", "more"] }; export default config;`,
      "docs/a.md",
      "docusaurus",
      { url: "https://example.org/x/", root: "", staticDirs: ["static", "more"] },
    ],
    [
      ".vitepress/config.mts",
      `export default defineConfig({ base: "/x/", srcDir: "./src", sitemap: { hostname: "https://example.org" } })`,
      "src/a.md",
      "vitepress",
      { url: "https://example.org/x/", root: "src", staticDirs: ["src/public"] },
    ],
  ])("reads the literals of %s", async (name, text, article, engine, site) => {
    const config = await settingsOf(temporaryProject({ [name]: text }), article);
    expect(config.engine.name).toBe(engine);
    expect(config.settings.site).toMatchObject({ ...site, complete: true });
  });

  it("follows a config's imports inside the site only", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "secret.json": `{ "url": "https://secret.example.org" }`,
      "shared/a.json": `{ "url": "https://shared.example.org" }`,
      "docs/.vitepress/config.ts": `import shared from "./shared.js"; import { base } from "../base"; export default { ...shared, base }`,
      "docs/.vitepress/shared.ts": `export default { sitemap: { hostname: "https://example.org" } }`,
      "docs/base.ts": `export const base = "/b/";`,
      "site/docusaurus.config.js": `module.exports = { ...require("../secret.json"), ...require("./link.json") }`,
      "site/link.json": { link: "../shared/a.json" },
    });
    expect((await settingsOf(cwd, "docs/a.md")).settings.site.url).toBe("https://example.org/b/");
    expect((await settingsOf(cwd, "site/docs/a.md")).settings.site).toMatchObject({
      url: undefined,
      config: { "...": "\0unreadable" },
    });
  });

  it("does not call a site complete that it only guessed from the layout", async () => {
    const cwd = temporaryProject({ "source/_posts/a.md": "" });
    const config = await settingsOf(cwd, "source/_posts/a.md");
    expect(config.engine.name).toBe("hexo");
    expect(config.settings.site.complete).toBe(false);
  });

  it.each([
    ["site: { root: source }", true],
    ["site: { complete: true }", true],
    ["site: { root: source, complete: false }", false],
    ["engine: hexo", false],
  ])("with %s the site is complete: %s", async (text, complete) => {
    const cwd = temporaryProject({ "copydesk.config.yaml": text });
    expect((await settingsOf(cwd, "source/a.md")).settings.site.complete).toBe(complete);
  });

  it("takes the config's folders as relative to the config", async () => {
    const top = temporaryProject({
      ".git/HEAD": "",
      "site/.copydeskrc": "engine: hugo\nsite: { root: content, staticDirs: [static, ../shared] }",
      "site/content/a.md": "",
    });
    expect((await settingsOf(top, "site/content/a.md")).settings.site).toMatchObject({
      root: "site/content",
      staticDirs: ["site/static", "shared"],
    });
  });
});
