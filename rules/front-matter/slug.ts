import * as z from "zod";
import { defineRule, innerRange, rangeSchema } from "../../src/rules.js";
import { addressFields, plainAddress, unsafeCharacters } from "./lib/address-fields.js";

const factSchema = z.array(
  z.strictObject({ key: z.string(), text: z.string(), range: rangeSchema, inner: rangeSchema }),
);

/** A habit that half of a site's addresses share, five at least, is its style. */
const NORM_SHARE = 0.5;
const NORM_LEAST = 5;

const RESERVED: ReadonlySet<string> = new Set(["index", "tags", "categories"]);

const HABITS = { upperCase: /\p{Lu}/u, underscore: /_/ } as const;

/** Addresses that servers, readers or the engine take in another way than they are written. */
export default defineRule({
  id: "front-matter/slug",
  summary: "Addresses in front matter are safe and in one style",
  fixes: ["suggestion"],
  references: ["RFC 3986 §3.3"],
  options: z.strictObject({
    case: z
      .enum(["lower", "any"])
      .default("lower")
      .describe(
        "Whether capital letters are refused; a site most of whose addresses have them is not asked.",
      ),
    unicode: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe("Whether letters beyond ASCII may stand in addresses."),
  }),
  facts: factSchema,
  messages: {
    unsafe: {
      severity: "warning",
      what: '"{key}" holds {characters}, which an address cannot hold, so links to it break or are cut off.',
      why: "",
      help: "Use letters, digits, hyphens and slashes.",
    },
    unicode: {
      severity: "warning",
      what: '"{key}" holds letters beyond ASCII, which the config does not want in addresses.',
      why: "",
      help: "Write the address in plain Latin letters.",
    },
    slashes: {
      severity: "warning",
      what: '"{key}" holds //, an empty name that servers and engines treat differently.',
      why: "",
      help: "Write one slash.",
    },
    dots: {
      severity: "warning",
      what: '"{key}" leads out of its own place with "..", so the page lands elsewhere or is refused.',
      why: "",
      help: "Write the address from the root of the site.",
    },
    leadingSlash: {
      severity: "warning",
      what: '"{key}" does not begin with a slash, so some themes and plugins make a relative link of it.',
      why: "",
      help: "Begin it with a slash.",
    },
    ending: {
      severity: "warning",
      what: '"{key}" must end in / or .html here: else servers offer the page for download.',
      why: "",
      help: "End it in a slash.",
    },
    reserved: {
      severity: "warning",
      what: 'The slug "{text}" is the name of a page that engines make themselves, so one overwrites the other.',
      why: "",
      help: "Choose another name.",
    },
    upperCase: {
      severity: "warning",
      what: '"{key}" has capital letters: on most servers the same address in lower case is another page, or none.',
      why: "",
      help: "Write it in lower case, and redirect the old address if it is published.",
    },
    underscore: {
      severity: "warning",
      what: '"{key}" joins words with underscores, which search engines read as one word and underlined links hide.',
      why: "",
      help: "Join words with hyphens, and redirect the old address if it is published.",
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
          : [{ message: `Write ${address}`, edits: [{ ...inner, text: address }] }];
      const unsafe = unsafeCharacters(text);
      if (unsafe.length > 0) {
        const characters = unsafe
          .map((one) => (/\s/.test(one) ? "a blank" : `"${one}"`))
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
        report({ messageId: "leadingSlash", range, data: { key }, suggestions: write(`/${text}`) });
      if (key === "permalink" && permalinkNeeds === "ending" && !/(?:\/|\.html)$/.test(text))
        report({ messageId: "ending", range, data: { key }, suggestions: write(`${text}/`) });
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
      const found = fields.filter(({ text }) => HABITS[messageId].test(text));
      if (found.length >= Math.max(NORM_LEAST, fields.length * NORM_SHARE)) continue;
      for (const { path, key, text, range, inner, options } of found) {
        const isFree = messageId === "upperCase" && options.case === "any";
        if (isFree || unsafeCharacters(text).length > 0) continue;
        const address = messageId === "upperCase" ? text.toLowerCase() : text.replaceAll("_", "-");
        const suggestions = [{ message: `Write ${address}`, edits: [{ ...inner, text: address }] }];
        report({ messageId, path, range, data: { key }, suggestions });
      }
    }
  },
});
