import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contentPath } from "../../src/engines/nuxt-content/names.js";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));
const parser = join(modules, "@nuxtjs/mdc/dist/runtime/parser/index.js");
const slugger = join(modules, "slugify/slugify.js");

interface Node {
  readonly tag?: string | undefined;
  readonly props?: Readonly<Record<string, unknown>> | undefined;
  readonly children?: readonly Node[] | undefined;
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    tag: z.string().optional(),
    props: z.record(z.string(), z.unknown()).optional(),
    children: z.array(node).optional(),
  }),
);

const parserSchema = z.object({ parseMarkdown: z.function({ input: [z.string()] }) });
const parsedSchema = z.object({ body: node });

function idsIn({ props, children = [] }: Node): readonly string[] {
  const own = typeof props?.id === "string" ? [props.id] : [];
  return [...own, ...children.flatMap(idsIn)];
}

const IDS = ["_1-ropes", "1-ropes", "own", "named-own", "same", "same-1", "same-2", "größe-höhe"];
const OTHERS = ["in-a-card", "deep", "word", "icons", "two--hyphens", "two-hyphens", "card", "港"];

const text = [
  "# Harbour",
  "",
  "## 1. Ropes",
  "",
  "## Named {#own}",
  "",
  "## Same",
  "",
  "## Same",
  "",
  "## Größe & Höhe",
  "",
  "::card-group{icon='boat' #card}",
  "## In a card",
  "  :::card",
  "  ---",
  "  title: A title",
  "  ---",
  "    ## Deep",
  "  :::",
  "",
  "#footer",
  "Text with a [word]{.blue #word}.",
  "::",
  "",
  '## Icons :icon{name="boat"}',
  "",
  "## Two - - hyphens",
  "",
  "## 港",
  "",
  ...[...IDS, ...OTHERS].map((id) => `[x](#${id})\n`),
].join("\n");

describe.runIf(existsSync(parser))("an article that the parser of Nuxt Content reads", () => {
  it("has the dead fragments that are told, and no others", async () => {
    const { parseMarkdown } = parserSchema.parse(await import(pathToFileURL(parser).href));
    const { body } = parsedSchema.parse(await parseMarkdown(text));
    const ids = new Set(idsIn(body));
    const dead = [...IDS, ...OTHERS].filter((id) => !ids.has(id));
    const cwd = temporaryProject({
      "package.json": '{ "dependencies": { "@nuxt/content": "^3.6.0" } }',
      "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'] })",
      "content/a.md": text,
    });
    const { files } = await lintFiles([], { cwd, only: ["link/anchor"] });
    const told = files.flatMap(({ findings }) =>
      findings.map(({ start, end }) => text.slice(start.offset + 1, end.offset)),
    );
    expect(dead.length).toBeGreaterThan(3);
    expect(told).toEqual(dead);
  });
});

/** `generatePath` of Nuxt Content 3.16, without the slash at its beginning. */
function generatePath(stem: string, slugify: (part: string) => string): string {
  const shown = (name: string): string =>
    /^\d+(?:\.\d+)*(?:\.x)?$/.test(name)
      ? name
      : name
          .replace(/(\d+\.)?(.*)/, "$2")
          .replace(/^index(\.draft)?$/, "")
          .replace(/\.draft$/, "");
  return stem
    .split("/")
    .map((part) => slugify(shown(part)))
    .join("/");
}

describe.runIf(existsSync(slugger))("the path of a file of content", () => {
  it.each([
    ...["1.guide/2.start", "index", "1.guide/1.index", "1.a b/Foo Bar", "v1.2/x", "1.2/x", "1.x"],
    ...["Café", "Größe", "1.指南", "2.日本語 guide", "a&b", "c++", "it's", "(draft)", "x.draft"],
    ...["10.30.times", "_part", "a.b", "100%", "$x", "a@b", "a--b", "a - b", "~x", "a,b", "[slug]"],
    ...["@a", "Ångström", "ñandú", "한국어", "2024.post", "x=y", "<a>", "a|b", "-x-", " x "],
  ])("is what slugify makes of %s", async (stem) => {
    const { default: slugify } = z
      .object({ default: z.function({ input: [z.string(), z.unknown()], output: z.string() }) })
      .parse(await import(pathToFileURL(slugger).href));
    expect(contentPath(stem)).toBe(generatePath(stem, (part) => slugify(part, { lower: true })));
  });
});
