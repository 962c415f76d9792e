import { distance } from "fastest-levenshtein";
import * as z from "zod";
import {
  type Article,
  defineRule,
  elementRemoval,
  foldTitle,
  type Heading,
  headingText,
  outlineHeadings,
  paragraphsOf,
  rangeOf,
  rangeSchema,
  titleOf,
} from "../../src/rules.js";

/** Shorter titles are told apart by one letter. */
const LEAST_SIMILAR_LENGTH = 10;
/** Largest part of the letters that may differ in two similar titles. */
const DIFFERENCE = 0.15;
/** So many articles of a layout that repeat their title, and half of all, show that the layout has none. */
const LEAST_EXAMPLES = 3;

/** Home pages are laid out by hand, title included. */
const HOME_LAYOUT = /^(?:home|index|landing|splash)/i;

const factSchema = z.object({
  /** The layout the article names; the theme decides by it whether it shows a title. */
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
  summary: "The title stands above an article once",
  fixes: ["suggestion"],
  references: ["HTML 4.3.11", "WCAG 2.2 SC 2.4.6"],
  options: z.strictObject({
    allowH1: z
      .boolean()
      .default(false)
      .describe("Accept the title again as the body's first heading, for themes that show none."),
  }),
  facts: factSchema,
  messages: {
    repeated: {
      severity: "warning",
      what: "The article begins with its own title, which the theme shows above it already, so readers see it twice.",
      why: "",
      help: "Delete this heading, or set allowH1 if the theme shows no title.",
    },
    similar: {
      severity: "warning",
      what: 'The article begins with nearly its own title ("{title}"), so readers see two versions of it.',
      why: "",
      help: "Keep the better one as the title, and delete this heading.",
    },
    several: {
      severity: "warning",
      what: "The article has {count} headings of level 1, which names the whole page, so its sections stand beside it and not in it.",
      why: "",
      help: "Make the sections level 2, and what is in them one level deeper.",
    },
  },
  check({ article, engine, options, leaveFact, report }) {
    const headings = outlineHeadings(article);
    const title = titleOf(article);
    const shown = !options.allowH1 && !engine.frontMatter.bodyShowsTitle;
    const [first] = headings;
    const repeat = shown && first !== undefined ? repeatOf(article, first, title) : undefined;
    const layout = String(article.frontMatter?.data.layout ?? "");
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
      related: others.map(({ element }) => ({
        range: rangeOf(element),
        message: "another heading of level 1",
      })),
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
          : [{ message: "Delete this heading", edits: [{ ...removal, text: "" }] }];
      if (kind === "repeated") report({ path, messageId: "repeated", range, suggestions });
      else report({ path, messageId: "similar", range, data: { title }, suggestions });
    }
  },
});

/** Whether the body opens with the title. A similar text counts at level 1 only: sections may echo the title. */
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
  return distance(written, wanted) <= length * DIFFERENCE ? "similar" : undefined;
}
