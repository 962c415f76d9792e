import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
// @ts-expect-error A script for users, without types.
import { idsIn } from "../../docs/examples/write-manifest.mjs";
import { buildManifestSchema } from "../../src/facts/build-manifest.js";
import { temporaryProject } from "../run/temporary-project.js";

const script = new URL("../../docs/examples/write-manifest.mjs", import.meta.url).pathname;

/** The ids of a page as a parser of HTML tells them. */
function parsedIds(html: string): readonly string[] {
  const ids: string[] = [];
  visit(fromHtml(html), "element", ({ tagName, properties }) => {
    const names = tagName === "a" ? [properties.id, properties.name] : [properties.id];
    for (const id of names) if (typeof id === "string" && id !== "") ids.push(id);
  });
  return [...new Set(ids)].sort();
}

describe("docs/examples/write-manifest.mjs", () => {
  it("writes the addresses of a built site, and the ids of its pages", () => {
    const cwd = temporaryProject({
      "out/index.html": '<h1 id=top>A</h1><a name="old"></a><p ID="b&amp;c">',
      "out/about.html": "<p>",
      "out/a/b/index.html": '<script>"<p id=no>"</script><!-- <p id=no> --><i id="yes">',
      "out/style.css": "",
    });
    execFileSync(process.execPath, [script, "out", "out/built.json"], { cwd });
    const manifest = buildManifestSchema.parse(
      JSON.parse(readFileSync(join(cwd, "out/built.json"), "utf8")),
    );
    expect(manifest.routes).toEqual([
      { address: "/a/b/", ids: ["yes"] },
      { address: "/about.html", ids: [] },
      { address: "/", ids: ["top", "old", "b&c"] },
      { address: "/style.css" },
    ]);
  });

  it("says how it is called", () => {
    const { status, stderr } = spawnSync(process.execPath, [script, "out"], { encoding: "utf8" });
    expect([status, stderr]).toEqual([2, "Usage: node write-manifest.mjs OUTPUT MANIFEST\n"]);
  });

  it("finds the ids that a parser of HTML finds", () => {
    const value = fc.stringMatching(/^[a-z0-9 é<>=/]{1,6}$/);
    const attribute = fc.oneof(
      value.map((text) => `id="${text}"`),
      value.map((text) => `ID='${text}'`),
      fc.stringMatching(/^[a-z]{1,4}$/).map((text) => `id=${text}`),
      value.map((text) => `name="${text}"`),
      value.map((text) => `title="${text}" hidden`),
    );
    const tag = fc
      .tuple(fc.constantFrom("p", "a", "h2", "span", "br"), fc.array(attribute, { maxLength: 3 }))
      .map(([name, list]) => `<${[name, ...list].join(" ")}>`);
    const raw = fc
      .tuple(fc.constantFrom("script", "style", "textarea"), fc.array(tag, { maxLength: 2 }))
      .map(([name, list]) => `<${name} id="${name}">${list.join("")}</${name}>`);
    const comment = fc.array(tag, { maxLength: 2 }).map((list) => `<!-- ${list.join("")} -->`);
    const text = fc.constantFrom("Text. ", "1 < 2 ", "a &amp; b ");
    const page = fc.array(fc.oneof(tag, raw, comment, text), { maxLength: 8 });
    fc.assert(
      fc.property(page, (parts) => {
        const html = parts.join("");
        expect([...idsIn(html)].sort()).toEqual(parsedIds(html));
      }),
    );
  });
});
