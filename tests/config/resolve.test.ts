import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/config/built-in-rules.js";
import { configRows } from "../../src/config/print/config-rows.js";
import { Project } from "../../src/config/project.js";
import { NO_FLAGS } from "../../src/config/resolve/flags.js";
import { temporaryProject } from "../run/temporary-project.js";
import { configErrorOf, exampleRules, settingsOf, severities } from "./project-config.js";

describe("presets", () => {
  it("adds the other rules with strict", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "extends: strict" });
    expect(Object.keys(severities(await settingsOf(cwd, "a.md")))).toContain("typography/dashes");
  });

  it("switches the strict checks of tags and categories on with strict", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "extends: strict" });
    const { rules } = await settingsOf(cwd, "a.md", { builtInRules });
    const taxonomy = rules.find(({ rule }) => rule.id === "front-matter/taxonomy");
    expect(taxonomy?.options).toMatchObject({ authorAsCategory: false, flatHierarchy: false });
    const plain = await settingsOf(temporaryProject({}), "a.md", { builtInRules });
    expect(
      plain.rules.find(({ rule }) => rule.id === "front-matter/taxonomy")?.options,
    ).toMatchObject({ authorAsCategory: true, flatHierarchy: true });
  });

  it("lowers repeated paragraphs with docs", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "extends: docs" });
    expect(severities(await settingsOf(cwd, "a.md"))).toMatchObject({
      "text/duplicate-paragraph": "info",
      "image/hotlink": "own",
    });
  });

  it("tells imported markup as information with feed, and asks for the original", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "extends: feed" });
    const found = severities(await settingsOf(cwd, "a.md", { builtInRules }));
    expect(found).toMatchObject({
      "html/obsolete": "info",
      "seo/canonical": "info",
      "image/hotlink": "own",
    });
    expect(Object.keys(found)).not.toContain("html/wrapper");
  });

  it("starts from nothing with an empty extends", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "extends: []\nrules: { image/hotlink: error }",
    });
    expect(severities(await settingsOf(cwd, "a.md"))).toEqual({ "image/hotlink": "error" });
  });

  it("keeps recommended when only an engine or a file is extended", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "extends: [hexo, ./house.yaml]",
      "house.yaml": "rules: { image/hotlink: info }",
    });
    const config = await settingsOf(cwd, "a.md");
    expect(config.engine.name).toBe("hexo");
    expect(severities(config)).toMatchObject({
      "image/hotlink": "info",
      "image/alt-missing": "own",
    });
  });
});

describe("rules and overrides", () => {
  it("sets a family, and lets later entries win", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "rules: { image/*: info, image/hotlink: error, '*/whitespace': off }",
    });
    expect(severities(await settingsOf(cwd, "a.md"))).toEqual({
      "image/alt-missing": "info",
      "image/hotlink": "error",
      "text/duplicate-paragraph": "own",
    });
  });

  it("keeps options when only the severity changes, and fills in their defaults", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "extends: ./house.yaml\nrules: { text/duplicate-paragraph: error }",
      "house.yaml": "rules: { text/duplicate-paragraph: [warn, { minWeight: 9 }] }",
    });
    const { rules } = await settingsOf(cwd, "a.md");
    const options = Object.fromEntries(rules.map(({ rule, options }) => [rule.id, options]));
    expect(options["text/duplicate-paragraph"]).toEqual({ minWeight: 9 });
    expect(options["image/hotlink"]).toEqual({ hosts: [] });
  });

  it("applies overrides by glob, the later ones last, their own presets first", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": [
        "rules: { image/hotlink: off }",
        "overrides:",
        "  - { files: 'news/**/*.{md,html}', ignores: news/old, extends: strict, rules: { image/hotlink: info }, failOn: warn }",
        "  - { files: news/special.md, rules: { image/hotlink: error } }",
      ].join("\n"),
    });
    const of = async (file: string) => severities(await settingsOf(cwd, file))["image/hotlink"];
    expect(await of("a.md")).toBeUndefined();
    expect(await of("news/b.md")).toBe("info");
    expect(await of("news/special.md")).toBe("error");
    expect(await of("news/old/c.md")).toBeUndefined();
    expect(severities(await settingsOf(cwd, "news/b.md"))).toHaveProperty("typography/dashes");
    expect((await settingsOf(cwd, "news/b.md")).failOn).toBe("warning");
  });

  it("takes globs as relative to the config that holds them", async () => {
    const top = temporaryProject({
      ".git/HEAD": "",
      "sites/a/.copydeskrc": "overrides: [{ files: 'posts/*.md', rules: { image/hotlink: off } }]",
      "sites/a/posts/x.md": "",
      "posts/x.md": "",
    });
    expect(severities(await settingsOf(top, "sites/a/posts/x.md"))).not.toHaveProperty(
      "image/hotlink",
    );
    expect(severities(await settingsOf(top, "posts/x.md"))).toHaveProperty("image/hotlink");
  });

  it("gives equal articles one and the same result", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "overrides: [{ files: b, failOn: info }]",
    });
    const project = new Project({ cwd, builtInRules: exampleRules });
    const config = await project.configFor(cwd);
    const settings = project.settingsFrom(cwd, NO_FLAGS);
    const of = (file: string) => settings.resolveFor(`${cwd}/${file}`, config);
    expect(of("a/1.md")).toBe(of("a/2.md"));
    expect(of("b/1.md")).toBe(of("b/2.md"));
    expect(of("a/1.md")).not.toBe(of("b/1.md"));
  });

  it("takes rules of one's own from a config that is code", async () => {
    const rule = `{ id: "house/shouting", summary: "s", recommended: true, fixes: [], references: [], messages: {}, stages: { check: true, site: false }, options: { safeParse: () => ({ success: true, data: {} }), parse: () => ({}) }, check() {}, site() {} }`;
    const cwd = temporaryProject({
      "copydesk.config.mjs": `export default { plugins: [{ rules: [${rule}] }], rules: { "house/*": "error" } };`,
    });
    const config = await settingsOf(cwd, "a.md");
    expect(severities(config)).toMatchObject({ "house/shouting": "error" });
    expect(config.settings.knownRules.has("house/shouting")).toBe(true);
  });

  it("takes no plugin from JSON", async () => {
    const cwd = temporaryProject({
      "copydesk.config.json": `{ "plugins": [{ "rules": [{ "id": "a/b" }] }] }`,
    });
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md"))).toContain(
      "is not a rule; make it with defineRule.",
    );
  });
});

describe("flags", () => {
  it("sets rules over every config and override", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "overrides: [{ files: '**', rules: { image/hotlink: off } }]",
    });
    const flags = { ...NO_FLAGS, rules: ["image/hotlink:info", "typography/*:off"] };
    expect(severities(await settingsOf(cwd, "a.md", { flags }))).toEqual({
      "image/alt-missing": "own",
      "image/hotlink": "info",
      "text/duplicate-paragraph": "own",
    });
  });

  it("runs only what --only names: an id also when it is off, a glob what is on", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "rules: { image/alt-missing: off }" });
    const only = async (...names: string[]) =>
      Object.keys(
        severities(await settingsOf(cwd, "a.md", { flags: { ...NO_FLAGS, only: names } })),
      );
    expect(await only("typography/dashes")).toEqual(["typography/dashes"]);
    expect(await only("image/*")).toEqual(["image/hotlink"]);
  });

  it.each([
    [
      { rules: ["image/hotlnk:off"] },
      `--rule: The rule "image/hotlnk" does not exist.\n  help  Did you mean "image/hotlink"?`,
    ],
    [{ rules: ["image/hotlink"] }, "--rule image/hotlink has no severity."],
    [
      { only: ["imagee/*"] },
      `--only: No rule matches "imagee/*".\n  help  Did you mean "image/*"?`,
    ],
  ])("refuses %j", async (given, message) => {
    const cwd = temporaryProject({});
    const flags = { ...NO_FLAGS, ...given };
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md", { flags }))).toContain(message);
  });
});

describe("--print-config", () => {
  it("tells where each value comes from", async () => {
    const cwd = temporaryProject({
      "_config.yml": "source_dir: source\nskip_render: x\nurl: https://example.org\nroot: /blog/\n",
      "copydesk.config.yaml":
        "site: { timezone: Asia/Shanghai }\noverrides: [{ files: news, rules: { image/hotlink: [info, { hosts: [a] }] } }]",
    });
    const flags = { ...NO_FLAGS, rules: ["typography/whitespace:error"] };
    const rows = configRows(await settingsOf(cwd, "news/a.md", { flags }), cwd);
    const table = Object.fromEntries(rows.map(({ key, value, from }) => [key, [value, from]]));
    expect(table).toMatchObject({
      engine: ["hexo", "_config.yml"],
      failOn: ["error", "default"],
      "site.url": ["https://example.org/blog/", "_config.yml"],
      "site.timezone": ["Asia/Shanghai", "copydesk.config.yaml"],
      'rules["image/alt-missing"]': ["on", "preset recommended"],
      'rules["image/hotlink"]': ["info", "copydesk.config.yaml overrides[0]"],
      'rules["image/hotlink"] options': [{ hosts: ["a"] }, "copydesk.config.yaml overrides[0]"],
      'rules["typography/whitespace"]': ["error", "--rule"],
      'rules["typography/dashes"]': ["off", "default"],
    });
  });
});

describe("the front-matter schema", () => {
  it("is what the engine expects, unless the config names another", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml":
        "extends: hexo\noverrides:\n  - files: docs\n    schema: { type: object, properties: { title: { type: string } }, required: [title] }\n",
    });
    const post = (await settingsOf(cwd, "a.md")).settings.schema;
    expect(post?.source).toBe("hexo");
    const page = (await settingsOf(cwd, "docs/a.md")).settings.schema;
    expect(page?.validate({})).toMatchObject([{ code: "missing" }]);
    const plain = temporaryProject({});
    expect((await settingsOf(plain, "a.md")).settings.schema).toBeUndefined();
  });

  it("is refused at its place when it is none", async () => {
    const cwd = temporaryProject({ "copydesk.config.yaml": "schema: hexoo\n" });
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md"))).toContain(
      `copydesk.config.yaml:1:9  error  The front-matter schema "hexoo" does not exist`,
    );
  });
});
