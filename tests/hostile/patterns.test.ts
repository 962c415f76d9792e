import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Literal, type Node, parse } from "acorn";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Layers that read what an article says, at any length. */
const FOLDERS = ["article", "knowledge", "lint", "report", "run", "site"].map(
  (name) => `src/${name}`,
);

/** Patterns that are slow on long texts and are given short ones only. */
const GIVEN_SHORT_TEXTS: ReadonlySet<string> = new Set([
  // src/knowledge/removal.ts looks back 300 characters.
  String.raw`(?:^|\n|<br[^<>]*>|<\/?(?:article|blockquote|body|center|div|hr|main|p|section|td|ul|ol|table)(?:\s[^<>]*)?>)\s*$`,
  String.raw`(?:\s*<br[^<>]*>)+\s*$`,
]);

/** What is repeated thousands of times, as it stands and between other text. */
const PIECES = [
  ..." |\n|\t|a|A|1|-|_|*|<|<a|<!--|{{|(|[|](|\"|'|=|&|&amp;|;|:|.|,|/|%|#|漢|。|“|\u0301|·|`|\\|!|?|~|+|$".split(
    "|",
  ),
  ..."a |a-|a.|a,|Aa |1.|http://|@|a@|> |- |\u00a0|😀|a漢|<a |\r\n|\n\n| \n|a=b |a:b;| --".split(
    "|",
  ),
  "|",
];
const AROUND = [
  ["", "\0!"],
  ["a", "b"],
] as const;

/** Lengths of the texts, and how often the time may grow from one to the next: 4 is linear, 16 quadratic. */
const SHORT = 3000;
const LONG = 4 * SHORT;
/** Milliseconds below which nothing is judged. */
const NOTICEABLE = 100;

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function patternsOf(file: string): readonly Pattern[] {
  const { code } = transformSync(readFileSync(join(root, file), "utf8"), { loader: "ts" });
  const found: Pattern[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if (isRegExp(value)) {
        const { pattern, flags } = value.regex;
        found.push({ file, source: pattern, flags });
      } else Object.values(value).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  return found;
}

function isRegExp(node: object): node is Literal & { regex: NonNullable<Literal["regex"]> } & Node {
  return "type" in node && node.type === "Literal" && "regex" in node && node.regex !== undefined;
}

/** Milliseconds of an unsuccessful search for all matches. */
function timeOf(pattern: RegExp, text: string): number {
  const started = performance.now();
  if (pattern.global) text.replace(pattern, "");
  else pattern.test(text);
  return performance.now() - started;
}

/** The repeated piece on which a pattern takes far more than a linear time, and the time. */
function slowness({ source, flags }: Pattern): string | undefined {
  const pattern = new RegExp(source, flags);
  for (const piece of PIECES) {
    for (const [before, after] of AROUND) {
      const text = (length: number): string =>
        before + piece.repeat(Math.ceil(length / piece.length)) + after;
      if (timeOf(pattern, text(SHORT)) < NOTICEABLE / 16) continue;
      const long = Math.min(...[1, 2, 3].map(() => timeOf(pattern, text(LONG))));
      if (long > NOTICEABLE) return `${JSON.stringify(piece)}: ${Math.round(long)} ms`;
    }
  }
  return undefined;
}

describe("the regular expressions of the code", () => {
  it("take linear time on any repeated text", () => {
    const files = [...FOLDERS, "rules"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => `${folder}/${file}`),
    );
    const patterns = new Map(
      files.flatMap(patternsOf).map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]),
    );
    expect(patterns.size).toBeGreaterThan(300);
    const slow = [...patterns.values()]
      .filter(({ source }) => !GIVEN_SHORT_TEXTS.has(source))
      .flatMap((pattern) => {
        const reason = slowness(pattern);
        return reason === undefined
          ? []
          : [`${pattern.file} /${pattern.source}/${pattern.flags} on ${reason}`];
      });
    expect(slow).toEqual([]);
  }, 120_000);
});
