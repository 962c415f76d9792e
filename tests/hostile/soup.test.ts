import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintText } from "../../src/index.js";
import type { Report } from "../../src/report/model.js";
import { runs } from "../runs.js";

/** Pieces that parsers, masks and rules look for, whole and cut in the middle. */
const PIECES = [
  ...'---\n|+++\n|;;;\n|title: A\n|tags: [a, b]\n|date: 2022-02-30\n|"a": {\n|[a]\n|a = 1\n|- |  - |? |!!js/function |&a |*a |<<: |\'|"|# '.split(
    "|",
  ),
  ..."# |## |> |- |1. |\t|    |```\n|~~~|`|*|**|_|~~|[|]|](|)|![|[^1]|[^1]: |[a]: b\n|===\n|\\|&amp;|&#0;|&#xD800;|&|http://a.b/c?d=e|www.a.b|a@b.c".split(
    "|",
  ),
  ...'<p>|</p>|<b>|</i>|<div\n|<a href="|<a name=x>|">|<img src=a.png alt=|<img>|srcset="a 1x, b"|style="a:b|onclick=x|id=a |<table><tr>|<td>|<svg>|</svg>|<math>|<script>|</script>|<style>|<template>|<select>|<textarea>|<title>|<!--|-->|<!|<?|<![CDATA[|]]>|</|<|>|/>|='.split(
    "|",
  ),
  ..."{{|}}|{%|%}|{% raw %}|{% endraw %}|{% if a %}|{{< a >}}|{{% b %}}|<%|%>|${|:::|{#|#}|{: .a}|{/*|*/}|{|}|<A b={|import a from 'b'\n|export const a = 1\n|copydesk-disable |copydesk-enable |copydesk-disable-next-line image/* -- a ".split(
    "|",
  ),
  "|",
  "|-|\n",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  " ",
  "  \n",
  "\uFEFF",
  "\u200b",
  "\u202e",
  "\u3000",
  "\0",
  "\ud800",
  "\u2028",
  "漢字",
  "谈话。",
  "👩‍👩‍👧",
  "é",
  "word ",
  "A sentence that is long enough to be counted as one. ",
  "javascript:",
  "__proto__",
  "constructor: ",
];

const soup = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

/** Every place a report names, with the length of the text it must lie in. */
function placesOf(report: Report): readonly (readonly [number, number])[] {
  return report.files.flatMap(({ findings, suppressed = [] }) =>
    [...findings, ...suppressed].flatMap((finding) => [
      [finding.start.offset, finding.end.offset] as const,
      ...(finding.related ?? []).map(({ start, end }) => [start.offset, end.offset] as const),
      ...[finding.fix, ...(finding.suggestions ?? [])].flatMap((change) =>
        (change?.edits ?? []).map(({ start, end }) => [start, end] as const),
      ),
    ]),
  );
}

describe("any soup of Markdown, HTML, MDX, front matter and templates", () => {
  it.each(["article.md", "article.html", "article.mdx"])(
    "is checked whole, the same twice, with every place inside it: %s",
    async (path) => {
      const config = { extends: "strict", engine: "hexo", site: { complete: true } } as const;
      await fc.assert(
        fc.asyncProperty(soup, async (text) => {
          const check = () => lintText(text, { path, config, now: 0, alone: true });
          const report = await check();
          expect(report.notChecked).toEqual([]);
          expect(report.files).toHaveLength(1);
          for (const [start, end] of placesOf(report)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(await check()).toEqual(report);
        }),
        { numRuns: runs(75) },
      );
    },
    120_000,
  );
});
