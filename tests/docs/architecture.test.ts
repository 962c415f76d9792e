import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../package/sandbox.js";

const page = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const installed = { ...manifest.dependencies, ...manifest.devDependencies };

/** Names in backticks. */
const named = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

/** Layers by package, as the page's table has them. */
function table(): ReadonlyMap<string, readonly string[]> {
  const [, rows = ""] = page.split("| package | knows | used in |");
  return new Map(
    (rows.split("\n\n")[0] ?? "")
      .split("\n")
      .map((row) => row.split(" | "))
      .flatMap(([first = "", , last = ""]) => {
        const layers = named(last).filter((name) => /^(?:src\/\w+|rules)$/.test(name));
        return named(first).map((name) => [name, layers.toSorted()] as const);
      }),
  );
}

/** Layers by package, as the code has them. */
function imports(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const top of ["src", "rules"]) {
    const files = readdirSync(path.join(root, top), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".ts"))) {
      const layer = top === "src" ? `src/${file.split(path.sep)[0]}` : top;
      const code = readFileSync(path.join(root, top, file), "utf8");
      for (const [, name = ""] of code.matchAll(
        /(?:from |import\(|\bload\()"((?:@[^/"]+\/)?[^./"][^/"]*)/g,
      ))
        found.set(name, (found.get(name) ?? new Set()).add(layer));
    }
  }
  return new Map([...found].map(([name, layers]) => [name, [...layers].sort()]));
}

describe("the packages in docs/architecture.md", () => {
  const used = imports();

  it("are those the code imports, bundled or not", () => {
    // `hast` and its like are types alone.
    const packages = [...used.keys()].filter((name) => name in installed);
    expect([...table().keys()].toSorted()).toEqual(packages.toSorted());
  });

  it("are used where it says", () => {
    for (const [name, layers] of table()) {
      if (name !== "zod") expect(used.get(name), name).toEqual(layers);
    }
    expect(used.get("zod")).not.toContain("src/article");
  });
});
