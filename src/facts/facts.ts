import * as z from "zod";

/** A half-open range in UTF-16 offsets, as facts carry it. */
export const rangeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

/** A reference from an article to something else, as written. */
export const referenceSchema = z.strictObject({
  /** The value as a reader's program would see it: entities and escapes decoded, not resolved. */
  url: z.string(),
  /** The value's own place (without quotes); the whole element where the value has none. */
  range: rangeSchema,
  /** The element or tag it stands in. */
  elementRange: rangeSchema,
  /** True when the value holds template syntax or an expression, so nobody can know it here. */
  unknown: z.boolean(),
  /** Where it was written: a tag name and attribute (`a[href]`, `img[src]`) or `front-matter:cover`. */
  from: z.string(),
  /** As what it was written; absent for front matter. */
  origin: z.enum(["html", "markdown", "jsx"]).optional(),
  /** What stands in braces right behind a link in Markdown, where some engines read attributes. */
  braces: z.string().optional(),
});

export const headingSchema = z.strictObject({
  level: z.int().min(1).max(6),
  /** Text content, white space collapsed. */
  text: z.string(),
  /** What stands in it as code, in its order; absent where nothing does. */
  code: z.array(z.string()).optional(),
  /** The text before the first template tag, whose output nobody knows; absent without one. */
  beforeTemplate: z.string().optional(),
  /** An explicit id (attribute, `{#id}`), where one is given. */
  id: z.string().optional(),
  range: rangeSchema,
});

/** A paragraph that is long and sentence-like enough to be compared with others. */
export const paragraphFactSchema = z.strictObject({
  /** Fingerprint of the normalised text. */
  hash: z.string(),
  /** Weighted length of the text. */
  weight: z.number(),
  range: rangeSchema,
});

export const directiveSchema = z.strictObject({
  kind: z.enum([
    "disable-next-line",
    "disable-line",
    "disable",
    "enable",
    "disable-file",
    "misspelt",
  ]),
  /** Rule ids and family wildcards as written; empty means every rule. */
  rules: z.array(z.string()),
  reason: z.string().optional(),
  range: rangeSchema,
  /** True where it is meant for another tool, and honoured all the same. */
  isForeign: z.literal(true).optional(),
  /** The lines it covers, from 1, both inclusive. */
  fromLine: z.int().min(1),
  toLine: z.int().min(1),
});

/**
 * What other articles and site rules need to know of one article. Plain JSON with its own ranges, so that
 * it can be cached, sent between threads and merged from shards.
 */
export const articleFactsSchema = z.strictObject({
  path: z.string(),
  format: z.enum(["html", "markdown", "mdx"]),
  engine: z.string(),
  /** Offset of each line's first character, so that places can be shown without the text. */
  lineStarts: z.array(z.int().min(0)),
  metadata: z.strictObject({
    title: z.string().nullable(),
    date: z.string().nullable(),
    updated: z.string().nullable(),
    /** Names of its authors, each once. */
    authors: z.array(z.string()),
    categories: z.array(z.string()),
    tags: z.array(z.string()),
    /** Words of the text, headings and tables included. */
    words: z.int().min(0),
  }),
  /** Front-matter values that decide where the article is published, as written. */
  route: z.strictObject({
    permalink: z.string().optional(),
    slug: z.string().optional(),
    url: z.string().optional(),
    path: z.string().optional(),
    aliases: z.array(z.string()),
    /** Where each of `aliases` is written, without quotes; absent when there are none. */
    aliasPlaces: z.array(z.strictObject({ value: z.string(), range: rangeSchema })).optional(),
    published: z.boolean(),
    /** Values of the keys in `route-keys.json`, as the front matter has them. */
    values: z.record(z.string(), z.unknown()),
  }),
  /** True where a program wrote the page, by what it says of itself; absent otherwise. */
  isGenerated: z.literal(true).optional(),
  /** True where a block or the whole body exceeds a limit, so that nobody has looked into it; absent otherwise. */
  isUnread: z.literal(true).optional(),
  /** Whether the article has front matter, which only programs that make pages read. */
  hasFrontMatter: z.boolean(),
  lang: z.string().optional(),
  /** Fragment targets written out: `id` on any element, `name` on `<a>`. */
  ids: z.array(z.string()),
  headings: z.array(headingSchema),
  /** Terms of definition lists, where the engine reads those; absent when there are none. */
  terms: z.array(z.strictObject({ text: z.string(), range: rangeSchema })).optional(),
  /** `<base href>` of the article, if any. */
  base: z.string().optional(),
  links: z.array(referenceSchema),
  images: z.array(referenceSchema),
  paragraphs: z.array(paragraphFactSchema),
  directives: z.array(directiveSchema),
  /** Facts that rules added for their own site stage, by rule id. */
  rules: z.record(z.string(), z.unknown()),
});

export type Reference = z.infer<typeof referenceSchema>;
export type HeadingFact = z.infer<typeof headingSchema>;
export type ParagraphFact = z.infer<typeof paragraphFactSchema>;
export type Directive = z.infer<typeof directiveSchema>;
export type ArticleFacts = z.infer<typeof articleFactsSchema>;
