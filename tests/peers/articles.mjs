import { readFileSync } from "node:fs";
import { alignedHtml, blankFrontMatter } from "./html-view.mjs";

const NOW = "2026-11-22T00:00:00Z";
const FOUNDING = {
  file: new URL("../../fixtures/founding-article/source/_posts/talks.md", import.meta.url),
  path: "source/_posts/talks.md",
};

/**
 * Every article with its texts for the peers and our findings: path, source, `views` (see
 * peers.mjs) and `findings` (rule, lines).
 */
export function readArticles(own) {
  const founding = {
    name: "founding",
    engine: "hexo",
    files: [],
    articles: [{ path: FOUNDING.path, source: readFileSync(FOUNDING.file, "utf8") }],
  };
  return [founding, ...own.readCorpus()].flatMap((site) => articlesOf(own, site));
}

function articlesOf(own, { name, engine, files, articles }) {
  const { results, crashes } = own.checkTexts(
    articles.map(({ path, source }) => ({ path, text: source })),
    { rules: own.rules.map((rule) => ({ rule })), engine, files, now: NOW },
  );
  for (const { rule, path, reason } of crashes) console.error(`${rule} crashed: ${path} ${reason}`);
  const findingsOf = new Map(results.map(({ facts, findings }) => [facts.path, findings]));
  return articles.map(({ path, source }) => {
    const article = own.parseArticle({ path, source });
    const lines = own.indexLines(source);
    const span = ({ start, end }) => [lines.pointAt(start).line, lines.pointAt(end).line];
    return {
      path: `${name}/${path}`,
      source,
      firstLine: lines.pointAt(article.bodyStart).line,
      views: viewsOf(article),
      findings: (findingsOf.get(path) ?? []).map(({ rule, messageId, range, related }) => ({
        rule,
        messageId,
        lines: [
          ...span(range),
          ...related
            .filter((place) => (place.path ?? path) === path)
            .flatMap((place) => span(place.range)),
        ],
      })),
    };
  });
}

function viewsOf(article) {
  if (article.format === "html") return { html: blankFrontMatter(article) };
  const rendered = alignedHtml(article);
  if (article.format === "mdx") return { rendered };
  return { markdown: article.source, rendered, markup: article.markup };
}

/** The first of the given rules of ours that reports something where a peer does, give or take a line. */
export function coveredBy(article, { line, endLine = line }, ours) {
  const near = ({ rule, lines }) =>
    ours.includes(rule) && lines.some((place) => place >= line - 1 && place <= endLine + 1);
  return article.findings.find(near)?.rule;
}
