import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { Routes } from "../../facts/routes.js";
import { numberedIds } from "../numbered-ids.js";
import { joinPath } from "../read/config-value.js";
import { goldmark } from "../sluggers.js";
import { readBook } from "./config.js";
import { chaptersOf } from "./summary.js";

const SUMMARY = "SUMMARY.md";
const CHAPTER = /\.md$/;
/** What a theme or another renderer writes. */
const MADE = /\.(?:js|css|json|xml|txt|pdf|epub)$/i;
const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/**
 * mdBook: a chapter that `SUMMARY.md` names is written to its path with `.html`, `README.md` to `index.html`; the first
 * chapter is the home page as well. Other files that are not Markdown are copied. `.md` in links becomes `.html`.
 */
export const createBookRouter: CreateRouter = (site, articles, files) => {
  const book = readBook(site.config);
  const summary = lazily(() => {
    const path = joinPath(site.root, SUMMARY);
    const text = files?.text(path);
    return text === undefined ? undefined : chaptersOf(text);
  });
  const sources = lazily(() => new Set(articles.map(({ path }) => path)));
  const addressOf = (chapter: string): string =>
    normalise(chapter.replace(/(^|\/)README\.md$/i, "$1index.html").replace(CHAPTER, ".html"));
  const missing = lazily(() => {
    const absent = (summary() ?? []).filter((path) => !sources().has(joinPath(site.root, path)));
    return new Set(book.createsMissing ? absent.map(addressOf) : []);
  });
  const insideOf = (path: string): string | undefined => below(path, site.root);

  return {
    routesOf({ path }) {
      const inside = insideOf(path);
      const chapters = summary();
      if (inside === undefined || inside === SUMMARY || !CHAPTER.test(inside)) return NOWHERE;
      if (chapters === undefined) return { ...NOWHERE, certain: false };
      const own = addressOf(inside.normalize("NFC"));
      if (!chapters.includes(inside.normalize("NFC")))
        return { ...NOWHERE, heldBack: { reason: "no-page", addresses: [own] } };
      const isFirst = chapters[0] === inside.normalize("NFC");
      const addresses = isFirst && own !== "/" ? [own, "/"] : [own];
      return { addresses, aliases: [], certain: true };
    },
    generates(address) {
      if (address === "/" || address === "/404.html" || address === "/toc.html") return "yes";
      if (address === "/print.html") return book.hasPrint ? "yes" : "no";
      if (missing().has(address)) return "yes";
      return MADE.test(address) || summary() === undefined ? "maybe" : "no";
    },
    staticFiles: (address) =>
      CHAPTER.test(address) ? [] : [joinPath(site.root, address.slice(1))],
    besideArticle: () => [],
    sameAs: () => [],
    anchorsOf: ({ headings, terms = [] }) => {
      if (book.hasOwnPreprocessor) return undefined;
      return numberedIds([...headings.filter(({ id }) => id === undefined), ...terms], goldmark);
    },
    // Links of the summary name chapters, which a build writes where they are not there.
    readingOf: (_reference, { path }) => (insideOf(path) === SUMMARY ? "file" : "address"),
    mayRewrite: ({ path }) => insideOf(path) === SUMMARY && book.createsMissing,
    writtenPath: ({ path }, written) =>
      insideOf(path) === SUMMARY ? written : written.replace(CHAPTER, ".html"),
  };
};
