import { loadSources } from "./load-sources.mjs";

const ENTRY = `
export { rules } from "./rules/index.ts";
export { indexLines } from "./src/article/lines.ts";
export { parseArticle } from "./src/article/parse-article.ts";
export { checkTexts } from "./src/testing/check-texts.ts";
export { hasCorpus, readCorpus } from "./tests/corpus/corpus.ts";
`;

/** Loads the part of copydesk that checks articles. */
export function loadOwn() {
  return loadSources(ENTRY);
}
