/**
 * Plants dead links into a copy of a repository, to see how many of them copydesk finds:
 *
 *   node scripts/sites/plant.mjs REPORT FOLDER SEED OUT     writes the copy to OUT and the list to OUT.json
 *
 * REPORT is the JSON report on FOLDER, as `measure.mjs --keep` writes it: it names the articles. The copy has 20 dead links
 * to pages, 10 dead anchors and 10 missing pictures, spread over the folders.
 * Each is a link of the site's own writers with one letter changed. Where they have too few of a kind, a new last line
 * has one more, in the shape of another article's. The same seed plants the same.
 */
import { cpSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { random } from "../random.mjs";
import { MASK, referencesOf } from "./references.mjs";
import { findingsOf, tellsTarget } from "./run.mjs";

const WANTED = { page: 20, anchor: 10, image: 10 };
const MOST_IN_AN_ARTICLE = 3;
const PAGE = /^(?:[^.]*|.*\.(?:html?|mdx?|markdown))$/i;
const MARKDOWN = /\.(?:mdx?|markdown)$/i;
const LETTERS = /[a-z]{3,}/gi;

const [reportFile, folder, seed, out] = process.argv.slice(2);
if (out === undefined) {
  console.error("Usage: node scripts/sites/plant.mjs REPORT FOLDER SEED OUT");
  process.exit(2);
}

const next = random(Number(seed));
const shuffled = (items) =>
  items
    .map((item) => ({ item, order: next() }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);

/** As which kinds of dead link a reference can serve. */
function kindsOf({ kind, target }) {
  if (/^(?:[a-z][\w+.-]*:|\/\/|\?)/i.test(target) || /[{}$<>\\\s]/.test(target)) return [];
  if (target.includes(MASK)) return [];
  const [address, fragment] = target.split("#");
  const stem = stemOf(address);
  const hasStem = LETTERS.test(stem);
  LETTERS.lastIndex = 0;
  if (kind === "image") return hasStem ? ["image"] : [];
  const isPage = PAGE.test(path.posix.basename(address.split("?")[0]));
  return [
    ...(isPage && hasStem ? ["page"] : []),
    ...(isPage && fragment !== undefined && /[a-z]{3}/i.test(fragment) ? ["anchor"] : []),
  ];
}

/** The last segment of an address without its extension. */
function stemOf(address) {
  const name = address.split("?")[0].replace(/\/+$/, "").split("/").at(-1) ?? "";
  return name.replace(/\.\w+$/, "").replaceAll(/%[\da-f]{2}/gi, "");
}

/** The target with one letter changed: of the fragment for an anchor, else of the name it ends in. */
function spoilt(kind, target) {
  const [address, ...rest] = target.split("#");
  if (kind === "anchor") return `${address}#${misspelled(rest.join("#"))}`;
  const stem = stemOf(address);
  const at = address.lastIndexOf(stem);
  const changed = address.slice(0, at) + misspelled(stem) + address.slice(at + stem.length);
  return [changed, ...rest].join("#");
}

function misspelled(word) {
  const runs = [...word.matchAll(LETTERS)];
  if (runs.length === 0) return `${word}x`;
  const run = runs[Math.floor(next() * runs.length)];
  const at = run.index + 1 + Math.floor(next() * (run[0].length - 1));
  const letter = String.fromCharCode(((word.toLowerCase().charCodeAt(at) - 97 + 7) % 26) + 97);
  return word.slice(0, at) + letter + word.slice(at + 1);
}

const lineOf = (text, offset) => text.slice(0, offset).split("\n").length;

const report = JSON.parse(readFileSync(reportFile, "utf8"));
const told = new Set(
  findingsOf(report)
    .filter(tellsTarget)
    .map(({ file, start }) => `${file}:${start.line}`),
);
const names = new Set(
  readdirSync(folder, { recursive: true }).map((name) => stemOf(name).toLowerCase()),
);

const articles = report.files.flatMap(({ path: file, format }) => {
  if (format === "other") return [];
  const text = readFileSync(path.join(folder, file), "utf8");
  const references = referencesOf(text, format).flatMap((reference) => {
    const lines = reference.at.map((offset) => lineOf(text, offset));
    const line = lineOf(text, reference.offset);
    if ([line, ...lines].some((one) => told.has(`${file}:${one}`))) return [];
    return [{ ...reference, file, line, lines, kinds: kindsOf(reference) }];
  });
  return [{ file, format, text, references }];
});

/** Articles in an order in which folders take turns. */
function inTurns() {
  const folders = new Map();
  for (const article of shuffled(articles)) {
    const name = path.posix.dirname(article.file);
    folders.set(name, [...(folders.get(name) ?? []), article]);
  }
  const rows = shuffled([...folders.values()]);
  const longest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    rows.flatMap((row) => row[turn] ?? []),
  ).flat();
}

const planted = [];
const isFree = ({ file, line }) =>
  planted.filter((one) => one.path === file).length < MOST_IN_AN_ARTICLE &&
  planted.every((one) => one.path !== file || one.line !== line);

/** Spoils one reference of each article in turn, until there are enough of a kind. */
function spoil(kind, wanted) {
  let left = wanted;
  for (const { references } of [...inTurns(), ...inTurns(), ...inTurns()]) {
    if (left === 0) break;
    const fitting = references.filter((one) => one.kinds.includes(kind) && isFree(one));
    const chosen = fitting[Math.floor(next() * fitting.length)];
    if (chosen === undefined) continue;
    const target = spoilt(kind, chosen.target);
    if (kind !== "anchor" && names.has(stemOf(target.split("#")[0]).toLowerCase())) continue;
    const { file, line, lines, offset, target: was } = chosen;
    planted.push({
      path: file,
      line,
      lines: [...new Set([line, ...lines])],
      kind,
      target,
      was,
      offset,
    });
    left--;
  }
  return left;
}

/** Targets that hold wherever they are written: root-relative ones, and anchors of the article itself. */
function shapes(kind) {
  const all = articles.flatMap(({ references }) => references);
  const fitting = all.filter(({ kinds, target }) =>
    kind === "anchor" ? /^#/.test(target) : kinds.includes(kind) && target.startsWith("/"),
  );
  if (fitting.length > 0) return fitting.map(({ target }) => target);
  return { anchor: ["#introduction"], image: ["missing-figure.png"], page: [] }[kind];
}

/** Adds a last line with a dead link to articles in turn. */
function add(kind, wanted) {
  const targets = shapes(kind);
  if (targets.length === 0) return;
  const open = inTurns().filter(
    ({ file, text }) =>
      MARKDOWN.test(file) && text.trim() !== "" && planted.every((one) => one.path !== file),
  );
  for (const { file, text } of open.slice(0, wanted)) {
    const was = targets[Math.floor(next() * targets.length)];
    const target = spoilt(kind, was);
    const line = lineOf(text.trimEnd(), Infinity) + 2;
    planted.push({ path: file, line, lines: [line], kind, target, was, isNew: true });
  }
}

for (const [kind, wanted] of Object.entries(WANTED)) {
  const left = spoil(kind, wanted);
  if (left > 0) add(kind, left);
}

cpSync(folder, out, { recursive: true, verbatimSymlinks: true });
for (const { file, text } of articles) {
  const here = planted.filter((one) => one.path === file);
  if (here.length === 0) continue;
  let changed = text;
  for (const { offset, was, target } of here
    .filter(({ isNew }) => isNew !== true)
    .sort((one, other) => other.offset - one.offset))
    changed = changed.slice(0, offset) + target + changed.slice(offset + was.length);
  for (const { kind, target } of here.filter(({ isNew }) => isNew === true))
    changed = `${changed.trimEnd()}\n\n${kind === "image" ? "!" : ""}[The other part of this](${target})\n`;
  unlinkSync(path.join(out, file));
  writeFileSync(path.join(out, file), changed);
}
const list = planted.map(({ offset, ...one }) => one);
writeFileSync(`${out}.json`, `${JSON.stringify(list, undefined, 1)}\n`);
const counts = Object.keys(WANTED).map(
  (kind) => `${list.filter((one) => one.kind === kind).length} ${kind}`,
);
console.log(`${path.basename(folder)}: ${counts.join(", ")}`);
