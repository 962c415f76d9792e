/**
 * Proves on copies of sites that `--fix` repairs and harms nothing:
 *
 *   node scripts/sites/repair.mjs BIN [--engines FILE] [--tsv] FOLDER…    BIN is the bin/copydesk.js of a build
 *
 * A second run must fix nothing; no rule may find more than before in any file; no fix may be taken back; only articles may
 * change; each must be read as before by other parsers than copydesk's, with the same words and the same front-matter data
 * except where an edit was asked for. FILE names the engines of folders that hold articles alone. Prints a line for each
 * folder and figures for each rule; exits 1 with a list of what is wrong.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { diffArrays } from "diff";
import { lineEndsIn } from "./markdown.mjs";
import { dataOf, linesOfKey, wordsOf } from "./rendered.mjs";
import { findingsOf, reportOn, runIn } from "./run.mjs";

/** Rules whose safe fixes change words or marks that readers see; an address may be its own text. */
const REWRITES_WORDS = /^(?:text|typography|table|link)\//;
const COLUMNS = [
  "fixed",
  "taken back",
  "overlapping",
  "suggestion",
  "choice",
  "all or none",
  "not changed",
];
const COLUMN_OF = new Map([
  ["fixed", "fixed"],
  ["taken back", "taken back"],
  ["overlapping others", "overlapping"],
  ["with a suggestion that --fix-suggestions makes", "suggestion"],
  ["with several suggestions to choose from", "choice"],
  ["made in all articles or in none", "all or none"],
  ["in files that are not changed", "not changed"],
]);

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { engines: { type: "string" } },
});
const [bin, ...folders] = positionals;
if (bin === undefined || folders.length === 0) {
  console.error("Usage: node scripts/sites/repair.mjs BIN [--engines FILE] FOLDER…");
  process.exit(2);
}
const engines = flags.engines === undefined ? {} : JSON.parse(readFileSync(flags.engines, "utf8"));

/** Copies a folder to one that has what copydesk needs to know where it ends. */
function copied(folder) {
  const copy = path.join(mkdtempSync(path.join(os.tmpdir(), "repair-")), path.basename(folder));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const git = path.join(copy, ".git");
  if (!existsSync(git)) {
    mkdirSync(git);
    writeFileSync(path.join(git, "HEAD"), "ref: refs/heads/main\n");
  }
  const engine = engines[path.basename(folder)];
  if (engine !== undefined)
    writeFileSync(path.join(copy, "copydesk.config.json"), JSON.stringify({ engine }));
  return copy;
}

/** What a folder's files were last changed at. */
function timesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(names.map((name) => [name, statSync(path.join(folder, name)).mtimeMs]));
}

const textsOf = (folder, { files }) =>
  new Map(files.map((file) => [file.path, readFileSync(path.join(folder, file.path), "utf8")]));

/** How often each rule finds something, by file. */
function countsOf(report) {
  const counts = new Map();
  for (const { file, rule } of findingsOf(report))
    counts.set(`${rule} in ${file}`, (counts.get(`${rule} in ${file}`) ?? 0) + 1);
  return counts;
}

const lineOf = (text, offset) => lineEndsIn(text.slice(0, offset)) + 1;

/** The lines that safe fixes are to change, by the rule that asks for them. */
function askedLines(text, findings) {
  return findings.flatMap(({ rule, fix }) =>
    (fix?.edits ?? []).map(({ start, end }) => ({
      rule,
      first: lineOf(text, start),
      last: lineOf(text, end),
    })),
  );
}

const isAsked = (asked, first, last) => asked.some((one) => one.first <= last && first <= one.last);

/** Changes of words that nobody asked for. */
function lostWords(before, after, asked) {
  const wrong = [];
  let at = 0;
  const parts = diffArrays(
    before.map(({ word }) => word),
    after.map(({ word }) => word),
  );
  for (const { added, removed, value } of parts) {
    const first = before[Math.max(0, at - 1)]?.line ?? 1;
    const end = added ? at : at + value.length;
    const last = before[Math.min(before.length - 1, end)]?.line ?? Infinity;
    if ((added || removed) && !isAsked(asked, first, last))
      wrong.push(
        `${added ? "new" : "lost"} words near line ${first}: ${JSON.stringify(value.join("").slice(0, 60))}`,
      );
    if (!added) at = end;
  }
  return wrong;
}

/** Changes of front-matter data that nobody asked for. */
function lostData(before, after, asked) {
  const [was, is] = [dataOf(before), dataOf(after)];
  if (isDeepStrictEqual(was, is)) return [];
  if (typeof is === "string") return typeof was === "string" ? [] : [`the front matter is ${is}`];
  const keys = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
  return [...keys]
    .filter((key) => !isDeepStrictEqual(was?.[key], is?.[key]))
    .filter((key) => {
      const lines = linesOfKey(before, key);
      return !isAsked(asked, lines?.first ?? 1, lines?.last ?? Infinity);
    })
    .map((key) => `the value of ${key} changes in the front matter`);
}

/** What is wrong with a text that was fixed. */
function harmTo(before, after, format, findings) {
  if (before === after) return [];
  const asked = askedLines(before, findings);
  const [was, is] = [wordsOf(before, format), wordsOf(after, format)];
  if (was !== undefined && is === undefined) return ["it cannot be read any more"];
  const rewritten = asked.filter(({ rule }) => REWRITES_WORDS.test(rule));
  return [
    ...(was === undefined ? [] : lostWords(was, is, rewritten)),
    ...lostData(before, after, asked),
  ];
}

/** Figures of each rule, as `--fix` tells them. */
function figuresOf(told) {
  const figures = new Map();
  for (const [, rule, counts] of told.matchAll(/^ {2}(\S+\/\S+) +(\d.*)$/gm)) {
    const row = new Map();
    for (const [, count, what] of counts.matchAll(/(\d+) ([^,]+)/g)) {
      const column = COLUMN_OF.get(what);
      if (column === undefined) throw new Error(`Not known: ${what}`);
      row.set(column, Number(count));
    }
    figures.set(rule, row);
  }
  return figures;
}

/** Fixes a copy of a folder, and compares. */
function prove(folder) {
  const copy = copied(folder);
  try {
    const first = reportOn(bin, copy);
    if (first.report === undefined) throw new Error(`${folder}: ${first.failed}`);
    const before = textsOf(copy, first.report);
    const times = timesOf(copy);
    const told = runIn(bin, copy, ["--fix-only"]).stderr;
    const after = textsOf(copy, first.report);
    const changed = [...timesOf(copy)].filter(([name, time]) => times.get(name) !== time);
    const second = reportOn(bin, copy);
    const again = runIn(bin, copy, ["--fix-only"]).stderr;
    const counts = countsOf(first.report);
    const findings = findingsOf(first.report);
    const wrong = [
      ...(again.startsWith("Nothing to fix.")
        ? []
        : [`a second run: ${again.split("\n").slice(0, 3).join(" ")}`]),
      ...[...told.matchAll(/^Taken back[\s\S]*/gm)].map(([lines]) => lines.trim()),
      ...changed
        .filter(([name]) => !before.has(name.replaceAll("\\", "/")))
        .map(([name]) => `${name} is no article and changes`),
      ...[...countsOf(second.report)]
        .filter(([place, count]) => count > (counts.get(place) ?? 0))
        .map(([place, count]) => `${count} instead of ${counts.get(place) ?? 0}: ${place}`),
      ...first.report.files.flatMap(({ path: file, format }) =>
        harmTo(
          before.get(file),
          after.get(file),
          format,
          findings.filter((one) => one.file === file),
        ).map((what) => `${file}: ${what}`),
      ),
    ];
    const files = [...before].filter(([file, text]) => after.get(file) !== text).length;
    return { articles: before.size, files, figures: figuresOf(told), wrong };
  } finally {
    rmSync(path.dirname(copy), { recursive: true });
  }
}

const sum = (figures, column) =>
  [...figures.values()].reduce((all, row) => all + (row.get(column) ?? 0), 0);
const print = (cells) => console.log(`| ${cells.join(" | ")} |`);
const printHead = (cells) => {
  print(cells);
  print(cells.map((_, column) => (column === 0 ? "---" : "--:")));
};

printHead(["site", "articles", "changed", "fixed", "taken back", "wrong"]);
const rules = new Map();
const wrong = [];
for (const folder of folders) {
  const name = path.basename(folder);
  const proof = prove(folder);
  print([
    name,
    proof.articles,
    proof.files,
    sum(proof.figures, "fixed"),
    sum(proof.figures, "taken back"),
    proof.wrong.length,
  ]);
  wrong.push(...proof.wrong.map((what) => `${name}: ${what}`));
  for (const [rule, row] of proof.figures) {
    const all = rules.get(rule) ?? new Map();
    for (const [column, count] of row) all.set(column, (all.get(column) ?? 0) + count);
    rules.set(rule, all);
  }
}
console.log();
printHead(["rule", ...COLUMNS]);
for (const [rule, row] of [...rules].sort())
  print([rule, ...COLUMNS.map((column) => row.get(column) ?? 0)]);
if (wrong.length > 0) console.log(`\n${wrong.map((what) => `- ${what}`).join("\n")}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
