import { describe, expect, it } from "vitest";
import spelling from "../../rules/text/spelling.js";
import terms from "../../rules/text/terms.js";
import misspelling from "../../rules/typography/misspelling.js";
import { temporaryProject } from "../run/temporary-project.js";
import { configErrorOf, settingsOf } from "./project-config.js";

const CONFIG = "rules:\n  text/terms: [error, { files: [../words.yaml] }]\n";

/** What a person sees for a file of terms; `no error` for a good one. */
function shown(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = temporaryProject({ ".git/HEAD": "", ...files });
  return configErrorOf(cwd, settingsOf(cwd, "posts/a.md", { builtInRules: [terms] }));
}

describe("files that the options of a rule name", () => {
  it("are read, relative to the config", async () => {
    const files = { "posts/copydesk.config.yaml": CONFIG, "words.yaml": "- { find: boat }\n" };
    expect(await shown(files)).toBe("no error");
  });

  it("must exist", async () => {
    expect(
      await shown({ "posts/copydesk.config.yaml": CONFIG }),
    ).toBe(`posts/copydesk.config.yaml:2:33  error  The file "../words.yaml" does not exist.
  2 │   text/terms: [error, { files: [../words.yaml] }]
    │                                 ^^^^^^^^^^^^^
  help  Paths are relative to the folder of the config.`);
  });

  it("must be inside the project", async () => {
    const text = CONFIG.replace("../words.yaml", "/etc/hostname");
    expect(await shown({ "posts/copydesk.config.yaml": text })).toContain("is not read");
  });

  it("have their mistakes shown where they are", async () => {
    const files = {
      "posts/copydesk.config.yaml": CONFIG,
      "words.yaml": "- find: boat\n- find: quay\n  replce: pier\n",
    };
    expect(await shown(files)).toBe(`words.yaml:3:3  error  The setting "replce" does not exist.
  3 │   replce: pier
    │   ^^^^^^
  help  Did you mean "replace"?`);
  });

  it("must be YAML or JSON", async () => {
    const files = { "posts/copydesk.config.yaml": CONFIG, "words.yaml": "- [\n" };
    expect(await shown(files)).toContain("words.yaml:2:1  error  This is not valid YAML");
  });

  it("are not read for a rule that is off", async () => {
    const files = { "posts/copydesk.config.yaml": CONFIG.replace("error", "off") };
    expect(await shown(files)).toBe("no error");
  });
});

/** What a person sees for a config that checks the spelling. */
function spelled(rules: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = temporaryProject({
    ".git/HEAD": "",
    "copydesk.config.yaml": `rules:\n  ${rules}\n`,
    "package.json": JSON.stringify({ devDependencies: { "dictionary-en": "4", react: "19" } }),
    ...files,
  });
  return configErrorOf(cwd, settingsOf(cwd, "a.md", { builtInRules: [spelling] }));
}

const INSTALLED = {
  "node_modules/dictionary-en/index.aff": "SET UTF-8\n",
  "node_modules/dictionary-en/index.dic": "1\nboat\n",
};

describe("dictionaries that the options of a rule name", () => {
  it("must be installed", async () => {
    expect(
      await spelled('text/spelling: [warn, { dictionaries: ["dictionary-de"] }]'),
    ).toBe(`copydesk.config.yaml:2:42  error  The dictionary "dictionary-de" is not installed.
  2 │   text/spelling: [warn, { dictionaries: ["dictionary-de"] }]
    │                                          ^^^^^^^^^^^^^^^
  help  Run npm install --save-dev dictionary-de`);
  });

  it("must be dictionaries", async () => {
    const files = { "node_modules/react/package.json": "{}" };
    const text = await spelled("text/spelling: [warn, { dictionaries: [react] }]", files);
    expect(text).toContain('The package "react" is not a dictionary of Hunspell or cspell.');
  });

  it("are those of package.json where none is named", async () => {
    expect(await spelled("text/spelling: warn", INSTALLED)).toBe("no error");
    expect(await spelled("text/spelling: warn")).toContain("text/spelling has no dictionary.");
  });

  it("are not missed by presets, nor by a rule that is off", async () => {
    expect(await spelled("text/spelling: off")).toBe("no error");
    expect(await spelled("text/*: warn")).toBe("no error");
  });

  it("are those of one config that gives options, wherever another switches the rule on", async () => {
    const rules = 'text/spelling: ["off", { dictionaries: ["dictionary-en"] }]\noverrides:';
    const text = `${rules}\n  - { files: "*.md", rules: { text/spelling: warn } }`;
    expect(await spelled(text, INSTALLED)).toBe("no error");
  });
});

describe("a rule that another replaces", () => {
  const on = async (rules: string, files: Readonly<Record<string, string>>) => {
    const config = `rules:\n  ${rules}\n`;
    const listed = JSON.stringify({ devDependencies: { "dictionary-en": "1.0.0" } });
    const own = { ".git/HEAD": "", "package.json": listed, "copydesk.config.yaml": config };
    const cwd = temporaryProject({ ...own, ...files });
    const builtInRules = [misspelling, spelling];
    const { rules: settings } = await settingsOf(cwd, "a.md", { builtInRules });
    return settings.map(({ rule }) => rule.id);
  };

  it("is off where that one is on and has what it needs", async () => {
    expect(await on("text/spelling: warn", INSTALLED)).toEqual(["text/spelling"]);
  });

  it.each([
    ["that one is off", "text/spelling: off", INSTALLED, []],
    ["that one lacks what it needs", "text/*: warn", { "package.json": "{}" }, ["text/spelling"]],
    [
      "a config names it",
      "{ text/spelling: warn, typography/misspelling: warn }",
      INSTALLED,
      ["text/spelling"],
    ],
  ])("is on where %s", async (_, rules, files, others) => {
    expect(await on(rules, files)).toEqual([...others, "typography/misspelling"]);
  });
});
