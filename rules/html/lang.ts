import {
  type Attribute,
  attributeOf,
  defineRule,
  hasTemplateSyntax,
  innerRange,
  type Range,
} from "../../src/rules.js";
import { foreignRuns } from "./lib/foreign-run.js";
import { flawOfTag } from "./lib/language-tag.js";

/** Front-matter keys that hold a language tag; `locale` may be a POSIX name (`zh_CN`), which Open Graph wants. */
const FIELDS = ["lang", "language"] as const;

export default defineRule({
  id: "html/lang",
  summary: "Languages are named by tags that browsers know",
  fixes: ["safe", "suggestion"],
  references: ["WCAG 2.2 SC 3.1.1", "WCAG 2.2 SC 3.1.2", "RFC 5646"],
  messages: {
    shape: {
      severity: "warning",
      what: '"{tag}" is no language tag, so browsers and screen readers ignore it.',
      why: "",
      help: 'Write a tag such as "en", "zh-CN" or "pt-BR".',
    },
    language: {
      severity: "warning",
      what: '"{tag}" names no language that browsers and screen readers know.',
      why: "",
      help: 'Write the code of the language, which may differ from that of its country: "zh", "ja", "ko".',
    },
    region: {
      severity: "warning",
      what: '"{tag}" names a region that does not exist.',
      why: "",
      help: 'Write the region\'s two-letter code, such as "GB", or leave it out.',
    },
    script: {
      severity: "warning",
      what: '"{tag}" names a script that does not exist.',
      why: "",
      help: 'Write the script\'s four-letter code, such as "Hans", or leave it out.',
    },
    foreign: {
      severity: "warning",
      what: "This passage is in another script than the article and no language is marked, so screen readers read it in the wrong voice.",
      why: "",
      help: "Put it into an element with a lang attribute.",
    },
  },
  check({ article, report }) {
    const judge = (tag: string, range: Range): void => {
      const flaw = flawOfTag(tag);
      if (flaw === undefined) return;
      const { kind, meant, sure } = flaw;
      const edits = meant === undefined ? undefined : [{ ...range, text: meant }];
      report({
        messageId: kind,
        range,
        data: { tag },
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
      if (entry.style !== "block") judge(tag, range);
    }

    for (const run of foreignRuns(article)) report({ messageId: "foreign", range: run });

    const judgeAttribute = (attribute: Attribute | undefined): void => {
      if (attribute === undefined || attribute.unknown) return;
      const tag = attribute.value;
      // An empty value says that the language is not known.
      if (tag.trim() !== "") judge(tag.trim(), attribute.valueRange);
    };
    return {
      "*": (element) => {
        if (article.originOf(element) === "markdown") return;
        if (element.properties.lang !== undefined) {
          judgeAttribute(attributeOf(article, element, "lang"));
        }
        if (element.properties.hrefLang !== undefined) {
          judgeAttribute(attributeOf(article, element, "hreflang"));
        }
      },
    };
  },
});
