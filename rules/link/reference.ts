import {
  type Article,
  defineRule,
  excerpt,
  nearestOf,
  type Range,
  type Suggestion,
} from "../../src/rules.js";
import { type BrokenReference, brokenReferencesOf } from "./lib/broken-references.js";
import {
  bracketedKeysOf,
  type Definition,
  definedKeysOf,
  linkDefinitionsOf,
} from "./lib/link-definitions.js";

/** A file brought in by a template may hold the definitions. */
const BRINGS_IN = /include|import|partial|readfile|render|snippet/i;

/** References and definitions of Markdown links and footnotes that do not meet. */
export default defineRule({
  id: "link/reference",
  summary: "Markdown references and definitions belong together",
  fixes: ["suggestion"],
  references: ["CommonMark §4.7", "CommonMark §6.3", "GFM footnotes"],
  messages: {
    undefined: {
      severity: "error",
      what: 'Nothing defines the label "{label}", so readers see the brackets and no {kind}.',
      why: "",
      help: 'Add a line "[{label}]: address", or correct the label.',
    },
    addressAsLabel: {
      severity: "error",
      what: "The address {url} stands in square brackets, where Markdown expects a label, so readers see the brackets and no link of that text.",
      why: "",
      help: "Put the address in parentheses: [text](address).",
    },
    reversed: {
      severity: "error",
      what: "Brackets and parentheses of this link are the wrong way round, so readers see them and no link of that text.",
      why: "",
      help: "Write [text](address).",
    },
    unclosed: {
      severity: "warning",
      what: "The address {url} is opened by < and not closed by >, so readers see the bracket.",
      why: "",
      help: "Close it with > right after the address.",
    },
    footnoteUndefined: {
      severity: "error",
      what: "There is no note [^{label}]: in this article, so readers see [^{label}] and find no note.",
      why: "",
      help: 'Add a line "[^{label}]: text", or correct the mark.',
    },
    footnoteUnused: {
      severity: "warning",
      what: "Nothing refers to the note [^{label}], so most programs leave it out.",
      why: "",
      help: "Write [^{label}] where the note belongs, or delete it.",
    },
    unused: {
      severity: "warning",
      what: 'Nothing uses the definition of "{label}": it was left behind, or its link has another label.',
      why: "",
      help: "Correct the label of the link, or delete the definition.",
    },
    duplicate: {
      severity: "warning",
      what: 'The label "{label}" is defined before with another target, so this definition counts for nothing.',
      why: "",
      help: "Give it a label of its own, or delete one of the two.",
    },
    repeated: {
      severity: "info",
      what: 'The label "{label}" is defined before with the same target.',
      why: "",
      help: "Delete this copy.",
    },
  },
  check({ article, report }) {
    if (article.format === "html") return;
    const definitions = linkDefinitionsOf(article);
    const links = definitions.filter(({ isFootnote }) => !isFootnote);
    const labels = links.map(({ label }) => label);
    const broken = brokenReferencesOf(article, definedKeysOf(article));
    const used = bracketedKeysOf(article, definitions);
    // A label that is nearly one with a definition explains why that one is not used.
    const meant = new Set(
      broken.map((one) => (one.kind === "undefined" ? nearestOf(one.label, labels) : undefined)),
    );
    const first = new Map<string, Definition>();
    for (const definition of definitions) {
      const { key, label, range, isFootnote } = definition;
      const earlier = first.get(key);
      const deletion = deletionOf(definition);
      if (earlier !== undefined) {
        const same = !isFootnote && earlier.destination === definition.destination;
        report({
          messageId: same ? "repeated" : "duplicate",
          range,
          data: { label },
          related: [{ range: earlier.range, message: "The first definition" }],
          ...deletion,
        });
        continue;
      }
      first.set(key, definition);
      if (used.has(key) || meant.has(label) || isRemark(definition)) continue;
      if (isFootnote) {
        report({ messageId: "footnoteUnused", range, data: { label: label.slice(1) } });
      } else report({ messageId: "unused", range, data: { label: excerpt(label) }, ...deletion });
    }

    const bringsIn = article.templateTags.some(({ range }) =>
      BRINGS_IN.test(article.source.slice(range.start, Math.min(range.end, range.start + 40))),
    );
    for (const one of broken) {
      const { range } = one;
      const changes = { suggestions: repairs(article, one, labels) };
      if (one.kind === "undefined") {
        const nearest = nearestOf(one.label, labels);
        const definition = links.find(({ label }) => label === nearest);
        const data = { label: excerpt(one.label), kind: one.image ? "image" : "link" };
        const related =
          definition === undefined
            ? []
            : [{ range: definition.range, message: "The definition that may be meant" }];
        if (!bringsIn) report({ messageId: "undefined", range, data, related, ...changes });
      } else if (one.kind === "footnote") {
        const { label } = one;
        if (!bringsIn) report({ messageId: "footnoteUndefined", range, data: { label } });
      } else if (one.kind === "reversed") report({ messageId: "reversed", range, ...changes });
      else report({ messageId: one.kind, range, data: { url: one.url }, ...changes });
    }
  },
});

/** `[//]: # (remark)` and `[comment]: <> (remark)`: a way to write what nobody shall read. */
function isRemark({ key, destination, isFootnote }: Definition): boolean {
  if (isFootnote) return false;
  return destination === "#" || destination === "" || key === "//" || /^[-_]*COMMENT\b/.test(key);
}

function deletionOf({ removal }: Definition): { readonly suggestions?: readonly Suggestion[] } {
  if (removal === undefined) return {};
  return {
    suggestions: [{ message: "Delete this definition", edits: [{ ...removal, text: "" }] }],
  };
}

function repairs(
  article: Article,
  broken: BrokenReference,
  labels: readonly string[],
): readonly Suggestion[] {
  const { range } = broken;
  switch (broken.kind) {
    case "footnote":
      return [];
    case "undefined": {
      const nearest = nearestOf(broken.label, labels);
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
      // With more words before the bracket that closes it, nobody knows where the address ends.
      const { start, end } = range;
      return /^[ \t][^<>\n]*>/.test(article.source.slice(end, end + 200))
        ? []
        : [change("Close it after the address", range, `${article.source.slice(start, end)}>`)];
    }
  }
}

/** The whole reference is written anew, since all of it becomes a link. */
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
  return { message, edits: [{ ...range, text }] };
}
