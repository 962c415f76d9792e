import * as z from "zod";
import {
  type Article,
  defineRule,
  type Element,
  elementRemoval,
  excerpt,
  fingerprintOf,
  isGenericLinkText,
  isInFakeCaption,
  openingTagOf,
  type Paragraph,
  paragraphRemoval,
  paragraphsOf,
  type Range,
  rangeOf,
  rangeSchema,
  type Suggestion,
  textContentOf,
  weightedLength,
} from "../../src/rules.js";
import {
  emptyContainer,
  isResidueComment,
  type ResidueMark,
  residueMarks,
  residueOf,
} from "./lib/residue.js";

/** So many articles that close with the same words were given them by a machine. */
const LEAST_CLOSINGS = 5;
const LEAST_CLOSING = 16;
const LONGEST_CLOSING = 200;

export default defineRule({
  id: "text/scraper-residue",
  summary: "Articles hold no leftovers of the page they were copied from",
  fixes: ["suggestion"],
  options: z.strictObject({
    patterns: z
      .array(z.string().refine(isPattern, "must be a regular expression"))
      .default([])
      .describe("Further regular expressions (flags iu) that a leftover paragraph matches."),
  }),
  facts: z.object({ hash: z.string(), range: rangeSchema }),
  messages: {
    furniture: {
      severity: "warning",
      what: '"{text}" belongs to the page this was copied from, and means nothing or something false here.',
      why: "",
      help: "Delete it.",
    },
    credit: {
      severity: "info",
      what: '"{text}" names the source as a line of the text, where neither lists nor search engines find it.',
      why: "",
      help: "Put the source into the front matter (and its address into canonical), and let the theme show it.",
    },
    comment: {
      severity: "warning",
      what: "An editor or a clipboard left this comment behind, and it is published with the article.",
      why: "",
      help: "Delete it.",
    },
    markup: {
      severity: "warning",
      what: 'An editor\'s own markup was copied along ("{name}" and its like, {count} places), which does nothing on this site.',
      why: "",
      help: "Paste the text without formatting, or delete these names.",
    },
    container: {
      severity: "warning",
      what: 'This empty element ("{name}") was a place for furniture of the page it was copied from.',
      why: "",
      help: "Delete it.",
    },
    closing: {
      severity: "info",
      what: "{count} articles close with these same words, which a theme could print under all of them.",
      why: "",
      help: "Move the words into the theme, and delete them here.",
    },
  },
  check({ article, options, leaveFact, report }) {
    const further = options.patterns.map((pattern) => new RegExp(pattern, "iu"));
    const paragraphs = paragraphsOf(article);
    const reported = new Set<Paragraph>();
    for (const [index, paragraph] of paragraphs.entries()) {
      const { text, range } = paragraph;
      if (
        paragraph.onlyCode ||
        paragraph.inTable ||
        (paragraph.kind !== "paragraph" && paragraph.kind !== "run")
      )
        continue;
      // Over a list the same words are its label.
      if (paragraphs[index + 1]?.kind === "item") continue;
      const kind = further.some((pattern) => pattern.test(text)) ? "furniture" : residueOf(text);
      if (kind === undefined || isElsewhere(article, paragraph)) continue;
      reported.add(paragraph);
      const removal = paragraphRemoval(article, paragraph);
      // Deleting a credit would lose the source.
      const suggestions =
        removal === undefined || kind === "credit" ? [] : deletion(removal, "Delete it");
      report({ messageId: kind, range, data: { text: excerpt(text) }, suggestions });
    }

    const last = paragraphs.at(-1);
    if (last !== undefined && !reported.has(last) && isClosing(last)) {
      const { start, end } = last.range;
      leaveFact({ hash: fingerprintOf(last.text), range: { start, end } });
    }

    for (const comment of article.comments) {
      if (!isResidueComment(comment.value)) continue;
      const range = rangeOf(comment);
      const suggestions = deletion(range, "Delete the comment");
      report({ messageId: "comment", range, suggestions });
    }

    const marks: ResidueMark[] = [];
    return {
      "*": (element) => {
        if (article.originOf(element) === "markdown") return;
        const container = emptyContainer(article, element);
        if (container !== undefined) {
          const range = elementRemoval(article, element);
          const suggestions = range === undefined ? [] : deletion(range, "Delete the element");
          const place = rangeOf(element);
          report({ messageId: "container", range: place, data: { name: container }, suggestions });
          return;
        }
        if (element.tagName === "button") {
          judgeButton(element);
          return;
        }
        marks.push(...residueMarks(article, element));
      },
      end() {
        const [first, ...others] = marks;
        if (first === undefined) return;
        const edits = marks.map(({ edit }) => edit);
        report({
          messageId: "markup",
          range: first.range,
          data: { name: first.name, count: marks.length },
          related: others.map(({ range, name }) => ({ range, message: name })),
          suggestions: edits.includes(undefined)
            ? []
            : [{ message: "Delete these names", edits: edits.flatMap((edit) => edit ?? []) }],
        });
      },
    };

    function judgeButton(element: Element): void {
      const text = textContentOf(article, element).text.trim();
      if (text === "" || residueOf(text) !== "furniture") return;
      const removal = elementRemoval(article, element);
      const suggestions = removal === undefined ? [] : deletion(removal, "Delete the button");
      const range = openingTagOf(article, element);
      report({ messageId: "furniture", range, data: { text: excerpt(text) }, suggestions });
    }
  },
  site({ articles, report }) {
    const groups = new Map<string, { readonly path: string; readonly range: Range }[]>();
    for (const { facts, fact } of articles) {
      if (fact === undefined) continue;
      const place = { path: facts.path, range: fact.range };
      const known = groups.get(fact.hash);
      if (known === undefined) groups.set(fact.hash, [place]);
      else known.push(place);
    }
    for (const places of groups.values()) {
      const [first, ...others] = places;
      if (first === undefined || places.length < LEAST_CLOSINGS) continue;
      report({
        ...first,
        messageId: "closing",
        data: { count: places.length },
        related: others.map((place) => ({ ...place, message: "closes with the same words" })),
      });
    }
  },
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "iu") instanceof RegExp;
  } catch {
    return false;
  }
}

function deletion(range: Range, message: string): readonly Suggestion[] {
  return [{ message, edits: [{ ...range, text: "" }] }];
}

/** Whether another rule sees the same text: a caption, or a link whose words say nothing. */
function isElsewhere(article: Article, { element, text }: Paragraph): boolean {
  if (element !== undefined && isInFakeCaption(article, element)) return true;
  return (
    isGenericLinkText(text, []) &&
    element?.children.some((child) => child.type === "element" && child.tagName === "a") === true
  );
}

function isClosing({ kind, text, inTable }: Paragraph): boolean {
  const isProse = kind === "paragraph" || kind === "run";
  const weight = weightedLength(text);
  if (!isProse || inTable || /[:：]$/.test(text)) return false;
  return weight >= LEAST_CLOSING && weight <= LONGEST_CLOSING;
}
