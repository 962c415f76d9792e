import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { configErrorOf, settingsOf, severities } from "./project-config.js";

const ALL_ON = {
  "image/alt-missing": "own",
  "image/hotlink": "own",
  "text/duplicate-paragraph": "own",
  "typography/whitespace": "own",
};

describe("finding a config", () => {
  it("runs the recommended rules without one", async () => {
    const cwd = temporaryProject({ "a.md": "" });
    expect(severities(await settingsOf(cwd, "a.md"))).toEqual(ALL_ON);
  });

  it.each([
    [
      "copydesk.config.ts",
      `const severity: string = "off"; export default { rules: { "image/hotlink": severity } };`,
    ],
    ["copydesk.config.mts", `export default { rules: { "image/hotlink": "off" as const } };`],
    ["copydesk.config.js", `module.exports = { rules: { "image/hotlink": "off" } };`],
    ["copydesk.config.mjs", `export default { rules: { "image/hotlink": "off" } };`],
    ["copydesk.config.json", `{ "rules": { "image/hotlink": "off" } }`],
    ["copydesk.config.yaml", `rules:\n  image/hotlink: off\n`],
    [".copydeskrc", `rules:\n  image/hotlink: off\n`],
    [".copydeskrc.json", `\uFEFF{ "rules": { "image/hotlink": "off" } }`],
    [".copydeskrc.yml", `rules: { image/hotlink: off }`],
    ["package.json", `{ "name": "x", "copydesk": { "rules": { "image/hotlink": "off" } } }`],
  ])("reads %s", async (name, text) => {
    const cwd = temporaryProject({ [name]: text, "posts/a.md": "" });
    const config = await settingsOf(cwd, "posts/a.md");
    expect(severities(config)).toEqual({ ...ALL_ON, "image/hotlink": undefined });
    expect(config.file).toBe(`${cwd}/${name}`);
  });

  it("takes an empty config file for a config that says nothing", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "sub/.copydeskrc": "",
      "sub/a.md": "",
    });
    expect(severities(await settingsOf(cwd, "sub/a.md"))).toEqual(ALL_ON);
  });

  it("lets the nearest config win and merges nothing of those above", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "sub/copydesk.config.yaml": "rules: { typography/whitespace: off }",
      "sub/deep/a.md": "",
    });
    expect(severities(await settingsOf(cwd, "sub/deep/a.md"))).toEqual({
      ...ALL_ON,
      "typography/whitespace": undefined,
    });
  });

  it("goes on upward past the package.json of a site in a monorepo", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "sites/blog/package.json": `{ "name": "blog" }`,
      "sites/blog/posts/a.md": "",
    });
    expect((await settingsOf(cwd, "sites/blog/posts/a.md")).file).toBe(
      `${cwd}/copydesk.config.yaml`,
    );
  });

  it("takes a site's own config in a monorepo, run from the site's folder", async () => {
    const top = temporaryProject({
      ".git/HEAD": "",
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "sites/blog/copydesk.config.ts": "export default { rules: { 'typography/*': 'off' } };",
      "sites/blog/posts/a.md": "",
    });
    const config = await settingsOf(`${top}/sites/blog`, "posts/a.md");
    expect(config.file).toBe(`${top}/sites/blog/copydesk.config.ts`);
  });

  it("does not look above the project's root", async () => {
    const top = temporaryProject({
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "project/.git/HEAD": "",
      "project/a.md": "",
    });
    expect((await settingsOf(`${top}/project`, "a.md")).file).toBeUndefined();
  });

  it("takes the config named instead of searching", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": "rules: { image/hotlink: off }",
      "other.yaml": "rules: { image/alt-missing: off }",
    });
    expect(severities(await settingsOf(cwd, "a.md", { config: "other.yaml" }))).toEqual({
      ...ALL_ON,
      "image/alt-missing": undefined,
    });
  });

  it("says so when the config named does not exist", async () => {
    const cwd = temporaryProject({});
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md", { config: "none.yaml" }))).toBe(
      "none.yaml  error  This config file does not exist.",
    );
  });
});

describe("which configs may be code", () => {
  const hostile = `throw new Error("this was run");`;

  it.each(["copydesk.config.ts", "copydesk.config.mjs", ".copydeskrc.js"])(
    "refuses %s beside articles without running it",
    async (name) => {
      const cwd = temporaryProject({
        ".git/HEAD": "",
        [`posts/${name}`]: hostile,
        "posts/a.md": "",
      });
      const message = await configErrorOf(cwd, settingsOf(cwd, "posts/a.md"));
      expect(message).toContain("copydesk runs code only from the project root");
      expect(message).not.toContain("this was run");
    },
  );

  it("runs one beside articles when --config names it", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "posts/copydesk.config.mjs": "export default { rules: { 'image/*': 'off' } };",
    });
    const config = await settingsOf(cwd, "posts/a.md", { config: "posts/copydesk.config.mjs" });
    expect(severities(config)).not.toHaveProperty("image/hotlink");
  });

  it("refuses all code when asked, also named and at the root", async () => {
    const cwd = temporaryProject({ "copydesk.config.ts": hostile, "a.md": "" });
    for (const config of [undefined, "copydesk.config.ts"]) {
      const message = await configErrorOf(
        cwd,
        settingsOf(cwd, "a.md", { noConfigCode: true, config }),
      );
      expect(message).toContain("--no-config-code refuses code");
    }
  });

  it("refuses code that a nested data config extends", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "posts/.copydeskrc": "extends: ./evil.mjs",
      "posts/evil.mjs": hostile,
      "posts/a.md": "",
    });
    const message = await configErrorOf(cwd, settingsOf(cwd, "posts/a.md"));
    expect(message).toContain("only a config in the project root can name code");
    expect(message).not.toContain("this was run");
  });

  it("knows no $import, which cosmiconfig would follow into code", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "posts/.copydeskrc.json": `{ "$import": "./evil.mjs" }`,
      "posts/evil.mjs": hostile,
      "posts/a.md": "",
    });
    const message = await configErrorOf(cwd, settingsOf(cwd, "posts/a.md"));
    expect(message).toContain(`The setting "$import" does not exist.`);
    expect(message).not.toContain("this was run");
  });

  it("reads no config that a link brings in from outside the project", async () => {
    const top = temporaryProject({
      "secret.txt": "password: hunter2",
      "project/.git/HEAD": "",
      "project/posts/.copydeskrc": { link: "../../secret.txt" },
      "project/posts/a.md": "",
    });
    const message = await configErrorOf(top, settingsOf(`${top}/project`, "posts/a.md"));
    expect(message).toContain("is outside the project");
    expect(message).not.toContain("hunter2");
  });

  it("reads no file outside the project that a nested config extends", async () => {
    const top = temporaryProject({
      "secret.yaml": "password: hunter2",
      "project/.git/HEAD": "",
      "project/posts/.copydeskrc": "extends: ../../secret.yaml",
      "project/posts/a.md": "",
    });
    const message = await configErrorOf(top, settingsOf(`${top}/project`, "posts/a.md"));
    expect(message).toContain("is outside the project");
    expect(message).not.toContain("hunter2");
  });
});
