import * as z from "zod";
import { defineRule, type Edit, quoted } from "../../src/rules.js";
import { becomesOther, readersDiffer } from "./lib/coercion.js";
import { keyOf } from "./lib/value-hygiene.js";

/** Unquoted values that readers of YAML take for different things, or for something else than text. */
export default defineRule({
  id: "front-matter/coercion",
  summary: "Unquoted values mean the same to every reader of YAML",
  fixes: ["safe", "suggestion"],
  references: ["YAML 1.1 types", "YAML 1.2 §10.3"],
  options: z.strictObject({
    keys: z
      .array(z.string())
      .default([
        "title",
        "slug",
        "version",
        "tags",
        "categories",
        "category",
        "author",
        "authors",
        "lang",
        "language",
        "locale",
      ])
      .describe("Keys whose values are names, so that quoting them is always right."),
  }),
  messages: {
    readersDiffer: {
      severity: "warning",
      what: 'Readers of YAML disagree on "{text}" under "{key}": it is {one} to some and {other} to others.',
      why: "",
      help: "Quote it if it is text; else write it so that all agree, such as true, false or 1000.",
    },
    notText: {
      severity: "warning",
      what: 'YAML takes "{text}" under "{key}" for {reading}, not for text.',
      why: "",
      help: "Quote it.",
    },
  },
  check({ article, options, report }) {
    const { frontMatter, source } = article;
    if (frontMatter?.format !== "yaml") return;
    for (const entry of frontMatter.entries) {
      const { valueRange: range, value, style } = entry;
      const text = source.slice(range.start, range.end);
      if (style !== "plain" || text === "" || value === null) continue;
      const key = keyOf(entry);
      const isName = options.keys.includes(key);
      const quoting = (): readonly Edit[] => [{ ...range, text: quoted(text, "yaml") }];
      const differing = readersDiffer(text);
      if (differing !== undefined) {
        const edits = quoting();
        const { kind, reading } = differing;
        const one = typeof value === "string" ? "text" : String(value);
        const other = one === reading ? "text" : reading;
        const found = {
          messageId: "readersDiffer",
          range,
          data: { text, key, one, other },
        } as const;
        // A time is never meant as seconds; of a switch or a count nobody knows what was meant.
        if (isName || kind === "time") report({ ...found, fix: edits });
        else {
          const writings = new Set(
            typeof value === "number" ? [String(value), reading] : [reading],
          );
          const suggestions = [
            ...[...writings].map((name) => ({
              message: `Write ${name}`,
              edits: [{ ...range, text: name }],
            })),
            { message: "Quote it", edits },
          ];
          report({ ...found, suggestions });
        }
        continue;
      }
      const became = isName ? becomesOther(entry, text, key === "title") : undefined;
      if (became === undefined) continue;
      report({ messageId: "notText", range, data: { text, key, reading: became }, fix: quoting() });
    }
  },
});
