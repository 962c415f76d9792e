import * as z from "zod";
import {
  type Article,
  bySite,
  defineRule,
  descriptionFields,
  hasExcerptMarker,
  isDraft,
  isPost,
  isRedirect,
  rangeOf,
  rangeSchema,
  replace,
  usesOf,
} from "../../src/rules.js";

/** Comments at which engines end an excerpt. */
const MARK =
  /^(?:<!--[ \t]*(?:more|truncate)[ \t]*-->|\{[ \t]*\/\*[ \t]*truncate[ \t]*\*\/[ \t]*\})$/i;
/** So many posts with a mark show that the site has one in each. */
const LEAST = 20;
const LEAST_SHARE = 0.95;
/** Where the build tells of posts without one, fewer show that marks are in use. */
const LEAST_JUDGED = 5;
const LEAST_JUDGED_SHARE = 0.8;

/** Shorter posts are shown in whole on purpose. */
const SHORT = 600;

/** So many posts have one mark, and at most so many of a hundred of them another: that one is of another engine. */
const LEAST_OTHER = 5;
const MOST_FOREIGN_SHARE = 0.1;

const factSchema = z.strictObject({
  /** Where the text begins. */
  start: z.int(),
  isMarked: z.boolean(),
  /** Its one mark. */
  mark: z.strictObject({ name: z.string(), range: rangeSchema, nameStart: z.int() }).optional(),
  /** Whether lists have another text to show, or all of it is short. */
  isBrief: z.boolean(),
});

/** Finds a second mark for the end of the excerpt, and posts without one where all others have it. */
export default defineRule({
  id: "html/excerpt-mark",
  summary: "An article has one mark at which its excerpt ends",
  fixes: ["suggestion"],
  facts: factSchema,
  messages: {
    twice: {
      severity: "warning",
      what: "The article has a second mark for the end of its excerpt.",
      why: "The excerpt ends at the first one, so the text between the two is not in it.",
      help: "Delete one of the two.",
    },
    foreign: {
      severity: "warning",
      what: 'The excerpt does not end at "{mark}", a mark of other engines.',
      why: 'The mark of {count} other posts is "{usual}". Lists show this post in full, or cut it off anywhere.',
      help: 'Write "{usual}".',
    },
    refused: {
      severity: "error",
      what: "The post has no mark for the end of its excerpt.",
      why: "{engine} stops the build here, as the config of the site asks for.",
      help: "Write the mark below the first paragraphs, as in the other posts.",
    },
    judged: {
      severity: "warning",
      what: "The post has no mark for the end of its excerpt.",
      why: "Lists show the whole post, and {engine} warns about it. {count} other posts have a mark.",
      help: "Write the mark below the first paragraphs, as in the other posts.",
    },
    lacking: {
      severity: "info",
      what: "The post has no mark for the end of its excerpt.",
      why: "Nearly all of the {count} other posts have one. Lists show this post in full, or cut it off anywhere.",
      help: "Write the mark below the first paragraphs, as in the other posts.",
    },
  },
  check({ article, engine, report, leaveFact }) {
    if (!engine.publishes || article.format === "html") return;
    const ranges = [
      ...article.comments.map(rangeOf),
      ...article.expressions.map((one) => one.range),
    ];
    const marks = ranges
      .filter(({ start, end }) => MARK.test(article.source.slice(start, end).trim()))
      .sort((left, right) => left.start - right.start);
    const [first, second] = marks;
    if (isPost(article, engine) && !isDraft(article, engine) && !isRedirect(article))
      leaveFact({
        start: article.bodyStart,
        isMarked: hasExcerptMarker(article),
        isBrief: isBrief(article),
        ...(first === undefined || second !== undefined ? {} : { mark: markAt(article, first) }),
      });
    if (first === undefined || second === undefined) return;
    const related = [{ range: first, message: "The first mark" }];
    report({ messageId: "twice", range: second, related });
  },
  site({ site, articles, report }) {
    for (const members of bySite(articles, ({ facts }) => sectionOf(facts.path))) {
      const posts = members.filter(
        ({ facts, fact }) =>
          fact !== undefined && site.routesOf(facts.path)?.heldBack === undefined,
      );
      const count = posts.filter(({ fact }) => fact?.isMarked === true).length;
      const foreign = foreignMark(posts.flatMap(({ fact }) => fact?.mark?.name ?? []));
      const isHabit = count >= LEAST && count >= (posts.length - 1) * LEAST_SHARE;
      const isUsual = count >= LEAST_JUDGED && count >= (posts.length - 1) * LEAST_JUDGED_SHARE;
      for (const { facts, fact, engine, settings } of posts) {
        if (fact?.mark !== undefined && fact.mark.name === foreign?.mark) {
          const { name, range } = fact.mark;
          const edits = [replace(nameRange(fact.mark), foreign.usual)];
          const suggestions = [{ message: `Write ${foreign.usual}`, edits }];
          const data = { ...foreign, mark: name };
          const { path } = facts;
          report({ path, messageId: "foreign", range, certainty: "likely", data, suggestions });
        }
        if (fact === undefined || fact.isMarked) continue;
        const verdict = engine.links.judgesWholePosts(settings.site.config);
        if (verdict === "warns" && !isUsual) continue;
        if (verdict === undefined && (!isHabit || fact.isBrief)) continue;
        const range = { start: fact.start, end: fact.start };
        const place = { path: facts.path, range, data: { count, engine: engine.label } };
        if (verdict === "fails") report({ ...place, messageId: "refused" });
        else if (verdict === "warns") report({ ...place, messageId: "judged" });
        else report({ ...place, messageId: "lacking", certainty: "likely" });
      }
    }
  },
});

interface Mark {
  readonly name: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly nameStart: number;
}

function markAt({ source }: Article, { start, end }: Mark["range"]): Mark {
  const written = source.slice(start, end);
  const name = /[a-z]+/i.exec(written)?.[0] ?? "";
  return {
    name: name.toLowerCase(),
    range: { start, end },
    nameStart: start + written.indexOf(name),
  };
}

function nameRange({ name, nameStart }: Mark): Mark["range"] {
  return { start: nameStart, end: nameStart + name.length };
}

/** The mark that few posts have, and the one that many others have. */
function foreignMark(
  names: readonly string[],
): { readonly mark: string; readonly usual: string; readonly count: number } | undefined {
  const uses = usesOf(names);
  const [[usual, count] = ["", 0], [mark, foreign] = ["", 0]] = [...uses].sort(
    ([, left], [, right]) => right - left,
  );
  if (mark === "" || count < LEAST_OTHER || foreign > count * MOST_FOREIGN_SHARE) return undefined;
  return { mark, usual, count };
}

function isBrief(article: Article): boolean {
  return article.source.length - article.bodyStart < SHORT || descriptionFields(article).length > 0;
}

/** The folder of a post without folders of dates and its own one. */
function sectionOf(path: string): string {
  const folders = path.split("/").slice(0, /\/index\.\w+$/.test(path) ? -2 : -1);
  const dated = folders.findIndex((name) => /^\d+$/.test(name));
  return folders.slice(0, dated < 0 ? folders.length : dated).join("/");
}
