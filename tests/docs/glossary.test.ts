import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { optionsOf } from "../../src/cli/rule-options.js";
import type { MessageDefinition } from "../../src/rule/index.js";
import { readFences } from "../../src/testing/page-fences.js";
import { root } from "../package/sandbox.js";

/** The longest `what` that fits into one line of a report. */
const LONGEST_WHAT = 90;
const GLOSSARY = "docs/glossary.md";

/** A phrase that texts must not contain, and the longer phrases that may contain it. */
interface Ban {
  readonly phrase: string;
  readonly pattern: RegExp;
  readonly exceptions: readonly RegExp[];
}

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** The cells of a table row; `\|` is a bar inside a cell. */
const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const quotedIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

/** A word with the endings that English gives it. */
function inflected(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "['’]");
  if (!/^[a-z]{3,}$/i.test(word)) return escaped;
  if (/[^aeiou]y$/i.test(word))
    return `(?:${escaped}|${escaped.slice(0, -1)}(?:ies|ied)|${escaped}ing)`;
  if (word.endsWith("e")) return `${escaped.slice(0, -1)}(?:e|es|ed|er|ing)`;
  if (word === "stand") return "(?:stands?|standing|stood)";
  return `${escaped}(?:s|es|ed|er|ing|['’]s)?`;
}

/** Finds a phrase word by word, in any letter case, but not in a path, an id or a longer name with hyphens. */
function patternOf(phrase: string): RegExp {
  const words = phrase.split(" ").map(inflected).join("\\s+");
  return new RegExp(`(?<![\\w/$-]|\\w\\.)${words}(?![\\w/]|-\\w|\\.\\w)`, "giu");
}

function bansOf(glossary: string): readonly Ban[] {
  const bans: Ban[] = [];
  let never = -1;
  let except = -1;
  for (const line of glossary.split("\n")) {
    if (!line.startsWith("|")) {
      never = -1;
      continue;
    }
    const cells = cellsOf(line);
    if (never === -1) {
      never = cells.indexOf("never");
      except = cells.indexOf("except");
      continue;
    }
    const exceptions = quotedIn(cells[except] ?? "").map(patternOf);
    for (const phrase of quotedIn(cells[never] ?? "")) {
      bans.push({ phrase, pattern: patternOf(phrase), exceptions });
    }
  }
  return bans;
}

/** Drops what is not prose: code spans, tags, link targets and placeholders. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/(`+)[^`]+\1/g, " ")
    .replaceAll(/\]\([^)\s]*\)/g, "]")
    .replaceAll(/<\/?[a-z!][^<>\n]*>/gi, " ")
    .replaceAll(/\{\w+\}/g, " ");
}

/** The banned phrases of a text, each as it is written there. */
function bannedIn(text: string, bans: readonly Ban[]): readonly string[] {
  const prose = withoutCode(text);
  return bans.flatMap(({ phrase, pattern, exceptions }) => {
    const allowed = exceptions.reduce((left, exception) => left.replaceAll(exception, "…"), prose);
    return [...allowed.matchAll(pattern)].map(([found]) => `"${found}" (${phrase})`);
  });
}

/** A Markdown file by its paragraphs, lines counted from 1, fenced blocks left out. */
function proseOf(page: string): readonly { readonly line: number; readonly text: string }[] {
  const inFence = new Set<number>();
  for (const { start, end } of readFences(page)) {
    for (let line = start; line <= end; line++) inFence.add(line);
  }
  const paragraphs: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [index, line] of page.split("\n").entries()) {
    const text = line.trim();
    if (text === "" || inFence.has(index)) {
      isOpen = false;
      continue;
    }
    const last = paragraphs.at(-1);
    const begins = !isOpen || last === undefined || /^(?:[-*#|]|\d+\.)/.test(text);
    if (begins) paragraphs.push({ line: index + 1, text });
    else last.text += ` ${text}`;
    isOpen = true;
  }
  return paragraphs;
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")))
    .sort();

const rulePages = markdownIn("rules");
const otherPages = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs")];
const bans = bansOf(textOf(GLOSSARY));

/** Every text of a rule that does not depend on an article, by its name. */
function textsOf(rule: (typeof rules)[number]): readonly (readonly [string, string])[] {
  return [
    ["summary", rule.summary],
    ...optionsOf(rule).map(({ name, description }) => [`option ${name}`, description] as const),
    ...Object.entries(rule.messages).flatMap(([id, { what, why, help }]) => [
      [`${id} what`, what] as const,
      [`${id} why`, why] as const,
      [`${id} help`, help] as const,
    ]),
  ];
}

/** A help may end with what to write, which takes no full stop: `Write draft: false`. */
const endsHelp = (help: string): boolean => help.endsWith(".") || /: \S[^.]*$|\}$/.test(help);

/** A text that ends with a placeholder is held to this where a page shows it filled. */
const endsSentence = (text: string): boolean => /[.}]$/.test(text);

function problemsOf({ what, why, help }: MessageDefinition): readonly string[] {
  const literal = what.replaceAll(/\{\w+\}/g, "");
  return [
    ...(literal.length > LONGEST_WHAT ? [`what has ${literal.length} characters`] : []),
    ...(endsSentence(what) ? [] : ["what does not end with a full stop"]),
    ...(why === "" ? ["why is empty"] : []),
    ...(why === "" || endsSentence(why) ? [] : ["why does not end with a full stop"]),
    ...(endsHelp(help) ? [] : ["help does not end with a full stop or with what to write"]),
  ];
}

/** A line of an output block that begins a finding, and what it says is wrong. */
const FINDING = /^(?:\S.*? )?\d+:\d+-\d+:\d+ (?:error|warning|info) [\w-]+ (.*)$/;

const outputsOf = (page: string): readonly { readonly line: number; readonly text: string }[] =>
  readFences(textOf(page))
    .filter(({ words }) => words[0] === "text" && words[1] === "output")
    .flatMap(({ start, lines }) => lines.map((text, index) => ({ line: start + 2 + index, text })));

describe("the glossary", () => {
  it("has tables with phrases to avoid", () => {
    expect(bans.length).toBeGreaterThan(40);
    expect(new Set(bans.map(({ phrase }) => phrase)).size).toBe(bans.length);
  });

  it.each([
    ["This paragraph stands in the article twice, so readers meet the same words again.", "stand"],
    ["What “ opens here never closes, so readers cannot tell where it ends.", "never closes"],
    ["Control character U+0007 is no text: feeds and XML parsers refuse it.", "is no"],
    ["A link that leads nowhere.", "lead nowhere"],
    ["3 lines end in blanks", "blanks"],
    ["Describe the picture in alt.", "picture"],
    ["The text behind the closing fence is lost.", "behind"],
    ["Two\n  INVERTED Commas", "inverted comma"],
  ])("finds what is to be avoided in: %s", (text, phrase) => {
    expect(bannedIn(text, bans).join()).toContain(`(${phrase})`);
  });

  it.each([
    "`picture` and <picture media=x> are code, [an image](../image/picture.md) links to code.",
    "There is no page here, and it is no longer published.",
    "TODO stands for a note, which nobody understands.",
    "image/picture-size is an id, and so is link/behind.",
    "A blank line follows, besides others.",
  ])("leaves alone: %s", (text) => {
    expect(bannedIn(text, bans)).toEqual([]);
  });
});

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("texts of $id", ({ rule }) => {
  it("use the words of the glossary", () => {
    const found = textsOf(rule).flatMap(([name, text]) =>
      bannedIn(text, bans).map((banned) => `${name}: ${banned}`),
    );
    expect(found).toEqual([]);
  });

  it("say what, why and what to do, each as a sentence", () => {
    const found = Object.entries(rule.messages).flatMap(([id, message]) =>
      problemsOf(message).map((problem) => `${id}: ${problem}`),
    );
    expect(found).toEqual([]);
  });
});

describe("pages", () => {
  it.each([...rulePages, ...otherPages])("use the words of the glossary: %s", (file) => {
    const page = textOf(file);
    const paragraphs = proseOf(page).filter(
      ({ text }) => file !== GLOSSARY || !text.startsWith("|"),
    );
    const found = paragraphs.flatMap(({ line, text }) =>
      bannedIn(text, bans).map((banned) => `${line}: ${banned}`),
    );
    expect(found).toEqual([]);
  });

  it.each(rulePages)(
    "print in each finding a first line that fits, and whole sentences: %s",
    (file) => {
      const found = outputsOf(file).flatMap(({ line, text }) => {
        const what = FINDING.exec(text)?.[1];
        const sentence = what ?? /^ {2}why: (.*)$/.exec(text)?.[1];
        if (sentence === undefined) return [];
        const length = what === undefined ? 0 : [...what].length;
        return [
          ...(length > LONGEST_WHAT ? [`${line}: ${length} characters`] : []),
          ...(sentence.endsWith(".") ? [] : [`${line}: no full stop`]),
        ];
      });
      expect(found).toEqual([]);
    },
  );

  it.each(rulePages)("print suggestions and related places in those words: %s", (file) => {
    const found = outputsOf(file)
      .filter(({ text }) => /^ {2}(?:→|suggestion:|why:|help:)/.test(text) || FINDING.test(text))
      .map(({ line, text }) => ({ line, text: FINDING.exec(text)?.[1] ?? text }))
      .flatMap(({ line, text }) =>
        // What a finding quotes from the article is not its own text.
        bannedIn(text.replaceAll(/"[^"]*"|“[^”]*”/g, " "), bans).map(
          (banned) => `${line}: ${banned}`,
        ),
      );
    expect(found).toEqual([]);
  });
});
