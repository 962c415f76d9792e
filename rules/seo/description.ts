import * as z from "zod";
import {
  type Article,
  type DescriptionField,
  defineRule,
  descriptionFields,
  hasExcerptMarker,
  hasTemplateSyntax,
  insert,
  isPost,
  isPublished,
  isRedirect,
  makesPage,
  misspeltMarker,
  proposedDescription,
  type Range,
  replace,
  type Suggestion,
  weightedLength,
} from "../../src/rules.js";

const MARKUP = /<\/?[a-z][^<>]*>|!?\[[^[\]]+\]\([^)]+\)|\*\*[^*]+\*\*|`[^`]+`/i;

export default defineRule({
  id: "seo/description",
  summary: "Posts have a description of one or two sentences",
  fixes: ["suggestion"],
  references: ["https://developers.google.com/search/docs/appearance/snippet"],
  options: z.strictObject({
    min: z
      .int()
      .min(0)
      .default(50)
      .describe("Minimum weighted length; a CJK character counts as two."),
    max: z
      .int()
      .min(1)
      .default(160)
      .describe("Maximum weighted length; a CJK character counts as two."),
    always: z
      .boolean()
      .default(false)
      .describe("Require a description even if the engine makes one from the first words."),
  }),
  messages: {
    missing: {
      severity: "info",
      what: "The article has no description.",
      why: "Search results and link previews show the first words of the page instead.",
      help: "Add a description of {min} to {max} characters, one or two sentences; a CJK character counts as two.",
    },
    missingWithExcerpt: {
      severity: "info",
      what: "The article has neither a description nor an excerpt marker.",
      why: "Search results show the first words of the page, and lists show the whole article.",
      help: "Add a description of {min} to {max} characters (a CJK character counts as two), and put <!-- more --> after the opening paragraph.",
    },
    marker: {
      severity: "warning",
      what: 'There is no excerpt marker "{text}".',
      why: "Lists look for <!-- {meant} -->, so they show the whole article.",
      help: "Write {meant}.",
    },
    short: {
      severity: "info",
      what: "The description is too short to be useful (length {length}, minimum {min}).",
      why: "Search engines replace it with other text from the page; a CJK character counts as two.",
      help: "Say in one or two sentences what readers learn from the article.",
    },
    long: {
      severity: "info",
      what: "The description is longer than search results show (length {length}, maximum {max}).",
      why: "Search engines cut off the end, so readers do not see it; a CJK character counts as two.",
      help: "Put the main point first and shorten the rest.",
    },
    title: {
      severity: "warning",
      what: "The description only repeats the title.",
      why: "Search results show the same text twice.",
      help: "Say what the title does not say.",
    },
    markup: {
      severity: "warning",
      what: "The description contains Markdown or HTML.",
      why: "Search results and link previews show the markup ({text}) as it is written.",
      help: "Write the description as plain text.",
    },
  },
  check({ article, engine, options, report, settings }) {
    const { frontMatter } = article;
    if (
      frontMatter === undefined ||
      !isPublished(article) ||
      !makesPage(article, engine, settings.site) ||
      isRedirect(article)
    )
      return;
    // After a syntax error, it is not known which fields there are.
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return;
    const marker = engine.links.listsShowPosts ? misspeltMarker(article) : undefined;
    if (marker !== undefined) {
      const { range, text, meant } = marker;
      const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, meant)] }];
      report({ messageId: "marker", range, data: { text, meant }, suggestions });
    }
    const fields = descriptionFields(article);
    const written = fields.filter(({ text }) => text !== "");

    if (written.length === 0) {
      const derived = engine.frontMatter.describesFromText && !options.always;
      if (derived || !isPost(article, engine) || !hasBody(article)) return;
      const lists = engine.links.listsShowPosts;
      // Where lists show full posts, the words before the marker serve as the description.
      if (lists && hasExcerptMarker(article)) return;
      report({
        messageId: lists ? "missingWithExcerpt" : "missing",
        range: fields[0]?.entry.keyRange ?? frontMatter.openingFence,
        data: { min: options.min, max: options.max },
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

/** Only letters and digits, so that a full stop makes no difference. */
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

/** A line for the front matter, made from the first sentences of the article. */
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
  const edits = [insert(at, line + ending)];
  return { suggestions: [{ message: "Use the first words of the article", edits }] };
}
