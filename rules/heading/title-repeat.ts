import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  editDistance,
  elementRemoval,
  foldTitle,
  type Heading,
  headingText,
  outlineHeadings,
  paragraphsOf,
  rangeOf,
  rangeSchema,
  replace,
  titleOf,
} from "../../src/rules.js";

/** Shorter titles may differ by only one letter. */
const LEAST_SIMILAR_LENGTH = 10;
/** The largest share of letters that may differ in two similar titles. */
const DIFFERENCE = 0.15;
/** If this many articles of a layout, and half of all, repeat their title, the layout shows none. */
const LEAST_EXAMPLES = 3;

/** Home pages have a layout of their own, title included. */
const HOME_LAYOUT = /^(?:home|index|landing|splash)/i;

const factSchema = z.object({
  /** The layout of the article; it decides whether the theme shows a title. */
  layout: z.string(),
  repeat: z
    .object({
      kind: z.enum(["repeated", "similar"]),
      range: rangeSchema,
      removal: rangeSchema.optional(),
    })
    .optional(),
  title: z.string(),
});

export default defineRule({
  id: "heading/title-repeat",
  summary: "An article should not repeat its title as a heading",
  fixes: ["suggestion"],
  references: ["HTML 4.3.11", "WCAG 2.2 SC 2.4.6"],
  options: z.strictObject({
    allowH1: z
      .boolean()
      .default(false)
      .describe(
        "Accept the title as the first heading of the body, for themes that show no title.",
      ),
  }),
  facts: factSchema,
  messages: {
    repeated: {
      severity: "warning",
      what: "The article begins with its own title.",
      why: "The theme already shows the title above it, so readers see it twice.",
      help: "Delete this heading, or set allowH1 if the theme shows no title.",
    },
    similar: {
      severity: "warning",
      what: "The first heading is almost the same as the title.",
      why: 'The theme shows the title "{title}" above it, so readers see two versions.',
      help: "Keep the better one as the title, and delete this heading.",
    },
    several: {
      severity: "warning",
      what: "The article has {count} headings of level 1.",
      why: "A level 1 heading names the whole page, so the outline shows no sections below it.",
      help: "Make the sections level 2, and the headings inside them one level deeper.",
    },
  },
  check({ article, engine, options, leaveFact, report }) {
    const headings = outlineHeadings(article);
    const title = titleOf(article);
    const shown = !options.allowH1 && !engine.frontMatter.bodyShowsTitle;
    const [first] = headings;
    const repeat = shown && first !== undefined ? repeatOf(article, first, title) : undefined;
    const named = article.frontMatter?.data.layout;
    const layout = typeof named === "string" ? named : "";
    if (shown && title !== "") {
      const removal = repeat && first ? elementRemoval(article, first.element) : undefined;
      const shownAgain = repeat &&
        first && { repeat: { kind: repeat, range: rangeOf(first.element), removal } };
      leaveFact({ layout, title, ...shownAgain });
    }

    const tops = headings.filter(
      ({ element, level }) => level === 1 && (repeat === undefined || element !== first?.element),
    );
    const [top, ...others] = tops;
    if (top === undefined || others.length === 0) return;
    report({
      messageId: "several",
      range: rangeOf(top.element),
      data: { count: tops.length },
      related: alsoAt(
        others.map(({ element }) => rangeOf(element)),
        () => "another heading of level 1",
      ),
    });
  },
  site({ articles, report }) {
    const layouts = new Map<string, { articles: number; repeats: number }>();
    const found = articles.flatMap(({ facts, fact }) =>
      fact === undefined ? [] : [{ path: facts.path, ...fact }],
    );
    for (const { layout, repeat } of found) {
      const count = layouts.get(layout) ?? { articles: 0, repeats: 0 };
      count.articles++;
      if (repeat !== undefined) count.repeats++;
      layouts.set(layout, count);
    }
    for (const { path, layout, title, repeat } of found) {
      const count = layouts.get(layout);
      if (repeat === undefined || count === undefined) continue;
      if (HOME_LAYOUT.test(layout)) continue;
      if (count.repeats >= LEAST_EXAMPLES && count.repeats * 2 >= count.articles) continue;
      const { kind, range, removal } = repeat;
      const suggestions =
        removal === undefined
          ? []
          : [{ message: "Delete this heading", edits: [replace(removal, "")] }];
      if (kind === "repeated") report({ path, messageId: "repeated", range, suggestions });
      else report({ path, messageId: "similar", range, data: { title }, suggestions });
    }
  },
});

/** Whether the body begins with the title. A similar text counts only at level 1: sections may resemble the title. */
function repeatOf(
  article: Article,
  { element, level }: Heading,
  title: string,
): "repeated" | "similar" | undefined {
  const wanted = foldTitle(title);
  const written = foldTitle(headingText(article, element) ?? "");
  const { start } = rangeOf(element);
  if (wanted === "" || paragraphsOf(article).some(({ range }) => range.end <= start)) {
    return undefined;
  }
  if (written === wanted) return "repeated";
  const length = Math.max(written.length, wanted.length);
  if (level !== 1 || length < LEAST_SIMILAR_LENGTH) return undefined;
  return editDistance(written, wanted) <= length * DIFFERENCE ? "similar" : undefined;
}
