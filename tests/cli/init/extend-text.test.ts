import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import {
  withJsonValue,
  withLine,
  withYamlItem,
  withYamlKey,
} from "../../../src/cli/init/extend-text.js";
import { runs } from "../../runs.js";

const ITEM = { repo: "x", hooks: [{ id: "copydesk" }] };

describe("an item of a YAML list", () => {
  it.each([
    ["repos:\n- repo: a\n", "repos:\n- repo: a\n- repo: x\n  hooks:\n    - id: copydesk\n"],
    [
      "repos:\n  - repo: a # why\n    rev: 1\n\n# the end\nci: true\n",
      "repos:\n  - repo: a # why\n    rev: 1\n  - repo: x\n    hooks:\n      - id: copydesk\n\n# the end\nci: true\n",
    ],
    ["repos:\n- repo: a", "repos:\n- repo: a\n- repo: x\n  hooks:\n    - id: copydesk\n"],
    [
      "repos:\r\n- repo: a\r\n",
      "repos:\r\n- repo: a\r\n- repo: x\r\n  hooks:\r\n    - id: copydesk\r\n",
    ],
  ])("is added after the last, all else as it was: %j", (text, expected) => {
    expect(withYamlItem(text, "repos", ITEM)).toBe(expected);
  });

  it.each([
    "",
    "repos: []\n",
    "repos: [{ repo: a }]\n",
    "repos: a\n",
    "a: 1\n",
    "repos:\n- a: [\n",
  ])("is not added where that needs a person: %j", (text) => {
    expect(withYamlItem(text, "repos", ITEM)).toBeUndefined();
  });

  it("is added to any list, or to none", () => {
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    const list = fc.array(tree, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, tree, fc.constantFrom(true, false), (repos, after, indentSeq) => {
        const text = stringify({ before: 1, repos, after }, { indentSeq });
        const extended = withYamlItem(text, "repos", ITEM);
        if (extended === undefined) return;
        expect(parse(extended)).toEqual({ ...parse(text), repos: [...parse(text).repos, ITEM] });
        // Whatever was written is there still, in its order.
        const lines = extended.split("\n");
        expect(text.split("\n").every((line) => lines.includes(line))).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("a key of a YAML file", () => {
  it("is added at the end", () => {
    expect(withYamlKey("a: 1 # one\n", "copydesk", { image: "node" })).toBe(
      "a: 1 # one\n\ncopydesk:\n  image: node\n",
    );
  });

  it.each(["copydesk: 1\n", "- a\n", "a: [\n", ""])("is not added to %j", (text) => {
    expect(withYamlKey(text, "copydesk", {})).toBeUndefined();
  });
});

describe("a value of a JSON file", () => {
  it("is added with the indentation of the file", () => {
    expect(
      withJsonValue(
        '{\n\t"lint-staged": {\n\t\t"*.js": "x"\n\t}\n}\n',
        ["lint-staged", "*.md"],
        "y",
      ),
    ).toBe('{\n\t"lint-staged": {\n\t\t"*.js": "x",\n\t\t"*.md": "y"\n\t}\n}\n');
  });

  it.each(['{ "*.md": "z" }', "{", "{ // note\n"])("is not added to %j", (text) => {
    expect(withJsonValue(text, ["*.md"], "y")).toBeUndefined();
  });
});

it("adds a line with the line ending of the text", () => {
  expect(withLine("a", "b")).toBe("a\nb\n");
  expect(withLine("a\r\n", "b")).toBe("a\r\nb\r\n");
});
