import {
  type Article,
  alsoAt,
  defineRule,
  languageOf,
  type ProseText,
  proseTextsOf,
  replace,
} from "../../src/rules.js";
import {
  chineseScript,
  foreignSentences,
  type HanScript,
  isForeignTo,
  isOnlyOf,
  scriptOfTag,
} from "./lib/han-scripts.js";
import { hanSlips } from "./lib/han-slips.js";
import { isQuoted } from "./lib/quotations.js";

/** How many characters of the other script are slips, and how many of its own an article then has for each. */
const MOST_SLIPS = 5;
const OWN_TO_SLIP = 30;

const FIELDS = ["lang", "language", "locale"] as const;

/** Sentences in another form of Chinese characters than the article. */
export default defineRule({
  id: "text/han-script",
  summary: "An article keeps to simplified, traditional or Japanese characters",
  references: ["https://www.unicode.org/reports/tr38/", "https://github.com/BYVoid/OpenCC"],
  fixes: ["suggestion"],
  messages: {
    character: {
      severity: "warning",
      what: 'The {foreign} character "{written}" is in a {script} article{places}.',
      why: "Readers take it for a slip, and searches do not find the word.",
      help: 'Write "{meant}".',
    },
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
    const foreign = script === "simplified" ? "traditional" : "simplified";
    const [first, ...others] = places;
    if (first === undefined) {
      const [slip, ...more] = slipsOf(own, script);
      if (slip === undefined) return;
      const all = [slip, ...more];
      report({
        messageId: "character",
        range: slip.range,
        data: {
          foreign,
          script,
          written: slip.written,
          meant: slip.meant,
          places: inPlaces(all.length),
        },
        related: alsoAt(more, ({ written }) => written),
        suggestions: [
          {
            message: all.length === 1 ? `Write "${slip.meant}"` : `Write ${script} characters`,
            edits: all.map(({ range, meant }) => replace(range, meant)),
          },
        ],
      });
      return;
    }
    report({
      messageId: "mixed",
      range: first.range,
      data: {
        foreign,
        script,
        examples: first.examples,
        places: inPlaces(others.length + 1),
      },
      related: alsoAt(others),
    });
  },
});

/** The few characters of the other script in an article that is written in one throughout. */
function slipsOf(proses: readonly ProseText[], script: HanScript) {
  const [isForeign, isOwn] = [isForeignTo(script), isOnlyOf(script)];
  const slips = proses.flatMap(({ paragraph, text, isPlain }) =>
    hanSlips(text, script, isForeign, isOwn).flatMap((slip) =>
      isPlain(slip.start, slip.end)
        ? [{ ...slip, range: paragraph.rangeOf(slip.start, slip.end) }]
        : [],
    ),
  );
  let [all, own] = [0, 0];
  for (const { text } of proses)
    for (const sign of text) {
      if (isForeign(sign)) all++;
      else if (isOwn(sign)) own++;
    }
  // Where there are many, the article is about the other script, or mixes both.
  return all <= MOST_SLIPS && own >= OWN_TO_SLIP * all ? slips : [];
}

function inPlaces(count: number): string {
  return count > 1 ? ` (${count} places)` : "";
}

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
