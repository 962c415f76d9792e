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

const CONFIG = ".vitepress/config.ts";
const manifest = (version: string) => `{"devDependencies":{"vitepress":"${version}"}}`;

describe("fragments in a VitePress site", () => {
  const text = [
    "## Große Fahrt",
    "## 3. Ropes",
    "[made](#grosse-fahrt) [a](#große-fahrt)",
    "[b](#Große-Fahrt)",
    "[c](#3-ropes)",
    '<a href="#3-ropes">d</a>',
    "[dead](#anchor)",
  ].join("\n\n");

  it("are made into slugs from 2.0 on, those of HTML never", async () => {
    const site = { [CONFIG]: "export default {}", "a.md": text };
    const second = await found({ ...site, "package.json": manifest("^2.0.0") }, "link/anchor");
    const first = await found({ ...site, "package.json": manifest("~1.6.0") }, "link/anchor");
    expect(second.filter((one) => / #3-ropes|dead|#anchor/.test(one))).toEqual([
      "a.md:11 #3-ropes",
      "a.md:13 #anchor",
    ]);
    expect(first.filter((one) => / #3-ropes|#anchor/.test(one))).toEqual([
      "a.md:9 #3-ropes",
      "a.md:11 #3-ropes",
      "a.md:13 #anchor",
    ]);
  });

  it("go by the lock file before package.json", async () => {
    const lock = `lockfileVersion: '9.0'\npackages:\n  vitepress@1.6.4(vue@3):\n    resolution: {}\n`;
    const files = {
      [CONFIG]: "export default {}",
      "package.json": manifest("next"),
      "pnpm-lock.yaml": lock,
      "a.md": "## Ropes\n\n[x](#Ropes)\n",
    };
    expect(await found(files, "link/anchor")).toEqual(["a.md:3 #Ropes"]);
  });
});

describe("a VitePress page as a component of Vue", () => {
  it("has a script, a style and tags that close themselves, which are no markup of the page", async () => {
    const text = [
      "# A",
      "<script setup>",
      "import Boat from './Boat.vue'",
      "",
      "const a = 1 < 2",
      "</script>",
      "",
      '<Boat :size="3" />',
      "",
      "<div>",
      "  <Boat />",
      "</div>",
      "",
      'Text <Boat/> and <a :href="x">a link</a> and `<Boat />`.',
      "",
      "<style>",
      ".a { color: red }",
      "</style>",
      "",
    ].join("\n");
    const files = { [CONFIG]: "export default {}", "a.md": text };
    const rules = ["html/parse", "html/nesting", "security/script", "link/empty"];
    expect(await found(files, ...rules)).toEqual([]);
    const broken = { ...files, "a.md": `${text}\n<div><b>x</div>\n\n<a>y</a>\n` };
    expect((await found(broken, ...rules)).length).toBeGreaterThan(1);
  });

  it("may have ids from components, unless their files show that they print none", async () => {
    const page = (name: string) => `# A\n\n<${name} />\n\n[x](#made)\n`;
    const files = (name: string, source: string) => ({
      [CONFIG]: "export default {}",
      "a.md": page(name),
      [`parts/${name}.vue`]: source,
    });
    expect(
      await found(files("Fleet", "<template><h2 id='made'>x</h2></template>"), "link/anchor"),
    ).toEqual([]);
    expect(await found(files("Pier", "<template><p>x</p></template>"), "link/anchor")).toEqual([
      "a.md:5 #made",
    ]);
    expect(
      await found({ [CONFIG]: "export default {}", "a.md": page("Elsewhere") }, "link/anchor"),
    ).toEqual([]);
  });
});

describe("links of a VitePress site", () => {
  it("that ignoreDeadLinks names are unknown, others are dead", async () => {
    const files = {
      [CONFIG]: `export default { ignoreDeadLinks: ["/play", /^\\/api\\//] }`,
      "a.md": "# A\n\n[a](/play) [b](/api/x)\n[dead](/plays)\n",
    };
    expect(await found(files, "link/broken")).toEqual(["a.md:4 /plays"]);
  });

  it("stand in front matter, too, and lead to .md only in Markdown", async () => {
    const files = {
      [CONFIG]: "export default {}",
      "b.md": "# B\n",
      "a.md":
        '---\nnext:\n  text: B\n  link: /b\nprev:\n  text: C\n  link: "/c"\n---\n\n[b](b.md) <a href="b.md">b</a>\n',
    };
    expect(await found(files, "link/broken")).toEqual(["a.md:7 /c", "a.md:10 b.md"]);
  });
});
