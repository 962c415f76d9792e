import { describe, expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";
import { siteOf } from "../site-of.js";

const CONFIG = "export default {};";

async function anchors(body: string, version: string, config = CONFIG, path = "src/pages/a.md") {
  const { article, router } = await siteOf({
    "astro.config.mjs": config,
    "package.json": `{"dependencies":{"astro":"${version}"}}`,
    [path]: body,
  });
  const facts = article(path);
  return new Set([...facts.ids, ...(router.anchorsOf?.(facts) ?? [])]);
}

describe("ids of headings in Astro", () => {
  it.each([
    ["^5.2.0", CONFIG, ["tide", "tide--1"]],
    ["^6.0.0", CONFIG, ["tide-", "tide--1"]],
    ["^5.5.0", "export default { experimental: { headingIdCompat: true } };", ["tide-", "tide--1"]],
    ["latest", CONFIG, ["tide-", "tide", "tide--1"]],
  ])("with version %s and %s", async (version, config, expected) => {
    expect([...(await anchors("## Tide 🌊\n\n## Tide 🌊\n", version, config))].sort()).toEqual(
      [...expected].sort(),
    );
  });

  it.each([
    ["## 🌊 Ebb 🌊", "-ebb", "-ebb-"],
    ["## Sail -", "sail-", "sail--"],
    ["## `reef` ⚓", "reef", "reef-"],
  ])("lose one hyphen at the end before version 6: %s", async (heading, before, since) => {
    expect([...(await anchors(`${heading}\n`, "5.9.1"))]).toEqual([before]);
    expect([...(await anchors(`${heading}\n`, "6.1.0"))]).toEqual([since]);
  });

  it("leave out spaces that are no plain ones", async () => {
    const text = "## Marée\u00A0: basse\n\n## Port\u202Fet phare\n\n## Deux  ports\n";
    expect([...(await anchors(text, "^6.0.0"))]).toEqual([
      "marée-basse",
      "portet-phare",
      "deux-ports",
    ]);
  });

  it("know no braces where no plugin reads them", async () => {
    expect(await anchors("## Low tide {#ebb}\n", "5.0.0")).toEqual(new Set(["low-tide-ebb"]));
    const plugin = `import remarkId from "remark-id"; export default { markdown: { remarkPlugins: [remarkId] } };`;
    expect(await anchors("## Low tide {#ebb}\n", "5.0.0", plugin)).toContain("ebb");
  });

  it("have typographic dashes behind them", async () => {
    expect(await anchors("## Ebb -- and flow\n", "6.0.0")).toContain("ebb--and-flow");
  });
});

describe("braces in MDX of Astro", () => {
  it.each([
    ["## Low tide {#ebb}\n", true],
    ["Text {#ebb} here.\n", true],
    ["## Low tide {/*ebb*/}\n", false],
    ["## Low tide {frontmatter.title}\n", false],
  ])("hold code: %j", async (body, isWrong) => {
    const cwd = temporaryProject({
      "astro.config.mjs": CONFIG,
      "src/pages/a.mdx": `---\ntitle: Tides\n---\n\n${body}`,
    });
    const { files } = await lintFiles([], { cwd, only: ["desk/mdx-syntax"] });
    expect(files.flatMap(({ findings }) => findings).length > 0).toBe(isWrong);
  });
});
