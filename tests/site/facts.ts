import type { ArticleFacts } from "../../src/facts/facts.js";

/** The facts of an article of which nothing is known but its path, and what is given. */
export function factsOf(path: string, more: Partial<ArticleFacts> = {}): ArticleFacts {
  return {
    path,
    format: "markdown",
    engine: "none",
    lineStarts: [0],
    hasFrontMatter: true,
    metadata: {
      title: null,
      date: null,
      updated: null,
      authors: [],
      categories: [],
      tags: [],
      words: 0,
    },
    route: { aliases: [], published: true, values: {} },
    ids: [],
    headings: [],
    links: [],
    images: [],
    paragraphs: [],
    directives: [],
    rules: {},
    ...more,
  };
}
