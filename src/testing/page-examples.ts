import { ENGINE_NAMES } from "../engines/index.js";
import type { ExternalVerdict } from "../rule/index.js";
import type { TestFile } from "./check-texts.js";
import { type Fence, readFences } from "./page-fences.js";
import { readExampleFile } from "./page-files.js";
import { readVerdicts } from "./page-verdicts.js";

/** One article of an example, as its page shows it. */
export interface ExampleArticle {
  readonly path: string;
  readonly text: string;
}

/** What the info strings of an example say besides the paths; of several articles, the first to say it wins. */
export interface ExampleSettings {
  readonly engine: (typeof ENGINE_NAMES)[number];
  /** Options of the rule. */
  readonly options: unknown;
  /** Further files that exist beside the articles. */
  readonly files: readonly TestFile[];
  /** Whether the whole site is in view. */
  readonly complete: boolean;
  /** The config's `site`, as JSON. */
  readonly site: unknown;
  /** A JSON Schema for the front matter, as JSON. */
  readonly schema: unknown;
  /** The moment of the run; undefined for the usual one. */
  readonly now: string | undefined;
  /** What the network says, by absolute address: the `external` fence of the example. */
  readonly external: ReadonlyMap<string, ExternalVerdict>;
}

/** An example of a rule page: articles, what is reported for them, and what they look like when fixed. */
export interface PageExample {
  /** Line of the first fence, from 1. */
  readonly line: number;
  readonly articles: readonly ExampleArticle[];
  /** Text files of the site that are no articles. */
  readonly texts: readonly ExampleArticle[];
  readonly settings: ExampleSettings;
  /** The last `example` or `file` fence, behind which a missing output belongs. */
  readonly lastArticle: Fence;
  readonly output: Fence | undefined;
  readonly fixed: readonly {
    readonly path: string;
    readonly text: string;
    readonly fence: Fence;
  }[];
}

/** A rule page, read. */
export interface RulePage {
  /** The first heading's text. */
  readonly title: string;
  /** Second-level headings in order. */
  readonly sections: readonly string[];
  /** Rows of the table under "Options": name, default and meaning as written, backticks left out. */
  readonly options: readonly { readonly name: string; readonly defaultValue: string }[];
  readonly examples: readonly PageExample[];
}

/**
 * Reads a rule page.
 *
 * @throws {Error} naming the line when a fence is not closed, an info word is not known, or an output or
 * fixed text stands without an example.
 */
export function readRulePage(page: string): RulePage {
  const fences = readFences(page);
  const lines = page.split("\n");
  const prose = lines.map((line, index) =>
    fences.some((fence) => index >= fence.start && index <= fence.end) ? "" : line,
  );
  return {
    title:
      prose
        .find((line) => line.startsWith("# "))
        ?.slice(2)
        .trim() ?? "",
    sections: prose.filter((line) => line.startsWith("## ")).map((line) => line.slice(3).trim()),
    options: optionRows(prose),
    examples: examplesOf(fences),
  };
}

function optionRows(prose: readonly string[]): RulePage["options"] {
  const start = prose.findIndex((line) => /^##\s+Options\s*$/.test(line));
  if (start === -1) return [];
  const next = prose.findIndex((line, index) => index > start && line.startsWith("## "));
  const rows = prose
    .slice(start + 1, next === -1 ? undefined : next)
    .filter((line) => line.trimStart().startsWith("|"))
    .map((line) => cellsOf(line));
  return rows.slice(2).map(([name = "", defaultValue = ""]) => ({ name, defaultValue }));
}

/** Cells of a table row; `\|` is a bar inside a cell. */
function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|").replaceAll("`", ""));
}

interface Draft {
  readonly articles: { article: ExampleArticle; fence: Fence }[];
  readonly texts: ExampleArticle[];
  lastFence: Fence;
  readonly words: Map<string, string>;
  external: unknown;
  output: Fence | undefined;
  readonly fixed: { path: string; text: string; fence: Fence }[];
}

function examplesOf(fences: readonly Fence[]): readonly PageExample[] {
  const drafts: Draft[] = [];
  for (const fence of fences) {
    const [language, role] = fence.words;
    const last = drafts.at(-1);
    if (role === "file") {
      if (last === undefined || last.output !== undefined) throw stray(fence, "file");
      const words = settingWords(fence);
      last.texts.push({ path: words.get("path") ?? "", text: textOf(fence, words) });
      last.lastFence = fence;
    } else if (role === "external") {
      if (last === undefined || last.output !== undefined) throw stray(fence, "external");
      last.external = JSON.parse(fence.lines.join("\n"));
      last.lastFence = fence;
    } else if (role === "example") {
      const words = settingWords(fence);
      const piece = { article: articleOf(fence, words), fence };
      if (last === undefined || last.output !== undefined) {
        drafts.push({
          articles: [piece],
          texts: [],
          lastFence: fence,
          words,
          external: {},
          output: undefined,
          fixed: [],
        });
      } else {
        last.articles.push(piece);
        last.lastFence = fence;
        for (const [name, value] of words) {
          if (!last.words.has(name)) last.words.set(name, value);
        }
      }
    } else if (language === "text" && role === "output") {
      if (last === undefined || last.output !== undefined) throw stray(fence, "output");
      last.output = fence;
    } else if (role === "fixed") {
      if (last?.output === undefined) throw stray(fence, "fixed text");
      const words = settingWords(fence);
      const path = words.get("path") ?? last.articles[0]?.article.path ?? "";
      last.fixed.push({ path, text: textOf(fence, words), fence });
    }
  }
  return drafts.flatMap(({ articles, texts, lastFence, words, external, output, fixed }) => {
    const first = articles[0];
    if (first === undefined) return [];
    return {
      line: first.fence.start + 1,
      articles: articles.map(({ article }) => article),
      texts,
      settings: { ...readSettings(first.fence, words), external: readVerdicts(external) },
      lastArticle: lastFence,
      output,
      fixed,
    };
  });
}

function stray(fence: Fence, what: string): Error {
  return new Error(`Line ${fence.start + 1}: this ${what} does not follow an example.`);
}

const SETTINGS: ReadonlySet<string> = new Set([
  "engine",
  "path",
  "options",
  "files",
  "complete",
  "site",
  "schema",
  "now",
  "unterminated",
]);

function settingWords(fence: Fence): Map<string, string> {
  const words = new Map<string, string>();
  for (const word of fence.words.slice(2)) {
    const separator = word.indexOf("=");
    const name = separator === -1 ? word : word.slice(0, separator);
    if (!SETTINGS.has(name)) {
      throw new Error(`Line ${fence.start + 1}: "${word}" is not a setting of an example.`);
    }
    words.set(name, separator === -1 ? "" : word.slice(separator + 1));
  }
  return words;
}

function readSettings(
  fence: Fence,
  words: ReadonlyMap<string, string>,
): Omit<ExampleSettings, "external"> {
  const json = (name: string): unknown => {
    const value = words.get(name);
    return value === undefined ? undefined : JSON.parse(value);
  };
  const engine = words.get("engine") ?? "none";
  const known = ENGINE_NAMES.find((name) => name === engine);
  if (known === undefined) throw new Error(`Line ${fence.start + 1}: "${engine}" is no engine.`);
  return {
    engine: known,
    options: json("options") ?? {},
    files: words.get("files")?.split(",").map(readExampleFile) ?? [],
    complete: words.has("complete"),
    site: json("site") ?? {},
    schema: json("schema"),
    now: words.get("now"),
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = { md: "md", html: "html", mdx: "mdx" };

function articleOf(fence: Fence, words: ReadonlyMap<string, string>): ExampleArticle {
  const extension = EXTENSIONS[fence.words[0] ?? ""];
  if (extension === undefined) {
    throw new Error(`Line ${fence.start + 1}: an example is md, html or mdx.`);
  }
  return { path: words.get("path") ?? `article.${extension}`, text: textOf(fence, words) };
}

function textOf(fence: Fence, words: ReadonlyMap<string, string>): string {
  const text = fence.lines.join("\n");
  return words.has("unterminated") || fence.lines.length === 0 ? text : `${text}\n`;
}
