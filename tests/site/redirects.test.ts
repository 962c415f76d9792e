import { describe, expect, it } from "vitest";
import type { ArticleFacts } from "../../src/facts/facts.js";
import type { SiteSettings } from "../../src/facts/site-settings.js";
import { createRedirects } from "../../src/site/redirects.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";
import { engineNamed } from "../engine/engine-named.js";
import { factsOf } from "./facts.js";

const facts = (path: string): ArticleFacts =>
  factsOf(path, {
    route: {
      aliases: ["/old/"],
      aliasPlaces: [{ value: "/old/", range: { start: 15, end: 20 } }],
      published: true,
      values: {},
    },
  });

const redirects = (
  files: Readonly<Record<string, string>>,
  site: Partial<SiteSettings> = {},
  engine = "none",
) =>
  createRedirects(
    engineNamed(engine),
    { ...PLAIN_SITE, ...site },
    () => [],
    (path) => files[path],
  );

describe("redirects of a site", () => {
  it("lead from an alias to its article, and know where the alias is written", () => {
    const table = createRedirects(
      engineNamed("hugo"),
      PLAIN_SITE,
      () => [
        {
          facts: facts("content/a.md"),
          routes: {
            addresses: ["/a/"],
            aliases: [{ address: "/old/", range: undefined }],
            certain: true,
          },
        },
      ],
      () => undefined,
    );
    expect(table.lookup("/old")).toEqual({
      from: "/old",
      to: "/a/",
      status: 301,
      source: { path: "content/a.md", range: { start: 15, end: 20 } },
    });
    expect(table.all).toMatchObject([{ article: "content/a.md", address: "/old/" }]);
    expect(table.lookup("/a/")).toBeUndefined();
  });

  it("read _redirects with splats, placeholders and the first match", () => {
    const text = [
      "# moved",
      "/old/special   /s/",
      "/old/*         /new/:splat 302 # the rest",
      "/:year/:slug   /posts/:slug?y=:year#top",
      "/old/late      /never/",
    ].join("\r\n");
    const table = redirects({ _redirects: text });
    expect(table.lookup("/old/special/")?.to).toBe("/s/");
    expect(table.lookup("/old/a/b")?.to).toBe("/new/a/b");
    expect(table.lookup("/old")?.to).toBe("/new/");
    expect(table.lookup("/old/late")?.to).toBe("/new/late");
    expect(table.lookup("/2020/x")?.to).toBe("/posts/x?y=2020#top");
    expect(table.lookup("/2020/x/y")).toBeUndefined();
    const [first] = table.all;
    expect(text.slice(first?.source.range.start, first?.source.range.end)).toBe("/old/special");
    expect(text.slice(first?.toRange?.start, first?.toRange?.end)).toBe("/s/");
  });

  it("are asked in their order, with a first segment or without", () => {
    const table = redirects({ _redirects: "/:a/x /any/\n/old/* /own/\n/* /rest/\n/b/* /never/" });
    expect(["/old/x", "/old/y", "/b/x", "/b/y", "/"].map((path) => table.lookup(path)?.to)).toEqual(
      ["/any/", "/own/", "/any/", "/rest/", "/rest/"],
    );
  });

  it("prefer what holds for every reader, and leave error pages out", () => {
    const table = redirects({
      _redirects:
        "/ /de/ 302 Language=de\n/x id=:id /y/\n/x /z/\n/gone /404.html 404\n/app/* /app/index.html 200\n",
    });
    expect(table.lookup("/")).toMatchObject({ to: "/de/", conditional: true });
    expect(table.lookup("/x")?.to).toBe("/z/");
    expect(table.lookup("/gone")).toBeUndefined();
    expect(table.lookup("/app/deep/route")).toMatchObject({ to: "/app/", status: 200 });
  });

  it("compare addresses below the base path, decoded", () => {
    const table = redirects(
      {
        _redirects:
          "/blog/caf%C3%A9 https://example.org/blog/tea\n/ /blog/\n/blog/out https://other.example/a?b#c\n",
      },
      { url: "https://example.org/blog/" },
    );
    expect(table.lookup("/café")?.to).toBe("/tea");
    expect(table.lookup("/")).toBeUndefined();
    expect(table.lookup("/out")?.to).toBe("https://other.example/a?b#c");
  });

  it("read netlify.toml, vercel.json and files the settings name", () => {
    const files = {
      "site/netlify.toml":
        '[build]\npublish = "public"\n\n[[redirects]]\nfrom = "/a"\nto = "/b"\nstatus = 301\n[redirects.headers]\nX = "y"\n\n[[redirects]]\n  from = "/c/*"\n  to = "/d/:splat"\n  conditions = {Country = ["de"]}\n',
      "vercel.json":
        '{"redirects":[{"source":"/e/:slug*","destination":"/f/:slug*","permanent":true},{"source":"/g","destination":"/h","has":[{"type":"host","value":"x"}]},{"source":"/p/(\\\\d+)","destination":"/q/$1"}]}',
      "moved.yaml": "/i: /j\n/k: https://example.net/\n",
      "list.yml": "# ours\n- { from: /n, to: /o }\n- from: '/q'\n  to: /r\n",
      "list.json": '[{ "from": "/l", "to": "/m" }]',
    };
    const table = redirects(files, {
      folder: "site",
      redirectFiles: ["moved.yaml", "list.json", "list.yml"],
    });
    expect(table.lookup("/a")).toMatchObject({ to: "/b", status: 301 });
    expect(table.lookup("/c/x")).toMatchObject({ to: "/d/x", conditional: true });
    expect(table.lookup("/e/x/y")).toMatchObject({ to: "/f/x/y", status: 308 });
    expect(table.lookup("/g")).toMatchObject({ conditional: true });
    expect(table.lookup("/p/12")).toMatchObject({ to: "/q/12", conditional: true });
    expect(table.lookup("/i")?.to).toBe("/j");
    expect(table.lookup("/k")?.to).toBe("https://example.net/");
    expect(table.lookup("/l")?.to).toBe("/m");
    expect(table.lookup("/q")?.to).toBe("/r");
    for (const { from, to, source, toRange } of table.all) {
      const text = new Map(Object.entries(files)).get(source.path) ?? "";
      const written = (range = { start: 0, end: 0 }) => text.slice(range.start, range.end);
      expect(written(source.range).replaceAll("\\\\", "\\")).toBe(from);
      expect(written(toRange)).toBe(to);
    }
  });

  it("read what the package redirects-yaml reads", () => {
    const table = redirects({
      "redirects.yaml": [
        "redirects:",
        "- from: /boats/old/",
        "  to: /boats/new/",
        "- from: /log/...",
        "  to: /tides/...",
        "- from: /quay/...",
        "  to: /piers/",
        "- from: /maps/...",
        "  try:",
        "  - /charts/...",
        "  - /plans/...",
        "  else: /atlas/",
        "- from: /news/...",
        "  try: [/letters/...]",
      ].join("\n"),
      "netlify.toml": '[[redirects]]\nfrom = "/*"\nto = "/en/:splat"\nstatus = 200\n',
    });
    expect(table.lookup("/boats/old")?.to).toBe("/boats/new/");
    expect(table.lookup("/log/spring/ebb/")?.to).toBe("/tides/spring/ebb/");
    expect(table.lookup("/log")?.to).toBe("/tides/");
    expect(table.lookup("/quay/deep")?.to).toBe("/piers/");
    expect(table.lookup("/other")?.to).toBe("/en/other");
    const news = redirects({
      "_redirects.yaml":
        "redirects:\n- from: /news/...\n  try: [/letters/...]\n- from: /maps\n  try: [/a]\n  else: /atlas/\n",
    });
    expect(news.lookup("/news/may")).toMatchObject({ to: "/letters/may", conditional: true });
    expect(news.lookup("/maps")).toMatchObject({ to: "/atlas/", conditional: true });
  });

  it("ask vercel.json's rewrites after its redirects, and leave those that change nothing out", () => {
    const table = redirects({
      "vercel.json": JSON.stringify({
        rewrites: [
          { source: "/docs/:path*", destination: "/docs/:path*" },
          { source: "/(.*)", destination: "/app.html" },
        ],
        redirects: [{ source: "/old", destination: "/new" }],
      }),
    });
    expect(table.lookup("/old")).toMatchObject({ to: "/new", status: 301 });
    expect(table.lookup("/docs/x")).toMatchObject({ to: "/app.html", status: 200 });
  });

  it("read Astro's and Docusaurus' own configs", () => {
    const text = 'export default { redirects: { "/old": "/new", "/b/[...slug]": "/c/[...slug]" } }';
    const astro = redirects(
      { "astro.config.mjs": text },
      {
        config: {
          redirects: {
            "/old": "/new",
            "/b/[...slug]": "/c/[...slug]",
            "/s/[id]": { status: 302, destination: "/t" },
          },
        },
      },
      "astro",
    );
    expect(astro.lookup("/old/")).toMatchObject({
      to: "/new",
      source: { path: "astro.config.mjs", range: { start: 31, end: 35 } },
    });
    expect(astro.lookup("/b/x/y")?.to).toBe("/c/x/y");
    expect(astro.lookup("/s/1")).toMatchObject({ to: "/t", status: 302 });

    const docusaurus = redirects(
      { "docusaurus.config.ts": "{ from: ['/x', '/y'], to: '/docs/z' }" },
      {
        url: "https://example.org/base/",
        config: {
          plugins: [
            "other",
            [
              "@docusaurus/plugin-client-redirects",
              { redirects: [{ from: ["/x", "/y"], to: "/docs/z" }, { from: 3 }] },
            ],
          ],
        },
      },
      "docusaurus",
    );
    expect(docusaurus.lookup("/y")).toMatchObject({
      to: "/docs/z",
      source: { range: { start: 16, end: 18 } },
    });
  });

  it("pass over broken files", () => {
    for (const text of ["{", "[[redirects]]\nfrom=", "/a", "a b", "/a b c", "\u0000"]) {
      for (const name of ["_redirects", "vercel.json", "netlify.toml"]) {
        expect(redirects({ [name]: text }).all).toEqual([]);
      }
    }
  });
});
