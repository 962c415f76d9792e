import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  type Edit,
  type Element,
  type Heading,
  outlineHeadings,
  type Range,
} from "../../src/rules.js";

export default defineRule({
  id: "heading/order",
  summary: "Headings should go down one level at a time",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 1.3.1", "HTML 4.3.11"],
  options: z.strictObject({
    titleLevel: z
      .int()
      .min(0)
      .max(5)
      .default(1)
      .describe(
        "Heading level of the title that the theme shows from the front matter; 0 if it shows none.",
      ),
    min: z.int().min(1).max(6).default(1).describe("Highest allowed heading level, as a number."),
    max: z.int().min(1).max(6).default(6).describe("Deepest allowed heading level, as a number."),
  }),
  messages: {
    skipped: {
      severity: "warning",
      what: "A level {to} heading follows a level {from} heading.",
      why: "Readers who navigate by headings think that a section is missing.",
      help: "Make it level {wanted}, or add the heading in between.",
    },
    "after-title": {
      severity: "warning",
      what: "The first heading is level {to}, but the title is level {from}.",
      why: "Readers who navigate by headings think that a section is missing.",
      help: "Make it level {wanted}.",
    },
    "second-title": {
      severity: "warning",
      what: "This is a second level 1 heading.",
      why: "The first one is the title of the page, and its sections are of level 2.",
      help: "Make it level 2, with one level more for the headings below it.",
    },
    "too-high": {
      severity: "warning",
      what: "This heading is level {to}, above the highest allowed level {limit}.",
      why: "The config of this site allows headings from level {limit} on.",
      help: "Make it level {limit} or deeper.",
    },
    "too-deep": {
      severity: "warning",
      what: "This heading is level {to}, below the deepest allowed level {limit}.",
      why: "The config of this site allows headings down to level {limit}.",
      help: "Make it level {limit}, or flatten the structure.",
    },
  },
  check: ({ article, options: { titleLevel, min, max }, report }) => {
    const second = secondTitle(article);
    if (second !== undefined) report({ messageId: "second-title", range: placeOf(second) });
    const titled = titleLevel > 0 && hasTitle(article);
    const skips = new Map<string, { from: number; fromTitle: boolean; headings: Heading[] }>();
    let previous = titled ? titleLevel : undefined;
    let first = true;
    for (const heading of outlineHeadings(article)) {
      const { element, level } = heading;
      const range = placeOf(element);
      if (level < min) {
        report({ messageId: "too-high", range, data: { limit: min, to: level } });
      } else if (level > max) {
        report({ messageId: "too-deep", range, data: { limit: max, to: level } });
      } else if (previous !== undefined && level > Math.max(previous + 1, min)) {
        const fromTitle = titled && first;
        const key = `${previous} ${level} ${fromTitle}`;
        const known = skips.get(key);
        if (known === undefined) skips.set(key, { from: previous, fromTitle, headings: [heading] });
        else known.headings.push(heading);
      }
      previous = element === second ? 2 : level;
      first = false;
    }

    for (const { from, fromTitle, headings } of skips.values()) {
      const [heading, ...others] = headings;
      if (heading === undefined) continue;
      const wanted = Math.max(from + 1, min);
      const edits = headings.map(({ element }) => relevel(article, element, wanted));
      report({
        messageId: fromTitle ? "after-title" : "skipped",
        range: placeOf(heading.element),
        data: { from, to: heading.level, wanted },
        related: alsoAt(
          others.map(({ element }) => placeOf(element)),
          () => "another heading that skips a level",
        ),
        suggestions: edits.includes(undefined)
          ? []
          : [{ message: `Make it level ${wanted}`, edits: edits.flatMap((edit) => edit ?? []) }],
      });
    }
  },
});

/** A heading of level 1 among sections of level 2, and with sections of level 3, in an article that begins with its title. */
function secondTitle(article: Article): Element | undefined {
  if (article.format === "html") return undefined;
  const headings = outlineHeadings(article);
  const [title, second, ...others] = headings.filter(({ level }) => level === 1);
  if (title === undefined || second === undefined || others.length > 0) return undefined;
  // `# 1: Ropes` is a part with a number.
  const { start, end } = placeOf(title.element);
  if (/^#?\s*\d/.test(article.source.slice(start, end))) return undefined;
  const at = headings.indexOf(second);
  const before = headings.slice(0, at).filter(({ level }) => level === 2);
  const isSection = before.length > 0 && (headings[at + 1]?.level ?? 0) > 2;
  return headings[0] === title && isSection ? second.element : undefined;
}

function hasTitle(article: Article): boolean {
  const title = article.frontMatter?.data.title;
  return title !== undefined && title !== null && title !== "" && title !== false;
}

function placeOf(element: Element): Range {
  return {
    start: element.position?.start.offset ?? 0,
    end: element.position?.end.offset ?? 0,
  };
}

/** Edits that change the level of a heading, in its `#` marks or its two tags; none for underlined headings. */
function relevel(article: Article, element: Element, level: number): readonly Edit[] | undefined {
  const { start, end } = placeOf(element);
  const written = article.source.slice(start, end);
  const marks = /^#{1,6}(?=\s|$)/.exec(written)?.[0];
  if (marks !== undefined) {
    return [{ start, end: start + marks.length, text: "#".repeat(level) }];
  }
  const opening = /^<h[1-6]/i.exec(written);
  const closing = /h[1-6]\s*>$/i.exec(written);
  if (opening === null || closing === null) return undefined;
  return [
    { start: start + 2, end: start + 3, text: String(level) },
    { start: start + closing.index + 1, end: start + closing.index + 2, text: String(level) },
  ];
}
