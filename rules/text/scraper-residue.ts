import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  type Element,
  elementRemoval,
  excerpt,
  fingerprintOf,
  isGenericLinkText,
  isInFakeCaption,
  isPattern,
  openingTagOf,
  overlapTest,
  type Paragraph,
  paragraphRemoval,
  paragraphsOf,
  type Range,
  rangeOf,
  rangeSchema,
  referencesOf,
  replace,
  type Suggestion,
  textContentOf,
  verbatimRangesOf,
  weightedLength,
} from "../../src/rules.js";
import { isQuoted } from "./lib/quotations.js";
import { citationsIn, isRemark } from "./lib/residue/assistant.js";
import { isMailResidue, mailMarksIn } from "./lib/residue/mail.js";
import {
  emptyContainer,
  isResidueComment,
  type ResidueKind,
  type ResidueMark,
  residueMarks,
  residueOf,
  shortcodesIn,
} from "./lib/residue/residue.js";

/** When this many articles end with the same words, a program added them. */
const LEAST_CLOSINGS = 5;
const LEAST_CLOSING = 16;
const LONGEST_CLOSING = 200;

export default defineRule({
  id: "text/scraper-residue",
  summary:
    "An article should not contain leftovers of the page or the tool that it was copied from",
  fixes: ["suggestion"],
  options: z.strictObject({
    patterns: z
      .array(z.string().refine((text) => isPattern(text, "iu"), "must be a regular expression"))
      .default([])
      .describe("Further regular expressions (flags `iu`) for paragraphs that are leftovers."),
  }),
  facts: z.object({ hash: z.string(), range: rangeSchema }),
  messages: {
    furniture: {
      severity: "warning",
      what: '"{text}" is left over from the source page.',
      why: "Here it leads to nothing, or it states something that is not true of this site.",
      help: "Delete it.",
    },
    credit: {
      severity: "info",
      what: '"{text}" names the source in the body.',
      why: "Lists, feeds and search engines do not recognize a source that only the text names.",
      help: "Name the source in the front matter, set canonical to its URL, and let the theme show it.",
    },
    comment: {
      severity: "warning",
      what: "This comment was left by an editor or by the clipboard.",
      why: "It is published with the article and has no use there.",
      help: "Delete it.",
    },
    markup: {
      severity: "warning",
      what: 'The text was pasted with the markup of another editor: "{name}" ({places}).',
      why: "These names do nothing on this site and make the source hard to read.",
      help: "Paste the text without formatting, or delete these names.",
    },
    shortcode: {
      severity: "warning",
      what: 'The WordPress shortcode "{name}" is shown as text ({places}).',
      why: "Only WordPress replaces it; here readers see its code.",
      help: "Write what it stood for in the markup of this article, or delete it.",
    },
    remark: {
      severity: "warning",
      what: '"{text}" is a remark to the writer.',
      why: "A writing assistant says so about its own text. Readers see that nobody read it before they did.",
      help: "Delete it, and read the text around it for others.",
    },
    citation: {
      severity: "warning",
      what: 'The citation "{name}" is shown as code ({places}).',
      why: "Only the page of the writing assistant turns it into a link.",
      help: "Replace it with a link to the source, or delete it.",
    },
    mail: {
      severity: "warning",
      what: '"{text}" is left over from an email.',
      why: "Mail programs add it to messages, or leave it where an image was. Readers have no use for it.",
      help: "Delete it. If an image was there, add the image.",
    },
    container: {
      severity: "warning",
      what: 'The empty element "{name}" is left over from the source page.',
      why: "It shows nothing here, and a style for its name may still give it space.",
      help: "Delete it.",
    },
    closing: {
      severity: "info",
      what: "{count} articles, including this one, end with these words.",
      why: "Every copy has to be edited by hand when the words change.",
      help: "Move the words into the theme, and delete them here.",
    },
  },
  load: ({ patterns }, resources) =>
    patterns.flatMap((text, index) => resources.pattern(text, ["patterns", index], "iu") ?? []),
  check({ article, loaded: further = [], leaveFact, report }) {
    const paragraphs = paragraphsOf(article);
    const reported = new Set<Paragraph>();
    for (const [index, paragraph] of paragraphs.entries()) {
      const { text, range } = paragraph;
      const above = paragraphs[index - 1];
      if (
        paragraph.onlyCode ||
        paragraph.inTable ||
        (paragraph.kind !== "paragraph" && paragraph.kind !== "run")
      )
        continue;
      // Above a list the same words are its label.
      if (paragraphs[index + 1]?.kind === "item") continue;
      const kind = further.some((pattern) => pattern.test(text))
        ? "furniture"
        : kindOf(paragraph, above !== undefined && reported.has(above) ? undefined : above);
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

    reportInText("shortcode", paragraphs, shortcodesIn, shortcodeName);
    reportInText("citation", paragraphs, citationsIn, (written) => written);
    for (const range of placesInTexts(paragraphs, mailMarksIn).map(({ range }) => range)) {
      const text = excerpt(article.source.slice(range.start, range.end));
      const suggestions = deletion(range, "Delete it");
      report({ messageId: "mail", range, data: { text }, suggestions });
    }
    for (const { url, range, unknown } of referencesOf(article).images) {
      if (unknown || !/^cid:/i.test(url)) continue;
      report({ messageId: "mail", range, data: { text: excerpt(url) } });
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
        for (const one of residueMarks(article, element)) marks.push(one);
      },
      end() {
        const [first, ...others] = marks;
        if (first === undefined) return;
        const edits = marks.map(({ edit }) => edit);
        report({
          messageId: "markup",
          range: first.range,
          data: {
            name: first.name,
            places: inPlaces(marks.length),
          },
          related: alsoAt(others, ({ name }) => name),
          suggestions: edits.includes(undefined)
            ? []
            : [{ message: "Delete these names", edits: edits.flatMap((edit) => edit ?? []) }],
        });
      },
    };

    function placesInTexts(
      paragraphs: readonly Paragraph[],
      placesIn: (text: string) => readonly Range[],
    ): readonly { readonly range: Range; readonly written: string }[] {
      return paragraphs.flatMap((paragraph) =>
        placesIn(paragraph.text).flatMap(({ start, end }) => {
          const range = paragraph.rangeOf(start, end);
          if (overlapTest(verbatimRangesOf(article))(range)) return [];
          return [{ range, written: paragraph.text.slice(start, end) }];
        }),
      );
    }

    /** Reports what is found in texts, but not in code, as one finding. */
    function reportInText(
      messageId: "shortcode" | "citation",
      paragraphs: readonly Paragraph[],
      placesIn: (text: string) => readonly Range[],
      nameOf: (written: string) => string,
    ): void {
      const found = placesInTexts(paragraphs, placesIn).map(({ range, written }) => ({
        range,
        name: nameOf(written),
      }));
      const [first, ...others] = found;
      if (first === undefined) return;
      const edits = found.map(({ range }) => replace(range, ""));
      report({
        messageId,
        range: first.range,
        data: { name: first.name, places: inPlaces(found.length) },
        related: alsoAt(others, ({ name }) => name),
        // A shortcode stands for something.
        suggestions: messageId === "citation" ? [{ message: "Delete the marks", edits }] : [],
      });
    }

    function kindOf(
      paragraph: Paragraph,
      before: Paragraph | undefined,
    ): ResidueKind | "remark" | "mail" | undefined {
      const isOwn = !isQuoted(article, paragraph);
      if (isOwn && isRemark(paragraph.text)) return "remark";
      if (isOwn && isMailResidue(article, paragraph, before)) return "mail";
      return residueOf(paragraph.text, holdsLink(article, paragraph) ? "link" : undefined);
    }

    function judgeButton(element: Element): void {
      const text = textContentOf(article, element).text.trim();
      if (text === "" || residueOf(text, "button") !== "furniture") return;
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
        related: others.map((place) => ({ ...place, message: "ends with the same words" })),
      });
    }
  },
});

/** A shortcode without its attributes. */
function shortcodeName(written: string): string {
  return written.replace(/\s.*/s, "]");
}

function inPlaces(count: number): string {
  return count === 1 ? "1 place" : `${count} places`;
}

function deletion(range: Range, message: string): readonly Suggestion[] {
  return [{ message, edits: [replace(range, "")] }];
}

/** Whether a link in a paragraph leads to another page. */
function holdsLink(article: Article, { range }: Paragraph): boolean {
  return referencesOf(article).links.some(
    ({ url, elementRange }) =>
      !/^(?:#|javascript:|$)/.test(url) &&
      elementRange.start < range.end &&
      elementRange.end > range.start,
  );
}

/** A component with an address, right before its text: no copied page has one. */
const LINKING_COMPONENT =
  /<[A-Z][\w.]{0,60}\s[^<>]{0,900}\b(?:href|link|url|to)=[^<>]{1,900}>\s{0,80}$/;
const LONGEST_TAG = 2000;

/** Whether a text is that of a component which leads somewhere. */
function isInLinkingComponent({ source, format }: Article, { range }: Paragraph): boolean {
  if (format !== "mdx") return false;
  return LINKING_COMPONENT.test(source.slice(Math.max(0, range.start - LONGEST_TAG), range.start));
}

/** Whether it has a use as it is, or another rule reports it: a caption, or a link with a generic link text. */
function isElsewhere(article: Article, paragraph: Paragraph): boolean {
  const { element, text } = paragraph;
  if (isInLinkingComponent(article, paragraph)) return true;
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
