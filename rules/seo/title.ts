import * as z from "zod";
import {
  type Article,
  defineRule,
  innerRange,
  isCjk,
  isPublished,
  isRedirect,
  titleOf,
  weightedLength,
} from "../../src/rules.js";
import { repeatedWord } from "./lib/title-words.js";

export default defineRule({
  id: "seo/title",
  summary: "Titles are long enough to tell and short enough to be shown",
  references: ["https://developers.google.com/search/docs/appearance/title-link"],
  options: z.strictObject({
    min: z.int().min(0).default(4).describe("Least weighted length; a CJK character counts 2."),
    max: z.int().min(1).default(60).describe("Greatest weighted length; a CJK character counts 2."),
    siteName: z.string().default("").describe("Name of the site, which themes add to every title."),
  }),
  messages: {
    long: {
      severity: "info",
      what: "The title is longer than search results show ({length} of at most {max}, CJK counting double), so its end is cut off.",
      why: "",
      help: "Say the main thing first, or give a shorter title for search engines if the theme has a field for it.",
    },
    short: {
      severity: "info",
      what: "The title is too short to tell what the article is about ({length} of at least {min}, CJK counting double).",
      why: "",
      help: "Say in a few words what readers find here.",
    },
    site: {
      severity: "info",
      what: 'The title ends with the name of the site ("{name}"), which the theme adds to it once more.',
      why: "",
      help: "Leave the name out.",
    },
    repeated: {
      severity: "info",
      what: 'The word "{word}" comes {count} times in the title, which looks like a slip or like stuffing.',
      why: "",
      help: "Say it once.",
    },
    capitals: {
      severity: "info",
      what: "The title is written in capitals throughout, which is hard to read and is spelt out by some screen readers.",
      why: "",
      help: "Write it as a sentence; the theme can show capitals.",
    },
  },
  check({ article, options, report }) {
    const title = titleOf(article);
    const entry = article.frontMatter?.entry(["title"]);
    if (title === "" || entry === undefined || !isPublished(article) || isRedirect(article)) {
      return;
    }
    const range = entry.style === "block" ? entry.valueRange : innerRange(entry);
    const length = weightedLength(title);
    if (length > options.max) {
      report({ messageId: "long", range, data: { length, max: options.max } });
    } else if (length < options.min && !isHome(article)) {
      report({ messageId: "short", range, data: { length, min: options.min } });
    }
    const name = siteNameAtEnd(title, options.siteName);
    if (name !== undefined) report({ messageId: "site", range, data: { name } });
    const repeated = repeatedWord(title);
    if (repeated !== undefined) report({ messageId: "repeated", range, data: repeated });
    if (isCapitals(title)) report({ messageId: "capitals", range });
  },
});

function isHome({ path }: Article): boolean {
  return /(?:^|\/)_?index\.[a-z]+$/.test(path);
}

/** The site's name behind a dash, bar or colon. */
function siteNameAtEnd(title: string, siteName: string): string | undefined {
  const name = siteName.trim();
  if (name === "" || !title.toLowerCase().endsWith(name.toLowerCase())) return undefined;
  const before = title.slice(0, title.length - name.length);
  return /[-–—|｜_·:：»]\s*$/.test(before) ? name : undefined;
}

/** At least three words in capitals and none in small letters; scripts without case have none. */
function isCapitals(title: string): boolean {
  if ([...title].some(isCjk) || /\p{Ll}/u.test(title)) return false;
  return (title.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= 3;
}
