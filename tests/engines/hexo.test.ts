import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import * as z from "zod";
import { normalise } from "../../src/engine/address.js";
import { slugize } from "../../src/engines/sluggers.js";
import { lintFiles } from "../../src/run/api.js";
import { temporaryCopy, temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { article, siteOf } from "./site-of.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = join(root, "fixtures/sites/hexo/site");

/** Builds a copy of the site with the real Hexo on a machine of this zone; what it wrote, as addresses. */
async function build(timezone: string): Promise<readonly string[]> {
  const folder = temporaryCopy(site);
  await generate(folder, timezone);
  return filesBelow(join(folder, "public")).map(normalise);
}

async function generate(folder: string, timezone: string): Promise<void> {
  symlinkSync(join(root, "tests/engines/node_modules"), join(folder, "node_modules"), "junction");
  const script = join(root, "tests/engines/build-hexo.mjs");
  await promisify(execFile)(process.execPath, [script, folder], {
    env: { ...process.env, TZ: timezone },
    timeout: 50_000,
  });
}

/** Addresses like one that a generator made, most of which it did not make. */
function neighbours(address: string): readonly string[] {
  const pages = [2, 3, 4].map((page) => `${address}page/${page}/`);
  const years = ["2022", "2023", "2024"].flatMap((year) => [
    `/archives/${year}/`,
    ...["01", "02", "03", "04", "05", "06", "12"].map((month) => `/archives/${year}/${month}/`),
  ]);
  return [address, ...pages, ...years, address.replace(/[^/]+\/$/, ""), `${address}x/`];
}

async function ourSite() {
  const paths = filesBelow(site);
  const texts = paths.map((path): [string, string] => [
    path,
    readFileSync(join(site, path), "utf8"),
  ]);
  const { addresses, router } = await siteOf(Object.fromEntries(texts));
  const articles = Object.values(addresses).map((list) => list.split(" "));
  return { paths, router, articles: articles.filter(([first]) => first !== "") };
}

const isPage = (address: string): boolean => /\/$|\.html$/.test(address);

it("makes the slug that hexo-util makes of every character of the basic plane", () => {
  const theirs = z
    .object({ slugize: z.function({ input: [z.string()], output: z.string() }) })
    .parse(createRequire(join(root, "tests/engines/package.json"))("hexo-util"));
  const texts = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)}b`);
  expect(texts.filter((text) => slugize(text) !== theirs.slugize(text))).toEqual([]);
});

it("knows the address of every page that Hexo writes in the writers' zone, and no others", async () => {
  const written = await build("Asia/Shanghai");
  const { paths, router, articles } = await ourSite();
  const pages = written.filter(isPage);
  const ofArticles = articles.map(([first]) => first ?? "");
  const made = pages.filter((address) => !ofArticles.includes(address));

  expect(ofArticles.filter((address) => !pages.includes(address))).toEqual([]);
  expect(made.filter((address) => router.generates(address) !== "yes")).toEqual([]);
  const claimed = made.flatMap(neighbours).filter((address) => router.generates(address) === "yes");
  expect(claimed.filter((address) => !pages.includes(address))).toEqual([]);
  expect(made.length).toBeGreaterThan(10);

  const assets = written.filter((address) => !isPage(address));
  const isThere = (file: string): boolean => paths.includes(file);
  expect(assets.filter((address) => !router.staticFiles(address).some(isThere))).toEqual([]);
}, 60_000);

it("knows the address of every page that Hexo writes on a build server", async () => {
  const written = await build("UTC");
  const { router, articles } = await ourSite();
  const known = (address: string): boolean =>
    articles.some((list) => list.includes(address)) || router.generates(address) === "yes";
  expect(written.filter((address) => isPage(address) && !known(address))).toEqual([]);
  expect(articles.filter((list) => !list.some((address) => written.includes(address)))).toEqual([]);
}, 60_000);

it("writes pictures and tags of posts as we read them", async () => {
  const folder = temporaryProject({
    "_config.yml":
      "url: https://quay.example/log\nroot: /log/\ntheme: tiny\npost_asset_folder: true\n",
    "package.json": readFileSync(join(site, "package.json"), "utf8"),
    "themes/tiny/layout/index.ejs": "",
    "themes/tiny/layout/post.ejs": "<%- page.content %>",
    "source/_posts/boat.md": article("date: 2024-05-06"),
    "source/_posts/way/sand.png": "x",
    "source/_posts/way.md": [
      "---\ndate: 2024-05-06\ntitle: W\n---",
      "![a](sand.png)",
      '<img src="sand.png">',
      "{% asset_img sand.png %}",
      "x{% asset_img no.png %}x",
      '<a href="{% post_path boat %}">b</a>',
      '<a href="{% post_path A %}">b</a>',
      '<a href="{% post_path no %}">b</a>',
      "<i>{% post_link boat %}</i>",
      "<a href=boat.md>b</a>",
    ].join("\n\n"),
  });
  await generate(folder, "UTC");
  const html = readFileSync(join(folder, "public/2024/05/06/way/index.html"), "utf8");
  const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
  expect(targets).toEqual([
    "/log/sand.png",
    "sand.png",
    "/log/2024/05/06/way/sand.png",
    "/log/2024/05/06/boat/",
    "/log/2024/05/06/boat/",
    "",
    "/log/2024/05/06/boat/",
  ]);
  expect(html).toContain("<a href=boat.md>");
  const { files } = await lintFiles([], { cwd: folder, only: ["link/broken", "image/not-found"] });
  const lines = files.flatMap(({ findings }) => findings.map(({ start }) => start.line));
  expect(lines.toSorted((a, b) => a - b)).toEqual([6, 12, 18, 22]);
}, 60_000);

it("stops where post_link finds nothing", async () => {
  const folder = temporaryProject({
    "_config.yml": "title: T\n",
    "package.json": readFileSync(join(site, "package.json"), "utf8"),
    "source/_posts/way.md": article("date: 2024-05-06").replace("Text", "{% post_link no %}"),
  });
  await expect(generate(folder, "UTC")).rejects.toThrow("Post not found: post_link no.");
}, 60_000);
