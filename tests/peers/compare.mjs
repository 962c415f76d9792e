/**
 * Runs html-validate, HTMLHint, markdownlint and axe-core on the corpus and the founding article, and lists
 * what they report where no rule of ours that covers it reports anything. See README.md.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { coveredBy, readArticles } from "./articles.mjs";
import { loadOwn } from "./load-own.mjs";
import { PEER_RULES, PEERS } from "./peers.mjs";
import { printSummary, sample } from "./summary.mjs";

const { values: flags } = parseArgs({
  options: {
    peer: { type: "string" },
    rule: { type: "string" },
    path: { type: "string", default: "" },
    show: { type: "string", default: "0" },
    json: { type: "string" },
  },
});

const chosen = PEERS.filter(({ name }) => flags.peer === undefined || flags.peer === name);
if (chosen.length === 0) {
  console.error(`No peer "${flags.peer}". There are ${PEERS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const loaded = [];
try {
  for (const peer of chosen) loaded.push({ ...peer, ...(await peer.load()) });
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.error("The peers are not installed. Run:\n\n  npm --prefix tests/peers ci\n");
  process.exit(2);
}

const own = await loadOwn();
if (!own.hasCorpus)
  console.error("There is no corpus beside the project: only the founding article.");
const articles = readArticles(own).filter(({ path }) => path.includes(flags.path));

/** Everything a peer reports, with the ids of ours that may answer and whether one does. */
const reports = [];
for (const peer of loaded) {
  for (const article of articles) {
    const seen = new Set();
    for (const [view, matters] of Object.entries(peer.views)) {
      const text = article.views[view];
      if (text === undefined) continue;
      for (const report of await peer.check(text)) {
        const key = `${report.rule} ${report.line}`;
        const ours = PEER_RULES[peer.name].covered[report.rule];
        if (ours === undefined || !matters(report.rule) || seen.has(key)) continue;
        // A peer takes the blank front matter for body.
        if (view !== "markdown" && report.line < article.firstLine) continue;
        seen.add(key);
        const by = coveredBy(article, report, ours);
        reports.push({ peer: peer.name, ...report, file: article.path, ours, by, article });
      }
    }
  }
}

printSummary({ loaded, articles, reports, own });
const shown = reports.filter(
  ({ by, rule }) => by === undefined && (flags.rule === undefined || flags.rule === rule),
);
for (const line of sample(shown, Number(flags.show))) console.log(line);
if (flags.json !== undefined) {
  writeFileSync(
    flags.json,
    `${JSON.stringify(
      shown.map(({ article: _article, by: _by, ...report }) => report),
      null,
      1,
    )}\n`,
  );
}
