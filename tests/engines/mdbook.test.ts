import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const site = fileURLToPath(new URL("../../fixtures/sites/mdbook/site", import.meta.url));
const command = process.env.MDBOOK ?? "mdbook";
const isHere = spawnSync(command, ["--version"]).status === 0;

/** Compared with mdBook 0.5.4. */
describe.runIf(isHere)("beside mdBook itself", () => {
  it("every page and id that it writes is known, and no others are", async () => {
    const folder = temporaryCopy(site);
    const paths = filesBelow(folder);
    const texts = paths.map((path): [string, string] => [
      path,
      readFileSync(join(folder, path), "utf8"),
    ]);
    // Its own theme needs icons that packages of Linux keep elsewhere.
    mkdirSync(join(folder, "theme"));
    writeFileSync(join(folder, "theme/index.hbs"), "{{{ content }}}");
    execFileSync(command, ["build"], { cwd: folder, stdio: "ignore", timeout: 60_000 });
    const written = filesBelow(join(folder, "book"));
    const pages = written.filter((path) => path.endsWith(".html")).map(normalise);
    const { addresses, router, article } = await siteOf(Object.fromEntries(texts));
    const ofArticles = Object.values(addresses).flatMap((one) => one.split(" ").filter(Boolean));

    expect(ofArticles.filter((address) => !pages.includes(address))).toEqual([]);
    const made = pages.filter((address) => !ofArticles.includes(address));
    expect(made.filter((address) => router.generates(address) !== "yes")).toEqual([
      "/old/stones.html",
    ]);
    expect(router.generates("/note.html")).toBe("no");
    const html = readFileSync(join(folder, "book/stones.html"), "utf8");
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(router.anchorsOf?.(article("src/stones.md"))).toEqual(ids);
  }, 90_000);
});
