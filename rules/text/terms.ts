import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  excerpt,
  type Range,
  type Severity,
} from "../../src/rules.js";
import { readableTextsOf } from "./lib/readable-texts.js";
import {
  editOf,
  firstPlace,
  mustBeAsked,
  type SearchedTerm,
  searchedTerms,
  type TermPlace,
  wrongPlaces,
} from "./lib/term-places.js";
import { type Term, termFileSchema, termSchema } from "./lib/term-schema.js";

const SEVERITIES = { info: "info", warn: "warning", error: "error" } as const;

export default defineRule({
  id: "text/terms",
  summary: "An article should use the words that its site has agreed on",
  fixes: ["safe", "suggestion"],
  options: z.strictObject({
    terms: z.array(termSchema).default([]).describe("The words of the site."),
    files: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "JSON or YAML files with further terms, relative to the config: a list as in `terms`, or a map from wrong words to right ones.",
      ),
  }),
  messages: {
    replace: {
      severity: "warning",
      what: '"{found}" should be "{right}"{places}.',
      why: "{why}",
      help: "{help}",
    },
    avoid: {
      severity: "warning",
      what: '"{found}" is not a word of this site{places}.',
      why: "{why}",
      help: "{help}",
    },
    often: {
      severity: "warning",
      what: '"{found}" appears {count} times.',
      why: "{why}",
      help: "{help}",
    },
    missing: {
      severity: "warning",
      what: 'The article does not contain "{text}".',
      why: "{why}",
      help: "{help}",
    },
  },
  load: ({ terms, files }, resources) =>
    searchedTerms([
      ...terms,
      ...files.flatMap(
        (name, index) => resources.data(name, ["files", index], termFileSchema) ?? [],
      ),
    ]),
  check({ article, loaded = [], report }) {
    for (const searched of loaded) {
      const { term } = searched;
      const severity = severityOf(term);
      if (term.require !== undefined) {
        const reason = requiredBecause(article, searched);
        if (reason === undefined) continue;
        report({
          messageId: "missing",
          severity,
          range: reason.range,
          data: {
            text: excerpt(searched.require[0]?.written ?? ""),
            why: term.message ?? reason.why,
            help: term.help ?? "Add it.",
          },
        });
        continue;
      }
      const places = wrongPlaces(article, searched);
      if (term.most !== undefined) {
        if (places.length > term.most) reportOften(places, term.most, severity, term);
        continue;
      }
      for (const alike of groupsOf(places)) reportWrong(alike, severity, term);
    }

    function reportOften(
      places: readonly TermPlace[],
      most: number,
      severity: Severity | undefined,
      term: Term,
    ): void {
      const further = places.slice(most);
      const [first, ...others] = further;
      if (first === undefined) return;
      report({
        messageId: "often",
        severity,
        range: rangeOfPlace(first),
        data: {
          found: excerpt(first.found),
          count: places.length,
          why:
            term.message ??
            `The site allows it ${most === 1 ? "once" : `${most} times`} in an article.`,
          help: term.help ?? "Write some of the places without it.",
        },
        related: alsoAt(others.map(rangeOfPlace)),
      });
    }

    function reportWrong(
      places: readonly TermPlace[],
      severity: Severity | undefined,
      term: Term,
    ): void {
      const [first, ...others] = places;
      if (first === undefined) return;
      const [right] = first.right;
      const shared = {
        severity,
        range: rangeOfPlace(first),
        related: alsoAt(others.map(rangeOfPlace)),
        ...offersOf(places),
      };
      const data = {
        found: excerpt(first.found),
        places: places.length > 1 ? ` (${places.length} places)` : "",
      };
      if (right === undefined) {
        const why = term.message ?? "The site has agreed to write without it.";
        const help = term.help ?? "Write it in other words.";
        report({ ...shared, messageId: "avoid", data: { ...data, why, help } });
        return;
      }
      const choices = first.right.map((one) => `"${excerpt(one)}"`).join(" or ");
      const why =
        term.message ?? "With two spellings or names for one thing, readers look for a difference.";
      const help = term.help ?? `Write ${choices}.`;
      report({
        ...shared,
        messageId: "replace",
        data: { ...data, right: excerpt(right), why, help },
      });
    }
  },
});

function severityOf({ severity }: Term): Severity | undefined {
  return severity === undefined ? undefined : SEVERITIES[severity];
}

function rangeOfPlace({ text, start, end }: TermPlace): Range {
  return text.rangeOf(start, end);
}

/** Places that are said and corrected together. */
function groupsOf(places: readonly TermPlace[]): Iterable<readonly TermPlace[]> {
  const groups = new Map<string, TermPlace[]>();
  for (const place of places) {
    const [right] = place.right;
    const isEditable = right !== undefined && editOf(place, right) !== undefined;
    const key = `${place.found.toLowerCase()}\0${isEditable}\0${mustBeAsked(place)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups.values();
}

function offersOf(places: readonly TermPlace[]) {
  const [first] = places;
  if (first === undefined) return {};
  const editsTo = (choice: number) =>
    places.flatMap((place) => editOf(place, place.right[choice] ?? "") ?? []);
  const isWhole = (choice: number) => editsTo(choice).length === places.length;
  if (first.right.length === 1 && !mustBeAsked(first)) {
    return isWhole(0) ? { fix: editsTo(0) } : {};
  }
  return {
    suggestions: first.right.flatMap((right, choice) =>
      isWhole(choice) ? [{ message: `Write "${excerpt(right)}"`, edits: editsTo(choice) }] : [],
    ),
  };
}

/** Where and why an article must have words that it does not have; undefined where all is well. */
function requiredBecause(
  article: Article,
  searched: SearchedTerm,
): { readonly range: Range; readonly why: string } | undefined {
  const { require, when } = searched;
  // A page without text, such as a redirect, says nothing at all.
  if (!readableTextsOf(article).some(({ place }) => place === "text")) return undefined;
  const occasion = when.length === 0 ? undefined : firstPlace(article, searched, when);
  if (when.length > 0 && occasion === undefined) return undefined;
  if (firstPlace(article, searched, require) !== undefined) return undefined;
  if (occasion !== undefined) {
    const why = `The site asks for it in articles that contain "${excerpt(occasion.found)}".`;
    return { range: rangeOfPlace(occasion), why };
  }
  const start = article.bodyStart;
  const range = article.frontMatter?.rangeOfValue(["title"]) ?? { start, end: start };
  return { range, why: "The site asks for it in every article." };
}
