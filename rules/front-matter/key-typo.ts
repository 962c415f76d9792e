import * as z from "zod";
import { defineRule, type Range, rangeSchema, replace, type Settings } from "../../src/rules.js";
import { isKnownKey, meantKey, otherNumber, twinKeys, usualKeys } from "./lib/front-matter-keys.js";

/** What one article passes to the site stage: all its keys, and the places of the unknown ones. */
const factSchema = z.strictObject({
  keys: z.array(z.string()),
  /** Where each of them begins, as it is written; -1 for one that is written in another way. */
  starts: z.array(z.int()),
  unknown: z.array(z.strictObject({ key: z.string(), range: rangeSchema, isQuoted: z.boolean() })),
  /** Keys whose plural or singular the others may have. */
  numbered: z.array(z.strictObject({ key: z.string(), range: rangeSchema })),
});

/** In so many articles a key is the site's own, however it is spelled. */
const OWN_LEAST = 3;
/** The share of the articles, or their number, with which a key is one that others are misspellings of. */
const MEANT_SHARE = 0.1;
const MEANT_NUMBER = 20;

/** So many articles of a folder must have the other number of a key, and this share of them. */
const LEAST_NEIGHBOURS = 10;
const NEIGHBOURS_SHARE = 0.9;

const PROBE = "a key no schema knows";

/** Whether the schema itself reports unknown keys: then it also reports the misspelled ones. */
function refusesUnknown({ schema }: Settings, data: Readonly<Record<string, unknown>>): boolean {
  return (schema?.validate({ ...data, [PROBE]: null }) ?? []).some(
    ({ code, path }) => code === "unknown-key" && path[0] === PROBE,
  );
}

/** Whether the schema has a place for a key: then it complains of a value that nothing takes, but of none under another key. */
function declares(
  { schema }: Settings,
  data: Readonly<Record<string, unknown>>,
  key: string,
): boolean {
  if (schema === undefined) return false;
  const complainsAt = (name: string): boolean =>
    schema.validate({ ...data, [name]: { "": [{}] } }).some(({ path }) => path[0] === name);
  return complainsAt(key) && !complainsAt(PROBE);
}

/** Misspelled keys: engines silently ignore them. */
export default defineRule({
  id: "front-matter/key-typo",
  summary: "Front-matter keys are spelled as engines read them",
  fixes: ["suggestion"],
  options: z.strictObject({
    known: z.array(z.string()).default([]).describe("Further keys that are spelled correctly."),
  }),
  facts: factSchema,
  messages: {
    typo: {
      severity: "warning",
      what: 'The key "{key}" is probably a misspelling of "{meant}".',
      why: 'No engine reads "{key}", so its value is ignored.',
      help: 'Rename it to "{meant}", or add "{key}" to the option known.',
    },
    number: {
      severity: "warning",
      what: 'Only this article has "{key}"; {count} of its folder have "{meant}".',
      why: 'The templates of the site read "{meant}" there, so the value is ignored.',
      help: 'Rename it to "{meant}".',
    },
    case: {
      severity: "warning",
      what: 'Only this article has "{key}"; {count} of its folder have "{meant}".',
      why: "Letter case counts in the names of keys: templates and schemas do not find the value.",
      help: 'Rename it to "{meant}".',
    },
    twin: {
      severity: "warning",
      what: 'Both "{key}" and "{other}" are given.',
      why: 'Engines read only "{other}" and ignore "{key}".',
      help: 'Move the value of "{key}" to "{other}", and delete "{key}".',
    },
  },
  check({ article, engine, options, settings, report, leaveFact }) {
    const { frontMatter } = article;
    if (frontMatter === undefined) return;
    const entries = frontMatter.entries.filter(({ path }) => path.length === 1);
    for (const [one, many] of twinKeys(engine)) {
      const entry = frontMatter.entry([one]);
      const other = frontMatter.entry([many]);
      if (entry?.keyRange === undefined || other?.keyRange === undefined) continue;
      const related = [{ range: other.keyRange, message: many }];
      report({
        messageId: "twin",
        range: entry.keyRange,
        related,
        data: { key: one, other: many },
      });
    }
    const unknown = entries.flatMap(({ path, keyRange }) => {
      const key = String(path[0]);
      const isUnknown = !isKnownKey(key) && !options.known.includes(key);
      if (keyRange === undefined || !isUnknown) return [];
      if (declares(settings, frontMatter.data, key)) return [];
      return [{ key, range: { ...keyRange }, isQuoted: frontMatter.format === "json" }];
    });
    const isLeft = unknown.length === 0 || !refusesUnknown(settings, frontMatter.data);
    const keys = entries.map(({ path }) => String(path[0]));
    const numbered = entries.flatMap(({ path, keyRange }) => {
      const key = String(path[0]);
      const other = otherNumber(key, engine);
      const isAlone = other !== undefined && !keys.includes(other) && !options.known.includes(key);
      return isAlone && keyRange !== undefined && frontMatter.format === "yaml"
        ? [{ key, range: { ...keyRange } }]
        : [];
    });
    const starts = entries.map(({ path, keyRange }) => {
      const key = String(path[0]);
      const isPlain =
        keyRange !== undefined && article.source.slice(keyRange.start, keyRange.end) === key;
      return isPlain && !options.known.includes(key) ? keyRange.start : -1;
    });
    leaveFact({ keys, starts, unknown: isLeft ? unknown : [], numbered });
  },
  site({ articles, report }) {
    const read = articles.flatMap(({ facts, fact, engine, options }) =>
      fact === undefined ? [] : [{ path: facts.path, engine, options, ...fact }],
    );
    const uses = new Map<string, number>();
    for (const { keys } of read) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
    const least = Math.min(MEANT_NUMBER, Math.max(OWN_LEAST, read.length * MEANT_SHARE));
    const vocabulary = [...uses].filter(([, count]) => count >= least).map(([key]) => key);
    for (const { path, engine, options, keys, unknown } of read) {
      for (const { key, range, isQuoted } of unknown) {
        if ((uses.get(key) ?? 0) >= OWN_LEAST) continue;
        const candidates = [...usualKeys(engine), ...vocabulary, ...options.known];
        const meant = meantKey(key, candidates);
        if (meant === undefined || keys.includes(meant)) continue;
        const text = isQuoted ? JSON.stringify(meant) : meant;
        const suggestions = [{ message: `Rename it to "${meant}"`, edits: [replace(range, text)] }];
        report({
          messageId: "typo",
          path,
          range,
          certainty: "likely",
          data: { key, meant },
          suggestions,
        });
      }
    }
    const folders = new Map<string, (typeof read)[number][]>();
    for (const one of read) {
      const folder = one.path.slice(0, one.path.lastIndexOf("/") + 1);
      const known = folders.get(folder);
      if (known === undefined) folders.set(folder, [one]);
      else known.push(one);
    }
    for (const near of folders.values()) {
      const users = usersOf(near.map(({ keys }) => keys));
      const spellings = spellingsOf(users.keys());
      const isUsual = (count: number): boolean =>
        count >= LEAST_NEIGHBOURS && count >= (near.length - 1) * NEIGHBOURS_SHARE;
      for (const { path, engine, keys, starts, numbered } of near) {
        for (const { key, range } of numbered) {
          const meant = otherNumber(key, engine) ?? key;
          const count = users.get(meant) ?? 0;
          if (isUsual(count) && users.get(key) === 1) renamed("number", path, key, meant, range);
        }
        if (engine.frontMatter.ignoresKeyCase) continue;
        for (const [at, key] of keys.entries()) {
          const start = starts[at] ?? -1;
          if (start < 0 || users.get(key) !== 1) continue;
          const meant = (spellings.get(key.toLowerCase()) ?? []).find((other) => other !== key);
          if (meant === undefined || !isUsual(users.get(meant) ?? 0) || keys.includes(meant))
            continue;
          renamed("case", path, key, meant, { start, end: start + key.length });
        }

        function renamed(
          messageId: "number" | "case",
          path: string,
          key: string,
          meant: string,
          range: Range,
        ): void {
          const suggestions = [
            { message: `Rename it to "${meant}"`, edits: [replace(range, meant)] },
          ];
          const data = { key, meant, count: users.get(meant) ?? 0 };
          report({ messageId, path, range, certainty: "likely", data, suggestions });
        }
      }
    }
  },
});

/** How many articles have each key. */
function usersOf(articles: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const keys of articles)
    for (const key of new Set(keys)) users.set(key, (users.get(key) ?? 0) + 1);
  return users;
}

/** Keys by what they are in lower case. */
function spellingsOf(keys: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  for (const key of keys) {
    const folded = key.toLowerCase();
    const known = spellings.get(folded);
    if (known === undefined) spellings.set(folded, [key]);
    else known.push(key);
  }
  return spellings;
}
