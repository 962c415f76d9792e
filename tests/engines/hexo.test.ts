import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = join(root, "fixtures/sites/hexo/site");

/** Builds a copy of the site with the real Hexo on a machine of this zone; what it wrote, as addresses. */
async function build(timezone: string): Promise<readonly string[]> {
  const folder = temporaryCopy(site);
  symlinkSync(join(root, "tests/engines/node_modules"), join(folder, "node_modules"), "junction");
  const script = join(root, "tests/engines/build-hexo.mjs");
  await promisify(execFile)(process.execPath, [script, folder], {
    env: { ...process.env, TZ: timezone },
    timeout: 50_000,
  });
  return filesBelow(join(folder, "public")).map(normalise);
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
