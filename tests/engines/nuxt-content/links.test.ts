import { describe, expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";

async function found(
  files: Readonly<Record<string, string>>,
  ...only: readonly string[]
): Promise<readonly string[]> {
  const cwd = temporaryProject(files);
  const { files: checked } = await lintFiles([], { cwd, only: [...only] });
  return checked.flatMap(({ path, findings }) =>
    findings.map(
      ({ start, end }) =>
        `${path}:${start.line} ${(files[path] ?? "").slice(start.offset, end.offset)}`,
    ),
  );
}

const site = {
  "package.json": '{"dependencies":{"@nuxt/content":"^3.6.0"}}',
  "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'] })",
  "app/pages/[...slug].vue": "<template><ContentRenderer /></template>",
};

describe("links of a site of Nuxt Content", () => {
  const harbour = {
    ...site,
    "content/index.md": "# Harbour\n",
    "content/1.guide/1.index.md": "# Guide\n",
    "content/1.guide/3.tides.md": "# Tides\n\n## 1. Spring tides\n\n## Größe -- Höhe\n",
    "public/chart.pdf": "x",
    "content/1.guide/crane.png": "x",
    "public/guide/quay.png": "x",
  };

  it("lead to addresses, those to files of content without their numbers", async () => {
    const text = [
      "# Boats",
      "",
      "[dead](./lost.md) [dead](/guide/3.tides) [dead](/guide/tides.md) [dead](/chart)",
      "[dead](guide/tides) ![dead](crane.png)",
      "",
      "[right](./3.tides.md#_1-spring-tides) [right](tides) [right](../index.md) [right](/guide)",
      "[right](./index.md) [right](/chart.pdf) ![right](quay.png)",
      "",
    ].join("\n");
    const files = { ...harbour, "content/1.guide/2.boats.md": text };
    expect(await found(files, "link/broken", "image/not-found")).toEqual([
      "content/1.guide/2.boats.md:3 ./lost.md",
      "content/1.guide/2.boats.md:3 /guide/3.tides",
      "content/1.guide/2.boats.md:3 /guide/tides.md",
      "content/1.guide/2.boats.md:3 /chart",
      "content/1.guide/2.boats.md:4 guide/tides",
      "content/1.guide/2.boats.md:4 crane.png",
    ]);
  });

  it("begin at the page with or without a slash at its end, as hosts serve it", async () => {
    const files = {
      ...harbour,
      "content/1.guide/1.index.md":
        "# Guide\n\n[a](./3.tides.md) [b](guide/tides) [dead](../tides)\n",
    };
    expect(await found(files, "link/broken")).toEqual(["content/1.guide/1.index.md:3 ../tides"]);
  });

  it("lead to ids as the parser of content makes them", async () => {
    const text =
      "[a](#in-a-card) [b](/guide/tides#größe-höhe) [c](#named-own) [d](#span) [e](#inner) [f](#card)\n\n[dead](#named) [dead](/guide/tides#1-spring-tides)\n\n::card{#card}\n## In a card\n::\n\n## Named {#own}\n\n## [Span]{#inner}\n";
    const files = { ...harbour, "content/1.guide/2.boats.md": text };
    expect(await found(files, "link/anchor")).toEqual([
      "content/1.guide/2.boats.md:3 #named",
      "content/1.guide/2.boats.md:3 /guide/tides#1-spring-tides",
    ]);
  });

  it("are unknown where the site has a component of its own for them", async () => {
    const files = {
      ...harbour,
      "app/components/content/ProseA.vue": "<template><a /></template>",
      "content/a.md": "[x](/lost)\n\n![dead](/lost.png)\n",
    };
    expect(await found(files, "link/broken", "image/not-found")).toEqual([
      "content/a.md:3 /lost.png",
    ]);
  });
});

describe("MDC", () => {
  const rules = [
    "text/unrendered-markdown",
    "link/broken",
    "link/reference",
    "link/anchor",
    "heading/*",
    "typography/quotes",
    "front-matter/*",
  ];
  const text = [
    "---",
    "title: The harbour of the north",
    "---",
    "",
    '::card-group{icon="i-boat" #boats}',
    "---",
    "title: Boats",
    "link: /boats",
    "---",
    "  :::card",
    "  ---",
    "  a: 1",
    "  ---",
    "    Text that is indented, [right](#ropes).",
    "",
    "    ## Ropes",
    "  :::",
    "",
    "#title",
    "A slot with **bold**{.red} text, :icon{name=\"boat\"} and :badge[New]{type='x'}.",
    "::",
    "",
    'A [word]{.blue #word} and `code {{ x }}`{lang="ts"} at 10:30, [the word](#word).',
    "",
    "```md",
    "::card",
    "#title",
    "```",
    "",
  ].join("\n");

  it("is no Markdown that readers see as it was typed", async () => {
    expect(await found({ ...site, "content/a.md": text }, ...rules)).toEqual([]);
  });

  it("hides nothing of what is wrong", async () => {
    const wrong = `${text}\n::card\n[x](/lost) [y](#lost) **bold ** text\n::\n\n##tight heading\n`;
    const told = await found({ ...site, "content/a.md": wrong }, ...rules);
    expect(told.map((one) => one.replace(/^\S+ /, "")).sort()).toEqual(
      ["##", "#lost", "**bold **", "/lost"].sort(),
    );
  });
});
