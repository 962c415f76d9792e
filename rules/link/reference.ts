import * as z from "zod";
import {
  type Article,
  bySite,
  Comparisons,
  defineRule,
  excerpt,
  hasTemplateSyntax,
  nearestOf,
  normaliseLabel,
  type Range,
  rangeSchema,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { type BrokenReference, brokenReferencesOf } from "./lib/broken-references.js";
import { colonlessDefinitionsOf } from "./lib/colonless-definitions.js";
import {
  bracketedKeysOf,
  type Definition,
  definedKeysOf,
  linkDefinitionsOf,
} from "./lib/link-definitions.js";
import { openShortcutsOf } from "./lib/open-shortcuts.js";

/** So many other articles give a label one address where a text in brackets was a link, too. */
const LEAST_ARTICLES = 2;

/** A file that a template tag includes may contain the definitions. */
const BRINGS_IN = /include|import|partial|readfile|render|snippet/i;

/** References of Markdown links and footnotes without a definition, and definitions without a reference. */
export default defineRule({
  id: "link/reference",
  summary: "Markdown references have a definition, and definitions are used",
  fixes: ["suggestion"],
  facts: z.object({
    defined: z.array(z.tuple([z.string(), z.string()])),
    open: z.array(z.object({ key: z.string(), label: z.string(), range: rangeSchema })),
  }),
  references: ["CommonMark §4.7", "CommonMark §6.3", "GFM footnotes"],
  messages: {
    undefined: {
      severity: "error",
      what: 'The label "{label}" is not defined.',
      why: "Readers see the brackets instead of {kind}.",
      help: 'Add a line "[{label}]: URL", or correct the label.',
    },
    lost: {
      severity: "warning",
      what: 'The label "{label}" is not defined here, but in {count} other articles.',
      why: "There it is a link; here readers see the brackets.",
      help: 'Add a line "[{label}]: {url}".',
    },
    noColon: {
      severity: "error",
      what: 'The definition of "{label}" has no colon.',
      why: "Readers see it as text, and brackets in place of the links that use it.",
      help: 'Write "[{label}]: URL".',
    },
    addressAsLabel: {
      severity: "error",
      what: "This link has its URL in square brackets instead of parentheses.",
      why: "Markdown expects a label there, so readers see the brackets instead of a link.",
      help: "Put the URL in parentheses: [text](URL).",
    },
    reversed: {
      severity: "error",
      what: "The brackets and parentheses of this link are swapped.",
      why: "Readers see them in the text instead of a link.",
      help: "Write [text](URL).",
    },
    unclosed: {
      severity: "warning",
      what: "This URL has a < before it, but no > after it.",
      why: "Readers see the < in the text.",
      help: "Add > directly after the URL.",
    },
    footnoteUndefined: {
      severity: "error",
      what: "The footnote [^{label}] is not defined.",
      why: "Readers see [^{label}] in the text and find no note.",
      help: 'Add a line "[^{label}]: text", or correct the label.',
    },
    footnoteUnused: {
      severity: "warning",
      what: "Nothing refers to the footnote [^{label}].",
      why: "Most renderers leave out a note that has no reference.",
      help: "Write [^{label}] in the text where the note belongs, or delete the note.",
    },
    unused: {
      severity: "warning",
      what: 'The definition of "{label}" is not used.',
      why: "Either it is a leftover, or the link that needs it has another label.",
      help: "Correct the label of the link, or delete the definition.",
    },
    duplicate: {
      severity: "warning",
      what: 'The label "{label}" has another definition.',
      why: "Only the {counting} definition counts; this one is different and has no effect.",
      help: "Give this definition its own label, or delete one of the two.",
    },
    repeated: {
      severity: "info",
      what: 'The label "{label}" has another definition with the same target.',
      why: "Only the {counting} definition counts; this one has no effect.",
      help: "Delete this definition.",
    },
  },
  check({ article, engine, settings, report, leaveFact }) {
    if (article.format === "html") return;
    const definitions = linkDefinitionsOf(article);
    const links = definitions.filter(({ isFootnote }) => !isFootnote);
    const counting = article.syntax.lastDefinitionCounts === true ? "last" : "first";
    const inOrder = (list: readonly Definition[]): readonly Definition[] =>
      counting === "last" ? list.toReversed() : list;
    // Of several definitions of one label, one counts.
    const byLabel = new Map(
      inOrder(links)
        .toReversed()
        .map((definition) => [definition.label, definition]),
    );
    const nearestTo = nearestLabel([...new Set(links.map(({ label }) => label))]);
    const mayBeDefined = engine.markdown.mayDefineLabels(settings.site);
    const written = brokenReferencesOf(article, definedKeysOf(article));
    const colonless = colonlessDefinitionsOf(article, undefinedKeysOf(written));
    const told = new Set(colonless.map(({ key }) => key));
    const broken = written.filter(
      (one) => one.kind !== "undefined" || !(mayBeDefined || told.has(normaliseLabel(one.label))),
    );
    const used = bracketedKeysOf(article, definitions);
    // An undefined label that is nearly a defined one explains why that definition is not used.
    const meant = new Set(
      broken.map((one) => (one.kind === "undefined" ? nearestTo(one.label) : undefined)),
    );
    const effective = new Map<string, Definition>();
    for (const definition of inOrder(definitions)) {
      const { key, label, range, isFootnote } = definition;
      // Remarks all have one label, and are no links.
      if (isRemark(definition) && !used.has(key)) continue;
      const other = effective.get(key);
      const deletion = deletionOf(definition);
      if (other !== undefined) {
        const same = !isFootnote && other.destination === definition.destination;
        report({
          messageId: same ? "repeated" : "duplicate",
          range,
          data: { label: excerpt(label), counting },
          related: [{ range: other.range, message: `${counting} definition` }],
          ...deletion,
        });
        continue;
      }
      effective.set(key, definition);
      if (used.has(key) || meant.has(label) || hasTemplateSyntax(label)) continue;
      if (isFootnote) {
        report({ messageId: "footnoteUnused", range, data: { label: label.slice(1) } });
      } else report({ messageId: "unused", range, data: { label: excerpt(label) }, ...deletion });
    }

    for (const { label, range } of colonless)
      report({ messageId: "noColon", range, data: { label: excerpt(label) } });

    const bringsIn = article.templateTags.some(
      ({ range }) =>
        BRINGS_IN.test(article.source.slice(range.start, Math.min(range.end, range.start + 40))) ||
        isInLabel(article.source, range),
    );
    const isFilled = engine.links.fillsLabels(settings.site.config);
    const keys = new Set(links.map(({ key }) => key));
    const open =
      bringsIn || isFilled ? [] : openShortcutsOf(article).filter(({ key }) => !keys.has(key));
    if (links.length + open.length > 0)
      leaveFact({
        defined: inOrder(links)
          .toReversed()
          .map(({ key, destination }) => [key, destination]),
        open: open.map(({ key, label, range: { start, end } }) => ({
          key,
          label,
          range: { start, end },
        })),
      });
    for (const one of broken) {
      const { range } = one;
      const changes = { suggestions: repairs(article, one, nearestTo) };
      if (one.kind === "undefined") {
        const definition = byLabel.get(nearestTo(one.label) ?? "");
        const data = { label: excerpt(one.label), kind: one.image ? "an image" : "a link" };
        const related =
          definition === undefined
            ? []
            : [{ range: definition.range, message: "definition that may be meant" }];
        if (!bringsIn && !isFilled)
          report({ messageId: "undefined", range, data, related, ...changes });
      } else if (one.kind === "footnote") {
        const { label } = one;
        if (!bringsIn) report({ messageId: "footnoteUndefined", range, data: { label } });
      } else report({ messageId: one.kind, range, ...changes });
    }
  },
  site({ articles, report }) {
    for (const site of bySite(articles)) {
      const addresses = new Map<string, string[]>();
      for (const { fact } of site) {
        for (const [key, address] of new Map(fact?.defined ?? [])) {
          const known = addresses.get(key);
          if (known === undefined) addresses.set(key, [address]);
          else known.push(address);
        }
      }
      for (const { facts, fact } of site) {
        for (const { key, label, range } of fact?.open ?? []) {
          const known = addresses.get(key) ?? [];
          const [url = ""] = known;
          if (known.length < LEAST_ARTICLES || new Set(known).size > 1 || url.length < 2) continue;
          const data = { label: excerpt(label), count: known.length, url: excerpt(url) };
          report({ path: facts.path, messageId: "lost", range, certainty: "likely", data });
        }
      }
    }
  },
});

/** Keys of the labels that links use and nothing defines. */
function undefinedKeysOf(broken: readonly BrokenReference[]): ReadonlySet<string> {
  return new Set(
    broken.flatMap((one) => (one.kind === "undefined" ? [normaliseLabel(one.label)] : [])),
  );
}

type NearestLabel = (label: string) => string | undefined;

/** Finds the label that was probably meant, as long as not very many are missing. */
function nearestLabel(labels: readonly string[]): NearestLabel {
  const comparisons = new Comparisons();
  const known = new Map<string, string | undefined>();
  return (label) => {
    if (!known.has(label)) known.set(label, nearestOf(label, comparisons.of(labels)));
    return known.get(label);
  };
}

/** `[//]: # (remark)` and `[comment]: <> (remark)`: a way to write comments. */
function isRemark({ key, destination, isFootnote }: Definition): boolean {
  if (isFootnote) return false;
  return destination === "#" || destination === "" || key === "//" || /^[-_]*COMMENT\b/.test(key);
}

function deletionOf({ removal }: Definition): { readonly suggestions?: readonly Suggestion[] } {
  if (removal === undefined) return {};
  return {
    suggestions: [{ message: "Delete this definition", edits: [replace(removal, "")] }],
  };
}

function repairs(
  article: Article,
  broken: BrokenReference,
  nearestTo: NearestLabel,
): readonly Suggestion[] {
  const { range } = broken;
  switch (broken.kind) {
    case "footnote":
      return [];
    case "undefined": {
      const nearest = nearestTo(broken.label);
      return nearest === undefined
        ? []
        : [change(`Use the label "${nearest}"`, range, relabelled(article, broken, nearest))];
    }
    case "addressAsLabel":
    case "reversed": {
      const link = `[${broken.text}](${broken.url})`;
      return [change(`Change it to ${excerpt(link)}`, range, link)];
    }
    case "unclosed": {
      // If more words follow before a closing bracket, nobody knows where the URL ends.
      const { start, end } = range;
      return /^[ \t][^<>\n]*>/.test(article.source.slice(end, end + 200))
        ? []
        : [change("Add > after the URL", range, `${article.source.slice(start, end)}>`)];
    }
  }
}

/** The whole reference is rewritten, since all of it becomes a link. */
function relabelled(
  { source }: Article,
  { range, labelRange }: { readonly range: Range; readonly labelRange: Range },
  label: string,
): string {
  return (
    source.slice(range.start, labelRange.start) + label + source.slice(labelRange.end, range.end)
  );
}

function change(message: string, range: Range, text: string): Suggestion {
  return { message, edits: [replace(range, text)] };
}

/** Longest label of a definition, in characters, with what may stand before it. */
const MOST_LABEL = 1003;

/** Whether a template writes a part of the label of a definition: `[{{ name }}-filter]: …`. */
function isInLabel(source: string, { start, end }: Range): boolean {
  if (!/^[^\]\n]*\]:/.test(source.slice(end, end + 100))) return false;
  const from = Math.max(0, start - MOST_LABEL);
  const near = source.slice(from, start);
  const lineBreak = near.lastIndexOf("\n");
  const isWholeLine = lineBreak >= 0 || from === 0;
  return isWholeLine && /^ {0,3}\[[^\]\n]*$/.test(near.slice(lineBreak + 1));
}
