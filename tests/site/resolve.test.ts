import { describe, expect, it } from "vitest";
import { defineEngine } from "../../src/engine/define-engine.js";
import type { Engine } from "../../src/engine/engine.js";
import { createPlainRouter } from "../../src/engine/plain-router.js";
import type { Reading } from "../../src/engine/router.js";
import type { ArticleFacts, SiteSettings } from "../../src/rule/index.js";
import type { Resolution } from "../../src/rule/site-index.js";
import { createSiteIndex } from "../../src/site/create-site-index.js";
import { PLAIN_SITE, projectFiles } from "../../src/testing/check-texts.js";
import { engineNamed } from "../engine/engine-named.js";
import { factsOf } from "./facts.js";

const SITE: SiteSettings = { ...PLAIN_SITE, complete: true };

interface Scene {
  readonly url: string;
  readonly from?: string;
  readonly files: readonly string[];
  readonly engine?: string | Engine;
  readonly site?: Partial<SiteSettings>;
  readonly base?: string;
  /** Members of the article's facts. */
  readonly facts?: Partial<ArticleFacts>;
}

function resolve({
  url,
  from = "a.md",
  files,
  engine = "none",
  site = {},
  base,
  facts = {},
}: Scene): Resolution {
  const article = factsOf(from, { ...facts, ...(base === undefined ? {} : { base }) });
  const settings = {
    site: { ...SITE, ...site },
    schema: undefined,
    requireReasons: false,
    knownRules: new Set<string>(),
  };
  const assets = files.map((path) => ({
    path,
    bytes: 1,
    type: undefined,
    hash: undefined,
    size: undefined,
  }));
  const index = createSiteIndex(
    [
      {
        facts: article,
        engine: typeof engine === "string" ? engineNamed(engine) : engine,
        settings,
      },
    ],
    projectFiles(assets),
  );
  const range = { start: 0, end: 0 };
  return index.resolve(article, {
    url,
    range,
    elementRange: range,
    unknown: false,
    from: "a[href]",
  });
}

const target = (resolution: Resolution): string | undefined =>
  resolution.verdict === "article"
    ? resolution.path
    : resolution.verdict === "asset"
      ? resolution.asset.path
      : undefined;

describe("resolve", () => {
  it.each<[string, Scene, string]>([
    ["beside the article", { url: "b.md", from: "x/a.md", files: ["x/b.md"] }, "x/b.md"],
    ["above it", { url: "../b.png", from: "x/a.md", files: ["b.png"] }, "b.png"],
    ["below its own address", { url: "b.png", from: "x/a.md", files: ["x/a/b.png"] }, "x/a/b.png"],
    ["without extension", { url: "/x/b", files: ["x/b.mdx"] }, "x/b.mdx"],
    ["as a folder", { url: "/x/", files: ["x/index.html"] }, "x/index.html"],
    ["as a section", { url: "/x/", files: ["x/_index.md"] }, "x/_index.md"],
    ["by its output name", { url: "/x/b.html", files: ["x/b.md"] }, "x/b.md"],
    [
      "in a static folder",
      { url: "/b.png", files: ["public/b.png"], site: { staticDirs: ["public"] } },
      "public/b.png",
    ],
    [
      "in the engine's static folder",
      { url: "/b.png", files: ["static/b.png"], engine: "docusaurus" },
      "static/b.png",
    ],
    [
      "in the engine's sources",
      { url: "/b.png", files: ["source/b.png"], engine: "hexo" },
      "source/b.png",
    ],
    [
      "under a base path",
      { url: "/blog/b.png", files: ["b.png"], site: { url: "https://x.org/blog/" } },
      "b.png",
    ],
    [
      "by an own host",
      { url: "https://cdn.x.org/b.png", files: ["b.png"], site: { ownHosts: ["cdn.x.org"] } },
      "b.png",
    ],
    ["in composed form", { url: "cafe\u0301.png", files: ["caf\u00e9.png"] }, "caf\u00e9.png"],
    ["percent-decoded once", { url: "a%2520b.png", files: ["a%20b.png"] }, "a%20b.png"],
  ])("finds a target %s", (_name, scene, path) => {
    expect(target(resolve(scene))).toBe(path);
  });

  it("keeps the fragment and drops the query", () => {
    expect(resolve({ url: "b.md?x#part", files: ["b.md"] })).toEqual({
      verdict: "article",
      path: "b.md",
      fragment: "part",
    });
  });

  it("takes an empty path for the article itself", () => {
    expect(resolve({ url: "#x", files: [] })).toEqual({
      verdict: "article",
      path: "a.md",
      fragment: "x",
    });
  });

  it("leaves other hosts and schemes to the network", () => {
    expect(resolve({ url: "https://y.org/", files: [] }).verdict).toBe("external");
    expect(resolve({ url: "//y.org/a", files: [] }).verdict).toBe("external");
    expect(resolve({ url: "mailto:a@b.org", files: [] }).verdict).toBe("external");
  });

  it("tells the true spelling of a path in another letter case", () => {
    expect(resolve({ url: "B.PNG", files: ["b.png"] })).toEqual({ verdict: "case", path: "b.png" });
  });

  it("names the nearest file of that name", () => {
    const files = ["y/b.png", "x/z/b.png"];
    expect(resolve({ url: "x/b.png", files })).toMatchObject({
      verdict: "absent",
      nearest: "y/b.png",
    });
  });

  it("names a file or page beside the absent one that is spelt much like it", () => {
    const near = (url: string, files: readonly string[]) => {
      const resolution = resolve({ url, files });
      return resolution.verdict === "absent" ? resolution.nearest : resolution.verdict;
    };
    expect(near("docs/instal.md", ["docs/install.md", "docs/other.md"])).toBe("docs/install.md");
    expect(near("docs/instal.md", ["docs/instal1.png", "other/install.md"])).toBeUndefined();
    expect(near("docs/gone.md", ["docs/install.md"])).toBeUndefined();
  });

  it("knows nothing while only part of the site is in view", () => {
    const resolution = resolve({ url: "b.png", files: [], site: { complete: false } });
    expect(resolution).toEqual({ verdict: "unknown", reason: "incomplete" });
  });

  it("takes it that every site has a home page", () => {
    const site = { url: "https://x.org/blog/" };
    for (const url of ["/", "/blog", "https://x.org/blog/", "./"])
      expect(resolve({ url, files: [], site }).verdict, url).toBe("generated");
    expect(target(resolve({ url: "/", files: ["index.md"], site }))).toBe("index.md");
  });

  it("takes addresses the config vouches for", () => {
    const site = { routes: { "/tags/**": true as const, "/about/": "pages/me.md" } };
    expect(resolve({ url: "/tags/x/", files: [], site })).toEqual({
      verdict: "generated",
      address: "/tags/x/",
    });
    expect(target(resolve({ url: "/about/#x", files: ["pages/me.md"], site }))).toBe("pages/me.md");
    expect(resolve({ url: "/about/me/", files: [], site }).verdict).toBe("absent");
  });

  it("lets the built site tell which pages there are", () => {
    const site = { output: "_site" };
    const files = ["_site/index.html", "_site/feed.xml", "_site/x/index.html", "_site/y.html"];
    expect(resolve({ url: "/x/", files, site }).verdict).toBe("generated");
    expect(resolve({ url: "/y", files, site }).verdict).toBe("generated");
    expect(target(resolve({ url: "/feed.xml", files, site }))).toBe("_site/feed.xml");
    expect(resolve({ url: "/z/", files, site }).verdict).toBe("absent");
  });

  it("resolves relative paths against <base href>", () => {
    const files = ["docs/b.md", "b.png"];
    const at = (base: string, url: string) => target(resolve({ url, files, base, from: "x/a.md" }));
    expect(at("/docs/", "b")).toBe("docs/b.md");
    expect(at("https://x.org/", "b.png")).toBeUndefined();
    expect(resolve({ url: "b", files, base: "{{ root }}" })).toEqual({
      verdict: "unknown",
      reason: "unsupported",
    });
  });

  it("cannot know whether a root-relative link out of the base path lacks it or means another site", () => {
    const site = { url: "https://x.org/blog/" };
    expect(resolve({ url: "/shop/", files: [], site }).verdict).toBe("unknown");
    expect(resolve({ url: "/shop/", files: [], site, engine: "docusaurus" }).verdict).toBe(
      "absent",
    );
    expect(resolve({ url: "/blog/shop/", files: [], site }).verdict).toBe("absent");
    expect(target(resolve({ url: "/b.md", files: ["b.md"], site }))).toBe("b.md");
  });

  it("leaves the same host outside the base path to the network", () => {
    const site = { url: "https://x.org/blog/" };
    expect(resolve({ url: "https://x.org/shop/", files: [], site }).verdict).toBe("external");
    expect(resolve({ url: "https://x.org/blog/b.png", files: ["b.png"], site }).verdict).toBe(
      "asset",
    );
  });

  it("never looks outside the root", () => {
    expect(resolve({ url: "../../etc/passwd", files: [] }).verdict).toBe("unknown");
  });
});

describe("an engine that says how it reads a path", () => {
  const reading = (how: Reading, addsBasePath: "always" | "never" | "unknown" = "unknown") =>
    defineEngine({
      name: "press",
      label: "Press",
      links: { addsBasePath: () => addsBasePath },
      createRouter: (site, articles, files) => ({
        ...createPlainRouter(site, articles, files),
        readingOf: () => how,
      }),
    });

  it("finds what a link component resolves from elsewhere", () => {
    const engine = defineEngine({
      name: "press",
      label: "Press",
      createRouter: (site, articles, files) => ({
        ...createPlainRouter(site, articles, files),
        linkBases: () => ["/"],
      }),
    });
    const scene: Scene = { url: "b.png", from: "x/a.md", files: ["b.png"] };
    expect(target(resolve({ ...scene, engine }))).toBe("b.png");
    expect(resolve(scene).verdict).toBe("absent");
  });

  it("does not take a file beside the article for what an address means", () => {
    const scene: Scene = { url: "two", from: "guide/one.md", files: ["guide/one/two.md"] };
    expect(resolve({ ...scene, engine: reading("address") }).verdict).toBe("absent");
    expect(target(resolve({ ...scene, engine: reading("either") }))).toBe("guide/one/two.md");
  });

  it("takes a source file only by its very path, and only where a page is made of it", () => {
    const engine = reading("file");
    const files = ["x/b.md", "x/c.png"];
    expect(resolve({ url: "b", from: "x/a.md", files, engine }).verdict).toBe("absent");
    expect(target(resolve({ url: "c.png", from: "x/a.md", files, engine }))).toBe("x/c.png");
    expect(resolve({ url: "b.md", from: "x/a.md", files, engine }).verdict).toBe("absent");
    expect(target(resolve({ url: "a.md", from: "x/a.md", files: ["x/a.md"], engine }))).toBe(
      "x/a.md",
    );
  });

  it("misses the base path where nothing adds it, and names the right address", () => {
    const site = { url: "https://x.org/blog/" };
    const scene: Scene = { url: "/b.png", files: ["b.png"], site };
    expect(resolve({ ...scene, engine: reading("address", "never") })).toMatchObject({
      verdict: "absent",
      nearestAddress: "/b.png",
    });
    expect(target(resolve({ ...scene, engine: reading("address", "always") }))).toBe("b.png");
    expect(target(resolve({ ...scene, engine: reading("address") }))).toBe("b.png");
  });
});

describe("the nearest page of a missing one", () => {
  const nearest = (url: string, files: readonly string[]) =>
    resolve({ url, from: "x/a.md", files });

  it("is in the language of the link, else in that of the original", () => {
    const files = ["de/news/tides.md", "en/news/tides.md", "ru/tides.md"];
    expect(nearest("../ru/news/tides.md", files)).toMatchObject({ nearest: "ru/tides.md" });
    expect(nearest("../ru/news/tides.md", files.slice(0, 2))).toMatchObject({
      nearest: "en/news/tides.md",
    });
  });
});

describe("a plain folder of a repository", () => {
  const plain: Pick<Scene, "facts" | "site"> = {
    facts: { hasFrontMatter: false },
    site: { complete: false, isRepository: true },
  };

  it.each([
    ["docs/guide.md", "article"],
    ["docs/gone.md", "absent"],
    ["docs/no.png", "absent"],
    ["../outside.md", "unknown"],
    ["/docs/gone.md", "unknown"],
    ["docs/gone", "unknown"],
    ["docs/", "unknown"],
  ])("leads from %s to what is %s", (url, verdict) => {
    expect(resolve({ ...plain, url, files: ["docs/guide.md"] }).verdict).toBe(verdict);
  });

  it("is not judged where front matter speaks of an engine nobody knows, or outside of a repository", () => {
    const url = "docs/gone.md";
    expect(resolve({ ...plain, url, files: [], facts: { hasFrontMatter: true } }).verdict).toBe(
      "unknown",
    );
    expect(resolve({ ...plain, url, files: [], site: { complete: false } }).verdict).toBe(
      "unknown",
    );
  });
});

describe("fragments", () => {
  const article = factsOf("b.md", {
    ids: ["Own", "user-content-fn-1"],
    headings: [{ level: 2, text: "Big Title", range: { start: 0, end: 0 } }],
  });
  const settings = {
    site: SITE,
    schema: undefined,
    requireReasons: false,
    knownRules: new Set<string>(),
  };
  const index = createSiteIndex(
    [{ facts: article, engine: engineNamed("hexo"), settings }],
    projectFiles([]),
  );

  it.each([
    ["Own", "ok"],
    ["own", "case"],
    ["fn-1", "ok"],
    ["Big-Title", "ok"],
    ["big-title", "ok"],
    ["elsewhere", "absent"],
    ["%", "absent"],
  ])("judges %s as %s", (fragment, verdict) => {
    expect(index.fragment("b.md", fragment).verdict).toBe(verdict);
  });

  it("knows nothing of articles outside the run", () => {
    expect(index.fragment("c.md", "x").verdict).toBe("unknown");
  });
});

describe("a rewrite of every address", () => {
  const engine: Engine = {
    ...engineNamed("none"),
    createRouter: (site, articles, files) => ({
      ...createPlainRouter(site, articles, files),
      generates: (address) => (address === "/llms.txt" ? "maybe" : "no"),
    }),
  };
  const settings = {
    site: { ...SITE },
    schema: undefined,
    requireReasons: false,
    knownRules: new Set<string>(),
  };
  const article = factsOf("a.html");
  const rules = '{"rewrites": [{"source": "/:path*", "destination": "/:path*.html"}]}';
  const index = createSiteIndex(
    [{ facts: article, engine, settings }],
    projectFiles([], new Map([["vercel.json", rules]])),
  );
  const range = { start: 0, end: 0 };

  it.each([
    ["/llms.txt", "unknown"],
    ["/a", "article"],
    ["/gone", "absent"],
    ["/gone.txt", "absent"],
  ])("leaves what the build may write at %s %s", (url, verdict) => {
    const reference = { url, range, elementRange: range, unknown: false, from: "a[href]" };
    expect(index.resolve(article, reference).verdict).toBe(verdict);
  });
});
