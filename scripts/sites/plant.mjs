/**
 * Plants dead links into a copy of a repository, to see how many of them copydesk finds:
 *
 *   node scripts/sites/plant.mjs [--how slip|renamed|removed] REPORT FOLDER SEED OUT
 *
 * The copy is written to OUT and the list to OUT.json. REPORT is the JSON report on FOLDER, as `measure.mjs --keep` writes
 * it: it names the articles. The copy has 20 dead links to pages, 10 dead anchors and 10 missing pictures, spread over the
 * folders. Each is a link of the site's own writers to a name that nothing has; `spoil.mjs` says how it is made, in three
 * ways by turns unless `--how` names one. Where the writers have too few of a kind, a new last line has one more, in the
 * shape of another article's. The same seed plants the same.
 */
import { cpSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { random } from "../random.mjs";
import { MASK, referencesOf } from "./references.mjs";
import { findingsOf, tellsTarget } from "./run.mjs";
import { HOWS, LETTERS, Spoiler, stemOf } from "./spoil.mjs";

const WANTED = { page: 20, anchor: 10, image: 10 };
const MOST_IN_AN_ARTICLE = 3;
const PAGE = /^(?:[^.]*|.*\.(?:html?|mdx?|markdown))$/i;
const MARKDOWN = /\.(?:mdx?|markdown)$/i;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { how: { type: "string" } },
});
const [reportFile, folder, seed, out] = positionals;
if (out === undefined || (flags.how !== undefined && !HOWS.includes(flags.how))) {
  console.error(
    `Usage: node scripts/sites/plant.mjs [--how ${HOWS.join("|")}] REPORT FOLDER SEED OUT`,
  );
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
  if (/^(?:[a-z][\w+.-]*:|\/\/|\?)|:\/\//i.test(target) || /[{}$<>\\\s]/.test(target)) return [];
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

const lineOf = (text, offset) => text.slice(0, offset).split("\n").length;

const report = JSON.parse(readFileSync(reportFile, "utf8"));
const told = new Set(
  findingsOf(report)
    .filter(tellsTarget)
    .map(({ file, start }) => `${file}:${start.line}`),
);
const articles = report.files.flatMap(({ path: file, format }) => {
  // What Jekyll takes for pages with other endings is no Markdown.
  if (format === "other" || /\.txt$/i.test(file)) return [];
  const text = readFileSync(path.join(folder, file), "utf8");
  const references = referencesOf(text, format).flatMap((reference) => {
    const lines = reference.at.map((offset) => lineOf(text, offset));
    const line = lineOf(text, reference.offset);
    if ([line, ...lines].some((one) => told.has(`${file}:${one}`))) return [];
    return [{ ...reference, file, line, lines, kinds: kindsOf(reference) }];
  });
  return [{ file, format, text, references }];
});

const spoiler = new Spoiler({
  next,
  hows: flags.how === undefined ? HOWS : [flags.how],
  files: readdirSync(folder, { recursive: true }),
  articles,
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
    const dead = spoiler.spoilt(kind, chosen.target);
    if (dead === undefined) continue;
    const { file, line, lines, offset, target: was } = chosen;
    planted.push({
      path: file,
      line,
      lines: [...new Set([line, ...lines])],
      kind,
      ...dead,
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
    const dead = spoiler.spoilt(kind, was);
    if (dead === undefined) continue;
    const line = lineOf(text.trimEnd(), Infinity) + 2;
    planted.push({ path: file, line, lines: [line], kind, ...dead, was, isNew: true });
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
