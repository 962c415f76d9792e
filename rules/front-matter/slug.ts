import * as z from "zod";
import { defineRule, innerRange, rangeSchema, replace } from "../../src/rules.js";
import { addressFields, plainAddress, unsafeCharacters } from "./lib/address-fields.js";

const factSchema = z.array(
  z.strictObject({ key: z.string(), text: z.string(), range: rangeSchema, inner: rangeSchema }),
);

/** A habit that half of a site's URLs share, at least five, is its style. */
const NORM_SHARE = 0.5;
const NORM_LEAST = 5;

const RESERVED: ReadonlySet<string> = new Set(["index", "tags", "categories"]);

const HABITS = { upperCase: /\p{Lu}/u, underscore: /_/ } as const;
/** Of how many a habit is one: capitals of all URLs, underscores of those that join words at all. */
const KINDS = { upperCase: /./, underscore: /[\p{L}\p{N}][-_][\p{L}\p{N}]/u } as const;
/** Names of folders of languages (`zh_cn`, `pt-BR`), and identifiers that are written in capitals (`CVE-2019-25210`). */
const NAMES =
  /(?<=^|\/)[a-z]{2,3}[-_](?:[a-z]{2,4}|[A-Z]{2}|[A-Z][a-z]{3})(?=\/)|(?<![\p{L}\p{N}])\p{Lu}{2,10}-\d[\d-]*(?![\p{L}\p{N}])/gu;

/** URLs that servers, people or the engine read differently from how they are written. */
export default defineRule({
  id: "front-matter/slug",
  summary: "URLs in front matter are safe and in one style",
  fixes: ["suggestion"],
  references: ["RFC 3986 §3.3"],
  options: z.strictObject({
    case: z
      .enum(["lower", "any"])
      .default("lower")
      .describe(
        "Whether capital letters are refused; a site where most URLs have them is not checked.",
      ),
    unicode: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe("Whether URLs may contain non-ASCII letters."),
  }),
  facts: factSchema,
  messages: {
    unsafe: {
      severity: "warning",
      what: '"{key}" contains characters that a URL cannot contain: {characters}.',
      why: "Links to the page break or are cut off.",
      help: "Use only letters, digits, hyphens and slashes.",
    },
    unicode: {
      severity: "warning",
      what: '"{key}" contains non-ASCII letters.',
      why: "The config allows only ASCII letters in URLs.",
      help: "Write it in plain Latin letters.",
    },
    slashes: {
      severity: "warning",
      what: '"{key}" contains two slashes in a row.',
      why: "Servers and engines treat the empty name between them differently, so links may break.",
      help: "Write only one slash.",
    },
    dots: {
      severity: "warning",
      what: '"{key}" contains the path segment "..".',
      why: "The page is published in another folder, or the engine rejects it.",
      help: 'Write the path from the root of the site, without "..".',
    },
    leadingSlash: {
      severity: "warning",
      what: '"{key}" does not start with a slash.',
      why: "Some themes and plugins turn it into a relative link.",
      help: 'Write "/{text}".',
    },
    ending: {
      severity: "warning",
      what: '"{key}" ends in neither / nor .html.',
      why: "Servers offer the page as a download instead of showing it.",
      help: 'Write "{text}/".',
    },
    reserved: {
      severity: "warning",
      what: 'The slug "{text}" is the name of a page that engines generate.',
      why: "One of the two pages overwrites the other.",
      help: "Choose another slug.",
    },
    upperCase: {
      severity: "warning",
      what: '"{key}" contains capital letters.',
      why: "On most servers the same URL in lower case is a different page, or none.",
      help: 'Write "{address}", and redirect the old URL if it is already published.',
    },
    underscore: {
      severity: "warning",
      what: '"{key}" joins words with underscores.',
      why: "Search engines read the words as one, and the underline of a link hides the underscores.",
      help: 'Write "{address}", and redirect the old URL if it is already published.',
    },
  },
  check({ article, engine, options, report, leaveFact }) {
    const fields = addressFields(article, engine);
    const { permalinkNeeds } = engine.frontMatter;
    for (const { entry, key, text, isFormer } of fields) {
      const range = entry.valueRange;
      const inner = innerRange(entry);
      const write = (address: string) =>
        address === text || address === ""
          ? []
          : [{ message: `Write ${address}`, edits: [replace(inner, address)] }];
      const unsafe = unsafeCharacters(text);
      if (unsafe.length > 0) {
        const characters = unsafe
          .map((one) => (/\s/.test(one) ? "a space" : `"${one}"`))
          .join(", ");
        const suggestions = write(plainAddress(text));
        report({ messageId: "unsafe", range, data: { key, characters }, suggestions });
      }
      if (/\/\//.test(text)) {
        const suggestions = write(text.replace(/\/{2,}/g, "/"));
        report({ messageId: "slashes", range, data: { key }, suggestions });
      }
      if (/(?:^|\/)\.\.(?:\/|$)/.test(text)) report({ messageId: "dots", range, data: { key } });
      if (isFormer) continue;
      if (options.unicode === "refuse" && /[^\0-\x7f]/.test(text))
        report({ messageId: "unicode", range, data: { key } });
      if (key === "permalink" && permalinkNeeds === "leading-slash" && !text.startsWith("/"))
        report({
          messageId: "leadingSlash",
          range,
          data: { key, text },
          suggestions: write(`/${text}`),
        });
      if (key === "permalink" && permalinkNeeds === "ending" && !/(?:\/|\.html)$/.test(text))
        report({ messageId: "ending", range, data: { key, text }, suggestions: write(`${text}/`) });
      if (key === "slug" && RESERVED.has(text))
        report({ messageId: "reserved", range, data: { text } });
    }
    const own = fields.filter(({ isFormer }) => !isFormer);
    leaveFact(
      own.map(({ entry, key, text }) => ({
        key,
        text,
        range: { ...entry.valueRange },
        inner: { ...innerRange(entry) },
      })),
    );
  },
  site({ articles, report }) {
    const fields = articles.flatMap(({ facts: { path }, fact = [], options }) =>
      fact.map((field) => ({ ...field, path, options })),
    );
    for (const messageId of ["upperCase", "underscore"] as const) {
      const found = fields.filter(({ text }) => HABITS[messageId].test(text.replace(NAMES, "")));
      const all = fields.filter(({ text }) => KINDS[messageId].test(text)).length;
      if (found.length >= Math.max(NORM_LEAST, all * NORM_SHARE)) continue;
      for (const { path, key, text, range, inner, options } of found) {
        const isFree = messageId === "upperCase" && options.case === "any";
        if (isFree || unsafeCharacters(text).length > 0) continue;
        const address = plainly(text, (part) =>
          messageId === "upperCase" ? part.toLowerCase() : part.replaceAll("_", "-"),
        );
        const suggestions = [{ message: `Write ${address}`, edits: [replace(inner, address)] }];
        report({ messageId, path, range, data: { key, address }, suggestions });
      }
    }
  },
});

/** A text with its parts between names changed. */
function plainly(text: string, change: (part: string) => string): string {
  let [at, changed] = [0, ""];
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    changed += change(text.slice(at, index)) + name;
    at = index + name.length;
  }
  return changed + change(text.slice(at));
}
