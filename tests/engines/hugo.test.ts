import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const site = fileURLToPath(new URL("../../fixtures/sites/hugo/site", import.meta.url));
const isHere = spawnSync("hugo", ["version"]).status === 0;

describe.runIf(isHere)("beside Hugo itself", () => {
  it("every page that it writes is known, and no others are", async () => {
    const folder = temporaryCopy(site);
    const paths = filesBelow(folder);
    const texts = paths.map((path): [string, string] => [
      path,
      readFileSync(join(folder, path), "utf8"),
    ]);
    execFileSync("hugo", ["--quiet"], { cwd: folder, stdio: "ignore", timeout: 60_000 });
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
});
