import * as z from "zod";
import {
  type Article,
  defineRule,
  excerpt,
  innerRange,
  isCjk,
  isPublished,
  isRedirect,
  makesPage,
  titleOf,
  weightedLength,
} from "../../src/rules.js";
import { otherPreviews } from "./lib/preview-titles.js";
import { type RepeatedWord, repeatedWord } from "./lib/title-words.js";

export default defineRule({
  id: "seo/title",
  summary: "Titles are long enough to be informative and short enough to be shown in full",
  references: ["https://developers.google.com/search/docs/appearance/title-link"],
  options: z.strictObject({
    min: z
      .int()
      .min(0)
      .default(4)
      .describe("Minimum weighted length; a CJK character counts as two."),
    max: z
      .int()
      .min(1)
      .default(60)
      .describe("Maximum weighted length; a CJK character counts as two."),
    siteName: z
      .string()
      .default("")
      .describe("Name of the site, if the theme adds it to every title."),
  }),
  messages: {
    long: {
      severity: "info",
      what: "The title is longer than search results show (length {length}, maximum {max}).",
      why: "Search engines cut off the end, so readers do not see it; a CJK character counts as two.",
      help: "Put the main point first and cut the rest, or set a shorter title for search engines if your theme has a field for it.",
    },
    short: {
      severity: "info",
      what: "The title is too short to say what the article is about (length {length}, minimum {min}).",
      why: "Readers skip a title that tells them too little; a CJK character counts as two.",
      help: "Say in a few words what the article is about.",
    },
    site: {
      severity: "info",
      what: 'The title ends with the name of the site, "{name}".',
      why: "The theme adds the name to every title, so it appears twice in tabs and search results.",
      help: 'Remove "{name}" and the separator before it.',
    },
    repeated: {
      severity: "info",
      what: 'The title contains the word "{word}" {count} times.',
      why: "A repeated word looks like a typo or like keyword stuffing.",
      help: 'Use "{word}" once.',
    },
    preview: {
      severity: "warning",
      what: 'The title for previews is "{text}", which has another number than the title.',
      why: "Social networks announce another article than the one that readers find.",
      help: "Correct the number in one of the two titles.",
    },
    capitals: {
      severity: "info",
      what: "The title is written in all capitals.",
      why: "Text in all capitals is hard to read, and some screen readers spell it out letter by letter.",
      help: "Use sentence case; the theme can display the title in capitals.",
    },
  },
  check({ article, options, report, engine, settings }) {
    // What the parser made of the rest is no title that somebody wrote.
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return;
    const title = titleOf(article);
    const entry = article.frontMatter?.entry(["title"]);
    if (
      title === "" ||
      entry === undefined ||
      !isPublished(article) ||
      !makesPage(article, engine, settings.site) ||
      isRedirect(article)
    ) {
      return;
    }
    const range = entry.style === "block" ? entry.valueRange : innerRange(entry);
    for (const { text, range: place } of otherPreviews(article, title))
      report({ messageId: "preview", range: place, data: { text: excerpt(text) } });
    const length = weightedLength(title);
    if (length > options.max) {
      report({ messageId: "long", range, data: { length, max: options.max } });
    } else if (length < options.min && !isHome(article)) {
      report({ messageId: "short", range, data: { length, min: options.min } });
    }
    const name = siteNameAtEnd(title, options.siteName);
    if (name !== undefined) report({ messageId: "site", range, data: { name } });
    const repeated = repeatedWord(title);
    if (repeated !== undefined && !isName(article, repeated))
      report({ messageId: "repeated", range, data: repeated });
    if (isCapitals(title)) report({ messageId: "capitals", range });
  },
});

/** Whether the text has the same two words in a row: a name, such as `Wey Wey Web`. */
function isName(article: Article, { word, count }: RepeatedWord): boolean {
  return count === 2 && article.source.slice(article.bodyStart).includes(`${word} ${word}`);
}

function isHome({ path }: Article): boolean {
  return /(?:^|\/)_?index\.[a-z]+$/.test(path);
}

/** The site's name after a dash, bar or colon at the end of the title. */
function siteNameAtEnd(title: string, siteName: string): string | undefined {
  const name = siteName.trim();
  if (name === "" || !title.toLowerCase().endsWith(name.toLowerCase())) return undefined;
  const before = title.slice(0, title.length - name.length);
  return /[-–—|｜_·:：»]\s*$/.test(before) ? name : undefined;
}

/** At least three words in capitals and no lower-case letter; scripts without case have no capitals. */
function isCapitals(title: string): boolean {
  if ([...title].some(isCjk) || /\p{Ll}/u.test(title)) return false;
  return (title.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= 3;
}
