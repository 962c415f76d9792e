import * as z from "zod";
import {
  type ArticleFacts,
  Comparisons,
  componentsIn,
  defineRule,
  hasCjk,
  nearestOf,
  needsNoTarget,
  percentDecoded,
  type Reference,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { bringsInText, redirectedFragments } from "./lib/fragments.js";
import { PageComponents } from "./lib/page-components.js";
import { targetPage } from "./lib/target-page.js";

/** Most comparisons of fragments with ids in a whole site. */
const MOST_COMPARISONS = 5_000_000;

/** A fragment (`#section`) that is not the id of any element of the target page. */
export default defineRule({
  id: "link/anchor",
  summary: "Fragments of internal links name an anchor of the target page",
  fixes: ["safe", "suggestion"],
  references: ["HTML §7.4.6.3"],
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe("Fragments (without #) that scripts or layouts of the site provide."),
  }),
  facts: z.strictObject({
    bringsInText: z.boolean(),
    components: z.array(z.string()),
    redirected: z.array(z.string()),
  }),
  messages: {
    missing: {
      severity: "error",
      what: "The link target has no anchor #{fragment}.",
      why: "{effect}",
      help: "Link to a heading or id that exists in {target}.",
    },
    nearest: {
      severity: "error",
      what: "The link target has no anchor #{fragment}.",
      why: "{effect}",
      help: "Write #{nearest}, if that is the section you mean.",
    },
    letterCase: {
      severity: "error",
      what: "The fragment #{fragment} is in the wrong letter case.",
      why: "Ids are case-sensitive, so the link does not find the anchor #{id} in {target}.",
      help: "Write #{id}.",
    },
  },
  check: ({ article, leaveFact }) => {
    const fact = {
      bringsInText: bringsInText(article),
      components: [...componentsIn(article)],
      redirected: [...redirectedFragments(article)],
    };
    if (fact.bringsInText || fact.components.length + fact.redirected.length > 0) leaveFact(fact);
  },
  site: ({ site, articles, report, noteUnknown }) => {
    const known = new Map<string, boolean>();
    const ofSite = new Comparisons(MOST_COMPARISONS);
    const ofPages = new Map<string, Comparisons>();
    const components = new PageComponents(site);
    const byPath = new Map(articles.map((article) => [article.facts.path, article]));
    /** Whether a page could have ids that are not in its article's text. */
    const hasOtherIds = (path: string): boolean => {
      const { fact, engine, settings } = byPath.get(path) ?? {};
      if (fact === undefined || engine === undefined || settings === undefined) return false;
      const answer =
        known.get(path) ??
        (fact.bringsInText ||
          components.couldPrintIds(fact.components, engine, settings.site.folder));
      known.set(path, answer);
      return answer;
    };
    for (const { facts, options } of articles) {
      for (const link of facts.links) {
        if (!link.url.includes("#")) continue;
        const page = targetPage(site.resolve(facts, link), facts, site);
        if (page === undefined) continue;
        const { path, fragment } = page;
        if (needsNoTarget(fragment) || options.ignore.includes(fragment)) continue;
        if (byPath.get(path)?.fact?.redirected.includes(fragment) === true) continue;
        const judged = page.judge();
        if (judged === undefined || judged.verdict === "ok") continue;
        // The heading that means to have it has its list of attributes in the text: that is one slip, not two.
        if (hasListAsText(byPath.get(path)?.facts, fragment)) continue;
        const target = path === facts.path ? "this article" : path;
        const effect =
          path === facts.path
            ? "A click on the link does nothing."
            : `The link opens ${path} at the top and not at the section.`;
        const repeats = `${path}#${fragment}`;
        const base = { path: facts.path, range: link.range, about: path, repeats };
        if (judged.verdict === "case") {
          const fix = link.unknown ? [] : [replacement(link, judged.id)];
          report({
            ...base,
            messageId: "letterCase",
            data: { target, fragment, id: judged.id },
            fix,
          });
        } else if (
          judged.verdict === "unknown" ||
          (judged.slipOf === undefined && judged.isTold !== true && hasOtherIds(path))
        ) {
          const { range, url } = link;
          const reason = judged.verdict === "unknown" ? judged.reason : "anchors";
          noteUnknown({ path: facts.path, range, url, reason });
        } else {
          const ofPage = ofPages.get(path) ?? new Comparisons();
          ofPages.set(path, ofPage);
          const targets = ofSite.of(ofPage.of(page.ids()));
          const nearest = nearestFragment(fragment, targets);
          if (nearest === undefined) {
            report({ ...base, messageId: "missing", data: { target, fragment, effect } });
          } else {
            // The fragment of a template tag is written in a way of its own.
            const suggestions: readonly Suggestion[] = link.unknown
              ? []
              : [{ message: `Link to #${nearest}`, edits: [replacement(link, nearest)] }];
            report({
              ...base,
              messageId: "nearest",
              data: { fragment, nearest, effect },
              suggestions,
            });
          }
        }
      }
    }
  },
});

/** `{#boats` without its end, or with words after it. */
const LIST_AS_TEXT = /\{:?\s*#([A-Za-z][\w-]*)(?:[^{}]*$|[^{}]*\}\s*[\p{L}\p{N}])/u;

/** Whether a heading has an id in braces that nothing closes, or that words follow. */
function hasListAsText(facts: ArticleFacts | undefined, fragment: string): boolean {
  return (facts?.headings ?? []).some(({ text }) => LIST_AS_TEXT.exec(text)?.[1] === fragment);
}

/** The link target with another fragment. */
function replacement(link: Reference, id: string) {
  return replace(link.range, `${link.url.slice(0, link.url.indexOf("#"))}#${id}`);
}

function nearestFragment(fragment: string, targets: readonly string[]): string | undefined {
  const wanted = percentDecoded(fragment);
  const least = hasCjk(wanted) ? 1 : 2;
  const limit = ({ length }: string): number =>
    Math.max(least, Math.min(wanted.length, length) / 3);
  const nearest = nearestOf(wanted, targets, { limit, alone: true });
  return nearest === undefined || hasOtherWord(wanted, nearest) ? undefined : nearest;
}

/** Whether one of as many words is another word, not a slip: `page-variables` for `site-variables`. */
function hasOtherWord(wanted: string, nearest: string): boolean {
  const words = wanted.split(/[-_]+/);
  const others = nearest.split(/[-_]+/);
  if (words.length !== others.length || words.length === 1) return false;
  return words.some((word, index) => {
    const other = others[index] ?? "";
    const most = Math.max(2, Math.floor(Math.max(word.length, other.length) / 2));
    return nearestOf(word, [other], { limit: most }) === undefined;
  });
}
