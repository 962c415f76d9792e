import {
  type Attribute,
  attributeOf,
  contradictedBy,
  defineRule,
  hasTemplateSyntax,
  innerRange,
  languageName,
  languageOfTag,
  type Range,
  replace,
} from "../../src/rules.js";
import { foreignParagraphs } from "./lib/foreign-paragraph.js";
import { foreignRuns } from "./lib/foreign-run.js";
import { foreignHeadings, foreignSentences } from "./lib/foreign-sentence.js";
import { flawOfTag } from "./lib/language-tag.js";

/** Front-matter keys with a language tag; `locale` may be a POSIX name (`zh_CN`), as Open Graph requires. */
const FIELDS = ["lang", "language"] as const;

/** What to do where nobody knows the right tag. */
const ADVICE = {
  shape: 'Write a tag such as "en", "zh-CN" or "pt-BR".',
  language:
    'Write a language code such as "en", "zh" or "ja"; the codes of countries are different.',
  region: 'Write the two-letter code of the region, such as "GB", or leave it out.',
  script: 'Write the four-letter code of the script, such as "Hans", or leave it out.',
} as const;

export default defineRule({
  id: "html/lang",
  summary: "Language tags are valid",
  fixes: ["safe", "suggestion"],
  references: ["WCAG 2.2 SC 3.1.1", "WCAG 2.2 SC 3.1.2", "RFC 5646"],
  messages: {
    shape: {
      severity: "warning",
      what: '"{tag}" is not a valid language tag.',
      why: "Browsers and screen readers ignore the tag, so the voice and the fonts may be wrong.",
      help: "{advice}",
    },
    language: {
      severity: "warning",
      what: '"{tag}" is not a language that browsers know.',
      why: "Browsers and screen readers ignore the tag, so the voice and the fonts may be wrong.",
      help: "{advice}",
    },
    region: {
      severity: "warning",
      what: '"{tag}" has a region that does not exist.',
      why: "Browsers and screen readers may ignore the whole tag.",
      help: "{advice}",
    },
    script: {
      severity: "warning",
      what: '"{tag}" has a script that does not exist.',
      why: "Browsers and screen readers may ignore the whole tag.",
      help: "{advice}",
    },
    contradicted: {
      severity: "warning",
      what: 'The front matter says "{tag}", but the text is in {language}.',
      why: "Screen readers read the page with the voice of the wrong language, and search engines file it there.",
      help: "Write the tag of the language of the text.",
    },
    paragraph: {
      severity: "warning",
      what: "This paragraph is in {language}, all others are in {own}.",
      why: "Readers of the article may not understand it: it was not translated, or comes from another text.",
      help: "Translate it, or put it into an element with a lang attribute.",
    },
    sentence: {
      severity: "warning",
      what: "This sentence is in {language}, the text around it in {own}.",
      why: "Readers of the article may not understand it: a translation left it as it was.",
      help: "Translate it, or put it into an element with a lang attribute.",
    },
    heading: {
      severity: "warning",
      what: "This heading is in {language}, those around it in {own}.",
      why: "Readers meet it in the text and in the outline: a translation left it as it was.",
      help: "Translate it, and leave its id as it is.",
    },
    foreign: {
      severity: "warning",
      what: "This passage is in another script than the article, but has no language tag.",
      why: "Screen readers read it aloud with the voice of the wrong language.",
      help: "Put it into an element with a lang attribute.",
    },
  },
  check({ article, report }) {
    const judge = (tag: string, range: Range): void => {
      const flaw = flawOfTag(tag);
      if (flaw === undefined) return;
      const { kind, meant, sure } = flaw;
      const advice =
        meant === undefined
          ? ADVICE[kind]
          : `Write "${meant}"${sure ? "" : ", if that is what you mean"}.`;
      const edits = meant === undefined ? undefined : [replace(range, meant)];
      report({
        messageId: kind,
        range,
        data: { tag, advice },
        ...(edits && sure && { fix: edits }),
        ...(edits && !sure && { suggestions: [{ message: `Write "${meant}"`, edits }] }),
      });
    };

    for (const field of FIELDS) {
      const entry = article.frontMatter?.entry([field]);
      if (entry === undefined || typeof entry.value !== "string") continue;
      const tag = entry.value.trim();
      const range = innerRange(entry);
      // `language` may be a word for readers, or the programming language of an article.
      const isTag = field === "lang" || /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})+$/i.test(tag);
      if (tag === "" || hasTemplateSyntax(tag) || !isTag) continue;
      if (entry.style === "block") continue;
      judge(tag, range);
      const declared = languageOfTag(tag);
      const written = declared === undefined ? undefined : contradictedBy(article, declared);
      if (written !== undefined) {
        report({
          messageId: "contradicted",
          range,
          data: { tag, language: languageName(written) },
          suggestions: [{ message: `Write "${written}"`, edits: [replace(range, written)] }],
        });
      }
    }

    const runs = foreignRuns(article);
    for (const run of runs) report({ messageId: "foreign", range: run });
    const isIn = (range: Range, ranges: readonly Range[]): boolean =>
      ranges.some(({ start, end }) => start < range.end && range.start < end);
    const paragraphs = foreignParagraphs(article).filter(({ range }) => !isIn(range, runs));
    for (const { language, own, range } of paragraphs) {
      const data = { language: languageName(language), own: languageName(own) };
      report({ messageId: "paragraph", range, certainty: "likely", data });
    }
    const told = [...runs, ...paragraphs.map(({ range }) => range)];
    for (const { language, own, range } of foreignSentences(article)) {
      if (isIn(range, told)) continue;
      const data = { language: languageName(language), own: languageName(own) };
      report({ messageId: "sentence", range, certainty: "likely", data });
    }

    for (const { language, own, range } of foreignHeadings(article)) {
      const data = { language: languageName(language), own: languageName(own) };
      report({ messageId: "heading", range, certainty: "likely", data });
    }

    const judgeAttribute = (attribute: Attribute | undefined): void => {
      if (attribute === undefined || attribute.unknown) return;
      const tag = attribute.value;
      // An empty value means that the language is not known.
      if (tag.trim() !== "") judge(tag.trim(), attribute.valueRange);
    };
    return {
      "*": (element) => {
        const { lang, hrefLang } = element.properties;
        if (lang === undefined && hrefLang === undefined) return;
        if (article.originOf(element) === "markdown") return;
        if (lang !== undefined) judgeAttribute(attributeOf(article, element, "lang"));
        if (hrefLang !== undefined) judgeAttribute(attributeOf(article, element, "hreflang"));
      },
    };
  },
});
