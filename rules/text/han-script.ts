import { type Article, alsoAt, defineRule, languageOf, proseTextsOf } from "../../src/rules.js";
import { chineseScript, foreignSentences, type HanScript, scriptOfTag } from "./lib/han-scripts.js";
import { isQuoted } from "./lib/quotations.js";

const FIELDS = ["lang", "language", "locale"] as const;

/** Sentences in another form of Chinese characters than the article. */
export default defineRule({
  id: "text/han-script",
  summary: "An article keeps to simplified, traditional or Japanese characters",
  references: ["https://www.unicode.org/reports/tr38/", "https://github.com/BYVoid/OpenCC"],
  messages: {
    mixed: {
      severity: "warning",
      what: "This sentence has {foreign} characters ({examples}) in a {script} article{places}.",
      why: "Readers of one form read the other with effort, and searches do not find such words.",
      help: "Write the sentence in {script} characters, or mark it as a quotation.",
    },
  },
  check({ article, report }) {
    const language = languageOf(article);
    if (language !== "zh" && language !== "ja") return;
    const own = proseTextsOf(article).filter(
      (prose) => prose.language === language && !isQuoted(article, prose.paragraph),
    );
    const script =
      language === "zh" ? chineseScript(own, declaredScript(article)) : ("Japanese" as const);
    if (script === undefined) return;
    const places = own.flatMap(({ paragraph, text }) =>
      foreignSentences(text, script).map(({ start, end, examples }) => ({
        range: paragraph.rangeOf(start, end),
        examples,
      })),
    );
    const [first, ...others] = places;
    if (first === undefined) return;
    report({
      messageId: "mixed",
      range: first.range,
      data: {
        foreign: script === "simplified" ? "traditional" : "simplified",
        script,
        examples: first.examples,
        places: others.length > 0 ? ` (${others.length + 1} places)` : "",
      },
      related: alsoAt(others),
    });
  },
});

/** What the front matter or the path says, the innermost folder first. */
function declaredScript(article: Article): HanScript | undefined {
  const fields = FIELDS.map((field) => article.frontMatter?.data[field]);
  const parts = article.path.split(/[/.]/).reverse();
  for (const tag of [...fields, ...parts]) {
    const script = typeof tag === "string" ? scriptOfTag(tag) : undefined;
    if (script !== undefined) return script;
  }
  return undefined;
}
