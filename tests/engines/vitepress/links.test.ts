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

describe("emphasis next to CJK punctuation in a VitePress site", () => {
  const text = "# 港\n\n**潮汐（満潮）**の時刻\n\n**风力：**三级。\n";
  const told = (version: string | undefined, config = "{}") =>
    found(
      {
        [CONFIG]: `export default ${config}`,
        "a.md": text,
        ...(version === undefined ? {} : { "package.json": manifest(version) }),
      },
      "text/unrendered-markdown",
    );

  it("is rendered from 2.0 on, unless the config says otherwise", async () => {
    expect(await told("2.0.0-alpha.16")).toEqual([]);
    expect(await told(undefined)).toEqual([]);
    expect(await told("^1.6.4")).toHaveLength(2);
    expect(await told("^2.0.0", "{ markdown: { cjkFriendlyEmphasis: false } }")).toHaveLength(2);
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

  const harbour = {
    LICENSE: "x",
    "README.md": "# Read me\n",
    "docs/quay/index.md": "# Quay\n",
    "docs/boats.md": "# Boats\n",
    "docs/chart.pdf": "x",
    "docs/crane.png": "x",
    "docs/public/tide.pdf": "x",
    "docs/public/run.sh": "x",
  };

  it("lead to pages of the site alone, and to files of `public`", async () => {
    const files = {
      ...harbour,
      "docs/.vitepress/config.ts": "export default { cleanUrls: true }",
      "docs/a.md": [
        "# A",
        "[a](../LICENSE) [b](../README.md) [c](/quay) [d](boats/)",
        "[e](chart.pdf) [f](run.sh)",
        "",
        "[right](/quay/) [right](boats) [right](/tide.pdf) [right](/run.sh){target=_self}",
        '![right](crane.png) <a href="/quay">right</a>',
      ].join("\n"),
    };
    const expected = [
      ...["2 ../LICENSE", "2 ../README.md", "2 /quay", "2 boats/"],
      ...["3 chart.pdf", "3 run.sh"],
    ];
    expect(await found(files, "link/broken", "image/not-found")).toEqual(
      expected.map((one) => `docs/a.md:${one}`),
    );
  });

  it("are not refused where the site says so: then they are what a host serves", async () => {
    const files = (cleanUrls: boolean) => ({
      ...harbour,
      "docs/.vitepress/config.ts": `export default { ignoreDeadLinks: true, cleanUrls: ${cleanUrls} }`,
      "docs/a.md": "# A\n\n[a](/quay) [b](run.sh) [dead](/pier)\n",
    });
    expect(await found(files(true), "link/broken")).toEqual(["docs/a.md:3 /pier"]);
    expect(await found(files(false), "link/broken")).toEqual(
      ["/quay", "run.sh", "/pier"].map((one) => `docs/a.md:3 ${one}`),
    );
  });

  it("that name the site's own host are asked of the host, redirects and all", async () => {
    const files = {
      ".vitepress/config.ts": `export default defineConfig({ sitemap: { hostname: "https://harbour.example" }, cleanUrls: true })`,
      "public/_redirects": "/moorings /old-quay 301\n/old-quay https://quay.example/ 301\n",
      "quay.md": "# Quay\n",
      "a.md": [
        "# A",
        "[a](https://harbour.example/moorings) [b](https://harbour.example/quay)",
        "[dead](/moorings)",
        "[dead](https://harbour.example/piers)",
      ].join("\n"),
    };
    expect(await found(files, "link/broken")).toEqual([
      "a.md:3 /moorings",
      "a.md:4 https://harbour.example/piers",
    ]);
  });

  it("go to where rewrites send a page", async () => {
    const files = {
      ".vitepress/config.ts": `export default { rewrites: { "src/:page": "guide/:page" } }`,
      "src/one.md": "# One\n\n[a](two.md) [b](/guide/two) [c](../top) [dead](../../top)\n",
      "src/two.md": "# Two\n",
      "top.md": "# Top\n\n[a](guide/one.md) [dead](guide/three.md)\n",
    };
    expect(await found(files, "link/broken")).toEqual([
      "src/one.md:3 ../../top",
      "top.md:3 guide/three.md",
    ]);
  });

  it("of the home page and its features are judged", async () => {
    const home = (link: string) =>
      `---\nlayout: home\nhero:\n  actions:\n    - text: Start\n      link: ${link}\nfeatures:\n  - title: Fast\n    link: ${link}\n---\n`;
    const files = (link: string) => ({
      [CONFIG]: "export default {}",
      "b.md": "# B\n",
      "index.md": home(link),
    });
    expect(await found(files("/b"), "link/broken")).toEqual([]);
    expect(await found(files("https://example.org/"), "link/broken")).toEqual([]);
    expect(await found(files("/pier"), "link/broken")).toEqual([
      "index.md:6 /pier",
      "index.md:9 /pier",
    ]);
  });
});
