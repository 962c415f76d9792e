import {
  type Article,
  alsoAt,
  attributeOf,
  defineRule,
  lazily,
  overlapTest,
  proseTextsOf,
  type Range,
  rangeOf,
  replace,
  textContentOf,
  webHostOf,
} from "../../src/rules.js";
import { namesIn } from "./lib/words/name-case.js";

/** So many words of a link are the title of what it leads to. */
const TITLE = 3;
/** How often an article must write the name with its inner capitals. */
const LEAST_USUAL = 2;

/** Names such as GitHub whose inner capitals are missing in places. */
export default defineRule({
  id: "text/name-case",
  summary: "A name has the same capitals throughout an article",
  fixes: ["suggestion"],
  messages: {
    case: {
      severity: "warning",
      what: 'The name "{usual}" is written "{found}" here{places}.',
      why: "The article writes it with capitals within the word elsewhere ({count} places).",
      help: 'Write "{usual}".',
    },
  },
  check({ article, report }) {
    // The titles of other sites have their own way of writing names.
    const isTitle = lazily(() => overlapTest(foreignLinks(article)));
    const { humped, plain } = namesIn(proseTextsOf(article), (range) => isTitle()(range));
    for (const [name, ranges] of plain) {
      const forms = humped.get(name);
      const [usual, count] = forms?.size === 1 ? ([...forms][0] ?? ["", 0]) : ["", 0];
      const [first, ...others] = ranges;
      if (first === undefined || count < LEAST_USUAL || count < ranges.length) continue;
      report({
        messageId: "case",
        range: first,
        data: {
          usual,
          count,
          found: article.source.slice(first.start, first.end),
          places: others.length > 0 ? ` (${others.length + 1} places)` : "",
        },
        related: alsoAt(others.map((range) => ({ range }))),
        suggestions: [
          { message: `Write "${usual}"`, edits: ranges.map((range) => replace(range, usual)) },
        ],
      });
    }
  },
});

/** Links of several words to other sites, and quotations in running text. */
function foreignLinks(article: Article): readonly Range[] {
  return article.elements
    .filter((element) => {
      if (/^(?:cite|q)$/.test(element.tagName)) return true;
      if (element.tagName !== "a") return false;
      const address = attributeOf(article, element, "href")?.value ?? "";
      if (webHostOf(address) === undefined) return false;
      return textContentOf(article, element).text.trim().split(/\s+/).length >= TITLE;
    })
    .map(rangeOf);
}
