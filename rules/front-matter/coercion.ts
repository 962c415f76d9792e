import * as z from "zod";
import { defineRule, type Edit, excerpt, quoted, replace, soundEntries } from "../../src/rules.js";
import { meantBoolean } from "./lib/booleans.js";
import { becomesOther, readersDiffer, splitText, titleCollection } from "./lib/coercion.js";
import { keyOf } from "./lib/value-hygiene.js";

/** Keys with a text that readers see, whose name says so. */
const IS_LABEL = /(?:title|name|label|term|letter|heading)$/i;

/** Unquoted values that YAML parsers read differently, or as something other than text. */
export default defineRule({
  id: "front-matter/coercion",
  summary: "Unquoted values mean the same to every YAML parser",
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
      .describe("Keys whose values are names, so that quoting them is always correct."),
  }),
  messages: {
    readersDiffer: {
      severity: "warning",
      what: '"{text}" is {one} to some YAML parsers and {other} to others.',
      why: 'The value of "{key}" depends on the tool that reads the article.',
      help: "{advice}",
    },
    notText: {
      severity: "warning",
      what: 'YAML reads "{text}" as {reading}, not as text.',
      why: 'Themes expect text under "{key}", and may show another value or fail.',
      help: "Quote the value: {quoted}",
    },
    notSwitch: {
      severity: "warning",
      what: '"{text}" is a text to YAML, not {meant}.',
      why: 'Engines and themes take any text under "{key}" for on, or refuse it.',
      help: "Write {meant}.",
    },
    map: {
      severity: "warning",
      what: 'YAML reads this text as a map: a colon follows "{start}".',
      why: 'Themes expect text under "{key}", and print something else or fail.',
      help: "Put the value in quotation marks.",
    },
  },
  check({ article, options, report }) {
    const { frontMatter, source } = article;
    if (frontMatter?.format !== "yaml") return;
    for (const entry of soundEntries(article)) {
      const { valueRange: range, value, style } = entry;
      const text = source.slice(range.start, range.end);
      const label = splitText(entry, text);
      if (label !== undefined) {
        const key = keyOf(entry);
        const edits = [
          replace(
            range,
            quoted(
              text
                .split("\n")
                .map((line) => line.trim())
                .filter((line) => line !== "")
                .join(" "),
              "yaml",
            ),
          ),
        ];
        const suggestions = [{ message: "Quote the value", edits }];
        report({ messageId: "map", range, data: { key, start: excerpt(label) }, suggestions });
      }
      const collection = titleCollection(entry, text);
      if (collection !== undefined) {
        const data = {
          text: excerpt(text),
          key: keyOf(entry),
          reading: collection,
          quoted: excerpt(quoted(text, "yaml")),
        };
        const suggestions = [
          { message: "Quote the value", edits: [replace(range, quoted(text, "yaml"))] },
        ];
        report({ messageId: "notText", range, data, suggestions });
      }
      if (style !== "plain" || text === "" || value === null) continue;
      const key = keyOf(entry);
      const meant = typeof value === "string" ? meantBoolean(key, text, style) : undefined;
      if (meant !== undefined) {
        const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, meant)] }];
        report({ messageId: "notSwitch", range, data: { text, key, meant }, suggestions });
        continue;
      }
      const isName = options.keys.includes(key);
      const quoting = (): readonly Edit[] => [replace(range, quoted(text, "yaml"))];
      const differing = readersDiffer(text);
      if (differing !== undefined) {
        const edits = quoting();
        const { kind, reading } = differing;
        const one = typeof value === "string" ? "text" : String(value);
        const other = one === reading ? "text" : reading;
        const writings = [
          ...new Set(typeof value === "number" ? [String(value), reading] : [reading]),
        ];
        // A time is never meant as seconds; a switch or a count can be meant either way.
        const isText = isName || kind === "time" || IS_LABEL.test(key);
        const advice = isText
          ? `Quote the value: ${quoted(text, "yaml")}`
          : `Write ${writings.join(" or ")}, or quote the value if you mean it as text.`;
        const found = {
          messageId: "readersDiffer",
          range,
          data: { text, key, one, other, advice },
        } as const;
        if (isText) report({ ...found, fix: edits });
        else {
          const suggestions = [
            ...writings.map((name) => ({
              message: `Write ${name}`,
              edits: [replace(range, name)],
            })),
            { message: "Quote the value", edits },
          ];
          report({ ...found, suggestions });
        }
        continue;
      }
      const became = isName ? becomesOther(entry, text, key === "title") : undefined;
      if (became === undefined) continue;
      const data = { text, key, reading: became, quoted: quoted(text, "yaml") };
      report({ messageId: "notText", range, data, fix: quoting() });
    }
  },
});
