import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { configErrorOf, settingsOf } from "./project-config.js";

/** What a person sees for a config with a mistake. */
async function shown(
  name: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = temporaryProject({ [name]: text, "a.md": "", ...more });
  return configErrorOf(cwd, settingsOf(cwd, "a.md"));
}

describe("config errors", () => {
  it("points at an unknown key and names the one that was meant", async () => {
    expect(
      await shown("copydesk.config.yaml", "extends: recommended\nruels:\n  image/hotlink: off\n"),
    ).toBe(`copydesk.config.yaml:2:1  error  The setting "ruels" does not exist.
  2 │ ruels:
    │ ^^^^^
  help  Did you mean "rules"?`);
  });

  it("points at a rule that does not exist", async () => {
    expect(
      await shown(
        "copydesk.config.json",
        `{\n  "rules": {\n    "image/alt-mising": "off"\n  }\n}\n`,
      ),
    ).toBe(`copydesk.config.json:3:5  error  The rule "image/alt-mising" does not exist.
  3 │     "image/alt-mising": "off"
    │     ^^^^^^^^^^^^^^^^^^
  help  Did you mean "image/alt-missing"?`);
  });

  it("points at a severity that does not exist", async () => {
    expect(
      await shown("copydesk.config.yaml", "rules:\n  image/hotlink: warning\n"),
    ).toBe(`copydesk.config.yaml:2:18  error  rules["image/hotlink"] must be one of off, info, warn, error or a list, not "warning".
  2 │   image/hotlink: warning
    │                  ^^^^^^^
  help  Did you mean "warn"?`);
  });

  it("points at a rule's option with the wrong type, by the rule's own schema", async () => {
    expect(
      await shown(
        "copydesk.config.yaml",
        `rules:\n  text/duplicate-paragraph: [warn, { minWeight: "60" }]\n`,
      ),
    ).toBe(`copydesk.config.yaml:2:49  error  rules["text/duplicate-paragraph"][1].minWeight must be a number, not "60".
  2 │   text/duplicate-paragraph: [warn, { minWeight: "60" }]
    │                                                 ^^^^`);
  });

  it("points at an unknown option of a rule", async () => {
    const text = await shown(
      "package.json",
      `{\n  "copydesk": {\n    "rules": { "text/duplicate-paragraph": ["warn", { "minWieght": 60 }] }\n  }\n}`,
    );
    expect(text).toContain(`package.json:3:55  error  The option "minWieght" does not exist.`);
    expect(text).toContain(`help  Did you mean "minWeight"?`);
  });

  it("reports every mistake at once", async () => {
    const text = await shown(
      "copydesk.config.yaml",
      "rules:\n  image/a: off\n  image/b: off\noverrides:\n  - files: x\n    rules: { image/c: off }\n",
    );
    expect(text.match(/The rule "image\/[abc]" does not exist/g)).toHaveLength(3);
  });

  it("finds the family that was forgotten", async () => {
    expect(await shown("copydesk.config.yaml", "rules: { hotlink: off }")).toContain(
      `Did you mean "image/hotlink"?`,
    );
  });

  it("refuses options for a whole family", async () => {
    expect(
      await shown("copydesk.config.yaml", "rules: { image/*: [warn, { hosts: [] }] }"),
    ).toContain(`"image/*" names several rules, but options belong to a single rule.`);
  });

  it.each([
    ["copydesk.config.yaml", "rules: {\n", "is not valid YAML"],
    ["copydesk.config.json", `{ "rules": }`, "This is not valid JSON: value expected."],
  ])("points at broken syntax in %s", async (name, text, message) => {
    const error = await shown(name, text);
    expect(error).toContain(message);
    expect(error).toMatch(/:\d+:\d+ {2}error/);
    expect(error).toContain("^");
  });

  it("gives the keys where a config is code and has no places", async () => {
    expect(await shown("copydesk.config.mjs", "export default { site: { complet: true } };")).toBe(
      `copydesk.config.mjs  error  The setting "complet" does not exist.\n  at    site.complet\n  help  Did you mean "complete"?`,
    );
  });

  it("says what went wrong when a config that is code throws", async () => {
    expect(await shown("copydesk.config.mjs", `throw new Error("no such luck");`)).toBe(
      "copydesk.config.mjs  error  This config could not be run: no such luck",
    );
  });

  it("names presets that exist when one does not", async () => {
    expect(await shown("copydesk.config.yaml", "extends: [recomended]")).toContain(
      `Did you mean "recommended"?`,
    );
    expect(await shown("copydesk.config.yaml", "extends: house")).toContain(
      "The names of files begin with ./",
    );
  });

  it("points at the line that extends a file that does not exist", async () => {
    expect(await shown("copydesk.config.yaml", "extends:\n  - ./house.yaml\n")).toContain(
      `copydesk.config.yaml:2:5  error  "./house.yaml" cannot be used: This config file does not exist.`,
    );
  });

  it("shows mistakes of an extended file in that file", async () => {
    const text = await shown("copydesk.config.yaml", "extends: ./house.yaml", {
      "house.yaml": "site:\n  url: nowhere\n",
    });
    expect(text).toContain("house.yaml:2:8  error  site.url is not a valid URL.");
  });

  it("refuses configs that extend each other in a circle", async () => {
    const text = await shown("copydesk.config.yaml", "extends: ./b.yaml", {
      "b.yaml": "extends: ./copydesk.config.yaml",
    });
    expect(text).toContain(
      `b.yaml:1:10  error  "./copydesk.config.yaml" extends itself, directly or through other configs.`,
    );
  });

  it("stands its caret under the place after wide characters", async () => {
    const text = await shown("copydesk.config.yaml", `site: { ownHosts: ["图片站"], complete: 1 }`);
    const [, source = "", caret = ""] = text.split("\n");
    expect(source.indexOf(" 1 }") + 3 + 1).toBe(caret.indexOf("^"));
  });

  it("lets nothing in a config steer the terminal", async () => {
    expect(await shown("copydesk.config.json", `{ "\\u001b[31mred": 1 }`)).not.toContain("\u001b");
  });

  it("refuses a value that YAML aliases blow up", async () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let level = 0; level < 12; level += 1) {
      const [from, to] = ["abcdefghijklm"[level], "abcdefghijklm"[level + 1]];
      bomb.push(`${to}: &${to} [*${from},*${from},*${from},*${from},*${from},*${from},*${from}]`);
    }
    expect(await shown("copydesk.config.yaml", bomb.join("\n"))).toMatch(/alias/i);
  });
});
