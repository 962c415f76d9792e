import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Layers whose outcome depends on their input alone. Biome forbids them files, network and globals. */
const PURE = ["article", "rule", "site", "knowledge", "lint", "report", "fix"];

const codeOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [`${folder}/${file}`, readFileSync(path.join(root, folder, file), "utf8")]);

const pure = [...PURE.map((layer) => `src/${layer}`), "rules"].flatMap(codeOf);

describe("pure layers", () => {
  it.each([
    ["clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b/],
    ["chance", /\bMath\.random\b|\brandomUUID\b/],
    [
      "locale of the machine",
      /\.toLocale\w+\(\s*\)|\bnew Intl\.\w+\(\s*\)|\.localeCompare\([^,)]*\)/,
    ],
  ])("know no %s", (_what, pattern) => {
    const places = pure.filter(([, code]) => pattern.test(code)).map(([file]) => file);
    expect(places).toEqual([]);
  });
});

describe("gray-matter", () => {
  it("is imported in one folder", () => {
    const users = codeOf("src")
      .filter(([, code]) => /from "gray-matter"/.test(code))
      .map(([file]) => path.posix.dirname(file.replaceAll("\\", "/")));
    expect([...new Set(users)]).toEqual(["src/article/front-matter"]);
  });
});
