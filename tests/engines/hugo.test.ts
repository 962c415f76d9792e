import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy, temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { findingsOf, page } from "./findings-of.js";
import { siteOf } from "./site-of.js";

const site = fileURLToPath(new URL("../../fixtures/sites/hugo/site", import.meta.url));
const command = process.env.HUGO ?? "hugo";
/** Older ones than 0.145 do not know `build` in a cascade, which the sites below have. */
const LEAST_MINOR = 145;
const version = spawnSync(command, ["version"], { encoding: "utf8" }).stdout ?? "";
const isHere = Number(/v0\.(\d+)/.exec(version)?.[1] ?? 0) >= LEAST_MINOR;

describe.runIf(isHere)("beside Hugo itself", () => {
  it("every page that it writes is known, and no others are", async () => {
    const folder = temporaryCopy(site);
    const paths = filesBelow(folder);
    const texts = paths.map((path): [string, string] => [
      path,
      readFileSync(join(folder, path), "utf8"),
    ]);
    execFileSync(command, ["--quiet"], { cwd: folder, stdio: "ignore", timeout: 60_000 });
    const written = filesBelow(join(folder, "public")).map(normalise);
    const { addresses, router, article } = await siteOf(Object.fromEntries(texts));
    const ofArticles = Object.values(addresses).filter((address) => address !== "");
    const aliases = Object.keys(addresses).flatMap((path) =>
      router.routesOf(article(path)).aliases.map((alias) => alias.address),
    );
    const pages = written.filter((address) => /\/$|\.(?:html|xml)$/.test(address));
    const made = pages.filter((address) => ![...ofArticles, ...aliases].includes(address));

    expect(ofArticles.filter((address) => !pages.includes(address))).toEqual([]);
    expect(aliases.filter((address) => !pages.includes(address))).toEqual([]);
    expect(made.filter((address) => router.generates(address) === "no")).toEqual([]);
    // Pages of lists, whose length a layout decides, and the terms of a taxonomy of the site's own.
    const unsure = made.filter((address) => router.generates(address) === "maybe");
    expect(unsure.filter((address) => !/\/page\/2\/$|^\/series\/./.test(address))).toEqual([]);
    const near = made.flatMap((address) => [`${address}x/`, address.replace(/[^/]+\/$/, "")]);
    const claimed = near.filter((address) => router.generates(address) === "yes");
    expect(claimed.filter((address) => !pages.includes(address))).toEqual([]);
    for (const address of written.filter((one) => !pages.includes(one)))
      expect(router.staticFiles(address).filter((path) => paths.includes(path))).toHaveLength(1);
  }, 90_000);

  it("every link is judged as its page shows it", async () => {
    const links = [
      "b.md",
      "b",
      "../b/",
      "/tales/b/",
      "/tales/b",
      "/tales/b.html",
      "/Tales/B/",
      "/tales/slugged/",
      "/tales/by-slug/",
      "/tales/draft/",
      "/tales/future/",
      "/tales/past/",
      "/parts/p/",
      "/parts/",
      "/notes/n/",
      "/tales/",
      "/old/place/",
      "/files/f.txt",
      "/tales/f.txt",
      "f.txt",
      "../f.txt",
      "../bundle/g.txt",
      "/tales/bundle/notes/",
      "/left/out/",
      "/tags/rye/",
      "/tags/oats/",
      "/index.xml",
    ];
    const files = {
      "hugo.toml":
        'baseURL = "https://mill.example/"\nignoreFiles = ["out\\\\.md$"]\n[[cascade]]\n[cascade.build]\nrender = "link"\n[cascade.target]\npath = "/notes/**"\n',
      "layouts/single.html": "{{ .Content }}",
      "layouts/list.html": "<h1>List</h1>",
      "content/tales/a.md": page(links.map((link) => `- [to](${link})`).join("\n")),
      "content/tales/b.md": page("Text.", "title: B\ntags: [rye]\naliases: [/old/place]"),
      "content/tales/slugged.md": page("Text.", "title: S\nslug: By-Slug"),
      "content/tales/draft.md": page("Text.", "title: D\ndraft: true"),
      "content/tales/future.md": page("Text.", "title: F\ndate: 2124-05-06"),
      "content/tales/past.md": page("Text.", "title: P\nexpiryDate: 2001-05-06"),
      "content/tales/bundle/index.md": page("Text."),
      "content/tales/bundle/notes.md": page("Text."),
      "content/tales/bundle/g.txt": "g",
      "content/tales/f.txt": "f",
      "content/parts/_index.md": "---\ncascade: { build: { render: never } }\n---\n",
      "content/parts/p.md": page("Text."),
      "content/notes/n.md": page("Text."),
      "content/left/out.md": page("Text."),
      "static/files/f.txt": "f",
    };
    const folder = temporaryProject(files);
    execFileSync(command, ["--quiet"], { cwd: folder, stdio: "ignore", timeout: 60_000 });
    const written = new Set(filesBelow(join(folder, "public")));
    const isServed = (link: string): boolean => {
      const { pathname } = new URL(link, "https://mill.example/tales/a/");
      const path = pathname.slice(1).replace(/\/$/, "");
      return written.has(path) || written.has(`${path}/index.html`);
    };
    const html = readFileSync(join(folder, "public/tales/a/index.html"), "utf8");
    const shown = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
    expect(shown).toHaveLength(links.length);
    const dead = links.filter((_, index) => !isServed(shown[index] ?? ""));
    const found = await findingsOf(files);
    const judged = found.flatMap((one) => {
      const line = Number(/a\.md:(\d+) link\/(?:broken|case)/.exec(one)?.[1]);
      return Number.isNaN(line) ? [] : (links[line - 4] ?? []);
    });
    expect([...new Set(judged)].sort()).toEqual(dead.toSorted());
  }, 90_000);
});
