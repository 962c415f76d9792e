import * as z from "zod";
import {
  bySite,
  defineRule,
  type FrontMatterEntry,
  innerRange,
  lazily,
  nearestOf,
  type RareSlip,
  rangeSchema,
  rareSlip,
  replace,
  usesOf,
} from "../../src/rules.js";
import { choiceSlip, mayBeChoice } from "./lib/choices.js";

const MOST_NAMES = 8;
/** So many pages whose parent is found show that the site is read rightly. */
const LEAST_FOUND = 5;

/** So many articles must have the layout that another one nearly names. */
const LEAST_LAYOUTS = 3;

const nameSchema = z.strictObject({ key: z.string(), name: z.string(), range: rangeSchema });

export default defineRule({
  id: "front-matter/reference",
  summary: "Names in front matter are those of something that exists",
  fixes: ["suggestion"],
  facts: z.strictObject({
    names: z.array(nameSchema),
    ownKey: z.string().optional(),
    parent: nameSchema.optional(),
    layout: nameSchema.optional(),
    choices: z.array(nameSchema).optional(),
  }),
  messages: {
    unknown: {
      severity: "error",
      what: '"{name}" is not in {file}.',
      why: "{engine} stops the build here: {key} takes only names from that file.",
      help: "Write {meant}, or add the name to the file.",
    },
    layout: {
      severity: "error",
      what: 'There is no layout "{name}".',
      why: "No file of the site has this name: the build stops here, or the page gets another layout or none.",
      help: 'Write "{meant}", as {count} other articles do.',
    },
    choice: {
      severity: "warning",
      what: '"{name}" is one letter off "{meant}", which {count} other articles have.',
      why: "The key takes a few words only: a template or a schema that looks for one of them does not find this one.",
      help: 'Write "{meant}".',
    },
    parent: {
      severity: "warning",
      what: 'No page is called "{name}" in the navigation.',
      why: "{engine} leaves a page whose parent it does not find out of the navigation.",
      help: "Write {meant}, which is the name of a page.",
    },
  },
  check({ article, engine, leaveFact }) {
    const { nameKeys, tree } = engine.frontMatter;
    if (article.frontMatter === undefined) return;
    const { entries } = article.frontMatter;
    const names = entries.filter(({ path }) => nameKeys.includes(nameKeyOf(path))).flatMap(named);
    const [ownKey] = entries
      .filter(({ path }) => path.join(".") === tree?.key)
      .flatMap(named)
      .map(({ name }) => name);
    const [parent] = entries.filter(({ path }) => path.join(".") === tree?.parent).flatMap(named);
    const [layout] = entries.filter(({ path }) => path.join(".") === "layout").flatMap(named);
    const choices = entries
      .filter(({ path: [, item, ...more] }) => more.length === 0 && typeof item !== "string")
      .flatMap(named)
      .filter(({ key, name }) => key !== tree?.key && mayBeChoice(key, name));
    if ([ownKey, parent, layout].every((one) => one === undefined))
      if (names.length + choices.length === 0) return;
    leaveFact({
      names,
      ...(ownKey === undefined ? {} : { ownKey }),
      ...(parent === undefined ? {} : { parent }),
      ...(layout === undefined ? {} : { layout }),
      ...(choices.length === 0 ? {} : { choices }),
    });
  },
  site({ site, articles, report }) {
    for (const members of bySite(articles)) {
      const keys = new Set(members.flatMap(({ fact }) => fact?.ownKey ?? []));
      const found = members.filter(({ fact }) => keys.has(fact?.parent?.name ?? "")).length;
      const layouts = usesOf(members.flatMap(({ fact }) => fact?.layout?.name ?? []));
      const names = new Map<string, string[]>();
      for (const { fact } of members)
        for (const { key, name } of fact?.choices ?? []) {
          const ofKey = names.get(key);
          if (ofKey === undefined) names.set(key, [name]);
          else ofKey.push(name);
        }
      const uses = new Map([...names].map(([key, ofKey]) => [key, usesOf(ofKey)]));
      const [first] = members;
      const files = lazily(
        () => new Set(site.filesOf(first?.settings.site.folder ?? "").map(stemOf)),
      );
      for (const { facts, fact, engine } of members) {
        const { path } = facts;
        if (fact === undefined || site.routesOf(path)?.heldBack !== undefined) continue;
        for (const { key, name, range } of fact.names) {
          const known = site.namesOf(path, key);
          if (known === undefined || known.names.includes(name)) continue;
          const near = nearestOf(name, known.names, { limit: 2, swaps: true });
          const meant = near === undefined ? listed(known.names) : `"${near}"`;
          const data = { name, key, file: known.file, engine: engine.label, meant };
          report({ path, range, messageId: "unknown", data });
        }
        const tellSlip = (
          messageId: "layout" | "choice",
          { name, range }: z.infer<typeof nameSchema>,
          slip: RareSlip,
        ): void => {
          const suggestions = [
            { message: `Write "${slip.meant}"`, edits: [replace(range, slip.meant)] },
          ];
          const data = { name, ...slip };
          report({ path, range, messageId, certainty: "likely", data, suggestions });
        };
        const { layout } = fact;
        const slip = layout && rareSlip(layout.name, layouts, { least: LEAST_LAYOUTS });
        if (layout !== undefined && slip !== undefined && !files().has(stemOf(layout.name)))
          tellSlip("layout", layout, slip);
        for (const choice of fact.choices ?? []) {
          const meant = choiceSlip(choice.name, uses.get(choice.key) ?? new Map());
          if (meant === undefined || fact.names.some(({ key }) => key === choice.key)) continue;
          tellSlip("choice", choice, meant);
        }
        const { parent } = fact;
        if (parent === undefined || keys.has(parent.name) || found < LEAST_FOUND) continue;
        // A page that is no article may have the name; one that is nearly the same is a slip.
        const limit = parent.name.length > 4 ? 2 : 1;
        const meant = nearestOf(parent.name, [...keys], { limit, swaps: true });
        if (meant === undefined) continue;
        report({
          path,
          range: parent.range,
          messageId: "parent",
          certainty: "likely",
          data: { name: parent.name, engine: engine.label, meant: `"${meant}"` },
        });
      }
    }
  },
});

function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\..*$/, "")
    .toLowerCase();
}

/** The key whose names an entry holds: `authors: x`, an item of `authors`, the `key` of an item. */
function nameKeyOf([key, ...rest]: FrontMatterEntry["path"]): string {
  const [item, ...more] = typeof rest[0] === "number" ? rest.slice(1) : rest;
  const isName = item === undefined || (item === "key" && more.length === 0);
  return isName ? String(key) : "";
}

function named(entry: FrontMatterEntry): readonly z.infer<typeof nameSchema>[] {
  const { path, value } = entry;
  if (typeof value !== "string" || value === "") return [];
  return [{ key: String(path[0]), name: value, range: innerRange(entry) }];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `"${name}"`);
  return `one of ${shown.join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;
}
