import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "tests/engines/node_modules/@11ty/eleventy/cmd.cjs");

it("knows the address of every page that Eleventy writes, and no others", async () => {
  const folder = temporaryCopy(join(root, "fixtures/sites/eleventy/site"));
  const paths = filesBelow(folder);
  const texts = paths.map((path): [string, string] => [
    path,
    readFileSync(join(folder, path), "utf8"),
  ]);
  execFileSync(process.execPath, [program, "--config=eleventy.config.mjs", "--quiet"], {
    cwd: folder,
    stdio: "ignore",
    timeout: 60_000,
  });
  const written = filesBelow(join(folder, "_site")).map(normalise);
  const { addresses, router } = await siteOf(Object.fromEntries(texts));
  const ofArticles = Object.values(addresses).filter((address) => address !== "");
  const pages = written.filter((address) => /\/$|\.(?:html|xml)$/.test(address));
  const made = pages.filter((address) => !ofArticles.includes(address));

  expect(ofArticles.filter((address) => address.endsWith("?"))).toEqual([]);
  expect(ofArticles.filter((address) => !pages.includes(address))).toEqual([]);
  expect(made.filter((address) => router.generates(address) === "no")).toEqual([]);
  expect(made.map((address) => [address, router.generates(address)])).toEqual([
    ["/archive/", "yes"],
    ["/feed.xml", "yes"],
    ["/gallery/1/", "maybe"],
    ["/tags/all/", "maybe"],
    ["/tags/clay/", "maybe"],
    ["/tags/posts/", "maybe"],
  ]);
  const assets = written.filter((address) => !pages.includes(address));
  expect(assets).toHaveLength(3);
  for (const address of assets)
    expect(router.staticFiles(address).filter((path) => paths.includes(path))).toHaveLength(1);
}, 90_000);
