import * as z from "zod";
import {
  type Article,
  type DescriptionField,
  defineRule,
  descriptionFields,
  hasExcerptMarker,
  hasTemplateSyntax,
  isPost,
  isPublished,
  isRedirect,
  proposedDescription,
  type Range,
  type Suggestion,
  weightedLength,
} from "../../src/rules.js";

const MARKUP = /<\/?[a-z][^<>]*>|!?\[[^[\]]+\]\([^)]+\)|\*\*[^*]+\*\*|`[^`]+`/i;

export default defineRule({
  id: "seo/description",
  summary: "Posts say in a sentence or two what they are about",
  fixes: ["suggestion"],
  references: ["https://developers.google.com/search/docs/appearance/snippet"],
  options: z.strictObject({
    min: z.int().min(0).default(50).describe("Least weighted length; a CJK character counts 2."),
    max: z
      .int()
      .min(1)
      .default(160)
      .describe("Greatest weighted length; a CJK character counts 2."),
    always: z
      .boolean()
      .default(false)
      .describe("Ask for a description also where the engine makes one from the first words."),
  }),
  messages: {
    missing: {
      severity: "info",
      what: "The article has no description, so search results and shared links show whatever words stand first.",
      why: "",
      help: "Write one or two sentences (50 to 160 characters, half as many in CJK) into description.",
    },
    missingWithExcerpt: {
      severity: "info",
      what: "The article has neither a description nor an excerpt mark, so search results show whatever words stand first and lists show the whole article.",
      why: "",
      help: "Write one or two sentences into description, and put <!-- more --> after the opening paragraph.",
    },
    short: {
      severity: "info",
      what: "The description is too short to tell what the article is about ({length} of at least {min}, CJK counting double), so search engines replace it.",
      why: "",
      help: "Say in one or two sentences what readers learn here.",
    },
    long: {
      severity: "info",
      what: "The description is longer than search results show ({length} of at most {max}, CJK counting double), so its end is cut off.",
      why: "",
      help: "Say the main thing first and shorten the rest.",
    },
    title: {
      severity: "warning",
      what: "The description only repeats the title, so search results say the same thing twice.",
      why: "",
      help: "Say what the title does not.",
    },
    markup: {
      severity: "warning",
      what: "The description holds markup ({text}), which search results and shared links show as it is written.",
      why: "",
      help: "Write it as plain text.",
    },
  },
  check({ article, engine, options, report }) {
    const { frontMatter } = article;
    if (frontMatter === undefined || !isPublished(article) || isRedirect(article)) return;
    // With a syntax error nobody knows which fields there are.
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return;
    const fields = descriptionFields(article);
    const written = fields.filter(({ text }) => text !== "");

    if (written.length === 0) {
      const derived = engine.frontMatter.describesFromText && !options.always;
      if (derived || !isPost(article, engine) || !hasBody(article)) return;
      const lists = engine.links.listsShowPosts;
      // Where lists show full posts, the words before the mark serve as the description.
      if (lists && hasExcerptMarker(article)) return;
      report({
        messageId: lists ? "missingWithExcerpt" : "missing",
        range: fields[0]?.entry.keyRange ?? frontMatter.openingFence,
        ...(fields.length > 0 ? {} : suggest(article, options)),
      });
      return;
    }

    const field = written.find(({ isMeta }) => isMeta);
    if (field === undefined || hasTemplateSyntax(field.text)) return;
    const range = textRange(field);
    const length = weightedLength(field.text);
    const markup = MARKUP.exec(field.text)?.[0];
    if (fold(field.text) === fold(titleOf(article))) report({ messageId: "title", range });
    else if (markup !== undefined) report({ messageId: "markup", range, data: { text: markup } });
    else if (length < options.min) {
      report({ messageId: "short", range, data: { length, min: options.min } });
    } else if (length > options.max) {
      report({ messageId: "long", range, data: { length, max: options.max } });
    }
  },
});

function hasBody(article: Article): boolean {
  return article.source.slice(article.bodyStart).trim() !== "";
}

function titleOf(article: Article): string {
  const title = article.frontMatter?.data.title;
  return typeof title === "string" ? title : "";
}

/** Letters and digits only, so that a full stop makes no difference. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function textRange({ entry }: DescriptionField): Range {
  const quoted = entry.style === "single-quoted" || entry.style === "double-quoted" ? 1 : 0;
  const { start, end } = entry.valueRange;
  return { start: start + quoted, end: Math.max(start + quoted, end - quoted) };
}

/** A line for the front matter, from the article's first sentences. */
function suggest(
  article: Article,
  limits: { readonly min: number; readonly max: number },
): { readonly suggestions: readonly Suggestion[] } | undefined {
  const text = proposedDescription(article, limits);
  const at = article.frontMatter?.closingFence?.start;
  const format = article.frontMatter?.format;
  if (text === undefined || at === undefined || format === "json") return undefined;
  const ending = article.source.includes("\r\n") ? "\r\n" : "\n";
  const line =
    format === "yaml"
      ? `description: '${text.replaceAll("'", "''")}'`
      : `description = ${JSON.stringify(text)}`;
  const edits = [{ start: at, end: at, text: line + ending }];
  return { suggestions: [{ message: "Use the article's first words", edits }] };
}
