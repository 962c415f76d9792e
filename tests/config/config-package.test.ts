import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { configErrorOf, settingsOf, severities } from "./project-config.js";

const OFF = "rules: { image/hotlink: off }";
const PACKAGE = "node_modules/@acme/copydesk-config";

async function hotlink(tree: Readonly<Record<string, string>>, path = "a.md") {
  const cwd = temporaryProject({ ".git/HEAD": "", "a.md": "", ...tree });
  return severities(await settingsOf(cwd, path))["image/hotlink"];
}

describe("extends with the name of a package", () => {
  it.each([
    ["exports", { "package.json": `{ "exports": "./house.yaml" }`, "house.yaml": OFF }],
    [
      "exports with conditions",
      {
        "package.json": `{ "exports": { ".": { "default": "./house.yaml" } } }`,
        "house.yaml": OFF,
      },
    ],
    ["main", { "package.json": `{ "main": "house.yaml" }`, "house.yaml": OFF }],
    ["the usual name", { "package.json": "{}", "copydesk.config.yaml": OFF }],
    ["code", { "copydesk.config.mjs": `export default { rules: { "image/hotlink": "off" } };` }],
    ["files of its own", { "copydesk.config.yaml": "extends: ./base.yaml", "base.yaml": OFF }],
  ])("reads the config of the package: %s", async (_name, files) => {
    const installed = Object.entries(files).map(([name, text]) => [`${PACKAGE}/${name}`, text]);
    const own = { "copydesk.config.yaml": `extends: "@acme/copydesk-config"` };
    expect(await hotlink({ ...own, ...Object.fromEntries(installed) })).toBeUndefined();
  });

  it("reads a file of the package, looked for upward from a nested config", async () => {
    const tree = {
      [`${PACKAGE}/strict.yaml`]: OFF,
      "posts/.copydeskrc": `extends: ["@acme/copydesk-config/strict.yaml"]`,
      "posts/a.md": "",
    };
    expect(await hotlink(tree, "posts/a.md")).toBeUndefined();
  });

  it.each([
    ["a missing package", "@acme/none", {}, /The package "@acme\/none" is not installed/],
    [
      "a package without config",
      "@acme/copydesk-config",
      { [`${PACKAGE}/x`]: "" },
      /no such config/,
    ],
    ["a way out of the package", "@acme/copydesk-config/../../../x.yaml", {}, /does not exist/],
    ["a misspelt preset", "recomended", {}, /preset "recomended" does not exist/],
  ])("is refused in one line: %s", async (_name, name, tree, message) => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      "copydesk.config.yaml": `extends: "${name}"`,
      "a.md": "",
      "x.yaml": OFF,
      ...tree,
    });
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md"))).toMatch(message);
  });

  it("runs no code of a package for a nested config", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      [`${PACKAGE}/copydesk.config.mjs`]: "globalThis.ran = true; export default {};",
      "posts/.copydeskrc": `extends: "@acme/copydesk-config"`,
      "posts/a.md": "",
    });
    expect(await configErrorOf(cwd, settingsOf(cwd, "posts/a.md"))).toMatch(
      /only a config in the project/,
    );
    expect(globalThis).not.toHaveProperty("ran");
  });

  it("reads no package outside of the project that a link leads to", async () => {
    const top = temporaryProject({
      "outside/copydesk.config.yaml": OFF,
      "project/.git/HEAD": "",
      "project/node_modules/house": { link: "../../outside" },
      "project/copydesk.config.yaml": "extends: house",
      "project/a.md": "",
    });
    const cwd = `${top}/project`;
    expect(await configErrorOf(cwd, settingsOf(cwd, "a.md"))).toMatch(/no such config/);
  });
});
